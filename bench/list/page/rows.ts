import type { Activity, ActivityQuery, MonthSummary } from '../../../src/model/activity.js';
import type { TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { seeded } from '../../data/random.js';

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2024, 11, 31);
/** Days of twenty years: that many rows or fewer stand one a day. */
const DAYS = 7300;
const TYPES = ['SalesOrder', 'Case', 'Feedback', 'Visit'];
const MOST_WORDS = 90;

const random = seeded(7);
const words = Array.from({ length: 4096 }, () => Math.floor(random() * MOST_WORDS));
const text = Array.from(
  { length: MOST_WORDS },
  (_, i) => ['boots', 'blue', 'size', 'late', 'rope', 'a'][i % 6],
);

/** Activity number `row` of so many, counted from the newest, with 0 to 90 words of detail. */
export function rowOf(row: number, total: number): Activity {
  return {
    activityId: `row-${row}`,
    customerId: 'customer',
    sourceTable: 'Shop_Rows',
    sourceActivityId: String(row),
    type: TYPES[row % TYPES.length],
    timestamp: dayOf(row, total),
    title: `Row ${row}`,
    detail: text.slice(0, words[row % words.length]).join(' '),
  };
}

const perDayOf = (total: number): number => Math.ceil(total / DAYS);

function dayOf(row: number, total: number): string {
  return new Date(LAST_DAY - Math.floor(row / perDayOf(total)) * DAY_MS).toISOString().slice(0, 10);
}

/** Serves these activities, computed when they are asked for: what is measured is the list and not its source. */
export function rowsAdapter(total: number): TimelineAdapter {
  const perDay = perDayOf(total);
  const counts = countMonths(total);
  const summary = {
    total,
    exact: true,
    types: TYPES.map((type) => ({ type, count: Math.floor(total / TYPES.length), sourceTables: [] })),
    months: counts,
  };
  const firstRow = ({ to }: ActivityQuery): number =>
    to === undefined ? 0 : Math.max(0, ((LAST_DAY - Date.parse(to)) / DAY_MS) * perDay);
  return {
    capabilities: {
      counts: 'exact',
      filterTypes: true,
      filterContacts: false,
      filterDates: true,
      search: true,
      offset: true,
      orders: ['newest'],
    },
    getPage(query) {
      const start = firstRow(query) + (query.offset ?? Number(query.cursor ?? 0));
      const end = Math.min(total, start + query.limit);
      const items = Array.from({ length: Math.max(0, end - start) }, (_, i) => rowOf(start + i, total));
      return Promise.resolve({ items, ...(end < total && { next: String(end - firstRow(query)) }) });
    },
    getSummary: () => Promise.resolve(summary),
  };
}

function countMonths(total: number): MonthSummary[] {
  const perDay = perDayOf(total);
  const months = new Map<string, Map<string, number>>();
  for (let row = 0; row < total; row += perDay) {
    const month = dayOf(row, total).slice(0, 7);
    const types = months.get(month) ?? new Map<string, number>();
    months.set(month, types);
    for (let i = row; i < Math.min(total, row + perDay); i++) {
      const type = TYPES[i % TYPES.length];
      types.set(type, (types.get(type) ?? 0) + 1);
    }
  }
  return [...months].map(([month, types]) => ({
    month,
    count: [...types.values()].reduce((sum, count) => sum + count, 0),
    types: Object.fromEntries(types),
  }));
}
