import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { UnifyReport } from '../../src/model/reports.js';
import type { TableInfo } from '../../src/model/tables.js';
import { formatCount } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { changeModel, withTable } from '../app/model-changes.js';
import { messageOf, notify } from '../app/notify.js';
import { hrefTo } from '../app/route.js';
import type { CustomersEditEvent } from '../parts/customers-edit-event.js';
import { unifyFigures } from '../parts/unify-figures.js';
import '../parts/customer-tables.js';
import '../parts/match-rules.js';

interface UnifyView {
  model: ActivityModel;
  tables: readonly TableInfo[];
  report: (UnifyReport & { outOfDate: boolean }) | null;
}

/** How unified customers are made, and what came out. Every edit is saved at once. */
@customElement('unify-page')
export class UnifyPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  @state() protected isRunning = false;
  @state() protected failed?: { error: unknown };
  /** Edits are saved one after the other, in the order in which they were made. */
  #saving: Promise<unknown> = Promise.resolve();

  readonly #view = new Loader<UnifyView>(this, {
    load: async (signal) => {
      const [{ model }, tables, report] = await Promise.all([
        this.engine.loadModel({ signal }),
        this.engine.listTables({ signal }),
        this.engine.lastUnification({ signal }),
      ]);
      return { model, tables, report };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model', 'activities'],
  });

  #edit({ detail: { change, done } }: CustomersEditEvent): void {
    const tables = this.#view.state.value?.tables ?? [];
    this.#saving = this.#saving
      .then(() =>
        changeModel(this.engine, (model) => {
          const customers = change(model.customers);
          const needed = tables.filter(({ name }) => customers.tables.some(({ table }) => table === name));
          return needed.reduce((known, table) => withTable(known, table), { ...model, customers });
        }),
      )
      .then(
        () => done && notify(this, done),
        (error: unknown) => notify(this, messageOf(error)),
      )
      .then(() => this.#view.reload());
  }

  async #run(): Promise<void> {
    this.isRunning = true;
    this.failed = undefined;
    try {
      await this.#saving;
      const report = await this.engine.unifyCustomers();
      notify(this, `${formatCount(report.customers, 'customer')} unified.`);
      await this.#view.reload();
    } catch (error) {
      this.failed = { error };
    } finally {
      this.isRunning = false;
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#view;
    return html`<div class="page" @customersedit=${this.#edit}>
      <div class="page-head">
        <div class="page-head-text">
          <h1 tabindex="-1">Unify</h1>
          <p class="quiet">
            ${
              state.value?.model.kind === 'accounts'
                ? 'Make one account of all the rows that describe the same organisation.'
                : 'Make one customer of all the rows that describe the same person.'
            }
          </p>
        </div>
        <div class="commands">
          <button
            class="button button-primary"
            type="button"
            ?disabled=${this.isRunning || !state.value?.model.customers.tables.length}
            @click=${() => void this.#run()}
          >
            ${icon('play')} ${this.isRunning ? 'Unifying …' : 'Run unification'}
          </button>
        </div>
      </div>
      ${this.failed ? failure(this.failed.error) : nothing}
      ${state.status === 'failed' ? failure(state.error, () => void this.#view.reload()) : nothing}
      ${state.value ? this.#renderView(state.value) : state.status === 'loading' ? placeholder('the rules') : nothing}
    </div>`;
  }

  #renderView({ model, tables, report }: UnifyView): TemplateResult {
    if (tables.length === 0) {
      return html`<section class="card">
        ${emptyState(
          'table',
          'No tables to unify',
          'Import the tables that hold your customers first.',
          html`<a class="button button-primary" href=${hrefTo({ page: 'data' })}>Go to the data</a>`,
        )}
      </section>`;
    }
    return html`
      ${
        report?.outOfDate
          ? html`<div class="notice notice-warn">
              ${icon('info')}
              <p>
                <strong>Refresh needed.</strong> Tables or rules have changed since customers were unified.
              </p>
            </div>`
          : nothing
      }
      <customer-tables .customers=${model.customers} .tables=${tables}></customer-tables>
      <match-rules .customers=${model.customers} .tables=${tables}></match-rules>
      ${report ? unifyFigures(report) : nothing}
    `;
  }
}
