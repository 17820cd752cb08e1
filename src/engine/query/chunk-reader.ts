import { ActivityChunk } from '../store/activity-chunk.js';
import type { View } from '../store/storage.js';

/**
 * Finds chunks of activity segments. The B-tree is the directory: a chunk's key is its last row, so the first key
 * at or behind a place is the chunk that holds it (design § 4.1).
 */
export class ChunkReader {
  readonly #view: View;
  readonly #customer: Uint8Array<ArrayBuffer>;

  constructor(view: View, customer: Uint8Array<ArrayBuffer>) {
    this.#view = view;
    this.#customer = customer;
  }

  /** The chunk that holds the customer's first row at or before a time, if there is such a row. */
  async atOrBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    const place = time === Infinity ? [] : [-time];
    return chunkOf(await this.#view.first([segment, this.#customer, ...place], [segment, []]));
  }

  /** The chunk that holds the row of this time and sequence. */
  async at(segment: number, time: number, sequence: number): Promise<ActivityChunk | null> {
    return chunkOf(await this.#view.first([segment, this.#customer, -time, sequence], [segment, []]));
  }

  /** The chunk in which the rows older than a time begin: rows of just that time or newer may stand before. */
  async behind(segment: number, time: number): Promise<ActivityChunk | null> {
    const place = time === -Infinity ? ([[]] as const) : ([-time, []] as const);
    return chunkOf(await this.#view.first([segment, this.#customer, ...place], [segment, []]));
  }

  /** The last chunk that ends with a row of the customer newer than a time, or with an earlier customer. */
  async endingBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    const place = time === -Infinity ? ([[]] as const) : ([-time] as const);
    return chunkOf(await this.#view.last([segment, DATA], [segment, this.#customer, ...place]));
  }

  /** The last chunk that ends with a row of the customer of this time or newer, or with an earlier customer. */
  async endingAt(segment: number, time: number): Promise<ActivityChunk | null> {
    const place = time === -Infinity ? ([[]] as const) : ([-time, []] as const);
    return chunkOf(await this.#view.last([segment, DATA], [segment, this.#customer, ...place]));
  }

  /** All chunks with rows of the customer, and perhaps one without. */
  async all(segment: number): Promise<ActivityChunk[]> {
    const [ending, tail] = await Promise.all([
      this.#view.all([segment, this.#customer], [segment, this.#customer, []]),
      this.#view.first([segment, this.#customer, []], [segment, []]),
    ]);
    return [...ending, ...(tail === undefined ? [] : [tail])].map((chunk) => new ActivityChunk(chunk));
  }
}

/** Chunks of rows sort behind the dictionaries of their segment: bytes come after numbers. */
const DATA = new Uint8Array(0);

function chunkOf(buffer: ArrayBuffer | undefined): ActivityChunk | null {
  return buffer === undefined ? null : new ActivityChunk(buffer);
}
