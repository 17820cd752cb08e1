import { DAY_MS, daysFromDate, monthOfDays, parseDay } from './calendar.js';
import { AdapterError } from './errors.js';

/** Days remembered per zone: 45 years, so that the rows of a usual table ask `Intl` once a day at most. */
const SLOTS = 16_384;
const NO_DAY = -0x8000_0000;

/**
 * A time zone of the IANA database, fast in bulk. `Intl` knows the clocks but takes microseconds to answer;
 * here it is asked for the ends of each UTC day that occurs, and between its answers the rest is arithmetic.
 */
export class TimeZone {
  /** As given. */
  readonly name: string;
  readonly isUtc: boolean;

  readonly #format: Intl.DateTimeFormat;
  // One slot per day, found by its number's low bits: which day, the offset it begins with, the one it ends
  // with, and the millisecond of the day at which the second one starts.
  #days = new Int32Array(0);
  #early = new Int32Array(0);
  #late = new Int32Array(0);
  #changes = new Int32Array(0);

  /** Throws `query-invalid` for a name that the browser does not know. */
  constructor(name: string) {
    this.name = name;
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch (cause) {
      throw new AdapterError(
        'query-invalid',
        `There is no time zone "${name}". Use a name such as Europe/Berlin or UTC.`,
        { cause, detail: { timeZone: name } },
      );
    }
    // Engines resolve the names of UTC to different ones of these.
    this.isUtc = ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'].includes(this.#format.resolvedOptions().timeZone);
  }

  /** Milliseconds to add to an instant in UTC to get the local time there. */
  offsetAt(utcMs: number): number {
    if (this.isUtc) return 0;
    const day = Math.floor(utcMs / DAY_MS);
    const slot = day & (SLOTS - 1);
    if (this.#days.length === 0 || this.#days[slot] !== day) this.#remember(day, slot);
    return utcMs - day * DAY_MS < this.#changes[slot] ? this.#early[slot] : this.#late[slot];
  }

  /**
   * The instant at which the clocks show a local time, which is given in milliseconds as if it were UTC. A
   * time that the clocks skip moves forward by the gap; of one that they show twice the first is taken.
   */
  toUtc(localMs: number): number {
    if (this.isUtc) return localMs;
    const before = this.offsetAt(localMs - DAY_MS);
    const after = this.offsetAt(localMs + DAY_MS);
    const first = localMs - Math.max(before, after);
    const last = localMs - Math.min(before, after);
    if (first + this.offsetAt(first) === localMs) return first;
    if (last + this.offsetAt(last) === localMs) return last;
    return localMs - before;
  }

  /**
   * The first instant of a local day, which is not midnight where the clocks skip it. The day is given as
   * `YYYY-MM-DD` or as its midnight in local milliseconds. A day that the zone skipped starts with the next.
   */
  startOfDay(day: string | number): number {
    const localMs = typeof day === 'string' ? midnightOf(day) : day;
    const utc = this.toUtc(localMs);
    if (utc + this.offsetAt(utc) === localMs) return utc;
    // Midnight is skipped: the day starts where the clocks jump over it.
    return firstWhere(utc - DAY_MS, utc, (time) => time + this.offsetAt(time) >= localMs);
  }

  /** Local month of an instant as one number, `12 * year + month - 1`. */
  monthKey(utcMs: number): number {
    return monthOfDays(Math.floor((utcMs + this.offsetAt(utcMs)) / DAY_MS));
  }

  /** The first instant of a month given by its {@link monthKey}. */
  startOfMonth(key: number): number {
    const year = Math.floor(key / 12);
    return this.startOfDay(daysFromDate(year, key - 12 * year + 1, 1) * DAY_MS);
  }

  /**
   * The month of an instant, and a span around it that lies in this month as a whole: all of the month, but for hours
   * around its beginning that the clocks show twice, on both sides of midnight.
   */
  monthAround(utcMs: number): { month: number; from: number; to: number } {
    const month = this.monthKey(utcMs);
    const start = this.startOfMonth(month);
    const again = start + this.offsetAt(start) - this.offsetAt(start + DAY_MS);
    const from = again > start && this.monthKey(again - 1) < month ? again : start;
    const to = this.startOfMonth(month + 1);
    return utcMs >= from && utcMs < to ? { month, from, to } : { month, from: utcMs, to: utcMs + 1 };
  }

  #remember(day: number, slot: number): void {
    if (this.#days.length === 0) {
      this.#days = new Int32Array(SLOTS).fill(NO_DAY);
      this.#early = new Int32Array(SLOTS);
      this.#late = new Int32Array(SLOTS);
      this.#changes = new Int32Array(SLOTS);
    }
    const start = day * DAY_MS;
    const early = this.#askIntl(start);
    const late = this.#askIntl(start + DAY_MS - 1);
    this.#early[slot] = early;
    this.#late[slot] = late;
    this.#changes[slot] =
      early === late
        ? 0
        : firstWhere(start, start + DAY_MS - 1, (time) => this.#askIntl(time) !== early) - start;
    this.#days[slot] = day;
  }

  #askIntl(utcMs: number): number {
    let year = 0;
    let isBeforeChrist = false;
    let month = 0;
    let day = 0;
    let timeMs = 0;
    for (const { type, value } of this.#format.formatToParts(utcMs)) {
      if (type === 'year') year = Number(value);
      else if (type === 'era') isBeforeChrist = value.startsWith('B');
      else if (type === 'month') month = Number(value);
      else if (type === 'day') day = Number(value);
      else if (type === 'hour') timeMs += Number(value) * 3_600_000;
      else if (type === 'minute') timeMs += Number(value) * 60_000;
      else if (type === 'second') timeMs += Number(value) * 1000;
    }
    const wholeSecond = Math.floor(utcMs / 1000) * 1000;
    return daysFromDate(isBeforeChrist ? 1 - year : year, month, day) * DAY_MS + timeMs - wholeSecond;
  }
}

/** The first whole number after `low`, up to `high`, that passes a test which `high` and all above pass. */
function firstWhere(low: number, high: number, passes: (value: number) => boolean): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function midnightOf(day: string): number {
  const midnight = parseDay(day);
  if (midnight !== null) return midnight;
  throw new AdapterError('query-invalid', `"${day}" is not a day. Write it as YYYY-MM-DD.`, {
    detail: { day },
  });
}

const MAX_ZONES = 16;
const zones = new Map<string, TimeZone>();

/** The zone of a name, shared by all who ask so that its memory is too. Throws as the constructor does. */
export function timeZone(name: string): TimeZone {
  const zone = zones.get(name) ?? new TimeZone(name);
  // Put last again: the first is the one that nobody has asked for the longest.
  zones.delete(name);
  zones.set(name, zone);
  for (const oldest of zones.keys()) {
    if (zones.size <= MAX_ZONES) break;
    zones.delete(oldest);
  }
  return zone;
}
