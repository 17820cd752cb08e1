import { html, nothing, type TemplateResult } from 'lit';
import type { Activity } from '../../../model/activity.js';
import { checkIcon, linkIcon } from '../../shared/control-icons.js';
import type { TimelineText } from '../timeline-text.js';
import type { LinkCopy } from './link-copies.js';

/** What a row needs to offer its link. */
export interface ItemLinkOptions {
  readonly last: LinkCopy | null;
  /** null: the host has no address for it. */
  readonly urlOf: (activity: Activity) => string | null;
  readonly onCopy: (activityId: string, url: string) => void;
}

/** The button that copies the link to an activity; where the clipboard cannot be reached, the link itself. */
export function linkView(
  activity: Activity,
  { last, urlOf, onCopy }: ItemLinkOptions,
  { strings }: TimelineText,
  tabIndex: number,
): TemplateResult | typeof nothing {
  const url = urlOf(activity);
  if (url === null) return nothing;
  const { activityId } = activity;
  const copy = last?.activityId === activityId ? last : null;
  return html`<button
      class="text-button copy-link"
      part="copy-link"
      type="button"
      tabindex=${tabIndex}
      @click=${() => onCopy(activityId, url)}
    >
      ${copy?.isCopied ? html`${checkIcon}${strings.linkCopied}` : html`${linkIcon}${strings.copyLink}`}
    </button>
    ${
      copy?.isCopied === false
        ? html`<input
            class="link-field"
            part="link-field"
            type="text"
            readonly
            tabindex=${tabIndex}
            aria-label=${strings.copyByHand}
            .value=${url}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          />`
        : nothing
    }`;
}
