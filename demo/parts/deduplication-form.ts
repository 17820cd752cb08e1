import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type {
  ColumnCondition,
  CustomerTable,
  Deduplication,
  DeduplicationRule,
  Winner,
} from '../../src/model/model.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { normalizationChecks, precisionSelect } from './comparison-fields.js';
import { CustomersEditEvent } from './customers-edit-event.js';
import { nameSelect } from './model-select.js';
import { replaceCustomerTable } from './unify-edits.js';

const winners: readonly { by: Winner['by']; words: string }[] = [
  { by: 'most-filled', words: 'The row with the most columns filled' },
  { by: 'most-recent', words: 'The most recent row, by' },
  { by: 'least-recent', words: 'The least recent row, by' },
];

/** Which rows of a customer table are one record, and which stands for it (§ 9.2). Dispatches `customersedit`. */
@customElement('deduplication-form')
export class DeduplicationForm extends LightElement {
  @property({ attribute: false }) entry!: CustomerTable; // set by the part that shows this
  /** Columns of the table. */
  @property({ attribute: false }) columns: readonly string[] = [];

  #replace(deduplication: Deduplication | undefined): void {
    const { deduplication: _former, ...entry } = this.entry;
    this.dispatchEvent(
      new CustomersEditEvent((customers) =>
        replaceCustomerTable(customers, deduplication ? { ...entry, deduplication } : entry),
      ),
    );
  }

  #replaceRule(index: number, rule: DeduplicationRule): void {
    const { rules, ...rest } = this.entry.deduplication ?? { rules: [] };
    this.#replace({ ...rest, rules: rules.map((known, place) => (place === index ? rule : known)) });
  }

  #addRule(): void {
    const { rules, ...rest } = this.entry.deduplication ?? { rules: [] };
    const names = new Set(rules.map(({ name }) => name));
    let number = rules.length + 1;
    while (names.has(`Duplicates ${number}`)) number++;
    const [column = ''] = this.columns.filter((name) => name !== this.entry.primaryKey);
    const rule: DeduplicationRule = {
      name: `Duplicates ${number}`,
      conditions: [{ column, normalize: ['lowercase', 'whitespace'] }],
    };
    this.#replace({ ...rest, rules: [...rules, rule] });
  }

  protected override render(): TemplateResult {
    const { table, deduplication } = this.entry;
    const id = `duplicates-${table}`;
    return html`<details class="duplicates">
      <summary>Duplicates in ${table} ${icon('fold')}</summary>
      <div class="stack">
        <div class="field">
          <label for="${id}-rules">Rows that are one record</label>
          <select
            id="${id}-rules"
            @change=${(event: Event) =>
              this.#replace((event.target as HTMLSelectElement).value === 'own' ? { rules: [] } : undefined)}
          >
            <option value="match" ?selected=${!deduplication}>Alike by the conditions of a match rule</option>
            <option value="own" ?selected=${!!deduplication}>Alike by rules of their own</option>
          </select>
        </div>
        ${deduplication ? this.#renderRules(deduplication, id) : nothing}
      </div>
    </details>`;
  }

  #renderRules(deduplication: Deduplication, id: string): TemplateResult {
    const { rules, winner = { by: 'most-filled' } } = deduplication;
    const choose = (changed: Winner): void => this.#replace({ ...deduplication, winner: changed });
    return html`
      ${rules.map((rule, index) => this.#renderRule(deduplication, rule, index, `${id}-${index}`))}
      <div>
        <button class="button-link" type="button" @click=${() => this.#addRule()}>
          Add a rule for duplicates
        </button>
      </div>
      <div class="field-pair">
        <div class="field">
          <label for="${id}-winner">The row that stands for them</label>
          <select
            id="${id}-winner"
            @change=${(event: Event) => {
              const by = (event.target as HTMLSelectElement).value as Winner['by'];
              choose(by === 'most-filled' ? { by } : { by, column: winner.column ?? '' });
            }}
          >
            ${winners.map(({ by, words }) => html`<option value=${by} ?selected=${by === winner.by}>${words}</option>`)}
          </select>
        </div>
        ${
          winner.by === 'most-filled'
            ? nothing
            : nameSelect({
                id: `${id}-winner-column`,
                label: 'Date or number',
                names: this.columns,
                value: winner.column ?? '',
                onChange: (column) => choose({ ...winner, column }),
              })
        }
      </div>
    `;
  }

  #renderRule(
    deduplication: Deduplication,
    rule: DeduplicationRule,
    index: number,
    id: string,
  ): TemplateResult {
    const replace = (place: number, condition: ColumnCondition): void =>
      this.#replaceRule(index, {
        ...rule,
        conditions: rule.conditions.map((known, other) => (other === place ? condition : known)),
      });
    return html`<div class="match-rule" role="group" aria-label=${rule.name}>
      <div class="card-head">
        <h4>${rule.name}</h4>
        <button
          class="button-icon"
          type="button"
          aria-label="Remove ${rule.name}"
          @click=${() =>
            this.#replace({ ...deduplication, rules: deduplication.rules.filter((known) => known !== rule) })}
        >
          ${icon('bin')}
        </button>
      </div>
      ${rule.conditions.map(
        (condition, place) =>
          html`<div
            class="condition condition-one"
            role="group"
            aria-label="Condition ${place + 1} of ${rule.name}"
          >
            ${nameSelect({
              id: `${id}-${place}-column`,
              label: 'Same value in',
              names: this.columns,
              value: condition.column,
              onChange: (column) => replace(place, { ...condition, column }),
            })}
            ${precisionSelect(`${id}-${place}`, condition, (precision) => replace(place, { ...condition, precision }))}
            ${normalizationChecks(condition, (normalize) => replace(place, { ...condition, normalize }))}
          </div>`,
      )}
      <div>
        <button
          class="button-link"
          type="button"
          @click=${() =>
            this.#replaceRule(index, {
              ...rule,
              conditions: [...rule.conditions, { column: this.columns[0] ?? '' }],
            })}
        >
          Add a condition
        </button>
      </div>
    </div>`;
  }
}
