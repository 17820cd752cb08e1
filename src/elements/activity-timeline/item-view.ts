import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Activity } from '../../model/activity.js';
import { isTimestamp } from '../../adapters/shared/activity-time.js';
import { typeIcon } from '../shared/icons.js';
import { markedText } from '../shared/marked-text.js';
import { weave } from '../shared/messages.js';
import { safeUrl } from '../shared/safe-url.js';
import { typeColorClass } from '../shared/type-colors.js';
import type { TypeView } from '../shared/type-view.js';
import { detailButton, detailView, type ItemDetailOptions } from './detail/detail-view.js';
import type { Repeat } from './list/repeats.js';
import { repeatView } from './repeat-view.js';
import type { TimelineText } from './timeline-text.js';

/** Characters from which a text is cut after a few lines. The whole text stays in the page for find and speech. */
const LONG_TITLE = 240;
const LONG_DETAIL = 480;

/** Where a row stands. */
export interface ItemPlace {
  readonly entry: number;
  /** Place in the month, from 1, and how many the month has; -1: not known. */
  readonly position: number;
  readonly size: number;
  /** Tab leads to this row and to what is in it; arrow keys lead to the others. */
  readonly isActive: boolean;
  /** Rendered outside the window, because it has the focus. */
  readonly isPinned: boolean;
}

export interface ItemViewOptions {
  readonly view: TypeView;
  /** What is marked; empty: nothing. */
  readonly search: string;
  readonly text: TimelineText;
  readonly place: ItemPlace;
  /** null: rows cannot be expanded. */
  readonly details: ItemDetailOptions | null;
  readonly onOpen: (event: Event, activity: Activity, url: string) => void;
  /** The rows that this one is the first of, and what opens and collapses them. */
  readonly repeat?: Repeat;
  readonly onRepeat?: () => void;
}

/** What a row looks like apart from its content. */
export interface RowLook {
  readonly isWaiting?: boolean;
  readonly isExpanded?: boolean;
  /** Stands for more rows that say the same. */
  readonly isCollapsed?: boolean;
}

/**
 * One row. It is the same element while its activity is read and after, so that the focus in it stays.
 */
export function rowView(place: ItemPlace, content: TemplateResult, look: RowLook): TemplateResult {
  const { entry, position, size, isActive, isPinned } = place;
  const { isWaiting = false, isExpanded = false, isCollapsed = false } = look;
  const states = `${position === 1 ? ' first' : ''}${isPinned ? ' pinned' : ''}${isWaiting ? ' waiting' : ''}`;
  return html`<li
    class="item${states}${isExpanded ? ' expanded' : ''}${isCollapsed ? ' collapsed' : ''}"
    part=${isWaiting ? 'item skeleton' : 'item'}
    data-entry=${entry}
    tabindex=${isActive ? 0 : -1}
    aria-posinset=${position}
    aria-setsize=${size}
  >
    ${content}
  </li>`;
}

/**
 * One activity: icon, "TITLE - date", and "DETAIL by CONTACT" (§ 7.4). Where it stands for others that say the same:
 * what they share, and how many they are.
 */
export function itemView(activity: Activity, options: ItemViewOptions): TemplateResult {
  const { view, text, place, repeat, onRepeat } = options;
  const title = activity.title || view.label(1);
  const isCollapsed = repeat?.isOpen === false;
  const details = isCollapsed ? null : options.details;
  return html`<span
      class="disc item-disc ${typeColorClass(view.position)}"
      part="item-icon"
      role="img"
      aria-label=${view.label(1)}
    >
      ${typeIcon(view.icon)}
    </span>
    <div class="item-text" part="item-text">
      <p class="item-heading" part="item-heading">
        ${weave(text.strings.item, {
          title: titleView(activity, options),
          date: dateView(activity, isCollapsed, text),
        })}
        ${repeat && onRepeat ? repeatView({ repeat, title, isActive: place.isActive, text, onToggle: onRepeat }) : nothing}
      </p>
      ${isCollapsed ? nothing : secondLine(activity, options)}
    </div>
    ${details ? detailButton(activity, title, details, options) : nothing}
    ${details ? detailView(activity, details, options) : nothing}`;
}

function dateView({ timestamp }: Activity, wholeDay: boolean, text: TimelineText): TemplateResult {
  const absolute = wholeDay ? text.day(timestamp) : text.date(timestamp);
  const relative = text.relative(timestamp, wholeDay);
  return html`<time
    class="item-date"
    part="item-date"
    datetime=${isTimestamp(timestamp) ? timestamp : nothing}
    title=${ifDefined(relative === null ? undefined : absolute)}
    >${relative ?? absolute}</time
  >`;
}

function titleView(
  activity: Activity,
  { view, search, text, place, repeat, onOpen }: ItemViewOptions,
): TemplateResult {
  const title = activity.title ? markedText(activity.title, search) : view.label(1);
  const long = lengthClass(activity.title, LONG_TITLE);
  // A link of one of them would not be that of the others.
  const url = repeat?.isOpen === false ? null : safeUrl(activity.url);
  if (!url) {
    return html`<span class="item-title" part="item-title"
      ><bdi class=${ifDefined(long)}>${title}</bdi></span
    >`;
  }
  return html`<a
    class="item-title item-link"
    part="item-title item-link"
    href=${url.href}
    tabindex=${place.isActive ? 0 : -1}
    target=${url.newTab ? '_blank' : nothing}
    rel="noopener"
    @click=${(event: Event) => onOpen(event, activity, url.href)}
    ><bdi class=${ifDefined(long)}>${title}</bdi>${
      url.newTab ? html`<span class="visually-hidden"> ${text.strings.opensInNewTab}</span>` : nothing
    }</a
  >`;
}

function secondLine(activity: Activity, { search, text }: ItemViewOptions): TemplateResult | typeof nothing {
  const contact = text.contact(activity);
  const detail = activity.detail
    ? html`<bdi class=${ifDefined(lengthClass(activity.detail, LONG_DETAIL))}
        >${markedText(activity.detail, search)}</bdi
      >`
    : null;
  if (!detail && !contact) {
    return nothing;
  }
  const { detailByContact, byContact } = text.strings;
  const line = contact
    ? weave(detail ? detailByContact : byContact, {
        ...(detail && { detail }),
        contact: html`<bdi part="item-contact">${markedText(contact, search)}</bdi>`,
      })
    : detail;
  return html`<p class="item-detail" part="item-detail">${line}</p>`;
}

function lengthClass(text: string, long: number): 'long' | undefined {
  return text.length > long ? 'long' : undefined;
}
