import type { ActivityQuery } from '../../model/activity.js';
import { parseDay } from '../../model/calendar.js';
import { AdapterError } from '../../model/errors.js';

const MAX_LIMIT = 1000;

/** Refuses with `query-invalid` a page that no adapter can give. */
export function checkPage({ order, limit, offset = 0, cursor }: ActivityQuery): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new AdapterError('query-invalid', `A page has 1 to ${MAX_LIMIT} rows, not ${limit}.`);
  }
  if (!Number.isInteger(offset) || offset < 0 || (offset > 0 && cursor !== undefined)) {
    throw new AdapterError('query-invalid', 'An offset is a whole number from 0, without a cursor.');
  }
  if (order !== 'newest' && order !== 'oldest') {
    throw new AdapterError('query-invalid', 'The order of activities is "newest" or "oldest".');
  }
}

/** Midnight UTC of a day `YYYY-MM-DD`, in milliseconds since 1970; anything else is `query-invalid`. */
export function midnightOf(day: string): number {
  const time = parseDay(day);
  if (time === null) {
    throw new AdapterError('query-invalid', `"${day}" is not a day. Write it as YYYY-MM-DD.`, {
      detail: { day },
    });
  }
  return time;
}

export function cursorInvalid(): AdapterError {
  return new AdapterError(
    'cursor-invalid',
    'This page position is not one of this adapter. Start at the first page.',
  );
}
