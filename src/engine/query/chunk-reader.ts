import { ActivityChunk } from '../store/activity-chunk.js';
import { ActivityFacet, facetKey } from '../store/activity-facet.js';
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

  /** All chunks with rows of the customer between two times, ends included, and perhaps some without. */
  async all(segment: number, earliest = -Infinity, latest = Infinity): Promise<ActivityChunk[]> {
    const first = await this.atOrBefore(segment, latest);
    const end = this.#endAtEndOf(first);
    if (first === null || end === null || end < earliest) return first === null ? [] : [first];
    const from = latest === Infinity ? [] : [-latest];
    const to = earliest === -Infinity ? [[] as const] : [-earliest, [] as const];
    const [ending, tail] = await Promise.all([
      this.#view.all([segment, this.#customer, ...from], [segment, this.#customer, ...to]),
      this.behind(segment, earliest),
    ]);
    return [...ending.map((chunk) => new ActivityChunk(chunk)), ...(tail === null ? [] : [tail])];
  }

  /** What counts all rows of the customer: their facet, or the chunks that hold them. */
  async counted(segment: number): Promise<ActivityFacet | ActivityChunk[]> {
    const first = await this.atOrBefore(segment, Infinity);
    if (first === null) return [];
    if (this.#endAtEndOf(first) === null) return [first];
    const key = facetKey(segment, this.#customer);
    const [tail, facet] = await Promise.all([this.behind(segment, -Infinity), this.#view.first(key, key)]);
    if (facet !== undefined) return new ActivityFacet(facet);
    return tail !== null && this.#follows(tail, first) ? [first, tail] : this.all(segment);
  }

  /** True when a chunk begins with the customer's row behind the last one of another. */
  #follows(chunk: ActivityChunk, before: ActivityChunk): boolean {
    const start = before.rowsOf(this.#customer)?.start ?? 0;
    return (
      chunk.rowsOf(this.#customer)?.start === 0 &&
      chunk.firstSequence === before.sequenceOf(before.rows, start)
    );
  }

  /** The time of a chunk's last row if that is the customer's, so that more may follow. */
  #endAtEndOf(chunk: ActivityChunk | null): number | null {
    const rows = chunk?.rowsOf(this.#customer) ?? null;
    return chunk === null || rows === null || rows.end < chunk.rows ? null : chunk.times[rows.end - 1];
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
