import type { ActivityChunk } from '../store/activity-chunk.js';
import { isWanted, NO_ROWS, type RowRange, type Walk, type WalkOptions } from './walk.js';

/** Newest first is the order in which the rows are stored. */
export class NewestWalk implements Walk {
  chunk: ActivityChunk | null = null;
  row = 0;
  readonly #options: WalkOptions;
  readonly #number: number;
  #rows: RowRange = NO_ROWS;

  constructor(options: WalkOptions, segmentNumber: number) {
    this.#options = options;
    this.#number = segmentNumber;
  }

  get segment(): Walk['segment'] {
    return this.#options.segment;
  }

  async start(): Promise<void> {
    const { reader, filter, after } = this.#options;
    const latest = Math.min(filter.latest, after?.time ?? Infinity);
    this.#enter(await reader.atOrBefore(this.#number, latest));
    if (this.chunk !== null) {
      this.row = firstAtOrBefore(this.chunk.times, this.row, this.#rows.end, latest);
      await this.#settle();
    }
  }

  step(): Promise<void> | undefined {
    this.row++;
    return this.#settle();
  }

  /** Stands still at the next wanted row, in this chunk or a later one. */
  #settle(): Promise<void> | undefined {
    const { chunk } = this;
    if (chunk === null) return undefined;
    const { end } = this.#rows;
    for (; this.row < end; this.row++) {
      if (chunk.times[this.row] < this.#options.filter.earliest) return this.#stop();
      if (isWanted(this.#options, chunk, this.row, this.#rows, -1)) return undefined;
    }
    // The customer's rows go on in the next chunk only when they fill this one to its end.
    return end === chunk.rows ? this.#next(chunk) : this.#stop();
  }

  async #next(chunk: ActivityChunk): Promise<void> {
    const last = chunk.rows - 1;
    const start = chunk.startAt(chunk.customers - 1);
    const sequence = chunk.sequenceOf(last, start) + 1;
    this.#enter(await this.#options.reader.at(this.#number, chunk.times[last], sequence));
    await this.#settle();
  }

  #enter(chunk: ActivityChunk | null): void {
    const rows = chunk?.rowsOf(this.#options.customer) ?? null;
    this.chunk = rows === null ? null : chunk;
    this.#rows = rows ?? NO_ROWS;
    this.row = this.#rows.start;
  }

  #stop(): undefined {
    this.chunk = null;
    return undefined;
  }
}

/** First of the rows `[start, end)`, newest first, that is not newer than `time`. */
function firstAtOrBefore(times: Float64Array, start: number, end: number, time: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] > time) low = middle + 1;
    else high = middle;
  }
  return low;
}
