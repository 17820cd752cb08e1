import type {
  Activity,
  ActivityOrder,
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
} from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { DAY_MS } from '../../model/calendar.js';
import { timeZone, type TimeZone } from '../../model/time-zone.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { countActivities, typesIn } from '../../adapters/shared/activity-count.js';
import { timeOf } from '../../adapters/shared/activity-time.js';
import { isPastMonth, type Read } from './list/next-read.js';
import { addBlock, addRun, EMPTY_BOOK, leadOn, monthOfRow, trimBook, type RowBook } from './list/row-book.js';
import { monthSpan } from './month-span.js';
import { filterQuery, isFiltered, sameFilter, type TimelineFilter } from './timeline-filter.js';
import { readPage, samePosition } from './timeline-rows.js';
import type { Answer, ReadResult, ReadyState } from './timeline-state.js';

/** All that decides which rows are shown. */
export interface Question {
  readonly adapter: TimelineAdapter;
  readonly customerId: string;
  readonly filter: TimelineFilter;
  readonly order: ActivityOrder;
  readonly timeZone: string;
  readonly pageSize: number;
  /** Seconds that an answer may take; 0: any time. It decides nothing about which rows are shown. */
  readonly timeLimit: number;
}

/** The signal of a call, and the counts of all activities where they are known already. */
interface AskOptions {
  readonly signal: AbortSignal;
  readonly overall?: ActivitySummary;
}

const NOTHING: ActivitySummary = { total: 0, exact: true, types: [], months: [] };
const LIST_TOP = { before: new Map<string, number>() };

/** Refuses with `query-invalid` when there is nothing to ask. */
export function askable(question: Question | null): Question {
  if (question) return question;
  throw new AdapterError(
    'query-invalid',
    'There is no customer to read. Set `adapter` and `customerId` first.',
  );
}

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
  // The counts first: they look at every row, and the page may be a part of that.
  const [filtered, all, page] = await Promise.all([
    counts && query && isFiltered(filter) ? adapter.getSummary(query, { signal }) : null,
    counts ? (overall ?? (everything && adapter.getSummary(everything, { signal }))) : null,
    query && adapter.getPage(query, { signal }).then(readPage),
  ]);
  const { book, point } = addRun(EMPTY_BOOK, page ?? { items: [] }, LIST_TOP, timeZone(question.timeZone));
  const summary = !query ? NOTHING : (filtered ?? all ?? countLoaded(question, book, point === null));
  return { book, tail: point, summary, overall: all ?? overall ?? summary };
}

/** Counts the present question again. */
export async function askCounts(question: Question, signal: AbortSignal): Promise<ActivitySummary> {
  const query = queryOf(question);
  return query ? question.adapter.getSummary(query, { signal }) : NOTHING;
}

/** Reads rows that are missing. */
export async function askRead(question: Question, read: Read, signal: AbortSignal): Promise<ActivityPage> {
  const query = readQuery(question, read);
  return query ? readPage(await question.adapter.getPage(query, { signal })) : { items: [] };
}

/** What rows that were read make of the book. */
export function takeRead(question: Question, state: ReadyState, read: Read, page: ActivityPage): ReadResult {
  const zone = timeZone(question.timeZone);
  const { target, shown } = read;
  if (read.kind === 'block') {
    const book = addBlock(state.book, target.month, read.from, page.items);
    return { book: trimBook(book, target.month, shown), tail: state.tail, isPast: true };
  }
  const from = read.kind === 'run' ? { before: new Map<string, number>(), start: read.start } : read.point;
  if (read.kind === 'rest' && page.next === read.point.cursor) {
    throw samePosition();
  }
  const isTail = read.kind === 'rest' && read.point === state.tail;
  const fresh = isTail && !isCounted(state) ? withoutKnown(page, state.book) : page;
  const { book, point } = addRun(state.book, fresh, from, zone);
  const last = page.items.at(-1);
  const isPast =
    isCounted(state) && (!last || point === null || isBehind(last, target.month, question.order, zone));
  const tail = isTail ? point : state.tail;
  if (isCounted(state)) {
    const led = isPast || point === null ? book : leadOn(book, target.month, point);
    return { book: trimBook(led, target.month, shown), tail, isPast };
  }
  return { book, tail, isPast, ...recount(question, state, book, tail === null) };
}

/** True when no row of a month can come behind this one, which at the edge of two months is known a day later. */
function isBehind(row: Activity, month: string, order: ActivityOrder, zone: TimeZone): boolean {
  const own = monthOfRow(row, zone);
  const isPast = isPastMonth(own, month, order);
  if (own === '' || !isPast) return isPast;
  const time = timeOf(row.timestamp) + (order === 'newest' ? DAY_MS : -DAY_MS);
  return isPastMonth(new Date(time).toISOString().slice(0, 7), month, order);
}

/** True when the counts say how many rows each month has, so that any place can be read for itself. */
export function isCounted({ summary }: Pick<ReadyState, 'summary'>): boolean {
  return summary.exact;
}

/** A row that was read before moved behind the cursor meanwhile; it is not shown twice. */
function withoutKnown(page: ActivityPage, { months }: RowBook): ActivityPage {
  const known = new Set<string>();
  for (const rows of months.values()) for (const row of rows) if (row) known.add(row.activityId);
  return { ...page, items: page.items.filter(({ activityId }) => !known.has(activityId)) };
}

/** With an adapter that cannot count, the counts grow with the loaded rows (D 39). */
function recount(
  question: Question,
  state: ReadyState,
  book: RowBook,
  isAll: boolean,
): Pick<ReadResult, 'summary' | 'overall'> {
  if (question.adapter.capabilities.counts !== 'none') {
    return {};
  }
  const summary = countLoaded(question, book, isAll);
  return { summary, overall: isFiltered(question.filter) ? state.overall : summary };
}

function countLoaded(question: Question, { months }: RowBook, isAll: boolean): ActivitySummary {
  const rows = [...months.values()].flatMap((all) => all.filter((row): row is Activity => row !== undefined));
  return countActivities(rows, typesIn(rows), timeZone(question.timeZone), isAll);
}

/** The query for the first page; null: no row can pass the filter. */
export function queryOf({
  customerId,
  filter,
  order,
  timeZone: zone,
  pageSize,
}: Question): ActivityQuery | null {
  const filters = filterQuery(filter);
  return filters && { ...filters, customerId, order, timeZone: zone, limit: pageSize };
}

function readQuery(question: Question, read: Read): ActivityQuery | null {
  const query = queryOf(question);
  if (!query) return null;
  if (read.kind === 'block') {
    return { ...query, ...monthSpan(read.target.month, query), offset: read.from };
  }
  const start = read.kind === 'run' ? read.start : read.point.start;
  const { from, to } = start === undefined ? query : monthSpan(start, query);
  const edge = query.order === 'newest' ? { to } : { from };
  return {
    ...query,
    ...Object.fromEntries(Object.entries(edge).filter(([, day]) => day !== undefined)),
    ...(read.kind === 'rest' && { cursor: read.point.cursor }),
  };
}
