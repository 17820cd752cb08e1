import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ActivityDefinition } from '../../model/model.js';
import { defaultIcon, ICON_NAMES, type IconName } from '../../model/semantic-types.js';
import { isIconName, typeIcon } from '../shared/icons.js';
import { columnField, issueLines, issuesAt, reasonText } from './field-view.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** The place of a definition in its model. */
const placeOf = ({ model }: WizardModel, { id }: ActivityDefinition): number =>
  model.activities.findIndex((known) => known.id === id);

export function nameField(
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, tried, step } = model;
  const path = `/activities/${placeOf(model, activity)}/name`;
  const issues = issuesAt(model, path, tried.has(step));
  return html`<div class="entry">
    <label class="label" for=${path}>${strings.name}<span class="star" aria-hidden="true"> *</span></label>
    <input
      class="field"
      id=${path}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-required="true"
      aria-invalid=${ifDefined(issues.length > 0 ? 'true' : undefined)}
      aria-describedby="${path}-hint"
      .value=${activity.name}
      @input=${(event: Event) => actions.patch(activity.id, 'name', (event.target as HTMLInputElement).value)}
    />
    <p class="hint" id="${path}-hint">${issues.length > 0 ? issueLines(issues, model) : strings.nameHint}</p>
  </div>`;
}

/** The select of one of a definition's columns. */
export function columnOf(
  field: 'primaryKey' | 'timestamp' | 'event' | 'url' | 'detail',
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const isRequired = field !== 'url' && field !== 'detail';
  return columnField({
    model,
    id: `/activities/${placeOf(model, activity)}/${field}`,
    label: model.strings[field],
    value: activity[field] ?? '',
    columns: infoOf(model, activity.table).columns,
    isRequired,
    isByDate: field === 'timestamp',
    reason: reasonText(model, activity.id, field),
    isTried: model.tried.has(model.step),
    onChange: (value) => actions.patch(activity.id, field, value === '' && !isRequired ? undefined : value),
  });
}

/**
 * Asked only where it is open, or was answered. One definition is shown at a time, so its choices need no name of their
 * own: choices whose name changes one after the other would uncheck each other.
 */
export function dateOrderView(
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult | typeof nothing {
  const { id, dateOrder } = activity;
  const { issues, strings } = model;
  const place = `/activities/${placeOf(model, activity)}/timestamp`;
  const isOpen = issues.some(({ code, path }) => code === 'date-order-ambiguous' && path === place);
  if (!isOpen && dateOrder === undefined) return nothing;
  return html`<fieldset class="choice-group">
    <legend class="label">${strings.dateOrder}</legend>
    ${(['mdy', 'dmy'] as const).map(
      (order) =>
        html`<label class="choice">
          <input
            type="radio"
            name="order"
            .checked=${dateOrder === order}
            @change=${() => actions.patch(id, 'dateOrder', order)}
          />
          ${order === 'mdy' ? strings.monthFirst : strings.dayFirst}
        </label>`,
    )}
  </fieldset>`;
}

/** A question answered by Yes or No. */
export function choiceView(
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

/** Whether the rows appear on the timeline (D 18). */
export function showView(
  { id, showInTimeline }: ActivityDefinition,
  { strings }: WizardModel,
  actions: WizardActions,
): TemplateResult {
  return html`${choiceView(strings.show, showInTimeline, strings, (value) =>
      actions.patch(id, 'showInTimeline', value),
    )}
    <p class="hint under">${strings.showHint}</p>`;
}

/** The icons, the type's own first (D 26). */
export function iconView(
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
        name="icon"
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
