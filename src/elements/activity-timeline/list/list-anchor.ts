import type { ListHeights } from './list-heights.js';
import { HEADING, type ListPlan } from './list-plan.js';

/**
 * What stands at the upper edge of the view: an entry, and how far into it the edge lies. This is the truth; where
 * the browser's scroll bar stands follows from it, because no element can be as high as a million rows
 * (performance.md § 6).
 */
export interface ListAnchor {
  readonly entry: number;
  readonly offsetPx: number;
}

/** Entries that are rendered: `[first, end)`. */
export interface ListWindow {
  readonly first: number;
  readonly end: number;
}

export const TOP: ListAnchor = { entry: 0, offsetPx: 0 };

/** The anchor after scrolling by so many pixels, down if positive. Never leaves the list. */
export function moveAnchor(
  plan: ListPlan,
  heights: ListHeights,
  { entry, offsetPx }: ListAnchor,
  deltaPx: number,
): ListAnchor {
  let at = Math.min(entry, Math.max(0, plan.entries - 1));
  let px = offsetPx + deltaPx;
  while (px < 0 && at > 0) px += heights.heightOf(plan, --at);
  while (at < plan.entries - 1) {
    const height = heights.heightOf(plan, at);
    if (px < height) break;
    px -= height;
    at++;
  }
  return { entry: at, offsetPx: Math.max(0, px) };
}

export function isBefore(one: ListAnchor, other: ListAnchor): boolean {
  return one.entry < other.entry || (one.entry === other.entry && one.offsetPx < other.offsetPx);
}

/** Anchors at which an entry begins below the heading that sticks to the top, and ends at the lower edge of the view. */
export interface EntryEdges {
  readonly top: ListAnchor;
  readonly bottom: ListAnchor;
}

export function edgesOf(plan: ListPlan, heights: ListHeights, entry: number, viewPx: number): EntryEdges {
  const topPx = plan.placeOf(entry).row === HEADING ? 0 : heights.headingPx;
  const end = { entry, offsetPx: heights.heightOf(plan, entry) };
  return {
    top: moveAnchor(plan, heights, { entry, offsetPx: 0 }, -topPx),
    bottom: moveAnchor(plan, heights, end, -viewPx),
  };
}

/**
 * The anchor after scrolling by so many pixels through an entry higher than the view, not past its edges. null: it is
 * lower, out of view, or at that edge to the pixel.
 */
export function moveWithin(
  plan: ListPlan,
  heights: ListHeights,
  anchor: ListAnchor,
  { top, bottom }: EntryEdges,
  deltaPx: number,
): ListAnchor | null {
  const isDown = deltaPx > 0;
  const [start, end] = isDown ? [top, bottom] : [bottom, top];
  const comesBefore = (one: ListAnchor, other: ListAnchor): boolean =>
    isDown ? isBefore(one, other) : isBefore(other, one);
  const least = moveAnchor(plan, heights, anchor, Math.sign(deltaPx));
  const next = moveAnchor(plan, heights, anchor, deltaPx);
  if (!isBefore(top, bottom) || !comesBefore(least, end) || comesBefore(next, start)) return null;
  return comesBefore(next, end) ? next : end;
}

/** The entries that fill the view around an anchor, with a margin above and below. */
export function windowAround(
  plan: ListPlan,
  heights: ListHeights,
  anchor: ListAnchor,
  { viewPx, marginPx }: { viewPx: number; marginPx: number },
): ListWindow {
  if (plan.entries === 0) return { first: 0, end: 0 };
  const first = moveAnchor(plan, heights, anchor, -marginPx).entry;
  const last = moveAnchor(plan, heights, anchor, viewPx + marginPx).entry;
  return { first, end: last + 1 };
}

/** The anchor in another list: the same row, else the heading of its month, else the top. */
export function carryOver(anchor: ListAnchor, from: ListPlan, to: ListPlan): ListAnchor {
  if (anchor.entry >= from.entries || anchor.entry === 0) return TOP;
  const place = from.placeOf(anchor.entry);
  const month = to.positionOf(from.months[place.month].month);
  if (month < 0) return TOP;
  const entry = to.entryOf({ month, row: place.row });
  return { entry, offsetPx: to.placeOf(entry).row === place.row ? anchor.offsetPx : 0 };
}
