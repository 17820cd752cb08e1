import { createMemoryAdapter } from '../../adapters/memory/memory-adapter.js';
import type { Activity } from '../../model/activity.js';
import type { NewestRows, TableInfo } from '../../model/tables.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';

/** Days before now of the five rows (§ 5.3). */
const DAYS_AGO = [0, 1, 3, 6, 10];
const DAY_MS = 86_400_000;

/** The customer whose rows the example shows. */
export const EXAMPLE_CUSTOMER = 'example';

/** What the items of an example are like. */
export interface ExampleLook {
  readonly type: string;
  readonly icon: string;
  readonly table: Pick<TableInfo, 'name' | 'table'>;
}

/** What one item shows. */
export type ExampleItem = Pick<Activity, 'timestamp' | 'title' | 'detail' | 'url'>;

/** Items that name the chosen columns in the place of their values. */
export function exampleItems(event: string, detail: string | undefined, now: number): ExampleItem[] {
  return DAYS_AGO.map((days) => ({
    timestamp: new Date(now - days * DAY_MS).toISOString(),
    title: event,
    ...(detail !== undefined && { detail }),
  }));
}

/** Items of rows as a run would make them; a row without a title shows its type (D 59). */
export function ownItems(
  { rows }: NewestRows,
  event: string,
  detail: string | undefined,
  url: string | undefined,
): ExampleItem[] {
  return rows.map(({ timestamp, values }) => ({
    timestamp,
    title: (values[event] ?? '').trim(),
    ...(detail !== undefined && values[detail] && { detail: values[detail] }),
    ...(url !== undefined && values[url] && { url: values[url] }),
  }));
}

/** An adapter with these items, in which nothing can be filtered or turned. */
export function exampleAdapter(look: ExampleLook, items: readonly ExampleItem[]): TimelineAdapter {
  const { type, icon, table } = look;
  const adapter = createMemoryAdapter({
    activities: items.map((item, place) => ({
      ...item,
      activityId: String(place),
      customerId: EXAMPLE_CUSTOMER,
      sourceTable: table.name,
      sourceActivityId: String(place),
      type,
    })),
    types: [{ type, icon, sourceTables: [{ name: table.name, table: table.table }] }],
  });
  return {
    ...adapter,
    capabilities: {
      ...adapter.capabilities,
      filterTypes: false,
      filterContacts: false,
      filterDates: false,
      search: false,
      orders: ['newest'],
    },
  };
}
