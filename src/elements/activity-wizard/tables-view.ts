import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ActivityDefinition } from '../../model/model.js';
import { isSemanticType, OTHER_TYPE, SEMANTIC_TYPES } from '../../model/semantic-types.js';
import { closeIcon, plusIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { columnOf } from './definition-fields.js';
import { issueLines, issuesAt, reasonText } from './field-view.js';
import { drawn } from './first-frame.js';
import { typeWord } from './type-words.js';
import type { WizardStrings } from './wizard-strings.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Value of the option that opens the field for a type of one's own. */
const CREATE = ' ';

/** Step 1, activity tables (§ 4.1). */
export function tablesView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { activities } = model.model;
  const { strings } = model;
  return html`<button class="text-button" id="/activities" type="button" @click=${actions.openTables}>
      ${plusIcon}${strings.selectTables}
    </button>
    ${issueLines(issuesAt(model, '/activities', model.tried.has(model.step)), model)}
    ${
      activities.length === 0
        ? html`<p class="hint nothing">${strings.nothingSelected}</p>`
        : html`<div class="rows">
            ${headsView(strings)}
            ${drawn(activities, model.isFirstFrame).map((activity, i) => rowView(activity, i, model, actions))}
          </div>`
    }`;
}

/** Names of the columns, for those who see that the fields stand below: each field has its own label too. */
function headsView({ sourceTable, type, primaryKey }: WizardStrings): TemplateResult {
  const star = html`<span class="star"> *</span>`;
  return html`<div class="row-heads" aria-hidden="true">
    <span>${sourceTable}</span><span>${type}${star}</span><span>${primaryKey}${star}</span>
  </div>`;
}

function rowView(
  activity: ActivityDefinition,
  i: number,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings } = model;
  const { id } = activity;
  const info = infoOf(model, activity.table);
  const isTried = model.tried.has(model.step);
  const atTable = issuesAt(model, `/activities/${i}/table`, isTried);
  return html`<div class="row" role="group" aria-label="${info.table} : ${info.source}">
    <div class="entry">
      <span class="label">${strings.sourceTable}</span>
      <p class="row-table" id="/activities/${i}/table" tabindex="-1">${info.table} : ${info.source}</p>
      ${issueLines(atTable, model)}
    </div>
    ${typeField(activity, i, model, actions)} ${columnOf('primaryKey', activity, model, actions)}
    <button
      class="icon-button"
      type="button"
      aria-label=${fill(strings.remove, { table: info.table })}
      @click=${() => actions.removeTable(id)}
    >
      ${closeIcon}
    </button>
  </div>`;
}

/** The types in the order of D 14. */
export function typeField(
  { id, type }: ActivityDefinition,
  i: number,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, newType } = model;
  const path = `/activities/${i}/type`;
  const issues = issuesAt(model, path, model.tried.has(model.step));
  const custom = model.model.activities
    .map((known) => known.type)
    .filter((known) => known !== '' && known !== OTHER_TYPE && !isSemanticType(known));
  const types = [...Object.keys(SEMANTIC_TYPES), OTHER_TYPE, ...[...new Set(custom)].sort()];
  const isNew = newType?.id === id;
  const reason = reasonText(model, id, 'type');
  return html`<div class="entry">
    <label class="label" for=${path}>${strings.type}<span class="star" aria-hidden="true"> *</span></label>
    <select
      class="field"
      id=${path}
      aria-required="true"
      aria-invalid=${ifDefined(issues.some(({ level }) => level === 'error') ? 'true' : undefined)}
      aria-describedby="${path}-hint"
      .value=${isNew ? CREATE : type}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        if (value === CREATE) actions.startType(id);
        else actions.patch(id, 'type', value);
      }}
    >
      <option value="" ?selected=${type === '' && !isNew}>${strings.selectType}</option>
      ${types.map(
        (known) =>
          html`<option value=${known} ?selected=${known === type && !isNew}>
            ${typeWord(model, known)}
          </option>`,
      )}
      <hr />
      <option value=${CREATE} ?selected=${isNew}>${strings.createNew}</option>
    </select>
    ${
      isNew
        ? html`<form
            class="new-type"
            @submit=${(event: Event) => {
              event.preventDefault();
              actions.addType();
            }}
          >
            <input
              class="field"
              id="new-type"
              type="text"
              autocomplete="off"
              aria-label=${strings.customType}
              aria-describedby="${path}-hint"
              aria-invalid=${ifDefined(newType.fault ? 'true' : undefined)}
              .value=${newType.text}
              @input=${(event: Event) => actions.typeName((event.target as HTMLInputElement).value)}
            />
            <button class="outline-button" type="submit">${strings.add}</button>
          </form>`
        : nothing
    }
    <p class=${isNew && newType.fault ? 'fault' : 'hint'} id="${path}-hint">
      ${isNew ? newType.fault : issues.length > 0 ? issueLines(issues, model) : reason}
    </p>
  </div>`;
}
