import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomerTable, CustomerUnification } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';
import { meaningsOf, type CustomerKind } from '../app/column-meanings.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import {
  addCustomerTable,
  moveCustomerTable,
  removeCustomerTable,
  replaceCustomerTable,
} from './unify-edits.js';
import './deduplication-form.js';
import { columnChoices } from './column-choices.js';
import { nameSelect } from './model-select.js';
import { CustomersEditEvent } from './customers-edit-event.js';

/** The customer tables in their order. Dispatches `customersedit` with each change. */
@customElement('customer-tables')
export class CustomerTables extends LightElement {
  @property({ attribute: false }) customers!: CustomerUnification; // set by the page
  @property() kind: CustomerKind = 'individuals';
  /** With their primary keys. */
  @property({ attribute: false }) tables: readonly TableInfo[] = [];
  @state() protected chosen = '';
  /** Selectors of what gets the focus once a change is on the screen: the button that made it has moved or is gone. */
  #focusNext?: string[];

  #edit(change: (customers: CustomerUnification) => CustomerUnification, done?: string): void {
    this.dispatchEvent(new CustomersEditEvent(change, done));
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('customers') || !this.#focusNext) return;
    for (const selector of this.#focusNext) this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    this.#focusNext = undefined;
  }

  #move(table: string, to: number, command: 'up' | 'down'): void {
    // At the end of the list the same button is disabled and takes no focus: the other one keeps it.
    const other = command === 'up' ? 'down' : 'up';
    this.#focusNext = [`#customer-table-${to}-${other}`, `#customer-table-${to}-${command}`];
    this.#edit((customers) => moveCustomerTable(customers, table, to), `${table} is now at place ${to + 1}.`);
  }

  #remove(table: string): void {
    this.#focusNext = ['#customer-tables-heading'];
    this.#edit(
      (customers) => removeCustomerTable(customers, table),
      `${table} is no customer table any more.`,
    );
  }

  #columnsOf(name: string): string[] {
    return this.tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
  }

  protected override render(): TemplateResult {
    const { tables } = this.customers;
    return html`<section class="card" aria-labelledby="customer-tables-heading">
      <div>
        <h2 id="customer-tables-heading" tabindex="-1">Customer tables</h2>
        <p class="quiet">
          Each row of the first table makes a customer. Rows of the next ones join a customer above them, or
          make one of their own.
        </p>
      </div>
      ${
        tables.length === 0
          ? html`<p>There is no customer table yet. Add the one that knows your customers best.</p>`
          : html`<ol class="stack">
              ${repeat(
                tables,
                ({ table }) => table,
                (table, index) => this.#renderTable(table, index, tables.length),
              )}
            </ol>`
      }
      ${this.#renderAdd()}
    </section>`;
  }

  #renderTable(entry: CustomerTable, index: number, count: number): TemplateResult {
    const { table, primaryKey, includeAll } = entry;
    const id = `customer-table-${index}`;
    return html`<li class="customer-table" aria-labelledby=${id}>
      <span class="customer-table-place" aria-hidden="true">${index + 1}</span>
      <h3 id=${id}>${table}</h3>
      <div class="customer-table-settings">
        ${nameSelect({
          id: `${id}-key`,
          label: 'Primary key',
          names: this.#columnsOf(table),
          value: primaryKey,
          onChange: (value) =>
            this.#edit((customers) => replaceCustomerTable(customers, { ...entry, primaryKey: value })),
        })}
        ${
          index === 0
            ? html`<p class="field-hint check">All its rows are customers.</p>`
            : html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${includeAll}
                  @change=${(event: Event) =>
                    this.#edit((customers) =>
                      replaceCustomerTable(customers, {
                        ...entry,
                        includeAll: (event.target as HTMLInputElement).checked,
                      }),
                    )}
                />
                Include rows without a match
              </label>`
        }
      </div>
      <div class="customer-table-commands">
        <button
          class="button-icon"
          type="button"
          aria-label="Move ${table} up"
          id="${id}-up"
          ?disabled=${index === 0}
          @click=${() => this.#move(table, index - 1, 'up')}
        >
          ${icon('up')}
        </button>
        <button
          class="button-icon"
          type="button"
          aria-label="Move ${table} down"
          id="${id}-down"
          ?disabled=${index === count - 1}
          @click=${() => this.#move(table, index + 1, 'down')}
        >
          ${icon('down')}
        </button>
        <button
          class="button-icon"
          type="button"
          aria-label="Remove ${table}"
          @click=${() => this.#remove(table)}
        >
          ${icon('bin')}
        </button>
      </div>
      ${this.#renderMeanings(entry, id)}
      <deduplication-form .entry=${entry} .columns=${this.#columnsOf(table)}></deduplication-form>
    </li>`;
  }

  /** What the columns mean: names, addresses, and the fields that tables have in common. */
  #renderMeanings(entry: CustomerTable, id: string): TemplateResult {
    const { table, semantics = {} } = entry;
    return columnChoices({
      id: `${id}-meanings`,
      summary: `Meaning of the columns of ${table}`,
      choices: meaningsOf(this.kind).map(({ semantic, words }) => ({
        key: semantic,
        words,
        column: Object.keys(semantics).find((column) => semantics[column] === semantic),
      })),
      columns: this.#columnsOf(table),
      onChange: (semantic, column) => {
        const others = Object.entries(semantics).filter(([, known]) => known !== semantic);
        const chosen: [string, string][] = column === '' ? [] : [[column, semantic]];
        this.#edit((customers) =>
          replaceCustomerTable(customers, {
            ...entry,
            semantics: Object.fromEntries([...others, ...chosen]),
          }),
        );
      },
    });
  }

  #renderAdd(): TemplateResult | typeof nothing {
    const free = this.tables.filter(({ name }) => !this.customers.tables.some(({ table }) => table === name));
    if (free.length === 0) return nothing;
    const chosen = free.find(({ name }) => name === this.chosen) ?? free[0];
    return html`<div class="add-row">
      <div class="field">
        <label for="add-customer-table"
          >${this.customers.tables.length === 0 ? 'Customer table' : 'Another customer table'}</label
        >
        <select
          id="add-customer-table"
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
        >
          ${free.map(
            ({ name }) => html`<option value=${name} ?selected=${name === chosen?.name}>${name}</option>`,
          )}
        </select>
      </div>
      <button
        class="button"
        type="button"
        @click=${() => chosen && this.#edit((customers) => addCustomerTable(customers, chosen, this.kind), `${chosen.name} is added.`)}
      >
        ${icon('plus')} Add table
      </button>
    </div>`;
  }
}
