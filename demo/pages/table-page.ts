import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { SetAsideFilter } from '../../src/model/reports.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { Row, TableInfo } from '../../src/model/tables.js';
import { formatCount, formatMoment, formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { changeModel, primaryKeyOf, withTable } from '../app/model-changes.js';
import { messageOf, notify } from '../app/notify.js';
import { hrefTo } from '../app/route.js';
import { tableColumns, tableRows } from '../parts/table-views.js';
import '../parts/confirm-dialog.js';
import '../parts/set-aside-list.js';

const sampleSize = 20;

interface TableView {
  info: TableInfo;
  sample: readonly Row[];
  model: ActivityModel;
}

/** One source table: its columns, its first rows, the rows set aside at its import. */
@customElement('table-page')
export class TablePage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  @property() table = '';
  @state() protected isAsking = false;
  @state() protected setAsideFilter: SetAsideFilter = {};

  readonly #view = new Loader<TableView | null>(this, {
    load: async (signal) => {
      const info = (await this.engine.listTables({ signal })).find(({ name }) => name === this.table);
      if (!info) return null;
      const [sample, { model }] = await Promise.all([
        this.engine.sampleRows(this.table, sampleSize, { signal }),
        this.engine.loadModel({ signal }),
      ]);
      return { info, sample, model };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model'],
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('table')) return;
    this.setAsideFilter = { table: this.table };
    if (this.hasUpdated) void this.#view.reload();
  }

  async #chooseKey(info: TableInfo, event: Event): Promise<void> {
    const key = (event.target as HTMLSelectElement).value;
    try {
      await changeModel(this.engine, (model) => withTable(model, info, key));
      notify(this, `${key} is the primary key of ${info.name}.`);
    } catch (error) {
      notify(this, messageOf(error));
    }
  }

  async #remove(): Promise<void> {
    const name = this.table;
    try {
      await this.engine.removeTable(name);
      await changeModel(this.engine, (model) => ({
        ...model,
        tables: model.tables.filter((table) => table.name !== name),
      }));
      notify(this, `${name} is removed.`);
      location.hash = hrefTo({ page: 'data' });
    } catch (error) {
      notify(this, messageOf(error));
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#view;
    const back = html`<p class="breadcrumb"><a href=${hrefTo({ page: 'data' })}>Data</a></p>`;
    return html`<div class="page">
      <div class="page-head">
        <div class="page-head-text">
          ${back}
          <h1 tabindex="-1">${this.table}</h1>
        </div>
        ${
          state.value
            ? html`<div class="commands">
                <button class="button button-warns" type="button" @click=${() => (this.isAsking = true)}>
                  ${icon('bin')} Remove table
                </button>
              </div>`
            : nothing
        }
      </div>
      ${state.status === 'failed' ? failure(state.error, () => void this.#view.reload()) : nothing}
      ${
        state.value
          ? this.#renderTable(state.value)
          : state.value === null
            ? html`<section class="card">
                ${emptyState('table', 'There is no such table', 'It may have been removed, or its name was typed wrongly.')}
              </section>`
            : state.status === 'loading'
              ? placeholder('the table')
              : nothing
      }
      ${
        this.isAsking
          ? html`<confirm-dialog
              heading="Remove ${this.table}?"
              text="The rows of this table are deleted. Customers and activities made from it stay until the next run."
              command="Remove"
              @confirm=${() => void this.#remove()}
              @close=${() => (this.isAsking = false)}
            ></confirm-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderTable({ info, sample, model }: TableView): TemplateResult {
    return html`
      <section class="card" aria-label="Facts">
        <dl class="figures">
          <div class="figure">
            <dt>Rows</dt>
            <dd>${formatNumber(info.rows)}</dd>
          </div>
          <div class="figure">
            <dt>Set aside</dt>
            <dd>${formatNumber(info.setAside)}</dd>
          </div>
          <div class="figure">
            <dt>Columns</dt>
            <dd>${formatNumber(info.columns.length)}</dd>
          </div>
          <div class="figure">
            <dt>Imported</dt>
            <dd>${formatMoment(info.importedAt)}</dd>
          </div>
        </dl>
        <div class="field key-choice">
          <label for="primary-key">Primary key</label>
          <select id="primary-key" @change=${(event: Event) => void this.#chooseKey(info, event)}>
            ${primaryKeyOf(model, info) ? nothing : html`<option value="" disabled selected>Choose a column</option>`}
            ${info.columns.map(
              ({ name }) =>
                html`<option value=${name} ?selected=${name === primaryKeyOf(model, info)}>${name}</option>`,
            )}
          </select>
        </div>
      </section>
      ${tableColumns(info)} ${tableRows(sample, info)}
      <section class="card card-flush">
        <div class="card-head">
          <h2 id="aside-heading">Rows set aside at the import</h2>
          <p class="small quiet">${formatCount(info.setAside, 'row')}</p>
        </div>
        ${
          info.setAside
            ? html`<set-aside-list
                label="Rows of ${info.name} set aside at the import"
                .engine=${this.engine}
                .filter=${this.setAsideFilter}
              ></set-aside-list>`
            : emptyState(
                'check',
                'Every row was kept',
                'No row of the file was unreadable, too short or too long.',
              )
        }
      </section>
    `;
  }
}
