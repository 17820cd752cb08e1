import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../shared/control-icons.js';
import { typeIcon } from '../shared/icons.js';
import type { TimelineText } from './timeline-text.js';

/** What stands in the place of the list when there is nothing to list (D 40). */
export function emptyView(text: TimelineText, isFiltered: boolean, onClear: () => void): TemplateResult {
  const { empty, emptyFiltered, clearFilters } = text.strings;
  if (!isFiltered) {
    return html`<div class="message" part="empty">
      <span class="message-icon">${typeIcon('calendar')}</span>
      <p><slot name="empty">${empty}</slot></p>
    </div>`;
  }
  return html`<div class="message" part="empty">
    <span class="message-icon">${typeIcon('document')}</span>
    <p>${emptyFiltered}</p>
    <button class="text-button" part="clear-filters" type="button" @click=${onClear}>${clearFilters}</button>
  </div>`;
}

/** The first page failed. */
export function errorView(text: TimelineText, reason: string, onRetry: () => void): TemplateResult {
  return html`<div class="message" part="error">
    <span class="message-icon danger">${warningIcon}</span>
    <p>${text.strings.error}</p>
    ${reason ? html`<p class="reason">${reason}</p>` : nothing}
    <button class="solid-button" part="retry" type="button" @click=${onRetry}>
      ${text.strings.tryAgain}
    </button>
  </div>`;
}
