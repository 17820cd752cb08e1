import type { TimeZone } from '../../../model/time-zone.js';
import { dayOf, isTimestamp } from '../../../adapters/shared/activity-time.js';
import type { MonthRows } from './row-book.js';

/** Rows of a month that say the same: one after the other, of one type and title, on one calendar day. */
export interface Repeat {
  /** The first of them, by its place in the month; it stands for all while they are collapsed. */
  readonly row: number;
  /** How many rows there are, two at least. */
  readonly rows: number;
  /** False: more of them may follow that were not read yet. */
  readonly isExact: boolean;
  /** True: a person opened it, and every row is shown. */
  readonly isOpen: boolean;
}

/** What decides which rows collapse. */
export interface RepeatOptions {
  /** Calendar days of instants are those of this zone (D 37). */
  readonly zone: TimeZone;
  /** Ids of activities; the repeats that have one of them are open. */
  readonly open: ReadonlySet<string>;
}

/**
 * A longer repeat is cut at every such place of its month: one of a million rows need not be read whole before its
 * count is known.
 */
export const MOST_REPEATED = 1000;

/** The repeats of a month among the rows that were read; `total` is how many rows the month has. */
export function repeatsIn(rows: MonthRows, total: number, { zone, open }: RepeatOptions): Repeat[] {
  const repeats: Repeat[] = [];
  const isRead = (row: number): boolean => rows[row] !== undefined;
  let first = 0;
  while (first < rows.length) {
    const end = endOfSame(rows, first, zone);
    for (const [from, to] of end - first > MOST_REPEATED ? cut(first, end) : [[first, end]]) {
      if (to - from < 2) continue;
      repeats.push({
        row: from,
        rows: to - from,
        isExact: (from === 0 || isRead(from - 1)) && (to >= total || isRead(to)),
        isOpen: open.size > 0 && rows.slice(from, to).some((row) => row && open.has(row.activityId)),
      });
    }
    first = end;
  }
  return repeats;
}

/** Where the rows end that say the same as one. */
function endOfSame(rows: MonthRows, first: number, zone: TimeZone): number {
  const row = rows[first];
  let end = first + 1;
  if (row === undefined || !isTimestamp(row.timestamp)) return end;
  const day = dayOf(row.timestamp, zone);
  for (; end < rows.length; end++) {
    const next = rows[end];
    if (next?.title !== row.title || next.type !== row.type || !isTimestamp(next.timestamp)) break;
    if (next.timestamp !== row.timestamp && dayOf(next.timestamp, zone) !== day) break;
  }
  return end;
}

function cut(first: number, end: number): [from: number, to: number][] {
  const parts: [number, number][] = [];
  for (let from = first; from < end;) {
    const to = Math.min(end, (Math.floor(from / MOST_REPEATED) + 1) * MOST_REPEATED);
    parts.push([from, to]);
    from = to;
  }
  return parts;
}
