import type {
  Activity,
  ActivitySummary,
  ContactSummary,
  MonthSummary,
  TypeSummary,
} from '../../model/activity.js';
import { compareText } from '../../model/text-order.js';
import type { TimeZone } from '../../model/time-zone.js';
import { compareMonths, monthOf, timeOf } from './activity-time.js';

/** A type as it is configured, before rows are counted. */
export type TypeSetup = Omit<TypeSummary, 'count' | 'last'>;

/**
 * Counts rows one by one. For adapters that hold all rows, and for what can be said of the loaded rows when
 * an adapter cannot count.
 */
export function countActivities(
  rows: readonly Activity[],
  types: readonly TypeSetup[],
  zone: TimeZone,
  exact: boolean,
): ActivitySummary {
  const byType = groupBy(rows, (row) => row.type);
  const byMonth = groupBy(rows, (row) => monthOf(row.timestamp, zone));
  const months = [...byMonth].map(([month, monthRows]): MonthSummary => ({
    month,
    count: monthRows.length,
    types: Object.fromEntries(tally(monthRows.map((row) => row.type))),
  }));
  return {
    total: rows.length,
    exact,
    types: types.map((setup): TypeSummary => {
      const typeRows = byType.get(setup.type) ?? [];
      const { last } = ends(typeRows);
      return { ...setup, count: typeRows.length, ...(last !== undefined && { last }) };
    }),
    months: months.sort((one, other) => compareMonths(other.month, one.month)),
    ...ends(rows),
  };
}

/** Counts rows by contact: those without one first, if there are any, then by name. */
export function countContacts(rows: readonly Activity[]): ContactSummary[] {
  const contacts = [...groupBy(rows, ({ contactId }) => contactId ?? null)].map(
    ([contactId, [first, ...others]]): ContactSummary => ({
      contactId,
      name: first.contactName ?? contactId ?? '',
      count: 1 + others.length,
    }),
  );
  return contacts.sort(
    (one, other) =>
      Number(other.contactId === null) - Number(one.contactId === null) ||
      compareText(one.name, other.name) ||
      compareText(one.contactId ?? '', other.contactId ?? ''),
  );
}

/** The types that occur in the rows, with the source tables that their rows come from. */
export function typesIn(rows: readonly Activity[]): TypeSetup[] {
  return [...groupBy(rows, (row) => row.type)].map(([type, typeRows]) => ({
    type,
    sourceTables: [...new Set(typeRows.map((row) => row.sourceTable))].map((name) => ({
      name,
      // `DataSource_Table` (D 4). Whoever has a data source with "_" in its name states the types instead.
      table: name.slice(name.indexOf('_') + 1),
    })),
  }));
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function ends(rows: readonly Activity[]): Pick<ActivitySummary, 'first' | 'last'> {
  const [first, ...others] = rows;
  if (!first) {
    return {};
  }
  let oldest = first;
  let newest = first;
  for (const row of others) {
    if (timeOf(row.timestamp) < timeOf(oldest.timestamp)) oldest = row;
    if (timeOf(row.timestamp) > timeOf(newest.timestamp)) newest = row;
  }
  return { first: oldest.timestamp, last: newest.timestamp };
}
