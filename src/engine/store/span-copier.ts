/** Bytes behind an end that a copy in whole steps may touch. */
export const SPARE_BYTES = 8;

/**
 * Copies many short stretches from one array to another, eight bytes a step; the last step of each may write up to
 * seven bytes that mean nothing behind it, where the next one goes. Two to three times as fast as a loop over bytes,
 * and as the objects that `set(subarray())` makes for each.
 */
export class SpanCopier {
  readonly #from: DataView;
  readonly #to: DataView;
  readonly #lastStart: number;

  /** `to` must have {@link SPARE_BYTES} behind all that is copied. */
  constructor(from: Uint8Array, to: Uint8Array) {
    this.#from = new DataView(from.buffer, from.byteOffset, from.byteLength);
    this.#to = new DataView(to.buffer, to.byteOffset, to.byteLength);
    this.#lastStart = from.length - SPARE_BYTES;
  }

  /** Copies `[start, end)` to `at` and answers where the copy ends. */
  copy(start: number, end: number, at: number): number {
    const from = this.#from;
    const to = this.#to;
    const next = at + end - start;
    if (end > this.#lastStart) {
      for (let i = start; i < end; i++, at++) to.setUint8(at, from.getUint8(i));
      return next;
    }
    for (let i = start; i < end; i += 8, at += 8) {
      to.setInt32(at, from.getInt32(i, true), true);
      to.setInt32(at + 4, from.getInt32(i + 4, true), true);
    }
    return next;
  }
}
