import type { Activity, ActivityPage, ActivityQuery } from '../../model/activity.js';
import { parseId } from '../../model/ids.js';
import { readActivity } from './activity-reader.js';
import { ChunkReader } from './chunk-reader.js';
import { passesSegment, readFilter } from './filter.js';
import { NewestWalk } from './newest-walk.js';
import { OldestWalk } from './oldest-walk.js';
import type { QueryContext } from './output-reader.js';
import { formatCursor, parseCursor, type Position } from './position.js';
import { compareWalks, ID_COLUMN, type Walk } from './walk.js';

/** One page of a customer's activities: a merge of one walk for each definition, in one read transaction. */
export async function getPage(
  { view, output, chunks, dictionaries }: QueryContext,
  query: ActivityQuery,
): Promise<ActivityPage> {
  const filter = readFilter(query);
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  const customer = parseId(query.customerId);
  if (customer === null) return { items: [] };
  const reader = new ChunkReader(view, chunks, customer);
  const direction = query.order === 'oldest' ? 1 : -1;
  const segments = output.segments.filter((segment) => passesSegment(filter, segment));
  const walks = segments.map((segment) => {
    const options = { segment, reader, customer, filter, after };
    // Not null: the segment passed.
    const number = segment.dated!;
    return direction === 1 ? new OldestWalk(options, number) : new NewestWalk(options, number);
  });
  await Promise.all(walks.map((walk) => walk.start()));
  let live = walks.filter(({ chunk }) => chunk !== null) as Walk[];
  const ofSegment = await dictionaries.load(
    view,
    live.map(({ segment }) => segment),
  );
  const items: Activity[] = [];
  let last: Position | null = null;
  while (live.length > 0 && items.length < query.limit) {
    const walk = live.reduce((first, other) => (compareWalks(other, first, direction) < 0 ? other : first));
    // Not null: the walk is live.
    const chunk = walk.chunk!;
    items.push(readActivity(walk.segment, chunk, walk.row, query.customerId, ofSegment(walk.segment)));
    if (items.length === query.limit) last = positionOf(walk);
    const wait = walk.step();
    if (wait !== undefined) await wait;
    if (walk.chunk === null) live = live.filter((other) => other !== walk);
  }
  return last === null || live.length === 0 ? { items } : { items, next: formatCursor(last) };
}

function positionOf({ segment, chunk, row }: Walk): Position {
  const { type, sourceTable, definition } = segment;
  // Not null: called for a live walk.
  const held = chunk!;
  return { time: held.times[row], type, sourceTable, key: held.texts(ID_COLUMN).view(row), definition };
}
