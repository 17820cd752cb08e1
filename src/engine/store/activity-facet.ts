import { DAY_MS, daysFromDate, monthOfDays } from '../../model/calendar.js';
import { ByteList } from './byte-list.js';
import { packSections, packTexts, Sections, unpackTexts, type SectionData } from './sections.js';
import type { ChunkKey } from './storage.js';

/**
 * A facet says how a customer's rows of one segment spread over time, so that counts need not read all their chunks
 * (design § 4.1). Sections:
 *   0 times of the newest and the oldest row      1 whether these have a time of day
 *   2 quarters of an hour, newest first           3 rows in each
 *   4 months of dates without a time              5 rows in each
 *   6 rows without a contact, then of each        7–8 keys of the contacts      9–10 their names
 * A zone moves the ends of a month, and with them only rows near these ends. So rows farther than {@link EDGE_MS} from
 * the ends of their month in UTC count under one quarter for all of them, the first that is far enough.
 */
const QUARTER_MS = 900_000;

/** More than any zone was ever away from UTC (local mean times: up to 15:57). */
const EDGE_MS = 16 * 3_600_000;

/** Second part of a facet's key: before the chunks of a segment, and no column. */
const FACETS = -1;

/** Customers with which at least two chunks of a segment end have a facet there. */
export function facetKey(segment: number, customer: Uint8Array<ArrayBuffer>): ChunkKey {
  return [segment, FACETS, customer];
}

/** The rows `[start, end)` of one customer, newest first. */
export interface FacetRows {
  times: Float64Array;
  hasTimes: Uint8Array;
  start: number;
  end: number;
  /** Null when the definition has no contacts. */
  contacts: { ofRow: Int32Array; keys: ByteList; names: ByteList } | null;
}

export function packFacet(rows: FacetRows): ArrayBuffer {
  const { times, hasTimes, start, end } = rows;
  const quarters = new Tally();
  const months = new Tally();
  // Rows are in order of time, so most fall between the ends of the row before.
  let month = 0;
  let inner = Infinity;
  let outer = -Infinity;
  let oldest = end - 1;
  while (oldest > start && times[oldest - 1] === times[oldest]) oldest--;
  for (let row = start; row < end; row++) {
    const time = times[row];
    if (!(time >= inner && time < outer)) {
      month = monthOfDays(Math.floor(time / DAY_MS));
      inner = startOfMonth(month) + EDGE_MS;
      outer = startOfMonth(month + 1) - EDGE_MS;
    }
    if (hasTimes[row] === 0) months.add(month);
    else quarters.add(Math.floor((time >= inner && time < outer ? inner : time) / QUARTER_MS));
  }
  return packSections([
    Float64Array.of(times[start], times[oldest]),
    Uint8Array.of(hasTimes[start], hasTimes[oldest]),
    ...quarters.sections(),
    ...months.sections(),
    ...contactSections(rows),
  ]);
}

function contactSections({ contacts, start, end }: FacetRows): SectionData[] {
  const [keys, names] = [new ByteList(), new ByteList()];
  const counts = new Map([[-1, 0]]);
  for (let row = start; row < end; row++) {
    const contact = contacts?.ofRow[row] ?? -1;
    counts.set(contact, (counts.get(contact) ?? 0) + 1);
  }
  for (const contact of counts.keys()) {
    if (contacts === null || contact < 0) continue;
    for (const [into, from] of [
      [keys, contacts.keys],
      [names, contacts.names],
    ] as const) {
      into.push(from.bytes, from.offsets[contact], from.offsets[contact + 1]);
    }
  }
  return [Uint32Array.from(counts.values()), ...packTexts(keys), ...packTexts(names)];
}

/** A customer's rows of one segment as counts, read in place. */
export class ActivityFacet {
  readonly newest: { time: number; hasTime: boolean };
  readonly oldest: { time: number; hasTime: boolean };
  /** Dates without a time, by month as `12 * year + month - 1`. */
  readonly months: Int32Array;
  readonly monthRows: Uint32Array;
  /** Rows without a contact, then those of each of {@link contacts}. */
  readonly contactRows: Uint32Array;
  readonly contacts: { keys: ByteList; names: ByteList };
  readonly #quarters: Int32Array;
  readonly #quarterRows: Uint32Array;

  constructor(buffer: ArrayBuffer) {
    const sections = new Sections(buffer);
    const [times, hasTimes] = [sections.f64(0), sections.u8(1)];
    this.newest = { time: times[0], hasTime: hasTimes[0] === 1 };
    this.oldest = { time: times[1], hasTime: hasTimes[1] === 1 };
    this.#quarters = sections.i32(2);
    this.#quarterRows = sections.u32(3);
    this.months = sections.i32(4);
    this.monthRows = sections.u32(5);
    this.contactRows = sections.u32(6);
    const count = this.contactRows.length - 1;
    this.contacts = { keys: unpackTexts(sections, 7, count), names: unpackTexts(sections, 9, count) };
  }

  /**
   * Rows with a time of day by month; `boundsOf` gives the month that holds an instant and where it begins and ends.
   * Null where an end does not fall on a quarter of an hour, as in local mean times, or where the clocks show the hour
   * around it twice: then only the rows can tell.
   */
  timesByMonth(boundsOf: (time: number) => MonthBounds): Map<number, number> | null {
    const counts = new Map<number, number>();
    let month = 0;
    let from = Infinity;
    let to = -Infinity;
    for (let i = 0; i < this.#quarters.length; i++) {
      const time = this.#quarters[i] * QUARTER_MS;
      if (!(time >= from && time < to)) {
        ({ month, from, to } = boundsOf(time));
        if (!isPlainEnd(from, month) || !isPlainEnd(to, month + 1)) return null;
      }
      counts.set(month, (counts.get(month) ?? 0) + this.#quarterRows[i]);
    }
    return counts;
  }
}

/** A month and its first instant, and that of the next; around what the clocks show twice, a part of it. */
export interface MonthBounds {
  month: number;
  from: number;
  to: number;
}

function isPlainEnd(time: number, month: number): boolean {
  return time % QUARTER_MS === 0 && Math.abs(time - startOfMonth(month)) <= EDGE_MS;
}

/** Months are numbered from year 0. */
export function startOfMonth(month: number): number {
  return daysFromDate(Math.floor(month / 12), (month % 12) + 1, 1) * DAY_MS;
}

/** Counts equal numbers that follow each other. */
class Tally {
  readonly #numbers: number[] = [];
  readonly #counts: number[] = [];

  add(number: number): void {
    const last = this.#numbers.length - 1;
    if (last >= 0 && this.#numbers[last] === number) {
      this.#counts[last]++;
      return;
    }
    this.#numbers.push(number);
    this.#counts.push(1);
  }

  sections(): [Int32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
    return [Int32Array.from(this.#numbers), Uint32Array.from(this.#counts)];
  }
}
