import type { Activity, ActivityQuery, MonthSummary, SummaryQuery } from '../../../src/model/activity.js';
import type { TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { CUSTOMER } from './activities.js';

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2020, 11, 31);

export interface LongAdapter extends TimelineAdapter {
  /** Queries for pages so far. */
  readonly pages: readonly ActivityQuery[];
}

/**
 * Any number of activities, so many a day, computed when they are asked for. Row n counted from the newest is titled
 * `Row n`; every third has a detail.
 */
export function createLongAdapter(total: number, perDay: number, canSkip = true): LongAdapter {
  const pages: ActivityQuery[] = [];
  const dayOf = (row: number): string =>
    new Date(LAST_DAY - Math.floor(row / perDay) * DAY_MS).toISOString().slice(0, 10);
  const rowOf = (row: number): Activity => ({
    activityId: `row-${row}`,
    customerId: CUSTOMER,
    sourceTable: 'Shop_Orders',
    sourceActivityId: String(row),
    type: 'SalesOrder',
    timestamp: dayOf(row),
    title: `Row ${row}`,
    ...(row % 3 === 0 && { detail: 'Boots, blue, size 42, and a rope' }),
  });
  /** Rows up to a day, and before it: numbers of rows grow with age. */
  const span = ({ from, to }: SummaryQuery): { start: number; end: number } => {
    const age = (day: string): number => (LAST_DAY - Date.parse(day)) / DAY_MS;
    const start = to === undefined ? 0 : Math.max(0, age(to) * perDay);
    const end = from === undefined ? total : (age(from) + 1) * perDay;
    return { start: Math.min(start, total), end: Math.max(0, Math.min(end, total)) };
  };
  return {
    pages,
    capabilities: {
      counts: 'exact',
      filterTypes: true,
      filterContacts: false,
      filterDates: true,
      search: false,
      orders: ['newest', 'oldest'],
      offset: canSkip,
    },
    getPage(query) {
      pages.push(query);
      const { start, end } = span(query);
      const first = Number(query.cursor ?? 0) || (query.offset ?? 0);
      const count = Math.max(0, Math.min(query.limit, end - start - first));
      const isOldest = query.order === 'oldest';
      const items = Array.from({ length: count }, (_, i) =>
        rowOf(isOldest ? end - 1 - first - i : start + first + i),
      );
      const isMore = start + first + count < end;
      return Promise.resolve({ items, ...(isMore && { next: String(first + count) }) });
    },
    getSummary(query) {
      const { start, end } = span(query);
      const months = new Map<string, number>();
      for (let row = start; row < end;) {
        const next = Math.min(end, (Math.floor(row / perDay) + 1) * perDay);
        const month = dayOf(row).slice(0, 7);
        months.set(month, (months.get(month) ?? 0) + next - row);
        row = next;
      }
      return Promise.resolve({
        total: end - start,
        exact: true,
        types: [{ type: 'SalesOrder', count: end - start, sourceTables: [] }],
        months: [...months].map(([month, count]): MonthSummary => ({
          month,
          count,
          types: { SalesOrder: count },
        })),
      });
    },
  };
}
