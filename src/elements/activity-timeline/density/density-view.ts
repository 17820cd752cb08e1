import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typeColorClass } from '../../shared/type-colors.js';
import type { TypeView } from '../../shared/type-view.js';
import type { TimelineFilter } from '../timeline-filter.js';
import type { TimelineText } from '../timeline-text.js';
import { stepOfMonth, stepsOf, type DensityPlan, type DensityStep } from './density-plan.js';

export interface DensityViewOptions {
  readonly plan: DensityPlan;
  readonly types: readonly TypeView[];
  /** Outline of the bars of each type. */
  readonly paths: readonly string[];
  readonly filter: TimelineFilter;
  /** Month at the top of the list; empty: none. */
  readonly month: string;
  /** False: the adapter cannot filter by date, the picture only shows. */
  readonly canFilter: boolean;
  readonly text: TimelineText;
  readonly drag: DensityDragHandlers;
  /** Ends of the range, as steps; null: that end stays. */
  readonly onRange: (start: number | null, end: number | null) => void;
}

export interface DensityDragHandlers {
  readonly pointerDown: (event: PointerEvent) => void;
  readonly pointerMove: (event: PointerEvent) => void;
  readonly pointerUp: (event: PointerEvent) => void;
  readonly pointerCancel: (event: PointerEvent) => void;
}

/**
 * How many activities there were in each month, as a picture that is also a date-range picker: drag over it with a
 * pointer, or move its two ends with the arrow keys. A click goes to the month.
 */
export function densityView(options: DensityViewOptions): TemplateResult {
  const { plan, text, canFilter, drag } = options;
  const { strings } = text;
  const total = plan.steps.length;
  return html`<div class="density" part="density" role="group" aria-label=${strings.density}>
    <div
      class="density-picture"
      @pointerdown=${drag.pointerDown}
      @pointermove=${drag.pointerMove}
      @pointerup=${drag.pointerUp}
      @pointercancel=${drag.pointerCancel}
    >
      <svg class="density-bars" viewBox="0 0 ${total} 100" preserveAspectRatio="none" aria-hidden="true">
        ${options.types.map(
          (view, index) =>
            svg`<path class="bar ${typeColorClass(view.position)}" d=${options.paths[index]} />`,
        )}
      </svg>
      ${marksView(options)}
    </div>
    ${canFilter ? endsView(options) : nothing}
    <div class="density-scale" aria-hidden="true">
      <span>${stepName(plan, plan.steps[0], text)}</span
      ><span>${stepName(plan, plan.steps[total - 1], text)}</span>
    </div>
  </div>`;
}

/** What is left out by the range is dimmed; a mark stands where the list is. */
function marksView({ plan, filter, month }: DensityViewOptions): TemplateResult {
  const total = plan.steps.length;
  const { start, end } = stepsOf(plan, filter);
  const here = stepOfMonth(plan, month);
  const percent = (steps: number): string => `${(steps / total) * 100}%`;
  return html`<svg class="density-marks" aria-hidden="true">
    ${svg`<rect class="dim" x="0" y="0" width=${percent(start)} height="100%" />
    <rect class="dim" x=${percent(end + 1)} y="0" width=${percent(Math.max(0, total - end - 1))} height="100%" />`}
    ${here < 0 ? nothing : svg`<rect class="here" x=${percent(here)} y="0" width=${percent(1)} height="100%" />`}
  </svg>`;
}

/** The two ends, as the browser's own sliders: they bring keyboard and speech along. */
function endsView({ plan, filter, text, onRange }: DensityViewOptions): TemplateResult {
  const last = plan.steps.length - 1;
  const { start, end } = stepsOf(plan, filter);
  const { densityFrom, densityTo } = text.strings;
  const slider = (label: string, value: number, min: number, max: number, onStep: (step: number) => void) =>
    html`<input
      class=${value === last && label === densityFrom ? 'density-end upper' : 'density-end'}
      part="density-end"
      type="range"
      min="0"
      max=${last}
      step="1"
      .value=${live(String(value))}
      aria-label=${label}
      aria-valuetext=${stepName(plan, plan.steps[value], text)}
      @change=${({ currentTarget }: Event) => {
        const wanted = Number((currentTarget as HTMLInputElement).value);
        onStep(Math.min(max, Math.max(min, wanted)));
      }}
    />`;
  return html`<div class="density-ends">
    ${slider(densityFrom, start, 0, end, (step) => onRange(step, null))}
    ${slider(densityTo, end, start, last, (step) => onRange(null, step))}
  </div>`;
}

/** A step for people. */
function stepName(plan: DensityPlan, { first }: DensityStep, text: TimelineText): string {
  return plan.isYearly ? text.year(first) : text.month(first);
}
