import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { TableInfo } from '../../src/model/tables.js';
import { formatAge, formatCount, formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { messageOf, notify } from '../app/notify.js';
import { hrefTo } from '../app/route.js';
import { clearWorkspace, seedDemo, type SeedProgress } from '../app/seed.js';
import { ImportFilesEvent } from '../parts/file-drop.js';
import '../parts/confirm-dialog.js';

/** Source tables: what is there, how to bring more in, how to begin again. */
@customElement('data-page')
export class DataPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  /** Folder of the sample data; without it the workspace holds a person's own tables only. */
  @property({ attribute: false }) sampleData?: URL;
  @state() protected isAsking = false;
  @state() protected seeding?: SeedProgress;

  readonly #tables = new Loader<readonly TableInfo[]>(this, {
    load: (signal) => this.engine.listTables({ signal }),
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables'],
  });

  /** There is nothing to remove, and no sample to go back to. */
  get #isBare(): boolean {
    return !this.sampleData && !this.#tables.state.value?.length;
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was mended.
    input.value = '';
    this.dispatchEvent(new ImportFilesEvent(files));
  }

  #openPicker(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  }

  async #reset(): Promise<void> {
    this.seeding = { text: 'Starting', fraction: 0 };
    const { engine, sampleData: data } = this;
    try {
      if (data) await seedDemo(engine, { data, onProgress: (progress) => (this.seeding = progress) });
      else await clearWorkspace(engine);
      notify(this, data ? 'The sample data is back as it was at first.' : 'The workspace is empty again.');
    } catch (error) {
      notify(this, messageOf(error));
    } finally {
      this.seeding = undefined;
    }
  }

  protected override render(): TemplateResult {
    const { seeding } = this;
    return html`<div class="page">
      <div class="page-head">
        <div class="page-head-text">
          <h1 tabindex="-1">Data</h1>
          <p class="quiet">
            The source tables of this workspace. Every row of a file is kept, or set aside with a reason.
          </p>
        </div>
        <div class="commands">
          ${
            this.#isBare
              ? nothing
              : html`<button
                  class="button"
                  type="button"
                  ?disabled=${!!seeding}
                  @click=${() => (this.isAsking = true)}
                >
                  ${icon('reset')} ${this.sampleData ? 'Reset demo data' : 'Remove everything'}
                </button>`
          }
          <button
            class="button button-primary"
            type="button"
            ?disabled=${!!seeding}
            @click=${this.#openPicker}
          >
            ${icon('upload')} Import files
          </button>
          <input
            type="file"
            aria-label="Files to import"
            accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
            multiple
            hidden
            @change=${this.#choose}
          />
        </div>
      </div>
      ${
        seeding
          ? html`<section class="card run-progress" aria-label="Work in this workspace">
              <p role="status">${seeding.text} …</p>
              <progress aria-label="Work in this workspace" max="1" .value=${seeding.fraction}></progress>
            </section>`
          : nothing
      }
      ${this.#renderTables()}
      <div class="drop-hint">
        ${icon('upload')}
        <p>
          Drop CSV, JSON or NDJSON files anywhere on this page, or
          <button class="button-link" type="button" @click=${this.#openPicker}>choose them</button>
        </p>
      </div>
      ${
        this.isAsking
          ? html`<confirm-dialog
              heading=${this.sampleData ? 'Reset demo data?' : 'Remove everything?'}
              text=${
                this.sampleData
                  ? 'The sample tables and their model replace everything in this workspace, your own tables included.'
                  : 'Your tables, their model and every activity are removed from this browser. Your files stay where they are.'
              }
              command=${this.sampleData ? 'Reset' : 'Remove everything'}
              @confirm=${() => void this.#reset()}
              @close=${() => (this.isAsking = false)}
            ></confirm-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderTables(): TemplateResult {
    const { state } = this.#tables;
    if (state.status === 'failed') return failure(state.error, () => void this.#tables.reload());
    if (!state.value) return placeholder('the tables');
    if (state.value.length === 0) {
      return html`<section class="card">
        ${
          this.sampleData
            ? emptyState(
                'table',
                'No tables yet',
                'Import a file, or bring back the sample data with Reset demo data.',
              )
            : emptyState(
                'table',
                'No tables yet',
                'Import the files that hold your customers, and those that hold what they did. They stay in this browser.',
              )
        }
      </section>`;
    }
    const rows = state.value.reduce((sum, table) => sum + table.rows, 0);
    return html`<section class="card card-flush">
      <div class="card-head">
        <h2 id="tables-heading">${formatCount(state.value.length, 'table')}</h2>
        <p class="small quiet">${formatCount(rows, 'row')}</p>
      </div>
      <div class="scroller" role="region" aria-labelledby="tables-heading" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col" class="wide-only">Data source</th>
              <th scope="col" class="number">Rows</th>
              <th scope="col" class="number">Set aside</th>
              <th scope="col" class="number wide-only">Columns</th>
              <th scope="col" class="number wide-only">Imported</th>
            </tr>
          </thead>
          <tbody>
            ${state.value.map(
              ({ name, source, table, rows, setAside, columns, importedAt }) =>
                html`<tr>
                  <th scope="row">
                    <a href=${hrefTo({ page: 'data', table: name })}>${table}</a
                    ><span class="narrow-only small quiet">${source}</span>
                  </th>
                  <td class="wide-only">${source}</td>
                  <td class="number">${formatNumber(rows)}</td>
                  <td class="number">
                    ${setAside ? html`<span class="badge badge-warn">${formatNumber(setAside)}</span>` : '0'}
                  </td>
                  <td class="number wide-only">${formatNumber(columns.length)}</td>
                  <td class="number wide-only quiet">${formatAge(importedAt)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}
