import { isInRange } from './calendar.js';
import { isBlank, isDigit } from './date-scanner.js';
import type { TimeReader } from './time-reader.js';

const HYPHEN = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

const utf8 = new TextEncoder();

/**
 * Reads Unix times, which nobody guesses: a column is one because somebody said so (D 52). Plain decimals, a
 * minus and a fraction allowed; digits below a millisecond are cut off; years 0001 to 9999.
 */
export class UnixReader implements TimeReader {
  time = 0;
  readonly hasTime = true;

  readonly #unitMs: number;

  constructor(unit: 'unix-seconds' | 'unix-milliseconds') {
    this.#unitMs = unit === 'unix-seconds' ? 1000 : 1;
  }

  read(bytes: Uint8Array, start: number, end: number): boolean {
    while (start < end && isBlank(bytes[start])) start++;
    while (end > start && isBlank(bytes[end - 1])) end--;
    const isNegative = start < end && bytes[start] === HYPHEN;
    let at = isNegative ? start + 1 : start;
    const from = at;
    let whole = 0;
    for (; at < end && isDigit(bytes[at]); at++) whole = whole * 10 + bytes[at] - ZERO;
    if (at === from) return false;
    let time = whole * this.#unitMs;
    if (at < end) {
      if (bytes[at] !== POINT || ++at === end) return false;
      for (let unit = this.#unitMs / 10; at < end && isDigit(bytes[at]); at++, unit /= 10) {
        if (unit >= 1) time += (bytes[at] - ZERO) * unit;
      }
      if (at !== end) return false;
    }
    // 0 - 0 is 0 while -0 would be another key in some comparisons.
    if (isNegative) time = 0 - time;
    if (!isInRange(time)) return false;
    this.time = time;
    return true;
  }

  /** As {@link read}, for a text at hand. */
  readText(text: string): boolean {
    const bytes = utf8.encode(text);
    return this.read(bytes, 0, bytes.length);
  }
}
