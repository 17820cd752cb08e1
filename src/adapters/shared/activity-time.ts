import { DAY_MS } from '../../model/calendar.js';
import type { TimeZone } from '../../model/time-zone.js';

const CALENDAR_DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/** True for a timestamp that is a calendar date, which no time zone shifts (D 37). */
export function isCalendarDate(timestamp: string): boolean {
  return CALENDAR_DATE.test(timestamp);
}

/** True for a timestamp in one of the two forms of `Activity.timestamp`. */
export function isTimestamp(timestamp: unknown): timestamp is string {
  return (
    typeof timestamp === 'string' &&
    (CALENDAR_DATE.test(timestamp) || INSTANT.test(timestamp)) &&
    !Number.isNaN(Date.parse(timestamp))
  );
}

/** Milliseconds since 1970 by which activities are ordered: of a calendar date its midnight UTC (D 52). */
export function timeOf(timestamp: string): number {
  return Date.parse(timestamp);
}

/** Month `YYYY-MM` that a timestamp falls in: as written for a calendar date, else in the zone. */
export function monthOf(timestamp: string, zone: TimeZone): string {
  return isCalendarDate(timestamp) ? timestamp.slice(0, 7) : formatMonth(zone.monthKey(timeOf(timestamp)));
}

/** Calendar day that a timestamp falls in, in days since 1970: as written for a calendar date, else in the zone. */
export function dayOf(timestamp: string, zone: TimeZone): number {
  const time = timeOf(timestamp);
  return Math.floor((isCalendarDate(timestamp) ? time : time + zone.offsetAt(time)) / DAY_MS);
}

/** Order of two months. A zone can push the last hours of 9999 into a year of five digits. */
export function compareMonths(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

function formatMonth(monthKey: number): string {
  const year = Math.floor(monthKey / 12);
  return `${String(year).padStart(4, '0')}-${String(monthKey - 12 * year + 1).padStart(2, '0')}`;
}
