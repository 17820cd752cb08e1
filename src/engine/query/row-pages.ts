import { AdapterError } from '../../model/errors.js';
import { requireLimit } from '../../model/page-check.js';

/** Where a page of rows begins and ends in the list of them all. */
export interface PageSpan {
  readonly start: number;
  readonly end: number;
}

/** Checks what a page of rows asks for: `query-invalid`, or `cursor-invalid` for a cursor that is none of ours. */
export function pageSpan({ limit, cursor }: { limit: number; cursor?: string }): PageSpan {
  requireLimit(limit, 'rows');
  const start = cursor === undefined ? 0 : Number(cursor);
  if (Number.isInteger(start) && start >= 0) return { start, end: start + limit };
  throw new AdapterError(
    'cursor-invalid',
    'This place in the list is not known. Start again from the first page.',
  );
}

/** How many rows there are, and the cursor of the page behind this one where there is one. */
export function pageEnds({ end }: PageSpan, total: number): { total: number; next?: string } {
  return end < total ? { total, next: String(end) } : { total };
}
