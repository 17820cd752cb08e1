import { requireLimit } from '../../model/page-check.js';
import { compareText } from '../../model/text-order.js';
import { AdapterError } from '../../model/errors.js';
import { formatId } from '../../model/ids.js';
import type { CustomerList } from '../engine.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import type { CustomerSegment } from '../store/records.js';
import type { View } from '../store/storage.js';

const PRESET_LIMIT = 50;

/** What to list of the customers. */
export interface CustomerQuery {
  search?: string;
  /** Default 50, at most 1,000. */
  limit?: number;
  cursor?: string;
}

/** The customers of a segment by name, in memory, to be searched. */
export class CustomerDirectory {
  readonly #entries: { customerId: string; name: string; hint: string; haystack: string }[];

  constructor(chunk: ArrayBuffer) {
    const { ids, texts } = unpackCustomers(chunk);
    const [names, hints, keys] = texts;
    this.#entries = Array.from({ length: ids.length / 16 }, (_, i) => {
      const name = names.text(i);
      const hint = hints.text(i);
      const haystack = `${name}\n${hint}\n${keys.text(i)}`.toLowerCase();
      return { customerId: formatId(ids.subarray(i * 16, i * 16 + 16)), name, hint, haystack };
    });
    // The haystack begins with the name in lower case, so it orders by name without another copy of it.
    this.#entries.sort(
      (a, b) => compareText(a.haystack, b.haystack) || compareText(a.customerId, b.customerId),
    );
  }

  /** Reads the directory of a segment. */
  static async read(view: View, { segment }: CustomerSegment): Promise<CustomerDirectory | null> {
    const chunk = await view.first([segment, DIRECTORY, 0], [segment, DIRECTORY, 0]);
    return chunk === undefined ? null : new CustomerDirectory(chunk);
  }

  /** Customers whose name, hint or source keys hold the words of the search, in any order (case ignored). */
  list({ search = '', limit = PRESET_LIMIT, cursor }: CustomerQuery): CustomerList {
    requireLimit(limit, 'customers');
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#entries.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
    const start = cursor === undefined ? 0 : found.findIndex(({ customerId }) => customerId === cursor) + 1;
    if (cursor !== undefined && start === 0) {
      throw new AdapterError(
        'cursor-invalid',
        'This place in the list is not known. Start again from the first page.',
      );
    }
    const customers = found
      .slice(start, start + limit)
      .map(({ customerId, name, hint }) => ({ customerId, name, hint }));
    const last = customers.at(-1)?.customerId;
    const isEnd = start + limit >= found.length || last === undefined;
    return { customers, total: found.length, ...(isEnd ? {} : { next: last }) };
  }
}
