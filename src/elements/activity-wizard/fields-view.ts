import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ActivityDefinition } from '../../model/model.js';
import {
  attributesOf,
  defaultIcon,
  displayTypeName,
  ICON_NAMES,
  type IconName,
} from '../../model/semantic-types.js';
import { isIconName, typeIcon } from '../shared/icons.js';
import { columnField, issueLines, issuesAt, reasonText } from './field-view.js';
import { isError } from './wizard-issues.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Step 2, activity fields (§ 4.2): the tables beside the controls of one of them. */
export function fieldsView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { strings, chosen, issues } = model;
  const { activities } = model.model;
  return html`<div class="columns">
    <nav class="list" aria-label=${strings.tables}>
      <h3 class="label">${strings.tables}</h3>
      <ul>
        ${activities.map((activity) => {
          const info = infoOf(model, activity.table);
          const isFaulty =
            model.tried.has('fields') &&
            issues.some(
              (issue) => issue.step === 'fields' && issue.activity === activity.id && isError(issue),
            );
          return html`<li>
            <button
              class=${isFaulty ? 'faulty' : ''}
              type="button"
              aria-current=${ifDefined(activity.id === chosen?.id ? 'true' : undefined)}
              @click=${() => actions.choose(activity.id)}
            >
              <span class="hint">${info.source}</span>${info.table}
              ${isFaulty ? html`<span class="visually-hidden">${strings.stepFaulty}</span>` : nothing}
            </button>
          </li>`;
        })}
      </ul>
    </nav>
    ${chosen ? controlsView(chosen, activities.indexOf(chosen), model, actions) : nothing}
  </div>`;
}

function controlsView(
  activity: ActivityDefinition,
  i: number,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings } = model;
  const { id } = activity;
  const info = infoOf(model, activity.table);
  const isTried = model.tried.has('fields');
  const nameIssues = issuesAt(model, `/activities/${i}/name`, isTried);
  const column = (
    field: 'timestamp' | 'event' | 'url' | 'detail',
    label: string,
    isRequired: boolean,
  ): TemplateResult =>
    columnField({
      model,
      id: `/activities/${i}/${field}`,
      label,
      value: activity[field] ?? '',
      columns: info.columns,
      isRequired,
      isByDate: field === 'timestamp',
      reason: reasonText(model, id, field),
      isTried,
      onChange: (value) => actions.patch(id, field, value === '' && !isRequired ? undefined : value),
    });
  return html`<div class="controls" role="group" aria-label=${info.table}>
    <p class="about">
      <span class="hint">${info.source}</span>
      <strong>${info.table}</strong>
      ${activity.type ? html`<span class="badge">${displayTypeName(activity.type)}</span>` : nothing}
    </p>
    <div class="entry">
      <label class="label" for="/activities/${i}/name"
        >${strings.name}<span class="star" aria-hidden="true"> *</span></label
      >
      <input
        class="field"
        id="/activities/${i}/name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${ifDefined(nameIssues.length > 0 ? 'true' : undefined)}
        aria-describedby="/activities/${i}/name-hint"
        .value=${activity.name}
        @input=${(event: Event) => actions.patch(id, 'name', (event.target as HTMLInputElement).value)}
      />
      <p class="hint" id="/activities/${i}/name-hint">
        ${nameIssues.length > 0 ? issueLines(nameIssues, model) : strings.nameHint}
      </p>
    </div>
    ${column('timestamp', strings.timestamp, true)} ${dateOrderView(activity, i, model, actions)}
    ${column('event', strings.event, true)} ${column('url', strings.url, false)}
    ${column('detail', strings.detail, false)}
    ${choiceView(strings.show, activity.showInTimeline, strings, (value) =>
      actions.patch(id, 'showInTimeline', value),
    )}
    <p class="hint under">${strings.showHint}</p>
    ${iconView(activity, model, actions)} ${attributesView(activity, i, model, actions)}
  </div>`;
}

