import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  carryOver,
  edgesOf,
  isBefore,
  moveAnchor,
  moveWithin,
  TOP,
  windowAround,
  type ListAnchor,
  type ListWindow,
} from './list-anchor.js';
import { ListHeights } from './list-heights.js';
import { ListPlan } from './list-plan.js';
import { hasBox, measureEntries, type ListParts, type MeasuredEntry } from './list-parts.js';

/** Browsers cap an element's height near 17 to 33 million pixels; well below it all of them agree. */
const MAX_LIST_PX = 8_000_000;

/** Until the view is measured, and where a host lets it grow without a limit. */
const PRESET_VIEW_PX = 600;
const MAX_VIEW_PX = 4000;

/** Views rendered above and below the one on the screen, and how few may be left before more are. */
const WINDOW_MARGIN = 0.5;
const LEAST_MARGIN = 0.2;

/** The first rendering of a list that is as high as the one before it: no more rows than the first rows take. */
const FIRST_MARGIN = 0.3;

/** Height of the view that was measured last on this page: lists of a page are mostly of one size. 0: none was. */
let lastViewPx = 0;

/** A scroll by more views than this at once is a jump: its place is found by proportion, not row by row. */
const JUMP_VIEWS = 4;

/** A list of so few entries is rendered whole, so that the browser's own find in page sees all of it. */
const WHOLE_ENTRIES = 200;

/** The scroll bar is put right when nothing has scrolled for this long. */
const IDLE_MS = 150;

export interface ListScrollerOptions {
  /** The rendered list; null: there is none now. */
  readonly parts: () => ListParts | null;
  /** What is at the top changed, through scrolling or by a move to an entry. */
  readonly onScroll: () => void;
}

/**
 * Keeps a window of entries rendered around the anchor, and the scroll bar in step with it. The content never moves
 * under the reader: what is learnt about heights above goes into the space above.
 */
