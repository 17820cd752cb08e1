import { createMemoryAdapter } from '../memory/memory-adapter.js';
import type { Activity, ActivityQuery, ActivitySummary } from '../../model/activity.js';
import { timeOf } from '../shared/activity-time.js';
import type { Breach, ConformanceSetup } from './law.js';

/** All rows of a query, page after page. */
export async function walk(
  { adapter, activities }: ConformanceSetup,
  query: ActivityQuery,
  breach: Breach,
): Promise<Activity[]> {
  const rows: Activity[] = [];
  let cursor = query.cursor;
  let pagesLeft = 2 * activities.length + 20;
  do {
    const page = await adapter.getPage({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    if (page.items.length > query.limit) {
      breach(`a page of ${page.items.length} rows came for ${describe({ ...query, cursor })}.`);
    }
    rows.push(...page.items);
    cursor = page.next;
    if (--pagesLeft === 0) breach(`the pages do not end for ${describe(query)}.`);
  } while (cursor !== undefined);
  return rows;
}

/** What the rules make of the set-up's rows. */
export async function expectedRows(setup: ConformanceSetup, query: ActivityQuery): Promise<Activity[]> {
  const reference = createMemoryAdapter({ activities: setup.activities });
  const all: Activity[] = [];
  let cursor: string | undefined;
  do {
    const page = await reference.getPage({
      ...query,
      limit: 1000,
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

export function expectedSummary(setup: ConformanceSetup, query: ActivityQuery): Promise<ActivitySummary> {
  return createMemoryAdapter({ activities: setup.activities }).getSummary(query);
}

/** Tells a breach unless the same rows came in the same order, as far as the set-up's ties are bound by the rule. */
export function compareRows(
  { ties = 'rule' }: ConformanceSetup,
  came: readonly Activity[],
  expected: readonly Activity[],
  query: ActivityQuery,
  breach: Breach,
): void {
  const [left, right] = ties === 'rule' ? [came, expected] : [tiesById(came), tiesById(expected)];
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [canonical(left[i]), canonical(right[i])];
    if (one !== other) {
      breach(
        `row ${i + 1} of ${came.length} (expected ${expected.length}) is ${one}, expected ${other}, for ${describe(query)}.`,
      );
    }
  }
}

/** Only neighbours change places: an order by time that is wrong stays wrong. */
function tiesById(rows: readonly Activity[]): Activity[] {
  const runs: Activity[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && timeOf(run[0].timestamp) === timeOf(row.timestamp)) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => run.sort((one, other) => (one.activityId < other.activityId ? -1 : 1)));
}

/** A row as text: what is absent, undefined or an empty set of attributes is the same. */
function canonical(row: Activity | undefined): string {
  if (!row) return 'missing';
  const { attributes, ...rest } = row;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  const kept = Object.entries(attributes ?? {});
  if (kept.length > 0) entries.push(['attributes', JSON.stringify(kept.sort())]);
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function describe(query: ActivityQuery): string {
  return JSON.stringify(query);
}
