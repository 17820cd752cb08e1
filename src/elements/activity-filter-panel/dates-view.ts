import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { warningIcon } from '../shared/control-icons.js';
import { dateFault, usesFrom, usesTo, type DateMode } from './filter-draft.js';
import type { FilterPanelActions, FilterPanelModel } from './filter-panel-view.js';

/** One date picker. */
interface DateField {
  readonly label: string;
  readonly day: string;
  readonly isWrong: boolean;
  readonly onDay: (day: string) => void;
}

/** All, Before, After, Between, and the days that the chosen one needs (D 44, D 45). */
export function datesView(model: FilterPanelModel, actions: FilterPanelActions): TemplateResult {
  const { draft, strings } = model;
  const modes: readonly (readonly [DateMode, string])[] = [
    ['all', strings.allDates],
    ['before', strings.before],
    ['after', strings.after],
    ['between', strings.between],
  ];
  return html`<fieldset class="group" part="group dates">
    <legend class="legend" part="legend">${strings.dates}</legend>
    ${modes.map(
      ([mode, label]) =>
        html`<label class="choice" part="choice">
          <input
            class="box"
            type="radio"
            name="dates"
            .value=${mode}
            .checked=${live(draft.dates === mode)}
            @change=${() => actions.chooseDates(mode)}
          />
          <span class="choice-label">${label}</span>
        </label>`,
    )}
    ${fieldsView(model, actions)}
  </fieldset>`;
}

function fieldsView(model: FilterPanelModel, actions: FilterPanelActions): TemplateResult {
  const { draft, strings } = model;
  const { dates, from, to } = draft;
  const isTurned = dateFault(draft) === 'turned';
  const start = usesFrom(dates)
    ? fieldView({ label: strings.startDate, day: from, isWrong: isTurned, onDay: actions.setFrom }, model)
    : nothing;
  const end = usesTo(dates)
    ? fieldView({ label: strings.endDate, day: to, isWrong: isTurned, onDay: actions.setTo }, model)
    : nothing;
  return html`<div class="days">
      ${start}${dates === 'between' ? html`<span class="and">${strings.and}</span>` : nothing}${end}
    </div>
    <p class="fault" part="error" id="fault" role="alert">
      ${isTurned ? html`${warningIcon}${strings.datesTurned}` : nothing}
    </p>`;
}

function fieldView(
  { label, day, isWrong, onDay }: DateField,
  { min, max }: FilterPanelModel,
): TemplateResult {
  return html`<input
    class="field"
    part="date"
    type="date"
    aria-label=${label}
    aria-invalid=${isWrong ? 'true' : 'false'}
    aria-describedby=${ifDefined(isWrong ? 'fault' : undefined)}
    min=${ifDefined(min || undefined)}
    max=${ifDefined(max || undefined)}
    .value=${live(day)}
    @input=${(event: Event) => onDay((event.target as HTMLInputElement).value)}
  />`;
}
