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
import { changeModel, primaryKeyOf, withTable } from '../app/model-changes.js';
import { messageOf, notify } from '../app/notify.js';
import { hrefTo } from '../app/route.js';
import { applyProposal } from '../parts/apply-proposal.js';
import { setKind } from '../parts/contact-edits.js';
import { customerKind } from '../parts/customer-kind.js';
import type { ProposalAcceptEvent } from '../parts/customer-proposal.js';
import type { CustomersEditEvent } from '../parts/customers-edit-event.js';
import type { ModelEdit, ModelEditEvent } from '../parts/model-edit-event.js';
import { unifyFigures } from '../parts/unify-figures.js';
import '../parts/contact-tables.js';
import '../parts/customer-proposal.js';
import '../parts/customer-tables.js';
import '../parts/match-rules.js';

interface UnifyView {
  model: ActivityModel;
  /** With the keys that the model knows. */
  tables: readonly TableInfo[];
  report: (UnifyReport & { outOfDate: boolean }) | null;
}

/** How unified customers are made, and what came out. Every edit is saved at once. */
@customElement('unify-page')
export class UnifyPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  /** A sample's customers stay what they are; in own data a person says it. */
  @property({ type: Boolean }) canChangeKind = false;
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
      const keyed = tables.map((table) => {
        const primaryKey = primaryKeyOf(model, table);
        return { ...table, ...(primaryKey && { primaryKey }) };
      });
      return { model, tables: keyed, report };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model', 'activities'],
  });

  #editCustomers({ detail: { change, done } }: CustomersEditEvent): void {
    this.#edit((model) => ({ ...model, customers: change(model.customers) }), done);
  }

  #edit(change: ModelEdit, done?: string): void {
    const tables = this.#view.state.value?.tables ?? [];
    this.#saving = this.#saving
      .then(() =>
        changeModel(this.engine, (model) => {
          const changed = change(model);
          const used = new Set([...changed.customers.tables, ...changed.contacts].map(({ table }) => table));
          return tables
            .filter(({ name }) => used.has(name))
            .reduce((known, table) => withTable(known, table), changed);
        }),
      )
      .then(
        () => done && notify(this, done),
        (error: unknown) => notify(this, messageOf(error)),
      )
      .then(() => this.#view.reload());
  }

  async #accept({ detail: { proposal } }: ProposalAcceptEvent): Promise<void> {
    this.#edit((model) => applyProposal(model, proposal));
    await this.#run();
    this.renderRoot.querySelector<HTMLElement>('#unify-figures-heading')?.focus();
  }

  async #run(): Promise<void> {
    this.isRunning = true;
    this.failed = undefined;
    try {
      await this.#saving;
      const report = await this.engine.unifyCustomers();
      await this.#view.reload();
      const { kind, activities = [] } = this.#view.state.value?.model ?? {};
      notify(
        this,
        `${formatCount(report.customers, kind === 'accounts' ? 'account' : 'customer')} unified.`,
        activities.length > 0
          ? undefined
          : {
              label: 'Create activities',
              leadsTo: 'activities',
              run: () => (location.hash = hrefTo({ page: 'activities', wizard: { flow: 'all' } })),
            },
      );
    } catch (error) {
      this.failed = { error };
    } finally {
      this.isRunning = false;
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#view;
    return html`<div
      class="page"
      @customersedit=${this.#editCustomers}
      @modeledit=${({ detail: { change, done } }: ModelEditEvent) => this.#edit(change, done)}
      @proposalaccept=${(event: ProposalAcceptEvent) => void this.#accept(event)}
    >
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
      ${
        model.customers.tables.length === 0 && !this.isRunning
          ? html`<customer-proposal .engine=${this.engine} .tables=${tables}></customer-proposal>`
          : nothing
      }
      ${
        this.canChangeKind
          ? customerKind(model.kind, (kind) => this.#edit((known) => setKind(known, kind)))
          : nothing
      }
      <customer-tables .kind=${model.kind} .customers=${model.customers} .tables=${tables}></customer-tables>
      ${
        model.customers.tables.length > 1
          ? html`<match-rules .customers=${model.customers} .tables=${tables}></match-rules>`
          : nothing
      }
      ${
        model.kind === 'accounts'
          ? html`<contact-tables .model=${model} .tables=${tables}></contact-tables>`
          : nothing
      }
      ${report ? unifyFigures(report) : nothing}
    `;
  }
}
