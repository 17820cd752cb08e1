import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkIcon } from '../shared/control-icons.js';
import { typeIcon } from '../shared/icons.js';
import { fill } from '../shared/messages.js';
import { typeColorClass } from '../shared/type-colors.js';
import type { TypeView } from '../shared/type-view.js';
import type { TimelineText } from './timeline-text.js';

export interface ChipsViewOptions {
  readonly types: readonly TypeView[];
  readonly selected: readonly string[];
  /** False: the counts are lower bounds. */
  readonly isExact: boolean;
  /** False: the adapter cannot filter by type, the chips only count. */
  readonly canFilter: boolean;
  readonly text: TimelineText;
  readonly onToggle: (type: string) => void;
}

/** One chip for each type that the customer has rows of, or that is selected (D 30–33). */
export function chipsView(options: ChipsViewOptions): TemplateResult | typeof nothing {
  const { types, selected, text } = options;
  const shown = types.filter(({ type, count }) => count > 0 || selected.includes(type));
  if (shown.length === 0) {
    return nothing;
  }
  return html`<ul class="chips" part="chips" role="list" aria-label=${text.strings.chips}>
    ${repeat(
      shown,
      ({ type }) => type,
      (view) => html`<li>${chipView(view, options)}</li>`,
    )}
  </ul>`;
}

function chipView(
  view: TypeView,
  { selected, isExact, canFilter, text, onToggle }: ChipsViewOptions,
): TemplateResult {
  const label = text.chip(view, isExact);
  const picture = html`<span class="disc chip-disc ${typeColorClass(view.position)}" part="chip-icon">
      ${typeIcon(view.icon)}
      ${canFilter ? html`<span class="badge" part="chip-badge">${checkIcon}</span>` : nothing}
    </span>
    <span class="chip-label" part="chip-label">${label}</span>`;
  if (!canFilter) {
    return html`<span class="chip" part="chip" title=${label}>${picture}</span>`;
  }
  const isSelected = selected.includes(view.type);
  return html`<button
    class="chip"
    part=${isSelected ? 'chip chip-selected' : 'chip'}
    type="button"
    aria-pressed=${isSelected ? 'true' : 'false'}
    aria-label=${fill(text.strings.chipName, { chip: label })}
    title=${label}
    @click=${() => onToggle(view.type)}
  >
    ${picture}
  </button>`;
}
