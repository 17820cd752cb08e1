import { ActivityChunk } from '../store/activity-chunk.js';
import type { View } from '../store/storage.js';
import type { ChunkCache, Place } from './chunk-cache.js';

/**
 * Finds chunks of activity segments. The B-tree is the directory: a chunk's key is its last row, so the first key
 * at or behind a place is the chunk that holds it (design § 4.1).
 */
export class ChunkReader {
  readonly #view: View;
  readonly #cache: ChunkCache;
  readonly #customer: Uint8Array<ArrayBuffer>;

  constructor(view: View, cache: ChunkCache, customer: Uint8Array<ArrayBuffer>) {
    this.#view = view;
    this.#cache = cache;
    this.#customer = customer;
  }

  /** The chunk that holds the customer's first row at or before a time, if there is such a row. */
  atOrBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    return time === Infinity
      ? this.#holding(segment, [], {})
      : this.#holding(segment, [-time], { time, sequence: 0 });
  }

  /** The chunk that holds the row of this time and sequence. */
  at(segment: number, time: number, sequence: number): Promise<ActivityChunk | null> {
    return this.#holding(segment, [-time, sequence], { time, sequence });
  }

  /** The chunk in which the rows older than a time begin: rows of just that time or newer may stand before. */
  behind(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#first(segment, time === -Infinity ? [[]] : [-time, []]);
  }

  /** The last chunk that ends with a row of the customer newer than a time, or with an earlier customer. */
  endingBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#last(segment, time === -Infinity ? [[]] : [-time]);
  }

  /** The last chunk that ends with a row of the customer of this time or newer, or with an earlier customer. */
  endingAt(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#last(segment, time === -Infinity ? [[]] : [-time, []]);
  }

  /** All chunks with rows of the customer, and perhaps one without. */
  async all(segment: number): Promise<ActivityChunk[]> {
    const first = await this.atOrBefore(segment, Infinity);
    const rows = first?.rowsOf(this.#customer) ?? null;
    if (first === null || rows === null || rows.end < first.rows) return first === null ? [] : [first];
    const [ending, tail] = await Promise.all([
      this.#view.all([segment, this.#customer], [segment, this.#customer, []]),
      this.#first(segment, [[]]),
    ]);
    return [...ending.map((chunk) => new ActivityChunk(chunk)), ...(tail === null ? [] : [tail])];
  }

  async #holding(
    segment: number,
    place: readonly number[],
    { time, sequence }: Omit<Place, 'customer'>,
  ): Promise<ActivityChunk | null> {
    const customer = this.#customer;
    const known = this.#cache.find(segment, time === undefined ? { customer } : { customer, time, sequence });
    return known ?? this.#first(segment, place);
  }

  async #first(segment: number, place: readonly (number | readonly [])[]): Promise<ActivityChunk | null> {
    return this.#take(segment, await this.#view.first([segment, this.#customer, ...place], [segment, []]));
  }

  async #last(segment: number, place: readonly (number | readonly [])[]): Promise<ActivityChunk | null> {
    return this.#take(segment, await this.#view.last([segment, DATA], [segment, this.#customer, ...place]));
  }

  #take(segment: number, buffer: ArrayBuffer | undefined): ActivityChunk | null {
    return buffer === undefined ? null : this.#cache.add(segment, new ActivityChunk(buffer));
  }
}

/** Chunks of rows sort behind the dictionaries of their segment: bytes come after numbers. */
const DATA = new Uint8Array(0);