/** Asked only where it is open, or was answered. */
function dateOrderView(
  { id, dateOrder }: ActivityDefinition,
  i: number,
  { issues, strings }: WizardModel,
  actions: WizardActions,
): TemplateResult | typeof nothing {
  const isOpen = issues.some(
    ({ code, path }) => code === 'date-order-ambiguous' && path === `/activities/${i}/timestamp`,
  );
  if (!isOpen && dateOrder === undefined) return nothing;
  return html`<fieldset class="choice-group">
    <legend class="label">${strings.dateOrder}</legend>
    ${(['mdy', 'dmy'] as const).map(
      (order) =>
        html`<label class="choice">
          <input
            type="radio"
            name="order-${id}"
            .checked=${dateOrder === order}
            @change=${() => actions.patch(id, 'dateOrder', order)}
          />
          ${order === 'mdy' ? strings.monthFirst : strings.dayFirst}
        </label>`,
    )}
  </fieldset>`;
}

function choiceView(
  label: string,
  isYes: boolean,
  strings: WizardModel['strings'],
  onChange: (value: boolean) => void,
): TemplateResult {
  return html`<fieldset class="choice-group">
    <legend class="label">${label}</legend>
    ${[true, false].map(
      (value) =>
        html`<label class="choice">
          <input type="radio" name=${label} .checked=${value === isYes} @change=${() => onChange(value)} />
          ${value ? strings.yes : strings.no}
        </label>`,
    )}
  </fieldset>`;
}

function iconView(
  { id, icon, type }: ActivityDefinition,
  { strings }: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const preset = defaultIcon(type);
  const choice = (name: IconName, isPreset: boolean): TemplateResult => {
    const label = isPreset ? strings.presetIcon : strings.icons[name];
    return html`<label class="icon-choice" title=${label}>
      <input
        type="radio"
        name="icon-${id}"
        aria-label=${label}
        .checked=${isPreset ? !isIconName(icon) : icon === name}
        @change=${() => actions.patch(id, 'icon', isPreset ? undefined : name)}
      />${typeIcon(name)}${isPreset ? html`<span>${label}</span>` : nothing}
    </label>`;
  };
  return html`<fieldset class="choice-group icons">
    <legend class="label">${strings.icon}</legend>
    ${choice(preset, true)} ${ICON_NAMES.map((name) => choice(name, false))}
  </fieldset>`;
}

/** Not asked of types without attributes (§ 4.2). */
function attributesView(
  activity: ActivityDefinition,
  i: number,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult | typeof nothing {
  const attributes = attributesOf(activity.type);
  if (attributes.length === 0) return nothing;
  const { strings } = model;
  const { id, attributes: mapping } = activity;
  const info = infoOf(model, activity.table);
  return html`${choiceView(strings.map, mapping !== undefined, strings, (value) =>
    actions.patch(id, 'attributes', value ? proposeMapping(activity) : undefined),
  )}
  ${
    mapping
      ? html`<div class="attributes">
          ${attributes.map(({ key, label, required }) =>
            columnField({
              model,
              id: `/activities/${i}/attributes/${key}`,
              label,
              value: mapping[key] ?? '',
              columns: info.columns,
              isRequired: required,
              isTried: model.tried.has('fields'),
              onChange: (column) => {
                const { [key]: _, ...others } = mapping;
                actions.patch(id, 'attributes', column === '' ? others : { ...others, [key]: column });
              },
            }),
          )}
        </div>`
      : nothing
  }`;
}

/** The timestamp for the required date, the primary key for the id (D 15). */
function proposeMapping({ type, timestamp, primaryKey }: ActivityDefinition): Record<string, string> {
  const required = attributesOf(type).filter((attribute) => attribute.required);
  const id = required.find((attribute) => attribute.type === 'text');
  const date = required.find((attribute) => attribute.type === 'date');
  return {
    ...(id && primaryKey && { [id.key]: primaryKey }),
    ...(date && timestamp && { [date.key]: timestamp }),
  };
}
