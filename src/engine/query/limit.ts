import { AdapterError } from '../../model/errors.js';

const MAX_LIMIT = 1000;

/** Checks how many things a page asks for; anything but 1 to 1,000 is `query-invalid`. */
export function requireLimit(limit: number, things: 'rows' | 'customers'): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return;
  throw new AdapterError('query-invalid', `Ask for 1 to ${MAX_LIMIT} ${things} at a time.`);
}

/** Checks how many rows a page passes over; with a cursor it would be said twice where the page begins. */
export function requireOffset(offset: number, cursor: string | undefined): void {
  if (Number.isInteger(offset) && offset >= 0 && (offset === 0 || cursor === undefined)) return;
  throw new AdapterError('query-invalid', 'An offset is a whole number from 0, without a cursor.');
}
