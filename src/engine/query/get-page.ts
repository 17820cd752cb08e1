import type { Activity, ActivityPage, ActivityQuery } from '../../model/activity.js';
import { parseId } from '../../model/ids.js';
import { checkPage } from '../../model/page-check.js';
import { readActivity } from './activity-reader.js';
import { ChunkReader } from './chunk-reader.js';
import { loadMarks, passesSegment, readFilter } from './filter.js';
import { ListedChunks } from './listed-chunks.js';
import { NewestWalk } from './newest-walk.js';
import { OldestWalk } from './oldest-walk.js';
import type { QueryContext } from './output-reader.js';
import { formatCursor, parseCursor, type Position } from './position.js';
import { compareWalks, ID_COLUMN, isLive, type LiveWalk, type Walk } from './walk.js';

/** One page of a customer's activities: a merge of one walk for each definition, in one read transaction. */
export async function getPage(
  { view, output, chunks, dictionaries, searches }: QueryContext,
  query: ActivityQuery,
): Promise<ActivityPage> {
  checkPage(query);
  const filter = readFilter(query);
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  const customer = parseId(query.customerId);
  if (customer === null) return { items: [] };
  const search = searches.find(output, query);
  const reader =
    search === null ? new ChunkReader(view, chunks, customer) : new ListedChunks(customer, search.chunks);
  const direction = query.order === 'oldest' ? 1 : -1;
  const segments = output.segments.filter((segment) => passesSegment(filter, segment));
  const marks = await (search?.marks ?? loadMarks(filter, view, dictionaries, segments));
  const walks = segments.map((segment): Walk => {
    const options = { segment, reader, customer, filter, marks, after };
    return direction === 1 ? new OldestWalk(options, segment.dated) : new NewestWalk(options, segment.dated);
  });
  await Promise.all(walks.map((walk) => walk.start()));
  let live = walks.filter(isLive);
  const ofSegment = await dictionaries.load(
    view,
    live.map(({ segment }) => segment),
  );
  const items: Activity[] = [];
  let toPassOver = query.offset ?? 0;
  let last: Position | null = null;
  while (live.length > 0 && items.length < query.limit) {
    const walk = live.reduce((first, other) => (compareWalks(other, first, direction) < 0 ? other : first));
    // Passing over a row looks at its time alone: a jump over thousands of rows decodes none of them.
    if (toPassOver > 0) toPassOver--;
    else
      items.push(readActivity(walk.segment, walk.chunk, walk.row, query.customerId, ofSegment(walk.segment)));
    if (items.length === query.limit) last = positionOf(walk);
    const wait = walk.step();
    if (wait !== undefined) await wait;
    if (!isLive(walk)) live = live.filter((other) => other !== walk);
  }
  return last === null || live.length === 0 ? { items } : { items, next: formatCursor(last) };
}

function positionOf({ segment, chunk, row }: LiveWalk): Position {
  const { type, sourceTable, definition } = segment;
  return { time: chunk.times[row], type, sourceTable, key: chunk.bytes(ID_COLUMN, row), definition };
}
