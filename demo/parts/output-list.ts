import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine, ExportOptions } from '../../src/engine/engine.js';
import { downloadStream } from '../app/download.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { messageOf, notify } from '../app/notify.js';

type Format = NonNullable<ExportOptions['format']>;

const formats: readonly { format: Format; title: string; type: string }[] = [
  { format: 'csv', title: 'CSV', type: 'text/csv' },
  { format: 'ndjson', title: 'NDJSON', type: 'application/x-ndjson' },
];

/** What an output holds, by its name; others are named as the engine names them. */
const meanings: readonly [name: RegExp, meaning: string][] = [
  [/^UnifiedActivity$/, 'All activities, each with its customer'],
  [/^Customer$/, 'One row for each customer'],
  [/^AlternateKey$/, 'Every source key, with its customer'],
  [/^UnifiedContact$/, 'People of the accounts'],
  [/^ConflationMatchPairs$/, 'Pairs of rows that the rules matched'],
  [/^Deduplication_/, 'Rows of one table that are the same customer'],
  [/^SetAside/, 'Rows that did not become activities, with the reason'],
];

const meaningOf = (name: string): string => meanings.find(([form]) => form.test(name))?.[1] ?? '';

/** The tables that unification and runs have made, to take away as files. */
@customElement('output-list')
export class OutputList extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  @state() protected withHidden = false;
  /** Name and format of what is being written. */
  @state() protected writing = '';

  readonly #names = new Loader<readonly string[]>(this, {
    load: (signal) => this.engine.listOutputs({ signal }),
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['activities', 'model', 'tables'],
  });

  async #write(name: string, format: Format, type: string): Promise<void> {
    this.writing = `${name}.${format}`;
    try {
      const stream = this.engine.exportOutput(name, { format, includeHidden: this.withHidden });
      await downloadStream(`${name}.${format}`, stream, type);
    } catch (error) {
      notify(this, messageOf(error));
    } finally {
      this.writing = '';
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const names = this.#names.state.value;
    if (!names?.length) return nothing;
    return html`<section class="card card-flush">
      <div class="card-head">
        <h2 id="outputs-heading">Outputs</h2>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.withHidden}
            @change=${(event: Event) => (this.withHidden = (event.target as HTMLInputElement).checked)}
          />
          With activities that are hidden
        </label>
      </div>
      <div class="scroller" role="region" aria-labelledby="outputs-heading" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col" class="wide-only">What it holds</th>
              <th scope="col"><span class="visually-hidden">Download</span></th>
            </tr>
          </thead>
          <tbody>
            ${names.map(
              (name) =>
                html`<tr>
                  <th scope="row">${name}<span class="narrow-only small quiet">${meaningOf(name)}</span></th>
                  <td class="quiet wide-only">${meaningOf(name)}</td>
                  <td class="cell-end">
                    <div class="commands commands-end">
                      ${formats.map(
                        ({ format, title, type }) =>
                          html`<button
                            class="button button-small"
                            type="button"
                            aria-label="Download ${name} as ${title}"
                            ?disabled=${this.writing === `${name}.${format}`}
                            @click=${() => void this.#write(name, format, type)}
                          >
                            ${icon('download')} ${title}
                          </button>`,
                      )}
                    </div>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}
