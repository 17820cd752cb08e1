import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ISSUE_TEXTS } from '../../model/messages.js';
import { dialogView } from '../shared/dialog-view.js';
import { numberFormat } from '../shared/formatters.js';
import { fill } from '../shared/messages.js';
import {
  changeHop,
  existing,
  finishPath,
  hopNameFault,
  startOf,
  targets,
  type HopDraft,
  type PathDraft,
} from './path-draft.js';
import { infoOf, type WizardModel } from './wizard-view.js';

export interface PathActions {
  readonly change: (path: PathDraft) => void;
  readonly apply: () => void;
  readonly close: () => void;
}

/** The pane "Add relationship path" (§ 4.3, 4.4): cards until a customer table is reached. */
export function pathView(path: PathDraft, model: WizardModel, actions: PathActions): TemplateResult {
  const { strings } = model;
  const { table, source } = infoOf(model, path.table);
  const isAccounts = model.model.kind === 'accounts';
  return dialogView({
    shape: 'pane',
    title: strings.paneTitle,
    close: strings.close,
    onClose: actions.close,
    content: html`<p>${fill(strings.paneHint, { table: `${table} : ${source}` })}</p>
      ${isAccounts ? html`<p class="hint">${strings.contactHint}</p>` : nothing}
      ${model.model.customers.tables.length === 0 ? html`<p class="fault">${strings.noCustomerTables}</p>` : nothing}
      ${path.hops.map((hop, at) => hopView(hop, at, path, model, actions))}`,
    footer: html`<button
        class="solid-button"
        type="button"
        ?disabled=${finishPath(model.model, path) === null}
        @click=${actions.apply}
      >
        ${strings.apply}
      </button>
      <button class="outline-button" type="button" @click=${actions.close}>${strings.cancel}</button>`,
  });
}

function hopView(
  hop: HopDraft,
  at: number,
  path: PathDraft,
  model: WizardModel,
  { change }: PathActions,
): TemplateResult {
  const { strings, locale, issueTexts } = model;
  const start = infoOf(model, startOf(path, at));
  const known = hop.column && hop.table ? existing(model.model, path, at) : undefined;
  const fault = hop.table ? hopNameFault(model.model, path, at) : null;
  const { customers, intermediate } = targets(model.model, model.tables, path, at);
  const isAccounts = model.model.kind === 'accounts';
  const hasSteps = isAccounts || path.hops.length > 1;
  const set = (values: Partial<HopDraft>): void => change(changeHop(model.model, path, at, values));
  const option = (value: string, label: string, chosen: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
  const tableOption = (name: string): TemplateResult => {
    const { table, source } = infoOf(model, name);
    return option(name, `${table} : ${source}`, hop.table);
  };
  const select = (
    id: string,
    label: string,
    value: string,
    placeholder: string,
    options: unknown,
    onChange: (value: string) => void,
  ): TemplateResult =>
    html`<div class="entry">
      <label class="label" for=${id}>${label}</label>
      <select
        class="field"
        id=${id}
        .value=${value}
        @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
      >
        ${option('', placeholder, value)} ${options}
      </select>
    </div>`;
  return html`<fieldset class="card hop">
    <legend class="label">
      ${fill(strings.relationship, { number: numberFormat(locale).format(at + 1) })}
    </legend>
    ${select(
      `hop-${at}-column`,
      fill(strings.foreignKey, { table: start.table, source: start.source }),
      hop.column,
      strings.selectField,
      start.columns.map(({ name }) => option(name, name, hop.column)),
      (column) => set({ column }),
    )}
    ${select(
      `hop-${at}-table`,
      strings.toTable,
      hop.table,
      strings.selectTable,
      html`<optgroup label=${isAccounts ? strings.accountTables : strings.customerTables}>
          ${customers.map(tableOption)}
        </optgroup>
        ${
          hasSteps
            ? html`<optgroup label=${strings.intermediateTables}>${intermediate.map(tableOption)}</optgroup>`
            : nothing
        }`,
      (table) => set({ table }),
    )}
    ${
      hop.table
        ? select(
            `hop-${at}-to`,
            strings.toColumn,
            hop.toColumn,
            strings.selectField,
            infoOf(model, hop.table).columns.map(({ name }) => option(name, name, hop.toColumn)),
            (toColumn) => set({ toColumn }),
          )
        : nothing
    }
    <div class="entry">
      <label class="label" for="hop-${at}-name">${strings.relationshipName}</label>
      <input
        class="field"
        id="hop-${at}-name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        ?readonly=${known !== undefined}
        aria-describedby="hop-${at}-hint"
        aria-invalid=${ifDefined(fault ? 'true' : undefined)}
        .value=${hop.name}
        @input=${(event: Event) => set({ name: (event.target as HTMLInputElement).value })}
      />
      <p class=${fault ? 'fault' : 'hint'} id="hop-${at}-hint">
        ${fault ? (issueTexts?.[fault] ?? ISSUE_TEXTS[fault]) : known ? strings.existing : strings.nameHint}
      </p>
    </div>
  </fieldset>`;
}
