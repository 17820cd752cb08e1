import type { ActivityChunk } from '../store/activity-chunk.js';
import { isWanted, type Walk, type WalkOptions } from './walk.js';

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
  #start = 0;
  #end = 0;
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
    let last = this.chunk === null ? -1 : lastAtOrAfter(this.chunk.times, this.#start, this.#end, earliest);
    if (last < this.#start) {
      this.#enter(await reader.endingAt(this.#number, earliest));
      last = this.#end - 1;
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
    for (; this.row < this.#end && this.#sequence(chunk) <= this.#groupEnd; this.row++) {
      if (isWanted(this.#options, chunk, this.row, 1)) return undefined;
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
    if (this.#groupStart < chunk.sequenceOf(this.#start, this.#start)) await this.#moveTo(this.#groupStart);
    else this.row = this.#start + this.#groupStart - chunk.sequenceOf(this.#start, this.#start);
    if (this.row > this.#start) {
      await this.#openGroup(this.row - 1);
      return;
    }
    this.#enter(await this.#options.reader.endingBefore(this.#number, this.#time));
    await this.#openGroup(this.#end - 1);
  }

  /** Opens the group whose last row is at `last` of the chunk, and stands at its first wanted row. */
  async #openGroup(last: number): Promise<void> {
    const { chunk } = this;
    if (chunk === null || last < this.#start) {
      this.chunk = null;
      return;
    }
    this.#time = chunk.times[last];
    if (this.#time > this.#options.filter.latest) {
      this.chunk = null;
      return;
    }
    this.#groupEnd = chunk.sequenceOf(last, this.#start);
    let first = last;
    while (first > this.#start && chunk.times[first - 1] === this.#time) first--;
    const beginsEarlier = first === 0 && this.#start === 0;
    this.#groupStart = beginsEarlier ? chunk.firstGroupStart : chunk.sequenceOf(first, this.#start);
    this.row = first;
    if (this.#groupStart < chunk.sequenceOf(first, this.#start)) await this.#moveTo(this.#groupStart);
    await this.#settle();
  }

  async #moveTo(sequence: number): Promise<void> {
    this.#enter(await this.#options.reader.at(this.#number, this.#time, sequence));
    if (this.chunk !== null)
      this.row = this.#start + sequence - this.chunk.sequenceOf(this.#start, this.#start);
  }

  #sequence(chunk: ActivityChunk): number {
    return chunk.sequenceOf(this.row, this.#start);
  }

  #enter(chunk: ActivityChunk | null): void {
    const rows = chunk?.rowsOf(this.#options.customer) ?? null;
    this.chunk = rows === null ? null : chunk;
    this.row = this.#start = rows?.start ?? 0;
    this.#end = rows?.end ?? 0;
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
