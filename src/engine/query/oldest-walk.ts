import type { ActivityChunk } from '../store/activity-chunk.js';
import { isWanted, NO_ROWS, type RowRange, type Walk, type WalkOptions } from './walk.js';

/**
 * Oldest first: backwards over the stored rows, but forwards inside a group of equal times, because ties keep
 * their order in both directions (D 38). A group may span chunks; the chunk says where it begins.
 */
export class OldestWalk implements Walk {
  chunk: ActivityChunk | null = null;
  row = 0;
  readonly #options: WalkOptions;
  readonly #number: number;
  /** Rows of the customer in the chunk. */
  #rows: RowRange = NO_ROWS;
  /** The group at hand: its time, the sequences of its first and last row, and that of the row we stand at. */
  #time = 0;
  #groupStart = 0;
  #groupEnd = 0;

  constructor(options: WalkOptions, segmentNumber: number) {
    this.#options = options;
    this.#number = segmentNumber;
  }

  get segment(): Walk['segment'] {
    return this.#options.segment;
  }

  async start(): Promise<void> {
    const { reader, filter, after } = this.#options;
    const earliest = Math.max(filter.earliest, after?.time ?? -Infinity);
    this.#enter(await reader.behind(this.#number, earliest));
    let last =
      this.chunk === null ? -1 : lastAtOrAfter(this.chunk.times, this.#rows.start, this.#rows.end, earliest);
    if (last < this.#rows.start) {
      this.#enter(await reader.endingAt(this.#number, earliest));
      last = this.#rows.end - 1;
    }
    await this.#openGroup(last);
  }

  step(): Promise<void> | undefined {
    this.row++;
    return this.#settle();
  }

  #settle(): Promise<void> | undefined {
    const { chunk } = this;
    if (chunk === null) return undefined;
    for (; this.row < this.#rows.end && this.#sequence(chunk) <= this.#groupEnd; this.row++) {
      if (isWanted(this.#options, chunk, this.row, this.#rows, 1)) return undefined;
    }
    return this.#sequence(chunk) <= this.#groupEnd ? this.#continueGroup(chunk) : this.#previousGroup(chunk);
  }

  async #continueGroup(chunk: ActivityChunk): Promise<void> {
    await this.#moveTo(this.#sequence(chunk));
    await this.#settle();
  }

  async #previousGroup(chunk: ActivityChunk): Promise<void> {
    if (this.#groupStart === 0) {
      this.chunk = null;
      return;
    }
    if (this.#groupStart < chunk.sequenceOf(this.#rows.start, this.#rows.start))
      await this.#moveTo(this.#groupStart);
    else
      this.row = this.#rows.start + this.#groupStart - chunk.sequenceOf(this.#rows.start, this.#rows.start);
    if (this.row > this.#rows.start) {
      await this.#openGroup(this.row - 1);
      return;
    }
    this.#enter(await this.#options.reader.endingBefore(this.#number, this.#time));
    await this.#openGroup(this.#rows.end - 1);
  }

  /** Opens the group whose last row is at `last` of the chunk, and stands at its first wanted row. */
  async #openGroup(last: number): Promise<void> {
    const { chunk } = this;
    if (chunk === null || last < this.#rows.start) {
      this.chunk = null;
      return;
    }
    this.#time = chunk.times[last];
    if (this.#time > this.#options.filter.latest) {
      this.chunk = null;
      return;
    }
    this.#groupEnd = chunk.sequenceOf(last, this.#rows.start);
    let first = last;
    while (first > this.#rows.start && chunk.times[first - 1] === this.#time) first--;
    const beginsEarlier = first === 0 && this.#rows.start === 0;
    this.#groupStart = beginsEarlier ? chunk.firstGroupStart : chunk.sequenceOf(first, this.#rows.start);
    this.row = first;
    if (this.#groupStart < chunk.sequenceOf(first, this.#rows.start)) await this.#moveTo(this.#groupStart);
    await this.#settle();
  }

  async #moveTo(sequence: number): Promise<void> {
    this.#enter(await this.#options.reader.at(this.#number, this.#time, sequence));
    if (this.chunk !== null)
      this.row = this.#rows.start + sequence - this.chunk.sequenceOf(this.#rows.start, this.#rows.start);
  }

  #sequence(chunk: ActivityChunk): number {
    return chunk.sequenceOf(this.row, this.#rows.start);
  }

  #enter(chunk: ActivityChunk | null): void {
    const rows = chunk?.rowsOf(this.#options.customer) ?? null;
    this.chunk = rows === null ? null : chunk;
    this.#rows = rows ?? NO_ROWS;
    this.row = this.#rows.start;
  }
}

/** Last of the rows `[start, end)`, newest first, that is not older than `time`; `start - 1` when there is none. */
function lastAtOrAfter(times: Float64Array, start: number, end: number, time: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] >= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
