import type { ReactiveElement } from 'lit';
import type { ListParts } from './list/list-parts.js';
import { HEADING, ListPlan } from './list/list-plan.js';
import { ListScroller } from './list/list-scroller.js';
import { nextRead, type Read, type ReadOptions, type ReadTarget } from './list/next-read.js';
import { EMPTY_BOOK, placeOfActivity, type RowBook } from './list/row-book.js';
import type { TimelineData } from './timeline-data.js';
import { TimelineFocus, type RowName } from './timeline-focus.js';
import { PRESET_PAGE_SIZE, type ListView } from './timeline-model.js';
import { isCounted, type Question } from './timeline-question.js';
import type { ReadyState } from './timeline-state.js';

/** Rows are read this many entries before they come into the window. */
const READ_AHEAD = 40;

/** Ties the parts of the list together: what is rendered, where the focus is, and which rows have to be read for it. */
export class TimelineList {
  readonly focus: TimelineFocus;
  readonly #scroller: ListScroller;
  readonly #data: TimelineData;
  #plan = new ListPlan([]);
  #loads = 0;
  #book = EMPTY_BOOK;
  #shownMonth = '';

  constructor(host: ReactiveElement, data: TimelineData) {
    this.#data = data;
    this.#scroller = new ListScroller(host, {
      parts: () => partsIn(host.renderRoot),
      onScroll: () => {
        data.setAtTop(this.#scroller.isAtTop);
        if (this.#month() !== this.#shownMonth) host.requestUpdate();
      },
    });
    this.focus = new TimelineFocus(host, this.#scroller);
  }

  /** Takes the list that is about to be rendered, and has the rows read that it lacks. */
  follow(plan: ListPlan, question: Question | null): void {
    const { state } = this.#data;
    const book = state.phase === 'ready' ? state.book : EMPTY_BOOK;
    if (this.#data.loads !== this.#loads) {
      this.#loads = this.#data.loads;
      this.#scroller.restart();
      this.focus.restart(placeInNext(this.focus.focused, this.#book, book));
      this.#data.setAtTop(true);
    }
    this.#book = book;
    this.#plan = plan;
    this.#scroller.follow(plan);
    this.focus.follow(plan);
    this.#shownMonth = this.#month();
    if (state.phase !== 'ready') return;
    const read = this.#nextRead(state, {
      pageSize: question?.pageSize ?? PRESET_PAGE_SIZE,
      canSkip: question?.adapter.capabilities.offset ?? false,
    });
    if (read !== null) this.#data.read(read, (target) => this.#isNear(target));
  }

  /** What of the list is rendered. */
  get view(): ListView {
    const { active, pinned } = this.focus;
    return { plan: this.#plan, window: this.#scroller.window, active, pinned, month: this.#month() };
  }

  /** Puts the heading of a month at the top; false: the list has no such month. */
  showMonth(month: string): boolean {
    const position = this.#plan.positionOf(month);
    if (position < 0) return false;
    this.#scroller.scrollTo(this.#plan.entryOf({ month: position, row: HEADING }));
    return true;
  }

  /** True when a row has a place in the list, read or not. */
  hasPlace(month: string, row: number): boolean {
    const position = this.#plan.positionOf(month);
    return position >= 0 && row < this.#plan.months[position].rows;
  }

  /** Month at whose end the list grows while it is read on; null: every row has its place, or all were read. */
  get growingMonth(): string | null {
    const { state } = this.#data;
    const grows = state.phase === 'ready' && !isCounted(state) && state.tail !== null;
    return grows ? (this.#plan.months.at(-1)?.month ?? null) : null;
  }

  /** Scrolls to a row. False: the list does not have its place. */
  showRow(month: string, row: number): boolean {
    if (!this.hasPlace(month, row)) return false;
    this.#showEntry(this.#plan.entryOf({ month: this.#plan.positionOf(month), row }));
    return true;
  }

  /** Scrolls to the end of a list that grows, where it is read on. */
  showEnd(): void {
    if (this.growingMonth !== null) this.#showEntry(this.#plan.entries - 1);
  }

  /** Gives a row the focus, and shows where it is; false: it is collapsed with others, or folded away. */
  focusRow(month: string, row: number): boolean {
    if (!this.showRow(month, row)) return false;
    const place = { month: this.#plan.positionOf(month), row };
    const entry = this.#plan.entryOf(place);
    const isCollapsed = this.#plan.repeatAt(place)?.isOpen === false;
    if (isCollapsed || this.#plan.placeOf(entry).row !== row) return false;
    this.focus.goTo(entry);
    return true;
  }

  #showEntry(entry: number): void {
    this.#scroller.scrollTo(entry, this.#scroller.heights.headingPx);
  }

  /** Month at the top of the view; empty: none. */
  #month(): string {
    const { entry } = this.#scroller.anchor;
    return entry < this.#plan.entries ? this.#plan.months[this.#plan.placeOf(entry).month].month : '';
  }

  #nextRead(state: ReadyState, options: ReadOptions): Read | null {
    const plan = this.#plan;
    const { first, end } = this.#scroller.window;
    const ahead = { first: Math.max(0, first - READ_AHEAD), end: Math.min(plan.entries, end + READ_AHEAD) };
    const missing = nextRead(state.book, plan, ahead, this.#scroller.anchor, options);
    if (missing !== null || isCounted(state) || state.tail === null || !this.#scroller.isNearEnd)
      return missing;
    const last = plan.months.at(-1);
    // Under a folded month new rows could not be seen, and the end would stay in sight page after page.
    if (last?.isFolded) return null;
    return { kind: 'rest', point: state.tail, target: { month: last?.month ?? '', row: last?.rows ?? 0 } };
  }

  #isNear({ month, row }: ReadTarget): boolean {
    const position = this.#plan.positionOf(month);
    if (position < 0) return true;
    const entry = this.#plan.entryOf({ month: position, row });
    const { first, end } = this.#scroller.window;
    return entry >= first - READ_AHEAD && entry < end + READ_AHEAD;
  }
}

/** Where the activity of a row stands in the next list; null: in the same place, or it was not read yet. */
function placeInNext(row: RowName | null, former: RowBook, next: RowBook): RowName | null {
  const activity = row && former.months.get(row.month)?.[row.row];
  const place = activity ? placeOfActivity(next, activity.activityId) : null;
  return place?.month === row?.month && place?.row === row?.row ? null : place;
}

function partsIn(root: ParentNode): ListParts | null {
  const scroller = root.querySelector<HTMLElement>('.list');
  const above = scroller?.querySelector<HTMLElement>('.above');
  const below = scroller?.querySelector<HTMLElement>('.below');
  const rows = scroller?.querySelector<HTMLElement>('.rows');
  return scroller && above && below && rows ? { scroller, above, below, rows } : null;
}
