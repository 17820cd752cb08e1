import type { ActivityOrder, ActivitySummary, MonthSummary } from '../../model/activity.js';
import { compareMonths } from '../../adapters/shared/activity-time.js';
import { ListPlan, type ListMonth } from './list/list-plan.js';
import { repeatsIn, type RepeatOptions } from './list/repeats.js';
import type { RowBook } from './list/row-book.js';

/** What decides which months the list has, and how many rows each. */
export interface MonthSource {
  readonly summary: ActivitySummary;
  readonly book: RowBook;
  readonly shortfalls: ReadonlyMap<string, number>;
}

/**
 * The months of the list in the order of its rows. Where the counts are exact every row has its place before it is
 * read (D 39); else the list grows with the rows that were read. `collapse` null: every row is shown for itself.
 */
export function planMonths(
  { summary, book, shortfalls }: MonthSource,
  order: ActivityOrder,
  folded: ReadonlySet<string>,
  collapse: RepeatOptions | null = null,
): ListPlan {
  const counted = new Map<string, MonthSummary>();
  for (const month of summary.months) counted.set(month.month, month);
  const months: ListMonth[] = [];
  for (const month of new Set([...(summary.exact ? counted.keys() : []), ...book.months.keys()])) {
    const readRows = book.months.get(month) ?? [];
    const read = readRows.length;
    const total = counted.get(month)?.count ?? 0;
    const there = summary.exact ? (shortfalls.get(month) ?? total) : 0;
    // Rows that came in since the count was made are there to be seen.
    const rows = Math.max(there, read);
    if (rows === 0) continue;
    months.push({
      month,
      rows,
      count: summary.exact ? rows : Math.max(total, read),
      isExact: summary.exact || !counted.has(month),
      isFolded: folded.has(month),
      repeats: collapse === null ? undefined : repeatsIn(readRows, rows, collapse),
    });
  }
  months.sort((one, other) => compareShown(one.month, other.month, order));
  return new ListPlan(months);
}

/** Order of two months on the screen; rows without a date come last. */
function compareShown(one: string, other: string, order: ActivityOrder): number {
  if (one === '' || other === '') {
    return one === other ? 0 : one === '' ? 1 : -1;
  }
  return order === 'newest' ? compareMonths(other, one) : compareMonths(one, other);
}
