import type { Activity } from '../../model/activity.js';
import type { AdapterError } from '../../model/errors.js';
import { timeZone } from '../../model/time-zone.js';
import { isCalendarDate, isTimestamp, timeOf } from '../../adapters/shared/activity-time.js';
import { currencyFormat, dateFormat, decimalFormat, numberFormat } from '../shared/formatters.js';
import { fill, plural } from '../shared/messages.js';
import { relativeDay, relativeTime } from '../shared/relative-time.js';
import type { TypeView } from '../shared/type-view.js';
import type { TimelineState } from './timeline-state.js';
import type { TimelineStrings } from './timeline-strings.js';

/** Months are those of the Gregorian calendar, so dates are too, whatever calendar the locale prefers. */
const DAY: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
};
const MONTH: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
};
const YEAR: Intl.DateTimeFormatOptions = { calendar: 'gregory', timeZone: 'UTC', year: 'numeric' };

/** Writes what the timeline says, in one language and one time zone, and with dates relative to one moment if to any. */
export class TimelineText {
  readonly strings: TimelineStrings;
  readonly #locale: string;
  readonly #timeZone: string;
  readonly #now: number | null;

  constructor(strings: TimelineStrings, locale: string, timeZone: string, now: number | null = null) {
    this.strings = strings;
    this.#locale = locale;
    this.#timeZone = timeZone;
    this.#now = now;
  }

  /** A number of rows, with "+" when it is a lower bound (D 39). */
  count(count: number, isExact: boolean): string {
    const number = numberFormat(this.#locale).format(count);
    return isExact ? number : fill(this.strings.atLeast, { count: number });
  }

  chip(view: TypeView, isExact: boolean): string {
    return fill(this.strings.chip, { count: this.count(view.count, isExact), label: view.label(view.count) });
  }

  month(month: string): string {
    return month === '' ? this.strings.noDate : dateFormat(this.#locale, MONTH).format(timeOf(`${month}-01`));
  }

  year(month: string): string {
    return dateFormat(this.#locale, YEAR).format(timeOf(`${month}-01`));
  }

  /** Calendar dates stand as they are, instants in the time zone and with their time of day (D 37). */
  date(timestamp: string): string {
    if (!isTimestamp(timestamp)) {
      return timestamp;
    }
    const options: Intl.DateTimeFormatOptions = isCalendarDate(timestamp)
      ? { ...DAY, timeZone: 'UTC' }
      : { ...DAY, timeZone: this.#timeZone, hour: 'numeric', minute: '2-digit' };
    return dateFormat(this.#locale, options).format(timeOf(timestamp));
  }

  /** The calendar day of a timestamp: as written, else in the time zone (D 37). */
  day(timestamp: string): string {
    if (!isTimestamp(timestamp)) {
      return timestamp;
    }
    const timeZone = isCalendarDate(timestamp) ? 'UTC' : this.#timeZone;
    return dateFormat(this.#locale, { ...DAY, timeZone }).format(timeOf(timestamp));
  }

  /** How long ago it was, or for `wholeDay` its calendar day; null: dates are written absolute. */
  relative(timestamp: string, wholeDay: boolean): string | null {
    if (this.#now === null || !isTimestamp(timestamp)) {
      return null;
    }
    const to = { now: this.#now, zone: timeZone(this.#timeZone), locale: this.#locale };
    return wholeDay ? relativeDay(timestamp, to) : relativeTime(timestamp, to);
  }

  /** A number as it is, or a sum of money in a currency of three letters. */
  number(value: number, currency: string | null = null): string {
    const format = currency === null ? decimalFormat(this.#locale) : currencyFormat(this.#locale, currency);
    return format.format(value);
  }

  /** What an attribute is called: as the strings say, else by its name in English, else by its key. */
  attribute(key: string, label: string = key): string {
    const { attributes } = this.strings;
    return Object.hasOwn(attributes, key) ? attributes[key] : label;
  }

  /** Who it was with: name, else key (D 35); null: nobody. */
  contact({ contactName, contactId }: Activity): string | null {
    return contactName || contactId || null;
  }

  /** How often an activity was repeated; `isExact` false: at least so often. */
  repeats(count: number, isExact: boolean): string {
    const { repeats } = this.strings;
    return fill(plural(repeats, count, this.#locale), { count: this.count(count, isExact) });
  }

  /** Why something failed: what the adapter says, or that it said nothing in time. */
  reason({ code, message, detail }: AdapterError): string {
    const { seconds } = detail;
    if (code !== 'timeout' || typeof seconds !== 'number') return message;
    return fill(plural(this.strings.noAnswer, seconds, this.#locale), { count: this.count(seconds, true) });
  }

  /** How far an export is; `total` null: nobody knows how many rows there will be. */
  exporting(rows: number, total: number | null): string {
    const { exporting, exportingOf } = this.strings;
    const count = this.count(rows, true);
    return total === null
      ? fill(exporting, { count })
      : fill(exportingOf, { count, total: this.count(total, true) });
  }

  exported(rows: number): string {
    return fill(plural(this.strings.exported, rows, this.#locale), { count: this.count(rows, true) });
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { style: 'short', type: 'unit' }).format(parts);
  }

  /** The offer of rows that came in meanwhile. */
  arrivals(count: number): string {
    return fill(plural(this.strings.arrivals, count, this.#locale), { count: this.count(count, true) });
  }

  /** What the live region says. It falls silent while another answer is awaited, so that the same text is heard again. */
  announcement(state: TimelineState, isFiltered: boolean): string {
    const { strings } = this;
    if (state.phase === 'failed') {
      return strings.error;
    }
    if (state.phase !== 'ready' || state.work.kind === 'changing') {
      return '';
    }
    if (state.work.kind === 'read-failed') {
      return strings.moreError;
    }
    const { total, exact } = state.summary;
    if (state.book.loaded === 0 && state.tail === null) {
      return isFiltered ? strings.emptyFiltered : strings.empty;
    }
    if (state.arrived > 0) {
      return this.arrivals(state.arrived);
    }
    return fill(plural(strings.announceAll, total, this.#locale), { count: this.count(total, exact) });
  }
}
