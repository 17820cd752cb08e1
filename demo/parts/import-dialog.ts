import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Engine } from '../../src/engine/engine.js';
import { isAbort } from '../../src/model/errors.js';
import { formatBytes, formatCount, formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';
import { importFile } from '../app/import-file.js';
import { ModalElement } from '../app/modal.js';
import { changeModel, primaryKeyOf, withTable } from '../app/model-changes.js';
import { messageOf, notify } from '../app/notify.js';
import { proposeKey } from '../app/propose-key.js';
import { hrefTo } from '../app/route.js';
import { itemsOf, nameOf, nameProblem, type ImportItem } from './import-item.js';

/** Asks for the names of the files' tables, imports them one after the other, and offers a key for each. */
@customElement('import-dialog')
export class ImportDialog extends ModalElement {
  @property({ attribute: false }) engine!: Engine; // set by file-drop before this connects
  @property({ attribute: false }) files: readonly File[] = [];
  /** Whose sample data the workspace holds; empty for own data. */
  @property() sample = '';
  @state() protected items: ImportItem[] = [];
  /** Tables that there are already. */
  @state() protected known: ReadonlyMap<string, { rows: number; primaryKey: string | undefined }> = new Map();
  @state() protected running?: AbortController;
  /** The model says who the customers are; where it does not, that comes next. */
  @state() protected hasCustomers = true;
  /** How the last import went. A notice of the page would not be read out while this is open. */
  @state() protected outcome = '';

  protected override readonly heading = 'Import files';

  override connectedCallback(): void {
    super.connectedCallback();
    this.items = itemsOf(this.files);
    // Only the hint "replaces" can be lost; the import itself will say what is wrong.
    this.#findKnown().catch(() => undefined);
  }

  async #findKnown(): Promise<void> {
    const [{ model }, tables] = await Promise.all([this.engine.loadModel(), this.engine.listTables()]);
    this.hasCustomers = model.customers.tables.length > 0;
    this.known = new Map(
      tables.map((table) => [table.name, { rows: table.rows, primaryKey: primaryKeyOf(model, table) }]),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort();
  }

  protected override get isAtWork(): boolean {
    return this.running !== undefined;
  }

  protected override stop(): void {
    this.running?.abort();
  }

  async #import(event: Event): Promise<void> {
    event.preventDefault();
    if (this.items.some((item) => nameProblem(item, this.items))) return;
    const { signal } = (this.running = new AbortController());
    this.outcome = '';
    await this.keepFocus('h2');
    for (const item of this.items) {
      if (item.stage.name === 'done') continue;
      await this.#importOne(item, signal);
      if (signal.aborted) break;
    }
    this.running = undefined;
    if (signal.aborted) this.outcome = 'Import stopped. Tables that were not finished are as they were.';
    else this.outcome = this.#outcomeWords();
    await this.keepFocus('.dialog-foot .button-primary');
  }

  #outcomeWords(): string {
    const count = (stage: ImportItem['stage']['name']): number =>
      this.items.filter((item) => item.stage.name === stage).length;
    const failed = count('failed');
    const imported = `${formatCount(count('done'), 'file')} imported`;
    return failed ? `${imported}, ${formatNumber(failed)} could not be.` : `${imported}.`;
  }

  async #importOne(item: ImportItem, signal: AbortSignal): Promise<void> {
    const { source, table, file } = item;
    const oldKey = this.known.get(nameOf(item))?.primaryKey;
    const show = (stage: ImportItem['stage']): void => {
      item.stage = stage;
      this.items = [...this.items];
    };
    show({ name: 'importing', fraction: 0, rows: 0 });
    try {
      const { report, encoding } = await importFile(
        this.engine,
        { source, table, data: file, ...(item.keepOldRows && { keepOldRows: true, primaryKey: oldKey }) },
        {
          signal,
          onProgress: ({ bytes, rows }) =>
            show({ name: 'importing', fraction: file.size ? bytes / file.size : 1, rows }),
        },
      );
      const isStillThere = oldKey !== undefined && report.columns.some(({ name }) => name === oldKey);
      const primaryKey = isStillThere
        ? oldKey
        : ((await proposeKey(this.engine, report.table, report.columns)) ?? '');
      await this.#setKey(report.table, primaryKey);
      show({ name: 'done', report, primaryKey, ...(encoding && { encoding }) });
    } catch (error) {
      show(isAbort(error) ? { name: 'waiting' } : { name: 'failed', message: messageOf(error) });
    }
  }

  async #setKey(table: string, primaryKey: string): Promise<void> {
    const info = (await this.engine.listTables()).find(({ name }) => name === table);
    if (info) await changeModel(this.engine, (model) => withTable(model, info, primaryKey));
  }

  #chooseKey(item: ImportItem, event: Event): void {
    if (item.stage.name !== 'done') return;
    const primaryKey = (event.target as HTMLSelectElement).value;
    item.stage = { ...item.stage, primaryKey };
    this.items = [...this.items];
    this.#setKey(item.stage.report.table, primaryKey).catch((error: unknown) =>
      notify(this, messageOf(error)),
    );
  }

  #rename(item: ImportItem, part: 'source' | 'table', event: Event): void {
    item[part] = (event.target as HTMLInputElement).value;
    this.items = [...this.items];
  }

  #toggleOldRows(item: ImportItem): void {
    item.keepOldRows = !item.keepOldRows;
    this.items = [...this.items];
  }

  protected override renderContent(): TemplateResult {
    return html`<form @submit=${this.#import}>
      <div class="dialog-body">
        <p class="quiet">
          CSV, JSON and NDJSON files stay in this browser. The first line of a CSV file names its columns. A
          data source is where tables come from: a shop, a CRM.
        </p>
        ${this.sample && this.items.every(({ stage }) => stage.name === 'waiting') ? this.#renderSample() : nothing}
        ${repeat(
          this.items,
          ({ file }) => file,
          (item, index) => this.#renderItem(item, index),
        )}
      </div>
      <div class="dialog-foot">
        <p class="dialog-status" role="status">${this.outcome}</p>
        ${this.#renderCommands()}
      </div>
    </form>`;
  }

  #renderCommands(): TemplateResult {
    if (this.running)
      return html`<button class="button" type="button" @click=${() => this.stop()}>Stop</button>`;
    const left = this.items.filter(({ stage }) => stage.name !== 'done');
    if (left.length === 0) {
      return this.hasCustomers ? this.#renderDoneButton('button-primary') : this.#renderNext();
    }
    const isAgain = left.every(({ stage }) => stage.name === 'failed');
    return html`
      <button class="button" type="button" @click=${this.close}>
        ${left.length < this.items.length ? 'Close' : 'Cancel'}
      </button>
      <button class="button button-primary" type="submit">
        ${isAgain ? 'Try again' : `Import ${formatCount(left.length, 'file')}`}
      </button>
    `;
  }

  #renderSample(): TemplateResult {
    return html`<div class="notice">
      ${icon('info')}
      <p>The files go among the sample data of ${this.sample}.</p>
      <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('importelsewhere'))}>
        Into own data instead
      </button>
    </div>`;
  }

  #renderDoneButton(look = ''): TemplateResult {
    return html`<button class="button ${look}" type="button" @click=${this.close}>Done</button>`;
  }

  #renderNext(): TemplateResult {
    return html`
      ${this.#renderDoneButton()}
      <a class="button button-primary" href=${hrefTo({ page: 'unify' })} @click=${this.close}
        >Next: your customers</a
      >
    `;
  }

  #renderItem(item: ImportItem, index: number): TemplateResult {
    return html`<section class="import-file" aria-labelledby="import-file-${index}">
      <div class="import-file-head">
        <strong id="import-file-${index}">${item.file.name}</strong>
        <span class="small quiet nowrap">${formatBytes(item.file.size)}</span>
      </div>
      ${item.stage.name === 'done' ? this.#renderDone(item.stage, item, index) : this.#renderNames(item, index)}
      ${
        item.stage.name === 'importing'
          ? html`<progress
              aria-label="Importing ${item.file.name}"
              max="1"
              .value=${item.stage.fraction}
            ></progress>`
          : nothing
      }
      ${
        item.stage.name === 'failed'
          ? html`<div class="notice notice-bad" role="alert">
              ${icon('warn')}
              <p>${item.stage.message}</p>
            </div>`
          : nothing
      }
    </section>`;
  }

  #renderNames(item: ImportItem, index: number): TemplateResult {
    const problem = nameProblem(item, this.items);
    const replaced = this.known.get(nameOf(item));
    const hint = `import-hint-${index}`;
    const input = (part: 'source' | 'table', label: string): TemplateResult =>
      html`<div class="field">
        <label for="import-${part}-${index}">${label}</label>
        <input
          id="import-${part}-${index}"
          type="text"
          required
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${hint}
          aria-invalid=${problem ? 'true' : 'false'}
          ?disabled=${item.stage.name === 'importing'}
          .value=${item[part]}
          @input=${(event: Event) => this.#rename(item, part, event)}
        />
      </div>`;
    return html`<div class="field-pair">${input('source', 'Data source')} ${input('table', 'Table')}</div>
      <p id=${hint} class=${problem ? 'field-error' : 'field-hint'}>
        ${
          problem ??
          (replaced === undefined
            ? `Makes the table ${nameOf(item)}.`
            : `Replaces the table ${nameOf(item)} with its ${formatCount(replaced.rows, 'row')}.`)
        }
      </p>
      ${
        replaced?.primaryKey === undefined
          ? nothing
          : html`<label class="check">
              <input
                type="checkbox"
                ?disabled=${item.stage.name === 'importing'}
                .checked=${item.keepOldRows}
                @change=${() => this.#toggleOldRows(item)}
              />
              Keep its rows whose ${replaced.primaryKey} is not in the file
            </label>`
      }`;
  }

  #renderDone(
    { report, primaryKey, encoding }: Extract<ImportItem['stage'], { name: 'done' }>,
    item: ImportItem,
    index: number,
  ): TemplateResult {
    const kept = report.keptOldRows ?? 0;
    const setAside = report.read + kept - report.rows;
    return html`<p>
        <span class="badge badge-good">${icon('check')} ${formatCount(report.rows, 'row')}</span>
        in
        ${report.table}${kept ? `, ${formatNumber(kept)} of them kept from before` : ''}${setAside ? `, ${formatCount(setAside, 'row')} set aside` : ''}${encoding ? `, read as ${encoding}` : ''}
      </p>
      <div class="field key-choice">
        <label for="import-key-${index}">Primary key</label>
        <select
          id="import-key-${index}"
          aria-describedby="import-key-hint-${index}"
          @change=${(event: Event) => this.#chooseKey(item, event)}
        >
          <option value="" ?selected=${!primaryKey}>No column is unique</option>
          ${report.columns.map(
            ({ name }) => html`<option value=${name} ?selected=${name === primaryKey}>${name}</option>`,
          )}
        </select>
        <p class="field-hint" id="import-key-hint-${index}">The column that tells the rows apart.</p>
      </div>`;
  }
}
