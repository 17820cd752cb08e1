import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { SetAsideFilter, SetAsideRow } from '../../src/model/reports.js';
import { formatNumber } from '../app/format.js';
import { LightElement } from '../app/light-element.js';
import { failure, placeholder } from '../app/messages.js';
import { reasonWords } from '../app/words.js';

const pageSize = 50;

/** Rows that an import set aside, with line, reason and what stands in them, page by page. */
@customElement('set-aside-list')
export class SetAsideList extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the part that shows this
  @property({ attribute: false }) filter: SetAsideFilter = {};
  /** Name of the list for screen readers. */
  @property() label = 'Rows set aside';
  @state() protected rows?: readonly SetAsideRow[];
  @state() protected next?: string;
  @state() protected failed?: { error: unknown };
  #reading?: AbortController;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('filter')) return;
    this.rows = undefined;
    this.next = undefined;
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  async #read(): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.failed = undefined;
    try {
      const cursor = this.next;
      const page = await this.engine.setAside(
        { ...this.filter, limit: pageSize, ...(cursor && { cursor }) },
        { signal },
      );
      if (signal.aborted) return;
      this.rows = [...(this.rows ?? []), ...page.rows];
      this.next = page.next;
    } catch (error) {
      if (!signal.aborted) this.failed = { error };
    }
  }

  protected override render(): TemplateResult {
    if (this.failed) return failure(this.failed.error, () => void this.#read());
    if (!this.rows) return placeholder('the rows');
    return html`
      <div class="scroller" role="region" aria-label=${this.label} tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number cell-least">Line</th>
              <th scope="col">Reason</th>
              <th scope="col">Key</th>
              <th scope="col" class="cell-most">Row</th>
            </tr>
          </thead>
          <tbody>
            ${this.rows.map(
              (row) =>
                html`<tr>
                  <td class="number">${row.line ? formatNumber(row.line) : 'kept'}</td>
                  <td class="nowrap">${reasonWords(row.reason)}</td>
                  <td class="nowrap">${row.key ?? ''}</td>
                  <td class="cell-most">${this.#renderRow(row)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        this.next
          ? html`<div class="load-more">
              <button class="button" type="button" @click=${() => void this.#read()}>Load more rows</button>
            </div>`
          : nothing
      }
    `;
  }

  #renderRow({ values, raw }: SetAsideRow): TemplateResult {
    if (!values) {
      return html`<details class="row-values">
        <summary class="mono">${raw ?? ''}</summary>
        <pre>${raw ?? ''}</pre>
      </details>`;
    }
    const entries = Object.entries(values);
    const summary = entries.flatMap(([, value]) => (value ? [value] : [])).join(' · ');
    return html`<details class="row-values">
      <summary>${summary}</summary>
      <dl class="fields">
        ${entries.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value || '–'}</dd>
            </div>`,
        )}
      </dl>
    </details>`;
  }
}
