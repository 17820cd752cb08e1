import { html, nothing, type TemplateResult } from 'lit';
import type { Activity } from '../../../model/activity.js';
import { fill } from '../../shared/messages.js';
import type { ItemPlace, ItemViewOptions } from '../item-view.js';
import type { ItemLinkOptions } from '../link/link-view.js';
import type { DetailsState } from './item-details.js';

/** What a row needs to show its detail. */
export interface ItemDetailOptions extends DetailsState {
  /** The adapter can tell why a row is here. */
  readonly canExplain: boolean;
  readonly link: ItemLinkOptions;
  readonly onToggle: (activity: Activity) => void;
  readonly onWhy: (activity: Activity) => void;
}

/** The button that expands a row. Each row has one: its chevron is a part of it and no template of its own. */
export function detailButton(
  activity: Activity,
  title: string,
  details: ItemDetailOptions,
  { text, place }: Pick<ItemViewOptions, 'text' | 'place'>,
): TemplateResult {
  const isOpen = details.open.has(activity.activityId);
  return html`<button
    class="item-toggle"
    part="item-toggle"
    type="button"
    tabindex=${place.isActive ? 0 : -1}
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls=${detailId(place)}
    aria-label=${fill(text.strings.details, { title })}
    @click=${() => details.onToggle(activity)}
  >
    <svg class="chevron" viewBox="0 0 20 20" aria-hidden="true"><path d="m5.5 12.25 4.5-4.5 4.5 4.5" /></svg>
  </button>`;
}

/** What a row shows once it is expanded; its code is loaded with the first row that is. */
export function detailView(
  activity: Activity,
  details: ItemDetailOptions,
  options: Pick<ItemViewOptions, 'text' | 'place' | 'search'>,
): TemplateResult | typeof nothing {
  if (!details.open.has(activity.activityId)) return nothing;
  return html`<div class="detail" part="item-fields" id=${detailId(options.place)}>
    ${details.body?.(activity, details, options)}
  </div>`;
}

function detailId({ entry }: ItemPlace): string {
  return `detail-${entry}`;
}
