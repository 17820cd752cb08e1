import { AdapterError } from '../../model/errors.js';

const MAX_LIMIT = 1000;

/** Checks how many things a page asks for; anything but 1 to 1,000 is `query-invalid`. */
export function requireLimit(limit: number, things: 'rows' | 'customers'): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return;
  throw new AdapterError('query-invalid', `Ask for 1 to ${MAX_LIMIT} ${things} at a time.`);
}
