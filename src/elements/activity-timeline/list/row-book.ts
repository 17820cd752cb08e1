import type { Activity, ActivityPage } from '../../../model/activity.js';
import type { TimeZone } from '../../../model/time-zone.js';
import { compareMonths, isTimestamp, monthOf } from '../../../adapters/shared/activity-time.js';

/** Rows of one month by their place in it; a place that was not read yet is empty. */
export type MonthRows = readonly (Activity | undefined)[];

/** Where reading can go on: behind the last row of a page, with what of each month came before. */
export interface ReadPoint {
  readonly cursor: string;
  /** Month at whose top the reading began; absent: the top of the list. The cursor belongs to that question. */
  readonly start?: string;
  /** Month → rows of it that stand before the cursor. */
  readonly before: ReadonlyMap<string, number>;
}

/** The rows of a list that were read so far. A value: every change makes another book. */
export interface RowBook {
  readonly months: ReadonlyMap<string, MonthRows>;
  readonly loaded: number;
  /** Read points by the place behind them, as {@link pointKey} writes it. */
  readonly points: ReadonlyMap<string, ReadPoint>;
}

export const EMPTY_BOOK: RowBook = { months: new Map(), loaded: 0, points: new Map() };

export function pointKey(month: string, row: number): string {
  return `${month}/${row}`;
}

/** Month that a row belongs to; empty when its date cannot be read. */
export function monthOfRow({ timestamp }: Activity, zone: TimeZone): string {
  return isTimestamp(timestamp) ? monthOf(timestamp, zone) : '';
}

/**
 * Adds a page that was read from the top of a month, or from a point, without an end. At the edge of a month the rows
 * of two can alternate, because the zone moves instants and leaves calendar dates where they are (D 37): each row
 * goes to the next place of its own month.
 */
export function addRun(
  book: RowBook,
  page: ActivityPage,
  { before, start }: Omit<ReadPoint, 'cursor'>,
  zone: TimeZone,
): { book: RowBook; point: ReadPoint | null } {
  const places = new Map(before);
  const changes = new Map<string, (Activity | undefined)[]>();
  let loaded = book.loaded;
  let month = '';
  for (const row of page.items) {
    month = monthOfRow(row, zone);
    const rows = changes.get(month) ?? [...(book.months.get(month) ?? [])];
    changes.set(month, rows);
    const place = places.get(month) ?? 0;
    if (rows[place] === undefined) loaded++;
    rows[place] = row;
    places.set(month, place + 1);
  }
  const months = new Map([...book.months, ...changes]);
  if (page.next === undefined) return { book: { ...book, months, loaded }, point: null };
  const point = { cursor: page.next, before: places, ...(start === undefined ? {} : { start }) };
  return { book: leadOn({ ...book, months, loaded }, month, point), point };
}

/** Notes that rows of a month come behind a point, also where the last row before that was of another one. */
export function leadOn(book: RowBook, month: string, point: ReadPoint): RowBook {
  const key = pointKey(month, point.before.get(month) ?? 0);
  return { ...book, points: new Map(book.points).set(key, point) };
}

/** Adds rows of one month that stand from a place on. */
export function addBlock(book: RowBook, month: string, from: number, items: readonly Activity[]): RowBook {
  const rows = [...(book.months.get(month) ?? [])];
  let { loaded } = book;
  items.forEach((row, i) => {
    if (rows[from + i] === undefined) loaded++;
    rows[from + i] = row;
  });
  return { ...book, months: new Map(book.months).set(month, rows), loaded };
}

/** True when the row at a place was read. */
export function hasRow(book: RowBook, month: string, row: number): boolean {
  return book.months.get(month)?.[row] !== undefined;
}

/** Where an activity stands among the rows that were read; null: it is not one of them. */
export function placeOfActivity(
  { months }: RowBook,
  activityId: string,
): { month: string; row: number } | null {
  for (const [month, rows] of months) {
    const row = rows.findIndex((other) => other?.activityId === activityId);
    if (row >= 0) return { month, row };
  }
  return null;
}

/** Rows that stay in memory. Beyond it the months farthest from the one at hand go; they can be read again. */
const MOST_ROWS = 5000;

/**
 * Lets go of months once more rows were read than may stay, the farthest from `near` first. Those that are `shown`
 * stay, for they would be read again at once.
 */
export function trimBook(
  book: RowBook,
  near: string,
  shown: readonly string[] = [],
  mostRows: number = MOST_ROWS,
): RowBook {
  if (book.loaded <= mostRows) return book;
  const ordered = [...book.months.keys()].sort(compareMonths);
  const at = ordered.indexOf(near);
  const byDistance = ordered
    .map((month, i) => ({ month, distance: Math.abs(i - at) }))
    .sort((one, other) => one.distance - other.distance);
  const months = new Map<string, MonthRows>();
  let loaded = 0;
  let isFull = false;
  for (const { month } of byDistance) {
    const rows = book.months.get(month) ?? [];
    const count = rows.filter((row) => row !== undefined).length;
    // Half of it goes at once, so that it is not one month at each read.
    isFull ||= loaded > 0 && loaded + count > mostRows / 2;
    if (isFull && !shown.includes(month)) continue;
    months.set(month, rows);
    loaded += count;
  }
  return { ...book, months, loaded };
}
