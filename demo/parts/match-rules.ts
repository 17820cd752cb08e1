import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CustomerUnification, MatchCondition, MatchRule } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { normalizationChecks, precisionSelect } from './comparison-fields.js';
import { CustomersEditEvent } from './customers-edit-event.js';
import { nameSelect } from './model-select.js';
import { addRule, removeRule, replaceRule } from './unify-edits.js';

/** The rules by which rows of one customer table find their customer. Dispatches `customersedit`. */
@customElement('match-rules')
export class MatchRules extends LightElement {
  @property({ attribute: false }) customers!: CustomerUnification; // set by the page
  @property({ attribute: false }) tables: readonly TableInfo[] = [];

  /** The button that removed a rule is gone with it: the focus goes to the heading. */
  #hasRemoved = false;

  #replace(index: number, rule: MatchRule): void {
    this.dispatchEvent(new CustomersEditEvent((customers) => replaceRule(customers, index, rule)));
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('customers') || !this.#hasRemoved) return;
    this.#hasRemoved = false;
    this.renderRoot.querySelector<HTMLElement>('#match-rules-heading')?.focus();
  }

  #remove({ name }: MatchRule, index: number): void {
    this.#hasRemoved = true;
    this.dispatchEvent(
      new CustomersEditEvent((customers) => removeRule(customers, index), `${name} is removed.`),
    );
  }

  #columnsOf(name: string): string[] {
    return this.tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
  }

  protected override render(): TemplateResult {
    const { rules, tables } = this.customers;
    return html`<section class="card" aria-labelledby="match-rules-heading">
      <div>
        <h2 id="match-rules-heading" tabindex="-1">Match rules</h2>
        <p class="quiet">Tried in order. A rule matches rows when all its conditions hold.</p>
      </div>
      ${
        rules.length === 0
          ? html`<p>Without a rule no row joins another: every row is a customer of its own.</p>`
          : html`<ol class="stack">
              ${rules.map((rule, index) => this.#renderRule(rule, index))}
            </ol>`
      }
      <div class="commands">
        <button
          class="button"
          type="button"
          ?disabled=${tables.length < 2}
          @click=${() => this.dispatchEvent(new CustomersEditEvent((customers) => addRule(customers, this.tables), 'A rule is added.'))}
        >
          ${icon('plus')} Add rule
        </button>
      </div>
    </section>`;
  }

  #renderRule(rule: MatchRule, index: number): TemplateResult {
    const names = this.customers.tables.map(({ table }) => table);
    const id = `rule-${index}`;
    return html`<li class="match-rule" aria-labelledby="${id}-heading">
      <div class="card-head">
        <h3 id="${id}-heading">${rule.name}</h3>
        <button
          class="button-icon"
          type="button"
          aria-label="Remove ${rule.name}"
          @click=${() => this.#remove(rule, index)}
        >
          ${icon('bin')}
        </button>
      </div>
      <div class="field-pair">
        <div class="field">
          <label for="${id}-name">Name</label>
          <input
            id="${id}-name"
            type="text"
            autocomplete="off"
            .value=${rule.name}
            @change=${(event: Event) => this.#replace(index, { ...rule, name: (event.target as HTMLInputElement).value.trim() })}
          />
        </div>
        ${nameSelect({
          id: `${id}-table`,
          label: 'Rows of',
          names: names.slice(1),
          value: rule.table,
          onChange: (table) => this.#replace(index, { ...rule, table }),
        })}
        ${nameSelect({
          id: `${id}-with`,
          label: 'join customers of',
          names: names.slice(0, Math.max(1, names.indexOf(rule.table))),
          value: rule.with,
          onChange: (other) => this.#replace(index, { ...rule, with: other }),
        })}
      </div>
      ${rule.conditions.map((condition, place) => this.#renderCondition(rule, index, condition, place))}
      <div>
        <button class="button-link" type="button" @click=${() => this.#addCondition(rule, index)}>
          Add a condition
        </button>
      </div>
    </li>`;
  }

  #addCondition(rule: MatchRule, index: number): void {
    const [column = ''] = this.#columnsOf(rule.table);
    const [withColumn = ''] = this.#columnsOf(rule.with);
    this.#replace(index, { ...rule, conditions: [...rule.conditions, { column, withColumn }] });
  }

  #renderCondition(rule: MatchRule, index: number, condition: MatchCondition, place: number): TemplateResult {
    const id = `rule-${index}-condition-${place}`;
    const replace = (changed: MatchCondition): void =>
      this.#replace(index, {
        ...rule,
        conditions: rule.conditions.map((known, other) => (other === place ? changed : known)),
      });
    return html`<div class="condition" role="group" aria-label="Condition ${place + 1} of ${rule.name}">
      ${nameSelect({
        id: `${id}-column`,
        label: `Column of ${rule.table}`,
        names: this.#columnsOf(rule.table),
        value: condition.column,
        onChange: (column) => replace({ ...condition, column }),
      })}
      ${precisionSelect(id, condition, (precision) => replace({ ...condition, precision }))}
      ${nameSelect({
        id: `${id}-with`,
        label: `Column of ${rule.with}`,
        names: this.#columnsOf(rule.with),
        value: condition.withColumn,
        onChange: (withColumn) => replace({ ...condition, withColumn }),
      })}
      <button
        class="button-icon"
        type="button"
        aria-label="Remove condition ${place + 1} of ${rule.name}"
        ?disabled=${rule.conditions.length === 1}
        @click=${() =>
          this.#replace(index, {
            ...rule,
            conditions: rule.conditions.filter((_known, other) => other !== place),
          })}
      >
        ${icon('close')}
      </button>
      ${normalizationChecks(condition, (normalize) => replace({ ...condition, normalize }))}
    </div>`;
  }
}
