import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { ActivityExplanation, PathTrace } from '../../src/model/explanation.js';
import type { Row } from '../../src/model/tables.js';
import { formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';
import { Loader } from '../app/loader.js';
import { failure, placeholder } from '../app/messages.js';
import { ModalElement } from '../app/modal.js';
import { hrefTo } from '../app/route.js';

/** An activity of a timeline. */
export interface Explained {
  activityId: string;
  customerId: string;
}

/** Why an activity is with its customer: each path, key by key, and the source row. */
@customElement('explain-dialog')
export class ExplainDialog extends ModalElement {
  @property({ attribute: false }) engine!: Engine; // set by the part that shows this
  @property({ attribute: false }) subject!: Explained; // set by the part that shows this

  protected override readonly heading = 'Why is this here?';

  readonly #explanation = new Loader<ActivityExplanation>(this, {
    load: (signal) => this.engine.explainActivity(this.subject, { signal }),
  });

  protected override renderContent(): TemplateResult {
    const { state } = this.#explanation;
    return html`
      <div class="dialog-body">
        ${
          state.value
            ? this.#renderExplanation(state.value)
            : state.status === 'failed'
              ? failure(state.error, () => void this.#explanation.reload())
              : placeholder('the explanation')
        }
      </div>
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.close}>Close</button>
      </div>
    `;
  }

  #renderExplanation(explanation: ActivityExplanation): TemplateResult {
    const { name, table, line, values, paths, decidedBy, customerId } = explanation;
    return html`
      <p>
        ${name}, line ${formatNumber(line)} of ${table}.
        ${
          customerId
            ? html`<a href=${hrefTo({ page: 'customers', customerId })} @click=${this.close}
                >Go to the customer</a
              >`
            : nothing
        }
      </p>
      ${paths.map((path, index) => pathTrace(path, paths.length > 1 ? index + 1 : 0, decidedBy === index))}
      <div>
        <h3>Source row</h3>
        ${rowValues(values)}
      </div>
    `;
  }
}

/** One way, relationship by relationship. `number`: 0 where there is one way only. */
function pathTrace(
  { hops, failedAt, customerId }: PathTrace,
  number: number,
  decided: boolean,
): TemplateResult {
  return html`<div>
    <h3>
      ${number ? `Way ${number}` : 'The way to the customer'}
      ${decided && number ? html`<span class="badge badge-good">${icon('check')} Decided</span>` : nothing}
    </h3>
    <ol class="trace">
      ${hops.map(
        ({ from, value, to, found }, index) =>
          html`<li>
            <span class="quiet">${from.table}.${from.column}</span>
            ${value ? html`<code>${value}</code>` : html`<span class="badge badge-warn">empty</span>`}
            <span aria-hidden="true">→</span>
            ${
              found
                ? html`<span
                    >${to.table},
                    ${found.line ? `line ${formatNumber(found.line)}` : 'kept from before'}</span
                  >`
                : html`<span class="badge badge-warn">not in ${to.table}.${to.column}</span>`
            }
            ${
              found && failedAt === index + 1
                ? html`<span class="badge badge-warn">belongs to no customer</span>`
                : nothing
            }
          </li>`,
      )}
      ${customerId ? html`<li><span class="quiet">Customer</span> <code>${customerId}</code></li>` : nothing}
    </ol>
  </div>`;
}

const rowValues = (values: Row): TemplateResult =>
  html`<dl class="fields fields-columns">
    ${Object.entries(values).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value || '–'}</dd>
        </div>`,
    )}
  </dl>`;
