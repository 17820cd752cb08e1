import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ActivityDefinition } from '../../model/model.js';
import { columnOf, nameField } from './definition-fields.js';
import { issueLines, issuesAt } from './field-view.js';
import { freeTables } from './single-activity.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Step 1 of one activity: its name, table and primary key (§ 5.1). */
export function dataView(model: WizardModel, actions: WizardActions): TemplateResult | typeof nothing {
  const { chosen } = model;
  return chosen
    ? html`<div class="controls">
        ${nameField(chosen, model, actions)}
        ${model.isNew ? tableField(chosen, model, actions) : tableLine(chosen, model)}
        ${chosen.table === '' ? nothing : columnOf('primaryKey', chosen, model, actions)}
      </div>`
    : nothing;
}

/** The ids of an activity's rows are made of its table: another table would be another activity. */
function tableLine({ table }: ActivityDefinition, model: WizardModel): TemplateResult {
  const info = infoOf(model, table);
  return html`<div class="entry">
    <span class="label">${model.strings.activityTable}</span>
    <p class="row-table">${info.table} : ${info.source}</p>
  </div>`;
}

function tableField(
  { id, table }: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, tried, step } = model;
  const path = `/activities/${model.model.activities.findIndex((known) => known.id === id)}/table`;
  const free = freeTables(model.model, model.tables, id);
  if (free.length === 0) {
    return html`<div class="notice" id=${path} tabindex="-1">
      <p class="grow">${strings.noFreeTable}</p>
      <slot name="no-tables"></slot>
    </div>`;
  }
  const issues = table === '' && !tried.has(step) ? [] : issuesAt(model, path, true);
  const sources = [...new Set(free.map(({ source }) => source))].sort();
  return html`<div class="entry">
    <label class="label" for=${path}
      >${strings.activityTable}<span class="star" aria-hidden="true"> *</span></label
    >
    <select
      class="field"
      id=${path}
      aria-required="true"
      aria-invalid=${ifDefined(issues.length > 0 ? 'true' : undefined)}
      aria-describedby="${path}-hint"
      .value=${table}
      @change=${(event: Event) => actions.chooseTable(id, (event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${table === ''}>${strings.selectTable}</option>
      ${sources.map(
        (source) =>
          html`<optgroup label=${source}>
            ${free
              .filter((known) => known.source === source)
              .map(
                (known) =>
                  html`<option value=${known.name} ?selected=${known.name === table}>${known.table}</option>`,
              )}
          </optgroup>`,
      )}
    </select>
    <p class="hint" id="${path}-hint">${issueLines(issues, model)}</p>
  </div>`;
}
