import type { Activity, SummaryQuery } from '../../model/activity.js';
import { textMatcher } from '../shared/activity-text.js';
import { filterConditions, searchedColumns } from './filter.js';
import type { Source } from './get-page.js';
import { queryText } from './literals.js';
import { readActivityRow } from './read-row.js';
import { foreignRowError, loopError } from './response-errors.js';

/** What was read to be counted. */
export interface CountedRows {
  /** With the fields that are counted alone. */
  rows: readonly Activity[];
  /** False: there are more rows than are read for a count. */
  isAll: boolean;
}

/** Name of the number of rows in a group. */
const COUNT = 'ActivityCount';

/**
 * Reads type, time and contact of the rows that a query lets through, up to a number of answers (D 69). In no order:
 * that is the least work for a service. A service that groups is asked for groups instead, unless a text is searched,
 * which is looked for here once more.
 */
export async function readCounted(
  { client, shape, where }: Source,
  query: SummaryQuery,
  { answers, signal }: { answers: number; signal: AbortSignal | undefined },
): Promise<CountedRows> {
  const isSearch = (query.text ?? '').trim() !== '';
  const passes = textMatcher(query.text);
  const address = (): string => {
    const { service } = shape;
    const { set, columns } = service.activities;
    const conditions = filterConditions(service, query);
    if (where !== undefined) conditions.push(`(${where})`);
    const filter = conditions.join(' and ');
    const { type, sourceTable, timestamp, contactId, contactName } = columns;
    const counted = [type, sourceTable, timestamp, contactId, contactName];
    if (service.counts === 'apply' && !isSearch) {
      const groups = counted.filter(Boolean).join(',');
      return client.address(
        set,
        queryText({ $apply: `filter(${filter})/groupby((${groups}),aggregate($count as ${COUNT}))` }),
      );
    }
    const narrow = [
      columns.customerId,
      columns.activityId,
      ...counted,
      ...(isSearch ? searchedColumns(columns) : []),
    ];
    return client.address(
      set,
      queryText({ $select: [...new Set(narrow.filter(Boolean))].join(','), $filter: filter }),
    );
  };
  const rows: Activity[] = [];
  const ids = new Set<string>();
  const visited = new Set<string>();
  const pageSize = shape.service.paging === 'prefer' ? shape.service.countPageSize : undefined;
  let link: string | undefined;
  for (let read = 0; read < answers; read++) {
    const from = link;
    const answer =
      from === undefined
        ? await shape.ask(
            async () => {
              const first = address();
              return { ...(await client.get(first, { signal, pageSize })), first };
            },
            { isOrdered: false },
          )
        : { ...(await client.get(from, { signal, pageSize })), first: from };
    const { columns } = shape.service.activities;
    for (const row of answer.rows) {
      const { activity } = readActivityRow(row, columns);
      const weight = row[COUNT];
      if (typeof weight === 'number') {
        for (let i = 0; i < weight; i++) rows.push(activity);
        continue;
      }
      if (activity.customerId.toLowerCase() !== query.customerId.toLowerCase()) throw foreignRowError();
      const hasId = Boolean(columns.activityId);
      if (!passes(activity) || (hasId && ids.has(activity.activityId))) continue;
      ids.add(activity.activityId);
      rows.push(activity);
    }
    if (answer.nextLink === undefined) return { rows, isAll: true };
    link = client.follow(answer.nextLink, answer.first);
    if (visited.has(link)) throw loopError();
    visited.add(link);
  }
  return { rows, isAll: false };
}
