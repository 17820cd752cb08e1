import type { ActivityQuery } from './activity.js';
import { AdapterError } from './errors.js';

const MAX_LIMIT = 1000;

/** Checks how many things a page asks for; anything but 1 to 1,000 is `query-invalid`. */
export function requireLimit(limit: number, things: 'rows' | 'customers'): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return;
  throw new AdapterError('query-invalid', `Ask for 1 to ${MAX_LIMIT} ${things} at a time, not ${limit}.`);
}

/** Refuses with `query-invalid` a page that no adapter can give. */
export function checkPage({ order, limit, offset = 0, cursor }: ActivityQuery): void {
  requireLimit(limit, 'rows');
  // With a cursor it would be said twice where the page begins.
  if (!Number.isInteger(offset) || offset < 0 || (offset > 0 && cursor !== undefined)) {
    throw new AdapterError('query-invalid', 'An offset is a whole number from 0, without a cursor.');
  }
  if (order !== 'newest' && order !== 'oldest') {
    throw new AdapterError('query-invalid', 'The order of activities is "newest" or "oldest".');
  }
}
