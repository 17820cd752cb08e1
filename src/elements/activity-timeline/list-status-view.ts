import { html, nothing, type TemplateResult } from 'lit';
import { arrowIcon } from '../shared/control-icons.js';
import type { ListPlan } from './list/list-plan.js';
import type { ReadyState } from './timeline-state.js';
import type { TimelineText } from './timeline-text.js';

/** Rows that came in while the list was read: offered above it, so that nothing moves (§ 7.4). */
export function arrivalsView(
  { arrived }: ReadyState,
  text: TimelineText,
  onShow: () => void,
): TemplateResult | typeof nothing {
  if (arrived === 0) return nothing;
  return html`<div class="arrivals">
    <button class="solid-button arrivals-button" part="arrivals" type="button" @click=${onShow}>
      ${arrowIcon}${text.arrivals(arrived)}
    </button>
  </div>`;
}

/** The end of the rows that were read: what goes on there, and what went wrong. */
export function endView(
  { work, tail, summary }: ReadyState,
  plan: ListPlan,
  text: TimelineText,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  const { strings } = text;
  if (work.kind === 'read-failed') {
    return html`<div class="more failed">
      <p class="more-error" part="error">
        ${strings.moreError} <span class="reason">${text.reason(work.error)}</span>
      </p>
      <button class="text-button" part="retry" type="button" @click=${onRetry}>${strings.tryAgain}</button>
    </div>`;
  }
  // Behind a folded month nothing is read.
  return tail !== null && !summary.exact && plan.months.at(-1)?.isFolded !== true
    ? html`<p class="more" part="load-more">${strings.loadingMore}</p>`
    : nothing;
}
