import { DateTally, type DateColumnFacts } from '../../model/dates.js';
import type { ColumnType } from '../../model/model.js';
import { isNumber } from './canonical-number.js';

/** Of so many values one may be no date in a column of dates; it counts as unreadable then (D 51). */
const VALUES_PER_STRAY = 10;

const BOOLEANS = ['true', 'false', 'yes', 'no'];

/**
 * Finds the type of a column from its values. Dates: at least 90 % of the values are, date-times when any of them
 * has a time (D 52). Numbers and booleans (true, false, yes, no): all of them are. Else text. Blanks around a
 * value do not count, and blanks alone are no value. The order of the values plays no part.
 */
export class TypeTally {
  readonly #dates = new DateTally();
  /** Values that cannot be dates by their first character; the tally of dates does not see them. */
  #otherValues = 0;
  #hasValues = false;
  #areNumbers = true;
  #areBooleans = true;

  /** Counts a value that occurs `times` times. Text is known by its first byte. */
  add(bytes: Uint8Array, start: number, end: number, times = 1): void {
    while (start < end && bytes[start] <= 0x20) start++;
    while (start < end && bytes[end - 1] <= 0x20) end--;
    if (start === end) return;
    this.#hasValues = true;
    const first = bytes[start];
    const isDigit = first >= 0x30 && first <= 0x39;
    if (isDigit) this.#dates.add(bytes, start, end, times);
    else this.#otherValues += times;
    // Digits, signs and the point; no date and no number begins with anything else.
    if (this.#areNumbers && !((isDigit || first <= 0x2e) && isNumber(bytes, start, end)))
      this.#areNumbers = false;
    if (this.#areBooleans && !isBoolean(bytes, start, end)) this.#areBooleans = false;
  }

  /** The type of the values so far. `dates`: present when some of them read as dates. */
  result(): { type: ColumnType; dates?: DateColumnFacts } {
    const facts = this.#dates.facts();
    const dates = { ...facts, unreadable: facts.unreadable + this.#otherValues };
    const { readable, unreadable } = dates;
    if (readable === 0) return { type: this.#plainType() };
    if (unreadable * VALUES_PER_STRAY > readable + unreadable) return { type: this.#plainType(), dates };
    return { type: dates.withTime > 0 ? 'datetime' : 'date', dates };
  }

  #plainType(): ColumnType {
    if (!this.#hasValues) return 'text';
    return this.#areNumbers ? 'number' : this.#areBooleans ? 'boolean' : 'text';
  }
}

function isBoolean(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 5) return false;
  return BOOLEANS.some((word) => equalsWord(bytes, start, end, word));
}

/** Compares with a word in small letters, ignoring case. */
function equalsWord(bytes: Uint8Array, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if ((bytes[start + i] | 0x20) !== word.charCodeAt(i)) return false;
  return true;
}
