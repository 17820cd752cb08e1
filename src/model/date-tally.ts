import { DateScanner, isBlank } from './date-scanner.js';
import type { DateOrder } from './model.js';

/** What the non-empty values of a column are like as dates. */
export interface DateColumnFacts {
  /** Values that are real dates when slash dates are read in `order`, month first where it is ambiguous. */
  readable: number;
  unreadable: number;
  /** Values with a time of day. */
  withTime: number;
  /** Values with a zone of their own. */
  withZone: number;
  /** Values of the form M/D/YYYY or D/M/YYYY. */
  slash: number;
  /** Slash dates that only D/M can read: their first number is above 12. */
  dayFirst: number;
  /** Slash dates that only M/D can read: their second number is above 12. */
  monthFirst: number;
  /** What the values settle, the more frequent if they disagree. null: there are no slash dates. */
  order: DateOrder | 'ambiguous' | null;
}

/** Bits of {@link classifyDate}. */
export const DATE_FORM = 1;
export const DATE_SLASH = 2;
export const DATE_TIME = 4;
export const DATE_ZONE = 8;
export const DATE_DAY_FIRST = 16;
export const DATE_MONTH_FIRST = 32;
/** A real date with month first. Without `DATE_SLASH` the order plays no part and both bits agree. */
export const DATE_READABLE_MDY = 64;
export const DATE_READABLE_DMY = 128;

const scanner = new DateScanner();

/**
 * Says what the bytes from `start` up to `end` are as a date, as a set of bits; 0 when they are not written
 * as one. 31 February has the form of a date and no readable bit. Makes no object.
 */
export function classifyDate(bytes: Uint8Array, start: number, end: number): number {
  if (!scanner.scan(bytes, start, end)) return 0;
  let bits = DATE_FORM;
  if (scanner.hasTime) bits |= DATE_TIME;
  if (scanner.hasZone) bits |= DATE_ZONE;
  if (scanner.resolve('mdy')) bits |= DATE_READABLE_MDY;
  if (!scanner.isSlash) return bits & DATE_READABLE_MDY ? bits | DATE_READABLE_DMY : bits;
  bits |= DATE_SLASH;
  if (scanner.resolve('dmy')) bits |= DATE_READABLE_DMY;
  const { first, second } = scanner;
  if (isDayOnly(first) && isMonth(second)) bits |= DATE_DAY_FIRST;
  if (isDayOnly(second) && isMonth(first)) bits |= DATE_MONTH_FIRST;
  return bits;
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function isDayOnly(number: number): boolean {
  return number > 12 && number <= 31;
}

/** Counts the values of a column as dates; the sum does not depend on their order. */
export class DateTally {
  #values = 0;
  #readableMdy = 0;
  #readableDmy = 0;
  #withTime = 0;
  #withZone = 0;
  #slash = 0;
  #dayFirst = 0;
  #monthFirst = 0;

  /** Counts a value that occurs `times` times. Empty ones and blanks alone are passed over. */
  add(bytes: Uint8Array, start: number, end: number, times = 1): void {
    const bits = classifyDate(bytes, start, end);
    if (bits === 0 && isEmpty(bytes, start, end)) return;
    this.#values += times;
    if (bits & DATE_READABLE_MDY) this.#readableMdy += times;
    if (bits & DATE_READABLE_DMY) this.#readableDmy += times;
    if (bits & DATE_TIME) this.#withTime += times;
    if (bits & DATE_ZONE) this.#withZone += times;
    if (bits & DATE_SLASH) this.#slash += times;
    if (bits & DATE_DAY_FIRST) this.#dayFirst += times;
    if (bits & DATE_MONTH_FIRST) this.#monthFirst += times;
  }

  facts(): DateColumnFacts {
    const order = this.#order();
    const readable = order === 'dmy' ? this.#readableDmy : this.#readableMdy;
    return {
      readable,
      unreadable: this.#values - readable,
      withTime: this.#withTime,
      withZone: this.#withZone,
      slash: this.#slash,
      dayFirst: this.#dayFirst,
      monthFirst: this.#monthFirst,
      order,
    };
  }

  #order(): DateColumnFacts['order'] {
    if (this.#slash === 0) return null;
    if (this.#dayFirst === 0 && this.#monthFirst === 0) return 'ambiguous';
    return this.#dayFirst > this.#monthFirst ? 'dmy' : 'mdy';
  }
}

function isEmpty(bytes: Uint8Array, start: number, end: number): boolean {
  while (start < end && isBlank(bytes[start])) start++;
  return start === end;
}
