import { isInRange } from './calendar.js';
import { DateScanner } from './date-scanner.js';
import type { DateOrder } from './model.js';
import type { TimeReader } from './time-reader.js';
import type { TimeZone } from './time-zone.js';

/** Options of {@link DateReader}. */
export interface DateReaderOptions {
  /** Order of slash dates. A column that leaves it open is read month first (D 52). */
  order: DateOrder;
  /** Zone of date-times written without one. Default UTC. */
  zone?: TimeZone;
}

const utf8 = new TextEncoder();

/**
 * Reads the dates and date-times of D 52: ISO 8601 (`T` or a blank before the time, seconds, a fraction and
 * a zone as you like) and `M/D/YYYY`, `D/M/YYYY` or `D.M.YYYY` with a 12- or 24-hour time. Digits below a
 * millisecond are cut off. Years have four digits, 0001 to 9999; hour 24, second 60 and days that no month has are unreadable.
 */
export class DateReader implements TimeReader {
  time = 0;
  hasTime = false;

  readonly #scanner = new DateScanner();
  readonly #order: DateOrder;
  readonly #zone: TimeZone | undefined;

  constructor(options: DateReaderOptions) {
    this.#order = options.order;
    this.#zone = options.zone;
  }

  read(bytes: Uint8Array, start: number, end: number): boolean {
    const scanner = this.#scanner;
    if (!scanner.scan(bytes, start, end) || !scanner.resolve(this.#order)) return false;
    if (scanner.hasTime && !scanner.hasZone && this.#zone !== undefined) {
      const time = this.#zone.toUtc(scanner.time);
      if (!isInRange(time)) return false;
      this.time = time;
    } else {
      this.time = scanner.time;
    }
    this.hasTime = scanner.hasTime;
    return true;
  }

  /** As {@link read}, for a text at hand. */
  readText(text: string): boolean {
    const bytes = utf8.encode(text);
    return this.read(bytes, 0, bytes.length);
  }
}
