import { compareText } from '../../model/text-order.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import type { ActivitySegment } from '../store/records.js';
import { passesDates, type Filter } from './filter.js';
import type { ChunkSource } from './listed-chunks.js';
import type { RowMarks } from './row-marks.js';
import { compareKeyBytes, compareSegments, type Position } from './position.js';

/** Column of the source id: always the first. */
export const ID_COLUMN = 0;

/** A walk over one customer's rows of one segment in the order of a page. */
export interface Walk {
  readonly segment: ActivitySegment;
  /** Where it stands; null at the end. */
  readonly chunk: ActivityChunk | null;
  readonly row: number;
  /** Goes to the first row. */
  start(): Promise<void>;
  /** Goes to the next row; a promise only when another chunk has to be read. */
  step(): Promise<void> | undefined;
}

/** What both directions need. */
export interface WalkOptions {
  segment: ActivitySegment;
  reader: ChunkSource;
  customer: Uint8Array<ArrayBuffer>;
  filter: Filter;
  /** Rows that pass the filters on contacts and text; null: all. */
  marks: RowMarks | null;
  /** Rows up to here were on an earlier page. */
  after: Position | null;
}

/** The customer's rows in a chunk. */
export interface RowRange {
  start: number;
  end: number;
}

export const NO_ROWS: RowRange = { start: 0, end: 0 };

/** True when the row passes the filters and lies behind the cursor; `direction` is 1 for oldest first. */
export function isWanted(
  { segment, filter, marks, after }: WalkOptions,
  chunk: ActivityChunk,
  row: number,
  { start, end }: RowRange,
  direction: 1 | -1,
): boolean {
  if (!passesDates(filter, chunk, row)) return false;
  if (marks !== null && marks.of(segment, chunk, start, end)[row] === 0) return false;
  if (after === null) return true;
  const time = chunk.times[row];
  if (time !== after.time) return (time - after.time) * direction > 0;
  return compareTie(segment, chunk.bytes(ID_COLUMN, row), after) > 0;
}

/** The tie rule (D 38), the same in both directions. */
function compareTie(segment: ActivitySegment, key: Uint8Array, position: Position): number {
  return (
    compareSegments(segment, position) ||
    compareKeyBytes(key, position.key) ||
    compareText(segment.definition, position.definition)
  );
}

/** A walk that stands at a row. */
export type LiveWalk = Walk & { readonly chunk: ActivityChunk };

export function isLive(walk: Walk): walk is LiveWalk {
  return walk.chunk !== null;
}

/** Which of two walks stands at the row that comes first. */
export function compareWalks(a: LiveWalk, b: LiveWalk, direction: 1 | -1): number {
  const byTime = (a.chunk.times[a.row] - b.chunk.times[b.row]) * direction;
  if (byTime !== 0) return byTime;
  return (
    compareSegments(a.segment, b.segment) ||
    compareKeyBytes(a.chunk.bytes(ID_COLUMN, a.row), b.chunk.bytes(ID_COLUMN, b.row)) ||
    compareText(a.segment.definition, b.segment.definition)
  );
}
