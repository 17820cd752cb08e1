import type { Activity, ActivityOrder, ActivitySummary } from '../../model/activity.js';
import type { TimeZone } from '../../model/time-zone.js';
import { compareMonths, isTimestamp, monthOf } from '../../adapters/shared/activity-time.js';

/** The loaded rows of one month. */
export interface MonthGroup {
  /** `YYYY-MM`; empty for rows whose date cannot be read, which come last. */
  readonly month: string;
  /** Rows of the month that the filter lets through, loaded or not. */
  readonly count: number;
  /** False: `count` is a lower bound. */
  readonly isExact: boolean;
  readonly rows: readonly Activity[];
}

/**
 * Puts rows into their months, months in the order of the rows. At the edge of a month the rows of two can
 * alternate, because the zone moves instants and leaves calendar dates where they are (D 37): each row goes
 * to its own month all the same.
 */
export function groupByMonth(
  rows: readonly Activity[],
  summary: ActivitySummary,
  zone: TimeZone,
  order: ActivityOrder,
): readonly MonthGroup[] {
  const groups = new Map<string, Activity[]>();
  for (const row of rows) {
    const month = isTimestamp(row.timestamp) ? monthOf(row.timestamp, zone) : '';
    const group = groups.get(month);
    if (group) group.push(row);
    else groups.set(month, [row]);
  }
  const counts = new Map(summary.months.map(({ month, count }) => [month, count]));
  return [...groups.keys()]
    .sort((one, other) => compareShown(one, other, order))
    .map((month): MonthGroup => {
      const loaded = groups.get(month) ?? [];
      const counted = counts.get(month);
      return {
        month,
        // Rows that came in since the count was made are there to be seen.
        count: Math.max(counted ?? 0, loaded.length),
        isExact: counted === undefined || summary.exact,
        rows: loaded,
      };
    });
}

function compareShown(one: string, other: string, order: ActivityOrder): number {
  if (one === '' || other === '') {
    return one === '' ? 1 : -1;
  }
  return order === 'newest' ? compareMonths(other, one) : compareMonths(one, other);
}
