import type { Activity, ActivityPage, ActivityQuery } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { checkPage } from '../../model/page-check.js';
import { textMatcher } from '../shared/activity-text.js';
import { checkFilter, filterConditions } from './filter.js';
import { queryText } from './literals.js';
import type { ODataClient } from './odata-client.js';
import type { ODataAnswer } from './read-answer.js';
import type { ODataRow } from './read-row.js';
import { readPageCursor, writePageCursor, type PageCursor } from './page-cursor.js';
import { PageWalk } from './page-walk.js';
import { foreignRowError, loopError } from './response-errors.js';
import type { ServiceShape } from './service-shape.js';

/** What the questions about activities need. */
export interface Source {
  client: ODataClient;
  shape: ServiceShape;
  /** A condition of the host that all rows meet. */
  where: string | undefined;
}

/** Answers that are read for one page at most. A search may find nothing in many of them: the page then ends early. */
const MOST_ANSWERS = 10;
/** Services that give so many rows at most do so by the hundred; not all of them send a link then. */
const ROUND = 100;
/** A next link that the service does not know any more. */
const LINK_IS_LOST = [400, 404, 410];

export async function getPage(
  source: Source,
  query: ActivityQuery,
  signal: AbortSignal | undefined,
): Promise<ActivityPage> {
  checkPage(query);
  checkFilter(source.shape.service, query);
  if (query.offset) {
    throw new AdapterError('unsupported', 'This source cannot begin in the middle. Read on from the start.');
  }
  const start = query.cursor === undefined ? undefined : readPageCursor(query.cursor);
  const { client } = source;
  const walk = new PageWalk(query.order, start);
  const passes = textMatcher(query.text);
  const items: Activity[] = [];
  const visited = new Set<string>();
  let full: PageCursor | undefined;
  let next: Continuation | undefined =
    start?.link === undefined
      ? undefined
      : { link: client.follow(start.link, client.address('', '')), left: Infinity };
  for (let answers = 1; ; answers++) {
    const answer = await readAnswer(source, query, { next, position: walk.position, signal });
    let isNews = false;
    for (const activity of walk.fresh(answer.rows, source.shape.service.activities.columns)) {
      isNews = true;
      if (!isOf(activity, query.customerId)) throw foreignRowError();
      if (!passes(activity)) continue;
      // One too many: the next page begins with it.
      if (full) return { items, next: writePageCursor(full) };
      items.push(activity);
      if (items.length === query.limit) full = walk.position;
    }
    next = answer.next;
    if (!next && !answer.isCut && !(answer.isRound && isNews)) return { items };
    if (next && visited.has(next.link)) throw loopError();
    if (next) visited.add(next.link);
    const { position } = walk;
    if (!position || (!full && answers < MOST_ANSWERS)) continue;
    const isStuck = items.length === 0 && position.ids.join() === start?.ids.join();
    if (isStuck && answer.rows.length > 0) throw loopError();
    // A link ends where its question does: one that asked for so many rows is not gone on with.
    const link = next?.left === Infinity ? { link: next.link } : {};
    return { items, next: writePageCursor({ ...position, ...link }) };
  }
}

/** Where the service goes on, and how many rows of its question are left. */
interface Continuation {
  link: string;
  left: number;
}

interface Answer {
  rows: readonly ODataRow[];
  next: Continuation | undefined;
  /** As many rows as were asked for: there may be more. */
  isCut: boolean;
  /** Fewer rows than were asked for, but as many as a service may give at most. */
  isRound: boolean;
}

interface AnswerOptions {
  next: Continuation | undefined;
  position: PageCursor | undefined;
  signal: AbortSignal | undefined;
}

/** Follows a link, or asks anew from a position: also where the service does not know its link any more. */
async function readAnswer(
  source: Source,
  query: ActivityQuery,
  { next, position, signal }: AnswerOptions,
): Promise<Answer> {
  const { client, shape } = source;
  const pageSize = shape.service.paging === 'prefer' ? query.limit : undefined;
  const take = ({ rows, nextLink }: ODataAnswer, from: string, size: number): Answer => {
    const left = size - rows.length;
    return {
      rows,
      next: nextLink === undefined ? undefined : { link: client.follow(nextLink, from), left },
      isCut: left <= 0,
      isRound: size < Infinity && rows.length % ROUND === 0,
    };
  };
  if (next !== undefined) {
    try {
      return take(await client.get(next.link, { signal, pageSize }), next.link, next.left);
    } catch (error) {
      if (!isLinkLost(error)) throw error;
    }
  }
  const ask = async (): Promise<Answer> => {
    const { address, size = Infinity } = firstAddress(source, query, position);
    return take(await client.get(address, { signal, pageSize }), address, size);
  };
  return shape.ask(ask, { isOrdered: true });
}

function isLinkLost(error: unknown): boolean {
  return error instanceof AdapterError && LINK_IS_LOST.includes(Number(error.detail.status));
}

/** Services compare ids without heed of case; anybody else's rows are never shown. */
function isOf(activity: Activity, customerId: string): boolean {
  return activity.customerId.toLowerCase() === customerId.toLowerCase();
}

/** Where a walk begins, or goes on by itself: rows of the last time are asked for again, for there may be more of them. */
function firstAddress(
  { client, shape, where }: Source,
  query: ActivityQuery,
  position: PageCursor | undefined,
): { address: string; size?: number } {
  const { service, ordersTies } = shape;
  const { set, columns } = service.activities;
  const isNewest = query.order === 'newest';
  const conditions = filterConditions(service, query);
  if (where !== undefined) conditions.push(`(${where})`);
  if (position) conditions.push(`${columns.timestamp} ${isNewest ? 'le' : 'ge'} ${position.written}`);
  const ties = ordersTies ? [columns.type, columns.sourceTable, columns.sourceActivityId] : [];
  const { typeDisplay: _, rangeIndex: __, ...read } = columns;
  const size = service.paging === 'top' ? query.limit + 1 + (position?.ids.length ?? 0) : undefined;
  const text = queryText({
    $select: [...new Set(Object.values(read).filter(Boolean))].join(','),
    $filter: conditions.join(' and '),
    $orderby: [`${columns.timestamp} ${isNewest ? 'desc' : 'asc'}`, ...ties.filter(Boolean)].join(','),
    $top: size === undefined ? undefined : String(size),
  });
  return { address: client.address(set, text), ...(size !== undefined && { size }) };
}
