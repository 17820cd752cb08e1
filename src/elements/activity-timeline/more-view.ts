import { html, nothing, type TemplateResult } from 'lit';
import type { ReadyState } from './timeline-state.js';
import type { TimelineText } from './timeline-text.js';

export interface MoreViewOptions {
  readonly state: ReadyState;
  readonly text: TimelineText;
  readonly onMore: () => void;
}

/**
 * The end of the loaded rows. The page behind them is read when this comes near the screen; the button is
 * for those who do not scroll. It keeps its place, and the focus, while it waits.
 */
export function moreView({ state, text, onMore }: MoreViewOptions): TemplateResult | typeof nothing {
  if (state.next === undefined) {
    return nothing;
  }
  const { strings } = text;
  const { work } = state;
  const isWaiting = work.kind === 'paging';
  const label = isWaiting
    ? strings.loadingMore
    : work.kind === 'page-failed'
      ? strings.tryAgain
      : strings.loadMore;
  return html`<div class="more">
    ${
      work.kind === 'page-failed'
        ? html`<p class="more-error" part="error">
            ${strings.moreError} <span class="reason">${work.error.message}</span>
          </p>`
        : nothing
    }
    <button
      class="text-button more-button"
      part="load-more"
      type="button"
      aria-disabled=${isWaiting ? 'true' : 'false'}
      @click=${onMore}
    >
      ${label}
    </button>
  </div>`;
}
