import { cursorInvalid } from '../shared/query-check.js';
import { isWrittenTime } from './read-row.js';

/**
 * How far a walk has come. It names the last row by its time and by the ids of that time, so that it outlives the
 * service's own position, and rows that move meanwhile come neither twice nor not at all.
 */
export interface PageCursor {
  /** Time of the last row as the service wrote it. */
  written: string;
  /** Ids of the rows of that time which were given. */
  ids: readonly string[];
  /** Where the service goes on; absent where rows of its last page are left. */
  link?: string;
}

export function writePageCursor({ written, ids, link }: PageCursor): string {
  return JSON.stringify([written, ids, ...(link === undefined ? [] : [link])]);
}

/** Reads {@link writePageCursor}; anything else is `cursor-invalid`. */
export function readPageCursor(cursor: string): PageCursor {
  const value = parse(cursor);
  if (Array.isArray(value)) {
    const [written, ids, link] = value as unknown[];
    if (isWrittenTime(written) && isTexts(ids) && (link === undefined || typeof link === 'string')) {
      return { written, ids, ...(link !== undefined && { link }) };
    }
  }
  throw cursorInvalid();
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
