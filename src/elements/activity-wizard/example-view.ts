import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../model/tables.js';
import type { ActivityDefinition } from '../../model/model.js';
import { arrowIcon, filterIcon, warningIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { EXAMPLE_CUSTOMER } from './example-timeline.js';
import type { ExampleModel } from './example.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** "Example timeline view" (§ 5.3, D 25): the timeline itself, with its controls drawn only. */
export function exampleView(model: WizardModel, actions: WizardActions): TemplateResult | typeof nothing {
  const { example, chosen, strings, timelineStrings, locale } = model;
  if (!example || !chosen) return nothing;
  return html`<section class="example" part="example" aria-labelledby="example">
    <div class="example-head">
      <h3 class="label" id="example">${strings.example}</h3>
      ${
        example.canUseOwn
          ? html`<label class="choice">
              <input
                class="box"
                type="checkbox"
                role="switch"
                .checked=${example.usesOwn}
                @change=${(event: Event) => actions.useOwn((event.target as HTMLInputElement).checked)}
              />
              ${strings.useOwn}
            </label>`
          : nothing
      }
    </div>
    <activity-timeline
      customer-id=${EXAMPLE_CUSTOMER}
      locale=${locale}
      hide-density
      hide-details
      .adapter=${example.adapter}
    >
      <button class="text-button" slot="actions" type="button" disabled>
        ${arrowIcon}${timelineStrings.byDate}
      </button>
      <button class="text-button" slot="actions" type="button" disabled>
        ${filterIcon}${timelineStrings.filter}
      </button>
    </activity-timeline>
    <div role="status">${example.usesOwn ? marksView(example, chosen, model) : nothing}</div>
  </section>`;
}

/** Rows that will not appear as they should, each with the reason. */
function marksView(
  { untitled, undated, error }: ExampleModel,
  { primaryKey, event, timestamp }: ActivityDefinition,
  { strings }: WizardModel,
): TemplateResult {
  const mark = (text: string, row: Row, column: string): TemplateResult =>
    html`<li class="caution">
      ${warningIcon}<span
        >${fill(text, { key: row[primaryKey] ?? '', column, value: row[column] ?? '' })}</span
      >
    </li>`;
  const isEmpty = (row: Row): boolean => (row[timestamp] ?? '').trim() === '';
  return html`<p class="hint">${strings.ownHint}</p>
    ${error ? html`<p class="caution">${warningIcon}<span>${strings.ownFailed} ${error.message}</span></p>` : nothing}
    <ul>
      ${untitled.map((row) => mark(strings.untitledRow, row, event))}
      ${undated.map((row) => mark(isEmpty(row) ? strings.datelessRow : strings.undatedRow, row, timestamp))}
    </ul>`;
}
