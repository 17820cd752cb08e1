import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ActivityModel, ContactTable } from '../../src/model/model.js';
import { CONTACT_ATTRIBUTES } from '../../src/model/semantic-types.js';
import type { TableInfo } from '../../src/model/tables.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { columnChoices } from './column-choices.js';
import {
  addContactTable,
  guessAccountColumn,
  linkToAccount,
  removeContactTable,
  replaceContactTable,
} from './contact-edits.js';
import { ModelEditEvent, type ModelEdit } from './model-edit-event.js';
import { nameSelect } from './model-select.js';

/** The tables that hold the people of business accounts (§ 9.6). Dispatches `modeledit` with each change. */
@customElement('contact-tables')
export class ContactTables extends LightElement {
  @property({ attribute: false }) model!: ActivityModel; // set by the page
  /** With their primary keys. */
  @property({ attribute: false }) tables: readonly TableInfo[] = [];
  @state() protected chosen = '';

  #edit(change: ModelEdit, done?: string): void {
    this.dispatchEvent(new ModelEditEvent(change, done));
  }

  async #remove(table: string): Promise<void> {
    this.#edit((model) => removeContactTable(model, table), `${table} is no contact table any more.`);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#contact-tables-heading')?.focus();
  }

  #columnsOf(name: string): string[] {
    return this.tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
  }

  protected override render(): TemplateResult {
    const { contacts } = this.model;
    return html`<section class="card" aria-labelledby="contact-tables-heading">
      <div>
        <h2 id="contact-tables-heading" tabindex="-1">Contact tables</h2>
        <p class="quiet">
          The people of the accounts. What a contact did is in the timeline of their account.
        </p>
      </div>
      ${
        contacts.length === 0
          ? html`<p>There is no contact table. Accounts have a timeline without one, too.</p>`
          : html`<ul class="stack">
              ${repeat(
                contacts,
                ({ table }) => table,
                (entry, place) => this.#renderTable(entry, place),
              )}
            </ul>`
      }
      ${this.#renderAdd()}
    </section>`;
  }

  #renderTable(entry: ContactTable, place: number): TemplateResult {
    const { table, primaryKey, attributes, path } = entry;
    const id = `contact-table-${place}`;
    const columns = this.#columnsOf(table);
    const { customers, relationships } = this.model;
    const link = relationships.find(({ name }) => name === path[0]);
    // Ways over several tables are drawn in the model's file; here they are shown, not changed.
    const isDirect = path.length < 2;
    return html`<li class="customer-table contact-table" aria-labelledby=${id}>
      <span class="customer-table-place" aria-hidden="true">${icon('people')}</span>
      <h3 id=${id}>${table}</h3>
      <div class="customer-table-settings">
        ${nameSelect({
          id: `${id}-key`,
          label: 'Primary key',
          names: columns,
          value: primaryKey,
          onChange: (value) =>
            this.#edit((model) =>
              replaceContactTable(model, {
                ...entry,
                primaryKey: value,
                attributes: { ...attributes, ContactId: value },
              }),
            ),
        })}
        ${
          isDirect
            ? nameSelect({
                id: `${id}-account`,
                label: 'Column that names the account',
                names: columns,
                value: link?.from.column ?? '',
                onChange: (column) =>
                  this.#edit((model) =>
                    linkToAccount(model, table, {
                      column,
                      table: link?.to.table ?? customers.tables[0]?.table ?? '',
                    }),
                  ),
              })
            : html`<p class="field-hint check">Reaches its account over ${path.join(', ')}.</p>`
        }
        ${
          isDirect && customers.tables.length > 1
            ? nameSelect({
                id: `${id}-to`,
                label: 'Account table',
                names: customers.tables.map((known) => known.table),
                value: link?.to.table ?? '',
                onChange: (to) =>
                  this.#edit((model) =>
                    linkToAccount(model, table, { column: link?.from.column ?? '', table: to }),
                  ),
              })
            : nothing
        }
      </div>
      <div class="customer-table-commands">
        <button
          class="button-icon"
          type="button"
          aria-label="Remove ${table}"
          @click=${() => void this.#remove(table)}
        >
          ${icon('bin')}
        </button>
      </div>
      ${columnChoices({
        id: `${id}-attributes`,
        summary: `Fields of the contacts in ${table}`,
        choices: CONTACT_ATTRIBUTES.filter(({ key }) => key !== 'ContactId').map(({ key, label }) => ({
          key,
          words: label,
          column: attributes[key],
        })),
        columns,
        onChange: (key, column) => {
          const { [key]: _former, ...others } = attributes;
          this.#edit((model) =>
            replaceContactTable(model, {
              ...entry,
              attributes: column === '' ? others : { ...others, [key]: column },
            }),
          );
        },
      })}
    </li>`;
  }

  #renderAdd(): TemplateResult | typeof nothing {
    const { contacts, customers } = this.model;
    const [account] = customers.tables;
    const taken = new Set([...contacts, ...customers.tables].map(({ table }) => table));
    const free = this.tables.filter(({ name }) => !taken.has(name));
    const [first] = free;
    if (!first) return nothing;
    const chosen = free.find(({ name }) => name === this.chosen) ?? first;
    const add = (): void => {
      if (!account) return;
      const column = guessAccountColumn(chosen, account.primaryKey);
      this.#edit(
        (model) => addContactTable(model, chosen, { column, table: account.table }),
        `${chosen.name} is added.`,
      );
    };
    return html`<div class="add-row">
      <div class="field">
        <label for="add-contact-table"
          >${contacts.length === 0 ? 'Contact table' : 'Another contact table'}</label
        >
        <select
          id="add-contact-table"
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
        >
          ${free.map(
            ({ name }) => html`<option value=${name} ?selected=${name === chosen.name}>${name}</option>`,
          )}
        </select>
      </div>
      <button class="button" type="button" ?disabled=${!account} @click=${add}>
        ${icon('plus')} Add contacts
      </button>
    </div>`;
  }
}
