import type { SummaryQuery } from '../../model/activity.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import type { ActivityOutput } from '../store/records.js';
import type { RowMarks } from './row-marks.js';

/** Chunks of more bytes than this are not kept for further questions. */
const MAX_BYTES = 16 << 20;

/** One search in a customer's activities: the rows in which the text is, and the chunks they are in. */
export interface Search {
  readonly marks: Promise<RowMarks | null>;
  /** Number of a segment → the customer's chunks of it, between the days of the query. */
  readonly chunks: ReadonlyMap<number, Promise<readonly ActivityChunk[]>>;
}

/**
 * The search of the last question that had a text. Counts, first page and further pages are asked for themselves; the
 * texts are read and looked at once for all of them.
 */
export class LastSearch {
  #key = '';
  #search: Search | null = null;

  /** The search that a query is part of, if it is the last one. */
  find(output: ActivityOutput, query: SummaryQuery): Search | null {
    return this.#key === keyOf(output, query) ? this.#search : null;
  }

  /** Keeps a search that has just begun, until another one does or it fails. */
  keep(output: ActivityOutput, query: SummaryQuery, search: Search): Search {
    this.#key = keyOf(output, query);
    this.#search = search;
    const forget = (): void => {
      if (this.#search === search) this.forget();
    };
    Promise.all([search.marks, ...search.chunks.values()]).then(([, ...lists]) => {
      const bytes = lists.flat().reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (bytes > MAX_BYTES) forget();
    }, forget);
    return search;
  }

  forget(): void {
    this.#key = '';
    this.#search = null;
  }
}

/** Whatever decides which rows are found, and not in which order and how many at once. */
function keyOf({ segment }: ActivityOutput, query: SummaryQuery): string {
  const { customerId, text, types, contacts, from, to, timeZone } = query;
  return JSON.stringify([segment, customerId, text, types, contacts, from, to, timeZone]);
}
