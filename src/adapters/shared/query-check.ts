import { parseDay } from '../../model/calendar.js';
import { AdapterError } from '../../model/errors.js';

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
