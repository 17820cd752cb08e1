import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { SetAsideFilter, SetAsideReason } from '../../src/model/reports.js';
import { formatNumber } from '../app/format.js';
import { ModalElement } from '../app/modal.js';
import { reasonWords } from '../app/words.js';
import type { FigureChoice } from './run-figures.js';
import './set-aside-list.js';

/** The rows behind a figure of a run's report. */
@customElement('set-aside-dialog')
export class SetAsideDialog extends ModalElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  @property({ attribute: false }) choice!: FigureChoice; // set by the page before this connects
  @state() protected filter: SetAsideFilter = {};

  protected override readonly dialogClass = 'dialog-wide';

  protected override get heading(): string {
    return `${this.choice.definition.name}: rows set aside`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#select(this.#present[0]?.reason);
  }

  /** The reasons of the figure that occur. */
  get #present(): readonly { reason: SetAsideReason; count: number }[] {
    const { definition, reasons } = this.choice;
    return definition.setAside.filter(({ reason, count }) => count > 0 && reasons.includes(reason));
  }

  #select(reason?: SetAsideReason): void {
    this.filter = { definition: this.choice.definition.definition, ...(reason && { reason }) };
  }

  /** Relationships at which orphans of this definition failed, when there is a choice. */
  get #hops(): readonly { hop: number; count: number }[] {
    if (this.filter.reason !== 'orphan') return [];
    const hops = this.choice.definition.orphanedByHop
      .map((count, index) => ({ hop: index + 1, count }))
      .filter(({ count }) => count > 0);
    return hops.length > 1 ? hops : [];
  }

  #selectHop(value: string): void {
    const { hop: _former, ...filter } = this.filter;
    this.filter = value ? { ...filter, hop: Number(value) } : filter;
  }

  protected override renderContent(): TemplateResult {
    const present = this.#present;
    return html`
      <div class="dialog-body dialog-body-flush">
        ${this.#hops.length ? this.#renderHops() : nothing}
        ${
          present.length > 1
            ? html`<div class="dialog-filter field">
                <label for="set-aside-reason">Reason</label>
                <select
                  id="set-aside-reason"
                  @change=${(event: Event) => this.#select((event.target as HTMLSelectElement).value as SetAsideReason)}
                >
                  ${present.map(
                    ({ reason, count }) =>
                      html`<option value=${reason}>${reasonWords(reason)} (${formatNumber(count)})</option>`,
                  )}
                </select>
              </div>`
            : nothing
        }
        <set-aside-list .engine=${this.engine} .filter=${this.filter}></set-aside-list>
      </div>
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.close}>Close</button>
      </div>
    `;
  }

  #renderHops(): TemplateResult {
    return html`<div class="dialog-filter field">
      <label for="set-aside-hop">Failed at</label>
      <select
        id="set-aside-hop"
        @change=${(event: Event) => this.#selectHop((event.target as HTMLSelectElement).value)}
      >
        <option value="">Any relationship</option>
        ${this.#hops.map(
          ({ hop, count }) =>
            html`<option value=${hop}>Relationship ${hop} (${formatNumber(count)})</option>`,
        )}
      </select>
    </div>`;
  }
}
