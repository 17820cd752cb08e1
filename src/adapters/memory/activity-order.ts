import type { Activity, ActivityOrder } from '../../model/activity.js';
import { compareText } from '../../model/text-order.js';
import { timeOf } from '../shared/activity-time.js';
import { cursorInvalid } from '../shared/query-check.js';

/** Place of a row in the total order: time, type, source table, source id (D 38), and its own id as the last word. */
export type Position = readonly [time: number, type: string, table: string, sourceId: string, id: string];

export function positionOf(row: Activity): Position {
  return [timeOf(row.timestamp), row.type, row.sourceTable, row.sourceActivityId, row.activityId];
}

/** Order of two positions. The direction turns the time alone: ties ascend in both (D 38). */
export function comparePositions(one: Position, other: Position, order: ActivityOrder): number {
  const byTime = order === 'newest' ? other[0] - one[0] : one[0] - other[0];
  return (
    byTime ||
    compareText(one[1], other[1]) ||
    compareText(one[2], other[2]) ||
    compareText(one[3], other[3]) ||
    compareText(one[4], other[4])
  );
}

/** A cursor is the position of the last row that was read, so that it outlives the row and its page. */
export function writeCursor(position: Position): string {
  return JSON.stringify(position);
}

export function readCursor(cursor: string): Position {
  const position = parse(cursor);
  if (isPosition(position)) {
    return position;
  }
  throw cursorInvalid();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length === 5 &&
    typeof value[0] === 'number' &&
    value.slice(1).every((part) => typeof part === 'string')
  );
}
