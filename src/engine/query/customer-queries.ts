import type { CustomerProfile, ProfileField, SourceKey } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { formatId, parseId } from '../../model/ids.js';
import type { CustomerList } from '../engine.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import type { CustomerSegment } from '../store/records.js';
import type { View } from '../store/storage.js';
import { compareText } from './position.js';

const MAX_LIMIT = 1000;
const PRESET_LIMIT = 50;

/** The profile of a customer, by one look into the B-tree; null when there is none of that id. */
export async function getCustomer(
  view: View,
  segment: CustomerSegment,
  customerId: string,
): Promise<CustomerProfile | null> {
  const id = parseId(customerId);
  if (id === null) return null;
  const chunk = await view.first([segment.segment, id], [segment.segment, []]);
  if (chunk === undefined) return null;
  const { ids, texts } = unpackCustomers(chunk);
  const position = positionOf(ids, customerId);
  if (position < 0) return null;
  const [names, keys, ...values] = texts;
  const fields = segment.fields
    .map(({ name, semantic }, i): ProfileField => {
      const value = values[i].text(position);
      return { name, value, ...(semantic === undefined ? {} : { semantic }) };
    })
    .filter(({ value }) => value !== '');
  return {
    customerId,
    name: names.text(position),
    fields,
    keys: JSON.parse(keys.text(position)) as SourceKey[],
  };
}

/** The customers of a segment by name, in memory, to be searched. */
export class CustomerDirectory {
  readonly segment: number;
  readonly #entries: { customerId: string; name: string; hint: string; haystack: string }[];

  constructor(segment: number, chunk: ArrayBuffer) {
    this.segment = segment;
    const { ids, texts } = unpackCustomers(chunk);
    const [names, hints, keys] = texts;
    this.#entries = Array.from({ length: ids.length / 16 }, (_, i) => {
      const name = names.text(i);
      const hint = hints.text(i);
      const haystack = `${name}\n${hint}\n${keys.text(i)}`.toLowerCase();
      return { customerId: formatId(ids.subarray(i * 16, i * 16 + 16)), name, hint, haystack };
    });
    const sortKeys = new Map(this.#entries.map((entry) => [entry, entry.name.toLowerCase()]));
    const sortKey = (entry: { name: string }): string => sortKeys.get(entry as never) ?? '';
    this.#entries.sort(
      (a, b) => compareText(sortKey(a), sortKey(b)) || compareText(a.customerId, b.customerId),
    );
  }

  /** Reads the directory of a segment. */
  static async read(view: View, { segment }: CustomerSegment): Promise<CustomerDirectory | null> {
    const chunk = await view.first([segment, DIRECTORY, 0], [segment, DIRECTORY, 0]);
    return chunk === undefined ? null : new CustomerDirectory(segment, chunk);
  }

  /** Customers whose name, hint or source keys hold the words of the search, in any order (case ignored). */
  list({
    search = '',
    limit = PRESET_LIMIT,
    cursor,
  }: {
    search?: string;
    limit?: number;
    cursor?: string;
  }): CustomerList {
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
      throw new AdapterError('query-invalid', `Ask for 1 to ${MAX_LIMIT} customers at a time.`);
    }
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

function positionOf(ids: Uint8Array, customerId: string): number {
  for (let i = 0; i < ids.length / 16; i++) {
    if (formatId(ids.subarray(i * 16, i * 16 + 16)) === customerId) return i;
  }
  return -1;
}
