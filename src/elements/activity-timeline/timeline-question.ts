import type {
  Activity,
  ActivityOrder,
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
} from '../../model/activity.js';
import { timeZone } from '../../model/time-zone.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { countActivities, typesIn } from '../../adapters/shared/activity-count.js';
import { filterQuery, isFiltered, sameFilter, type TimelineFilter } from './timeline-filter.js';
import { readPage } from './timeline-rows.js';
import type { Answer, ReadyState } from './timeline-state.js';

/** All that decides which rows are shown. */
export interface Question {
  readonly adapter: TimelineAdapter;
  readonly customerId: string;
  readonly filter: TimelineFilter;
  readonly order: ActivityOrder;
  readonly timeZone: string;
  readonly pageSize: number;
}

/** The signal of a call, and the counts of all activities where they are known already. */
interface AskOptions {
  readonly signal: AbortSignal;
  readonly overall?: ActivitySummary;
}

const NOTHING: ActivitySummary = { total: 0, exact: true, types: [], months: [] };

export function isSameQuestion(one: Question | null, other: Question | null): boolean {
  return (
    one === other ||
    (isAboutSame(one, other) &&
      one?.order === other?.order &&
      one?.timeZone === other?.timeZone &&
      sameFilter(one?.filter ?? {}, other?.filter ?? {}))
  );
}

/** True when the rows of one may stand on the screen until the other is answered. */
export function isAboutSame(one: Question | null, other: Question | null): boolean {
  return one?.adapter === other?.adapter && one?.customerId === other?.customerId;
}

/** Reads the first page and the counts. */
export async function askFirst(question: Question, { signal, overall }: AskOptions): Promise<Answer> {
  const query = queryOf(question);
  const everything = queryOf({ ...question, filter: {} });
  const { adapter, filter } = question;
  const counts = adapter.capabilities.counts !== 'none';
  const [page, filtered, all] = await Promise.all([
    query && adapter.getPage(query, { signal }).then(readPage),
    counts && query && isFiltered(filter) ? adapter.getSummary(query, { signal }) : null,
    counts ? (overall ?? (everything && adapter.getSummary(everything, { signal }))) : null,
  ]);
  const rows = page?.items ?? [];
  const summary = !query
    ? NOTHING
    : (filtered ?? all ?? countLoaded(question, rows, page?.next === undefined));
  return { rows, next: page?.next, summary, overall: all ?? overall ?? summary };
}

/** Reads the page behind the rows that are there. */
export async function askNext(
  question: Question,
  cursor: string,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const query = queryOf(question);
  return query ? readPage(await question.adapter.getPage({ ...query, cursor }, { signal })) : { items: [] };
}

/** With an adapter that cannot count, the counts grow with the loaded rows (D 39). */
export function recount(question: Question, state: ReadyState): ReadyState {
  if (question.adapter.capabilities.counts !== 'none') {
    return state;
  }
  const summary = countLoaded(question, state.rows, state.next === undefined);
  return { ...state, summary, overall: isFiltered(question.filter) ? state.overall : summary };
}

function countLoaded(question: Question, rows: readonly Activity[], isAll: boolean): ActivitySummary {
  return countActivities(rows, typesIn(rows), timeZone(question.timeZone), isAll);
}

function queryOf({ customerId, filter, order, timeZone: zone, pageSize }: Question): ActivityQuery | null {
  const filters = filterQuery(filter);
  return filters && { ...filters, customerId, order, timeZone: zone, limit: pageSize };
}
