import { DAY_MS, daysFromDate, isCalendarDate, isInRange } from './calendar.js';
import type { DateOrder } from './model.js';

const BLANK = 0x20;
const PLUS = 0x2b;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const COLON = 0x3a;
// Letters are compared after LOWER_CASE has made them small.
const A = 0x61;
const M = 0x6d;
const P = 0x70;
const T = 0x74;
const Z = 0x7a;
const LOWER_CASE = 0x20;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Splits the text of a date into numbers, without making a string or an object, millions of times a second.
 * It knows the written forms (D 52); whether they name a real time is asked afterwards by {@link resolve},
 * because slash dates can be read in two orders. All fields describe the value of the last successful call.
 */
export class DateScanner {
  /** True: `first` and `second` stand as written in M/D or D/M. False: they are month and day, in this order. */
  isSlash = false;
  year = 0;
  first = 0;
  second = 0;
  hasTime = false;
  hasZone = false;
  /** Milliseconds since 1970 UTC, set by {@link resolve}. A value without a zone is taken as UTC. */
  time = 0;

  /** False for a time of day that no clock shows, such as 24:00, 12:60 or 13:00 PM. */
  #isClockTime = true;
  /** Milliseconds from midnight UTC of the written date. */
  #timeOfDay = 0;

  /** True when the bytes from `start` up to `end`, blanks around them aside, are written in a form of D 52. */
  scan(bytes: Uint8Array, start: number, end: number): boolean {
    while (start < end && isBlank(bytes[start])) start++;
    while (end > start && isBlank(bytes[end - 1])) end--;
    // The shortest form is 1/2/2020.
    if (end - start < 8) return false;
    this.hasTime = false;
    this.hasZone = false;
    this.#isClockTime = true;
    this.#timeOfDay = 0;
    return bytes[start + 4] === HYPHEN
      ? this.#scanIso(bytes, start, end)
      : this.#scanParts(bytes, start, end);
  }

  /**
   * Works out `time`. False when the calendar or the clock has no such value (31 February, 24:00) or its UTC
   * is outside the years 0001 to 9999.
   */
  resolve(order: DateOrder): boolean {
    const isDayFirst = this.isSlash && order === 'dmy';
    const month = isDayFirst ? this.second : this.first;
    const day = isDayFirst ? this.first : this.second;
    if (!this.#isClockTime || !isCalendarDate(this.year, month, day)) return false;
    this.time = daysFromDate(this.year, month, day) * DAY_MS + this.#timeOfDay;
    return isInRange(this.time);
  }

  /** `YYYY-MM-DD`, then `T` or a blank and a time. */
  #scanIso(bytes: Uint8Array, at: number, end: number): boolean {
    if (end - at < 10 || bytes[at + 7] !== HYPHEN) return false;
    const century = twoDigits(bytes, at);
    const yearOfCentury = twoDigits(bytes, at + 2);
    const month = twoDigits(bytes, at + 5);
    const day = twoDigits(bytes, at + 8);
    if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return false;
    this.isSlash = false;
    this.year = century * 100 + yearOfCentury;
    this.first = month;
    this.second = day;
    if (end - at === 10) return true;
    const separator = bytes[at + 10];
    if (separator !== BLANK && (separator | LOWER_CASE) !== T) return false;
    return this.#scanIsoTime(bytes, at + 11, end);
  }

