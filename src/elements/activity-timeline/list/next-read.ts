import type { ActivityOrder } from '../../../model/activity.js';
import { compareMonths } from '../../../adapters/shared/activity-time.js';
import type { ListAnchor, ListWindow } from './list-anchor.js';
import { HEADING, type ListPlace, type ListPlan } from './list-plan.js';
import { hasRow, pointKey, type ReadPoint, type RowBook } from './row-book.js';

/** A row that is to be read: month and place in it. */
export interface ReadTarget {
  readonly month: string;
  readonly row: number;
}

/**
 * How it is to be read. `run`: on from the top of a month, over later ones too. `rest`: on from a point that was
 * reached before. `block`: rows of the target's month alone, from a place on.
 */
export type Read = {
  readonly target: ReadTarget;
  /** Months of the window, whose rows are not let go of; absent: that of the target alone. */
  readonly shown?: readonly string[];
} & (
  | { readonly kind: 'run'; readonly start: string }
  | { readonly kind: 'rest'; readonly point: ReadPoint }
  | { readonly kind: 'block'; readonly from: number }
);

export interface ReadOptions {
  readonly pageSize: number;
  /** The adapter can pass over rows, so that any place of a month is one read away. */
  readonly canSkip: boolean;
}

/** The read that brings the missing row nearest to the anchor, downwards first; null: all of the window is there. */
export function nextRead(
  book: RowBook,
  plan: ListPlan,
  window: ListWindow,
  anchor: ListAnchor,
  options: ReadOptions,
): Read | null {
  const isMissing = (entry: number): boolean => {
    const { month, row } = plan.placeOf(entry);
    return row !== HEADING && !hasRow(book, plan.months[month].month, row);
  };
  const read = (entry: number, isUpwards: boolean): Read => ({
    ...readFor(book, plan, plan.placeOf(entry), isUpwards, options),
    shown: monthsIn(plan, window),
  });
  for (let entry = Math.max(anchor.entry, window.first); entry < window.end; entry++) {
    if (isMissing(entry)) return read(entry, false);
  }
  for (let entry = Math.min(anchor.entry, window.end) - 1; entry >= window.first; entry--) {
    if (isMissing(entry)) return read(entry, true);
  }
  return null;
}

function monthsIn(plan: ListPlan, { first, end }: ListWindow): string[] {
  const last = plan.placeOf(end - 1).month;
  return plan.months.slice(plan.placeOf(first).month, last + 1).map(({ month }) => month);
}

function readFor(
  book: RowBook,
  plan: ListPlan,
  place: ListPlace,
  isUpwards: boolean,
  { pageSize, canSkip }: ReadOptions,
): Read {
  const { month, rows } = plan.months[place.month];
  const target = { month, row: place.row };
  const point = book.points.get(pointKey(month, place.row));
  if (point !== undefined) return { kind: 'rest', point, target };
  if (place.row === 0 || rows <= pageSize) {
    const start = isUpwards ? startAbove(book, plan, place.month, pageSize) : place.month;
    return { kind: 'run', start: plan.months[start].month, target };
  }
  if (canSkip) return { kind: 'block', from: place.row - (place.row % pageSize), target };
  const nearest = nearestPoint(book, target);
  return nearest === null ? { kind: 'run', start: month, target } : { kind: 'rest', point: nearest, target };
}

/** Going up, a page begins as many months above as it has room for: months of few rows are not a read each. */
function startAbove(book: RowBook, plan: ListPlan, from: number, pageSize: number): number {
  let start = from;
  let total = plan.months[start].rows;
  while (start > 0) {
    const { month, rows } = plan.months[start - 1];
    total += rows;
    if (total > pageSize || hasRow(book, month, rows - 1)) break;
    start--;
  }
  return start;
}

function nearestPoint(book: RowBook, { month, row }: ReadTarget): ReadPoint | null {
  for (let at = row - 1; at > 0; at--) {
    const point = book.points.get(pointKey(month, at));
    if (point !== undefined) return point;
  }
  return null;
}

/** True when the rows of one month come behind those of another; rows without a date come last. */
export function isPastMonth(month: string, other: string, order: ActivityOrder): boolean {
  if (month === '' || other === '') return month === '' && other !== '';
  return order === 'newest' ? compareMonths(month, other) < 0 : compareMonths(month, other) > 0;
}
