import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { numberFormat } from '../shared/formatters.js';
import { fill } from '../shared/messages.js';
import type { Choice } from './filter-panel-options.js';
import type { FilterPanelStrings } from './filter-panel-strings.js';

export interface ChoicesViewOptions<Key> {
  /** Name of the group for styles. */
  readonly part: 'types' | 'contacts';
  readonly title: string;
  readonly choices: readonly Choice<Key>[];
  readonly selected: ReadonlySet<Key>;
  readonly onToggle: (key: Key) => void;
  readonly strings: FilterPanelStrings;
  readonly locale: string;
  /** Between heading and lines, and after them. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A group of check boxes; its heading tells how many are checked. */
export function choicesView<Key>(options: ChoicesViewOptions<Key>): TemplateResult {
  const { part, title, choices, selected, strings, locale, before = nothing, after = nothing } = options;
  const count = numberFormat(locale).format(selected.size);
  return html`<fieldset class="group" part="group ${part}">
    <legend class="legend" part="legend">
      ${selected.size > 0 ? fill(strings.selected, { group: title, count }) : title}
    </legend>
    ${before}
    <ul class="choices" role="list">
      ${repeat(
        choices,
        ({ key }) => key,
        (choice) => html`<li>${choiceView(choice, options)}</li>`,
      )}
    </ul>
    ${after}
  </fieldset>`;
}

function choiceView<Key>(
  { key, label, count }: Choice<Key>,
  { selected, onToggle, locale }: ChoicesViewOptions<Key>,
): TemplateResult {
  return html`<label class="choice" part="choice">
    <input
      class="box"
      type="checkbox"
      aria-label=${label}
      .checked=${live(selected.has(key))}
      @change=${() => onToggle(key)}
    />
    <bdi class="choice-label">${label}</bdi>
    ${count === undefined ? nothing : html`<span class="count" part="count">${numberFormat(locale).format(count)}</span>`}
  </label>`;
}