export class ListScroller implements ReactiveController {
  readonly heights: ListHeights = new ListHeights();
  readonly #host: ReactiveControllerHost;
  readonly #options: ListScrollerOptions;
  #plan = new ListPlan([]);
  #anchor = TOP;
  #window: ListWindow = { first: 0, end: 0 };
  #isConnected = false;
  #attached: HTMLElement | null = null;
  #resize: ResizeObserver | null = null;
  #viewPx = lastViewPx || PRESET_VIEW_PX;
  #widthPx = 0;
  #scrollTop = 0;
  #spacePx = 0;
  /** The anchor was set, not scrolled to: the scroll bar has to follow. */
  #isMoved = true;
  /** The scroll bar was dragged to its end: the last row is to be seen whole. */
  #isAtEnd = false;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: ListScrollerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get window(): ListWindow {
    return this.#window;
  }

  get anchor(): ListAnchor {
    return this.#anchor;
  }

  /** How far a page key goes: a view without the heading that sticks to its top. */
  get pagePx(): number {
    return Math.max(this.heights.rowPx, this.#viewPx - this.heights.headingPx);
  }

  /** True while the first row is in view. */
  get isAtTop(): boolean {
    return this.#anchor.entry === 0 && this.#anchor.offsetPx < 1;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#isMoved = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#detach();
  }

  /** Takes the list that is about to be rendered. The place at the top stays, as far as the list still has it. */
  follow(plan: ListPlan): void {
    if (plan !== this.#plan) {
      this.#anchor = carryOver(this.#anchor, this.#plan, plan);
      this.#plan = plan;
    }
    const margin = this.#attached === null && lastViewPx > 0 ? FIRST_MARGIN : WINDOW_MARGIN;
    this.#window = plan.entries <= WHOLE_ENTRIES ? { first: 0, end: plan.entries } : this.#windowNear(margin);
  }

  /** True when less than a view of entries follows. */
  get isNearEnd(): boolean {
    return this.#windowNear(1).end >= this.#plan.entries;
  }

  /** Goes to the top of another list: nothing that was measured holds for it. */
  restart(): void {
    this.heights.forgetRows();
    this.#anchor = TOP;
    this.#isMoved = true;
  }

  /** Puts an entry at the top of the view, or so many pixels below it. */
  scrollTo(entry: number, belowPx = 0): void {
    this.#moveTo(moveAnchor(this.#plan, this.heights, { entry, offsetPx: 0 }, -belowPx));
  }

  /** Scrolls just as far as it takes to see a whole entry, below the heading that sticks to the top. */
  reveal(entry: number): void {
    const { top, bottom } = edgesOf(this.#plan, this.heights, entry, this.#viewPx);
    if (isBefore(top, this.#anchor) || isBefore(top, bottom)) this.#moveTo(top);
    else if (isBefore(this.#anchor, bottom)) this.#moveTo(bottom);
  }

  /** Scrolls by a view towards the end (1) or the top (-1) of an entry higher than that. False: it is in view. */
  scrollWithin(entry: number, step: 1 | -1): boolean {
    const { heights } = this;
    const edges = edgesOf(this.#plan, heights, entry, this.#viewPx);
    const next = moveWithin(this.#plan, heights, this.#anchor, edges, step * this.pagePx);
    if (next !== null) this.#moveTo(next);
    return next !== null;
  }

  #moveTo(anchor: ListAnchor): void {
    this.#anchor = anchor;
    this.#isMoved = true;
    this.#options.onScroll();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const parts = this.#options.parts();
    if (parts === null || !this.#isConnected) {
      this.#detach();
      return;
    }
    if (parts.scroller !== this.#attached) this.#attach(parts.scroller);
    if (!hasBox(parts.scroller)) return;
    const measured = measureEntries(parts);
    for (const { entry, heightPx } of measured) this.heights.learn(this.#plan, entry, heightPx);
    this.#place(parts, measured);
    const { first, end } = this.#windowNear(LEAST_MARGIN);
    // Lower rows than expected left a gap; asked for once this update is over, and not only when all is complete.
    if (first < this.#window.first || end > this.#window.end) {
      void Promise.resolve().then(() => this.#host.requestUpdate());
    }
  }

  #windowNear(margin: number): ListWindow {
    const viewPx = this.#viewPx;
    return windowAround(this.#plan, this.heights, this.#anchor, { viewPx, marginPx: viewPx * margin });
  }

  /** Sets the space above so that the anchor is at the top of the view. */
  #place({ scroller, above, below, rows }: ListParts, measured: readonly MeasuredEntry[]): void {
    const plan = this.#plan;
    const { first, end } = this.#window;
    const anchored = measured.find(({ entry }) => entry === this.#anchor.entry);
    const beforePx = (anchored?.topPx ?? 0) + this.#anchor.offsetPx;
    let spacePx = this.#isMoved ? this.#idealSpacePx() : this.#scrollTop - beforePx;
    if (first === 0) spacePx = 0;
    else if (spacePx < 1) spacePx = this.#idealSpacePx();
    const totalPx = Math.min(MAX_LIST_PX, this.heights.estimateAbove(plan, plan.entries));
    const rowsPx = rows.offsetHeight;
    const belowPx = end >= plan.entries ? 0 : Math.max(this.#viewPx, totalPx - spacePx - rowsPx);
    above.style.blockSize = `${spacePx}px`;
    below.style.blockSize = `${belowPx}px`;
    const wanted = spacePx + beforePx;
    // Only after a write of ours: a scroll whose event is still to come must be seen as one.
    if (this.#isMoved || Math.abs(wanted - this.#scrollTop) >= 1) {
      scroller.scrollTop = wanted;
      this.#scrollTop = scroller.scrollTop;
    }
    // The last rows may be higher than expected. The scroll event tells by how much.
    if (this.#isAtEnd && end >= plan.entries) scroller.scrollTop = scroller.scrollHeight;
    this.#isAtEnd = false;
    this.#spacePx = spacePx;
    this.#isMoved = false;
  }

  /** Space above the window that puts the scroll bar where the window is in the whole list. */
  #idealSpacePx(): number {
    return this.heights.estimateAbove(this.#plan, this.#window.first) * this.#scale();
  }

  #scale(): number {
    const wholePx = this.heights.estimateAbove(this.#plan, this.#plan.entries);
    return wholePx > MAX_LIST_PX ? MAX_LIST_PX / wholePx : 1;
  }

  readonly #onScroll = (): void => {
    const scroller = this.#attached;
    if (scroller === null) return;
    const { scrollTop } = scroller;
    const delta = scrollTop - this.#scrollTop;
    if (delta === 0) return;
    this.#scrollTop = scrollTop;
    this.#anchor =
      Math.abs(delta) > JUMP_VIEWS * this.#viewPx
        ? this.#anchorAt(scrollTop, scroller.scrollHeight)
        : moveAnchor(this.#plan, this.heights, this.#anchor, delta);
    this.#awaitIdle();
    this.#options.onScroll();
    const { first, end } = this.#windowNear(LEAST_MARGIN);
    if (first < this.#window.first || end > this.#window.end) this.#host.requestUpdate();
  };

  #anchorAt(scrollTop: number, heightPx: number): ListAnchor {
    const plan = this.#plan;
    if (scrollTop <= 0) return TOP;
    if (scrollTop + this.#viewPx >= heightPx - 1) {
      this.#isAtEnd = true;
      const last = plan.entries - 1;
      const bottom = { entry: last, offsetPx: this.heights.heightOf(plan, last) };
      return moveAnchor(plan, this.heights, bottom, -this.#viewPx);
    }
    const px = scrollTop / this.#scale();
    const entry = this.heights.entryAtEstimate(plan, px);
    const offsetPx = px - this.heights.estimateAbove(plan, entry);
    return { entry, offsetPx: Math.max(0, Math.min(offsetPx, this.heights.heightOf(plan, entry) - 1)) };
  }

  #awaitIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      // Small steps never reach a wrong end, and the bar tells the truth again.
      if (
        this.#attached?.scrollTop === this.#scrollTop &&
        Math.abs(this.#idealSpacePx() - this.#spacePx) > this.#viewPx
      ) {
        this.#isMoved = true;
        this.#host.requestUpdate();
      }
    }, IDLE_MS);
  }

  #attach(scroller: HTMLElement): void {
    this.#detach();
    this.#attached = scroller;
    this.#isMoved = true;
    this.#measureView(scroller);
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#resize = new ResizeObserver(() => this.#onResize(scroller));
    this.#resize.observe(scroller);
  }

  #onResize(scroller: HTMLElement): void {
    if (!hasBox(scroller)) {
      // Hidden, it may lose where it was scrolled to.
      this.#isMoved = true;
      return;
    }
    const [viewPx, widthPx] = [this.#viewPx, this.#widthPx];
    this.#measureView(scroller);
    if (viewPx === this.#viewPx && widthPx === this.#widthPx && !this.#isMoved) return;
    if (widthPx !== this.#widthPx) this.heights.forgetRows();
    this.#host.requestUpdate();
  }

  #measureView({ clientHeight, clientWidth }: HTMLElement): void {
    if (clientHeight > 0) lastViewPx = Math.min(MAX_VIEW_PX, clientHeight);
    this.#viewPx = clientHeight > 0 ? lastViewPx : PRESET_VIEW_PX;
    this.#widthPx = clientWidth;
  }

  #detach(): void {
    clearTimeout(this.#idle);
    this.#resize?.disconnect();
    this.#attached?.removeEventListener('scroll', this.#onScroll);
    this.#attached = null;
    this.#resize = null;
  }
}
