import type { ActivityChunk } from '../store/activity-chunk.js';
import { compareBytes } from '../store/byte-list.js';
import type { ChunkReader } from './chunk-reader.js';
import type { Search } from './last-search.js';

/** Where a walk finds its chunks. */
export type ChunkSource = Pick<ChunkReader, 'atOrBefore' | 'at' | 'behind' | 'endingBefore' | 'endingAt'>;

/** All chunks with rows of one customer, by segment and in their order: found as {@link ChunkReader} finds the stored ones. */
export class ListedChunks implements ChunkSource {
  readonly #customer: Uint8Array;
  readonly #chunks: Search['chunks'];

  constructor(customer: Uint8Array, chunks: Search['chunks']) {
    this.#customer = customer;
    this.#chunks = chunks;
  }

  atOrBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#first(segment, (end) => end.time <= time);
  }

  at(segment: number, time: number, sequence: number): Promise<ActivityChunk | null> {
    return this.#first(segment, (end) => end.time < time || (end.time === time && end.sequence >= sequence));
  }

  behind(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#first(segment, (end) => end.time < time);
  }

  endingBefore(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#last(segment, (end) => end.time > time);
  }

  endingAt(segment: number, time: number): Promise<ActivityChunk | null> {
    return this.#last(segment, (end) => end.time >= time);
  }

  /** The first chunk whose last row passes, or goes beyond the customer. */
  async #first(segment: number, passes: (end: End) => boolean): Promise<ActivityChunk | null> {
    const chunks = (await this.#chunks.get(segment)) ?? [];
    return (
      chunks.find((chunk) => {
        const end = this.#endOf(chunk);
        return end === null || passes(end);
      }) ?? null
    );
  }

  /** The last chunk whose last row is the customer's and passes. */
  async #last(segment: number, passes: (end: End) => boolean): Promise<ActivityChunk | null> {
    const chunks = (await this.#chunks.get(segment)) ?? [];
    return (
      chunks.findLast((chunk) => {
        const end = this.#endOf(chunk);
        return end !== null && passes(end);
      }) ?? null
    );
  }

  /** Null: it is not the customer's. */
  #endOf(chunk: ActivityChunk): End | null {
    const last = chunk.customers - 1;
    if (compareBytes(this.#customer, 0, 16, chunk.idAt(last), 0, 16) !== 0) return null;
    const row = chunk.rows - 1;
    return { time: chunk.times[row], sequence: chunk.sequenceOf(row, chunk.startAt(last)) };
  }
}

/** The last row of a chunk. */
interface End {
  readonly time: number;
  readonly sequence: number;
}
