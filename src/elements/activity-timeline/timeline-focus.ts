import type { ReactiveController, ReactiveElement } from 'lit';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { moveAnchor } from './list/list-anchor.js';
import { entryElement, entryOf } from './list/list-parts.js';
import { HEADING, ListPlan } from './list/list-plan.js';
import type { ListScroller } from './list/list-scroller.js';

/** Keys that go on by a view. */
const PAGE_STEPS: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };

/** A row by its month and its place in it: it holds while months are folded and rows come in elsewhere. */
export interface RowName {
  readonly month: string;
  readonly row: number;
}

/**
 * Moves the focus through the list: Tab leads to one row, arrow and page keys, Home and End from row to row over all
 * that there are, rendered or not (§ 7.7). The row with the focus stays rendered wherever the list is scrolled to.
 */
export class TimelineFocus implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #scroller: ListScroller;
  #plan = new ListPlan([]);
  /** The row that Tab leads to; null: the first in view. */
  #active: RowName | null = null;
  /** The row that has the focus; null: it is elsewhere. */
  #focused: RowName | null = null;
  /** The row that had it before the update. */
  #former: RowName | null = null;
  /** The entry that gets the focus once it is rendered; -1: none. */
  #wanted = -1;
  /** What of the row had the focus before its activity went to another row. */
  #wantedPart: string | null = null;

  constructor(host: ReactiveElement, scroller: ListScroller) {
    this.#host = host;
    this.#scroller = scroller;
    // A button that did its work is gone: the browser would drop the focus to the page's start.
    new FocusKeeper(host, (removed) => this.#onLost(removed));
    host.addController(this);
  }

  /** Takes the list that is about to be rendered. */
  follow(plan: ListPlan): void {
    this.#plan = plan;
  }

  /** The list begins anew. `place`: the row that the activity with the focus went to; null: it stays where it is. */
  restart(place: RowName | null): void {
    if (place !== null) {
      this.#wantedPart = this.#host.shadowRoot?.activeElement?.getAttribute('part') ?? '';
      this.#focused = place;
    }
    this.#active = this.#focused;
  }

  /** The row that has the focus; null: it is elsewhere. */
  get focused(): RowName | null {
    return this.#focused;
  }

  /** Entry that Tab leads to; -1: there is no row. */
  get active(): number {
    const active = this.#entryOf(this.#active);
    return active < 0
      ? nextRow(this.#plan, Math.min(this.#scroller.anchor.entry, this.#plan.entries) - 1, 1)
      : active;
  }

  /** Entry that stays rendered, because it has the focus until another one takes it; -1: none. */
  get pinned(): number {
    return this.#entryOf(this.#focused);
  }

  hostDisconnected(): void {
    this.#focused = null;
    this.#wanted = -1;
  }

  hostUpdate(): void {
    this.#former = this.#focused;
  }

  hostUpdated(): void {
    this.#followActivity();
    if (this.#wanted < 0) return;
    const element = entryElement(this.#host.renderRoot, this.#wanted);
    this.#wanted = -1;
    element?.focus({ preventScroll: true });
  }

  /** The focus goes on to the same part of the row that its activity is in now. */
  #followActivity(): void {
    const part = this.#wantedPart;
    this.#wantedPart = null;
    if (part === null) return;
    const item = entryElement(this.#host.renderRoot, this.pinned);
    const same = item?.querySelector<HTMLElement>(`[part="${part}"]`) ?? item;
    same?.focus({ preventScroll: true });
  }

  /** Gives an entry the focus once it is rendered. */
  goTo(entry: number): void {
    this.#active = this.#nameOf(entry);
    this.#wanted = entry;
    this.#host.requestUpdate();
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const item = itemOf(event.target);
    if (item === null || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    // In a field they move through its text.
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'Enter' && event.target === item) {
      // A row that stands for others opens to them, any other one to its detail.
      (
        item.querySelector<HTMLElement>('.item-toggle') ?? item.querySelector<HTMLElement>('.repeat-toggle')
      )?.click();
      return;
    }
    const from = entryOf(item);
    const step = PAGE_STEPS[event.key];
    if (step !== undefined && this.#scroller.scrollWithin(from, step)) {
      event.preventDefault();
      return;
    }
    const entry = this.#target(event.key, from);
    if (entry < 0) return;
    event.preventDefault();
    this.#scroller.reveal(entry);
    this.goTo(entry);
  };

  readonly onFocusIn = (event: FocusEvent): void => {
    const item = itemOf(event.target);
    if (item === null) return;
    const entry = entryOf(item);
    this.#focused = this.#nameOf(entry);
    this.#active = this.#focused;
    this.#host.requestUpdate();
    const { first, end } = this.#scroller.window;
    if (entry < first || entry >= end) this.#scroller.reveal(entry);
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    if (itemOf(event.relatedTarget) !== null) return;
    this.#focused = null;
    this.#host.requestUpdate();
  };

  /** A row that was read above it stands for the row with the focus now, and takes the focus. */
  #onLost(removed: Element): void {
    const root = this.#host.renderRoot;
    const isRow = itemOf(removed)?.isConnected === false;
    const row = isRow ? entryElement(root, this.#entryOf(this.#former)) : null;
    (row ?? root.querySelector<HTMLElement>('.title'))?.focus({ preventScroll: row !== null });
  }

  #nameOf(entry: number): RowName {
    const { month, row } = this.#plan.placeOf(entry);
    return { month: this.#plan.months[month].month, row };
  }

  #entryOf(name: RowName | null): number {
    const month = name === null ? -1 : this.#plan.positionOf(name.month);
    if (name === null || month < 0 || this.#plan.months[month].isFolded) return -1;
    return this.#plan.entryOf({ month, row: name.row });
  }

  /** The row that a key leads to; -1: the key has no meaning here, or there is no further row. */
  #target(key: string, from: number): number {
    const plan = this.#plan;
    switch (key) {
      case 'ArrowDown':
        return nextRow(plan, from, 1);
      case 'ArrowUp':
        return nextRow(plan, from, -1);
      case 'Home':
        return nextRow(plan, -1, 1);
      case 'End':
        return nextRow(plan, plan.entries, -1);
      case 'PageDown':
        return this.#pageAway(from, 1);
      case 'PageUp':
        return this.#pageAway(from, -1);
      default:
        return -1;
    }
  }

  #pageAway(from: number, step: 1 | -1): number {
    const { heights, pagePx } = this.#scroller;
    const { entry } = moveAnchor(this.#plan, heights, { entry: from, offsetPx: 0 }, step * pagePx);
    const isHeading = this.#plan.placeOf(entry).row === HEADING;
    // A row higher than the view was scrolled through: the one behind it is next.
    const row = isHeading || entry === from ? nextRow(this.#plan, entry, step) : entry;
    return row < 0 ? nextRow(this.#plan, step > 0 ? this.#plan.entries : -1, step > 0 ? -1 : 1) : row;
  }
}

/** The nearest row from an entry on, the entry itself left out; -1: there is none. */
function nextRow(plan: ListPlan, from: number, step: 1 | -1): number {
  for (let entry = from + step; entry >= 0 && entry < plan.entries; entry += step) {
    if (plan.placeOf(entry).row !== HEADING) return entry;
  }
  return -1;
}

function itemOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.item') : null;
}
