import type { Activity, ActivityQuery, ActivitySummary } from '../../model/activity.js';
import { withinLimit } from '../shared/time-limit.js';
import { queryOf, type Question } from './timeline-question.js';
import { readPage, samePosition } from './timeline-rows.js';

/** Rows that are asked for at once: as many as a query may want. */
const WALK_PAGE = 1000;

/** Part of the rows: calendar days, both inclusive. */
export type DaySpan = Pick<ActivityQuery, 'from' | 'to'>;

/**
 * Reads all rows that a question lets through, page by page and each once, whatever size of pages the adapter gives.
 * Fails with `response-invalid` when a page position comes twice: it would be read for ever.
 */
export async function* walkRows(
  question: Question,
  signal: AbortSignal,
  span: DaySpan = {},
): AsyncGenerator<readonly Activity[], void, void> {
  const query = queryOf({ ...question, pageSize: WALK_PAGE });
  if (query === null) return;
  const rows = new Set<string>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const position = cursor === undefined ? {} : { cursor };
    const page = await withinLimit(
      async (own) =>
        readPage(await question.adapter.getPage({ ...query, ...span, ...position }, { signal: own })),
      signal,
      question.timeLimit,
    );
    const fresh = page.items.filter(({ activityId }) => !rows.has(activityId));
    for (const { activityId } of fresh) rows.add(activityId);
    yield fresh;
    cursor = page.next;
    if (cursor !== undefined && cursors.has(cursor)) throw samePosition();
    if (cursor !== undefined) cursors.add(cursor);
  } while (cursor !== undefined);
}

/** How many rows a question lets through; null: the adapter cannot tell exactly. */
export async function countRows(question: Question, signal: AbortSignal): Promise<number | null> {
  const query = queryOf(question);
  if (query === null) return 0;
  if (question.adapter.capabilities.counts !== 'exact') return null;
  const ask = (own: AbortSignal): Promise<ActivitySummary> =>
    question.adapter.getSummary(query, { signal: own });
  const { total, exact } = await withinLimit(ask, signal, question.timeLimit);
  return exact ? total : null;
}