  /** `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fffffffff`, then a zone or nothing. */
  #scanIsoTime(bytes: Uint8Array, at: number, end: number): boolean {
    if (end - at < 5 || bytes[at + 2] !== COLON) return false;
    const hour = twoDigits(bytes, at);
    const minute = twoDigits(bytes, at + 3);
    let second = 0;
    let milliseconds = 0;
    at += 5;
    if (at < end && bytes[at] === COLON) {
      if (end - at < 3) return false;
      second = twoDigits(bytes, at + 1);
      at += 3;
      if (at < end && (bytes[at] === POINT || bytes[at] === COMMA)) {
        const from = ++at;
        for (let unit = 100; at < end && isDigit(bytes[at]); at++, unit = (unit / 10) | 0) {
          milliseconds += (bytes[at] - ZERO) * unit;
        }
        if (at === from || at - from > 9) return false;
      }
    }
    if (hour < 0 || minute < 0 || second < 0) return false;
    this.#setClock(hour, minute, second, milliseconds);
    return at === end || this.#scanZone(bytes, at, end);
  }

  /** `Z`, `±hh:mm`, `±hhmm` or `±hh`. */
  #scanZone(bytes: Uint8Array, at: number, end: number): boolean {
    const sign = bytes[at];
    const length = end - at;
    this.hasZone = true;
    if ((sign | LOWER_CASE) === Z) return length === 1;
    if (sign !== PLUS && sign !== HYPHEN) return false;
    const hasColon = length === 6 && bytes[at + 3] === COLON;
    if (length !== 3 && length !== 5 && !hasColon) return false;
    const hours = twoDigits(bytes, at + 1);
    const minutes = length === 3 ? 0 : twoDigits(bytes, hasColon ? at + 4 : at + 3);
    if (hours < 0 || minutes < 0) return false;
    if (hours > 23 || minutes > 59) this.#isClockTime = false;
    const offset = hours * HOUR_MS + minutes * MINUTE_MS;
    this.#timeOfDay += sign === PLUS ? -offset : offset;
    return true;
  }

  /** `M/D/YYYY`, `D/M/YYYY` or `D.M.YYYY`, one or two digits each, then a blank and a time. */
  #scanParts(bytes: Uint8Array, at: number, end: number): boolean {
    const firstEnd = endOfNumber(bytes, at, end);
    const separator = bytes[firstEnd];
    if (firstEnd === at || (separator !== SLASH && separator !== POINT)) return false;
    const secondEnd = endOfNumber(bytes, firstEnd + 1, end);
    if (secondEnd === firstEnd + 1 || bytes[secondEnd] !== separator) return false;
    const yearEnd = secondEnd + 5;
    if (yearEnd > end) return false;
    const century = twoDigits(bytes, secondEnd + 1);
    const yearOfCentury = twoDigits(bytes, secondEnd + 3);
    if (century < 0 || yearOfCentury < 0) return false;
    this.isSlash = separator === SLASH;
    this.year = century * 100 + yearOfCentury;
    const first = numberAt(bytes, at, firstEnd);
    const second = numberAt(bytes, firstEnd + 1, secondEnd);
    // Where dates are written with points, the day comes first.
    this.first = this.isSlash ? first : second;
    this.second = this.isSlash ? second : first;
    if (yearEnd === end) return true;
    return bytes[yearEnd] === BLANK && this.#scanDialTime(bytes, yearEnd + 1, end);
  }

  /** `h:mm` or `h:mm:ss`, then AM or PM with or without a blank, or nothing: 24 hours. */
  #scanDialTime(bytes: Uint8Array, at: number, end: number): boolean {
    const hourEnd = endOfNumber(bytes, at, end);
    if (hourEnd === at || end - hourEnd < 3 || bytes[hourEnd] !== COLON) return false;
    let hour = numberAt(bytes, at, hourEnd);
    const minute = twoDigits(bytes, hourEnd + 1);
    let second = 0;
    at = hourEnd + 3;
    if (at < end && bytes[at] === COLON) {
      if (end - at < 3) return false;
      second = twoDigits(bytes, at + 1);
      at += 3;
    }
    if (minute < 0 || second < 0) return false;
    let isOnDial = true;
    if (at < end) {
      if (bytes[at] === BLANK) at++;
      if (end - at !== 2 || (bytes[at + 1] | LOWER_CASE) !== M) return false;
      const half = bytes[at] | LOWER_CASE;
      if (half !== A && half !== P) return false;
      isOnDial = hour >= 1 && hour <= 12;
      hour = (hour % 12) + (half === P ? 12 : 0);
    }
    this.#setClock(hour, minute, second, 0);
    if (!isOnDial) this.#isClockTime = false;
    return true;
  }

  #setClock(hour: number, minute: number, second: number, milliseconds: number): void {
    this.hasTime = true;
    this.#isClockTime = hour <= 23 && minute <= 59 && second <= 59;
    this.#timeOfDay = hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + milliseconds;
  }
}

/** Blank, tab and the line breaks: what may stand around a value. */
export function isBlank(byte: number): boolean {
  return byte === BLANK || (byte >= 0x09 && byte <= 0x0d);
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

/** The two digits at a place as a number; -1 when they are none, also past the end of the buffer. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at];
  const units = bytes[at + 1];
  return isDigit(tens) && isDigit(units) ? (tens - ZERO) * 10 + units - ZERO : -1;
}

/** Where a number of one or two digits ends; `at` when there is none. */
function endOfNumber(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end || !isDigit(bytes[at])) return at;
  return at + 1 < end && isDigit(bytes[at + 1]) ? at + 2 : at + 1;
}

function numberAt(bytes: Uint8Array, at: number, end: number): number {
  return end - at === 2 ? twoDigits(bytes, at) : bytes[at] - ZERO;
}
