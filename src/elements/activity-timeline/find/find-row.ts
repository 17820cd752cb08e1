import type { Activity } from '../../../model/activity.js';
import { AdapterError } from '../../../model/errors.js';
import { timeZone } from '../../../model/time-zone.js';
import { isTimestamp, monthOf } from '../../../adapters/shared/activity-time.js';
import { monthOfRow } from '../list/row-book.js';
import { monthSpan } from '../month-span.js';
import { isFiltered } from '../timeline-filter.js';
import type { Question } from '../timeline-question.js';
import { walkRows, type DaySpan } from '../timeline-walk.js';

/** Names an activity; its timestamp, where it is known, spares reading all the others. */
export interface ActivityPointer {
  readonly activityId: string;
  readonly timestamp?: string;
}

/** Where a row stands in the list. */
export interface FoundRow {
  readonly activity: Activity;
  readonly month: string;
  /** Place in the month, from 0. */
  readonly row: number;
}

/** Reads until the activity comes. `hidden`: it would without the filter. */
export async function findActivity(
  question: Question,
  pointer: ActivityPointer,
  signal: AbortSignal,
): Promise<FoundRow | 'hidden' | 'missing'> {
  const found = await findRow(question, pointer, signal);
  if (found !== null) return found;
  const isHidden =
    isFiltered(question.filter) && (await findRow({ ...question, filter: {} }, pointer, signal)) !== null;
  return isHidden ? 'hidden' : 'missing';
}

/** An adapter whose list never has what the look-up met. */
export function unsteadyOrder(): AdapterError {
  return new AdapterError('response-invalid', 'The data source gives its rows in another order each time.');
}

/** Reads its month first, then everything. null: the question does not let it through. */
async function findRow(
  question: Question,
  { activityId, timestamp }: ActivityPointer,
  signal: AbortSignal,
): Promise<FoundRow | null> {
  const span = spanOf(question, timestamp);
  const inSpan = span && (await walkTo(question, activityId, signal, span));
  return inSpan ?? walkTo(question, activityId, signal, {});
}

async function walkTo(
  question: Question,
  activityId: string,
  signal: AbortSignal,
  span: DaySpan,
): Promise<FoundRow | null> {
  const zone = timeZone(question.timeZone);
  const places = new Map<string, number>();
  for await (const page of walkRows(question, signal, span)) {
    for (const activity of page) {
      const month = monthOfRow(activity, zone);
      const row = places.get(month) ?? 0;
      if (activity.activityId === activityId) return { activity, month, row };
      places.set(month, row + 1);
    }
  }
  return null;
}

function spanOf(question: Question, timestamp: string | undefined): DaySpan | null {
  const { adapter, filter } = question;
  if (!isTimestamp(timestamp) || !adapter.capabilities.filterDates) return null;
  const { from, to } = monthSpan(monthOf(timestamp, timeZone(question.timeZone)), filter);
  // A span that ends before it begins: the filter's days are elsewhere.
  return from !== undefined && to !== undefined && from > to ? null : { from, to };
}
