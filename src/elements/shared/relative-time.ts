import { dayOf, isCalendarDate, timeOf } from '../../adapters/shared/activity-time.js';
import { DAY_MS, monthOfDays } from '../../model/calendar.js';
import type { TimeZone } from '../../model/time-zone.js';
import { relativeTimeFormat } from './formatters.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The present, and for whom it is written. */
export interface RelativeTo {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: TimeZone;
  readonly locale: string;
}

/**
 * How far a timestamp is from the present, in words: "5 minutes ago", "yesterday", "in 2 months". A calendar date, and
 * an instant from 24 hours on, is told in calendar days of the zone and in weeks, months and years made of them (D 37).
 */
export function relativeTime(timestamp: string, to: RelativeTo): string {
  if (isCalendarDate(timestamp)) return relativeDay(timestamp, to);
  const { now, locale } = to;
  const distance = timeOf(timestamp) - now;
  const size = Math.abs(distance);
  if (size < MINUTE_MS) return relativeTimeFormat(locale, 'auto').format(0, 'second');
  const format = relativeTimeFormat(locale, 'always');
  if (size < HOUR_MS) return format.format(Math.trunc(distance / MINUTE_MS), 'minute');
  if (size < DAY_MS) return format.format(Math.trunc(distance / HOUR_MS), 'hour');
  return relativeDay(timestamp, to);
}

/** The same of the calendar day of a timestamp. */
export function relativeDay(timestamp: string, { now, zone, locale }: RelativeTo): string {
  const today = Math.floor((now + zone.offsetAt(now)) / DAY_MS);
  const day = dayOf(timestamp, zone);
  const days = day - today;
  if (Math.abs(days) < 7) return relativeTimeFormat(locale, 'auto').format(days, 'day');
  // "Last month" is the month before this one and not any day a month ago.
  const format = relativeTimeFormat(locale, 'always');
  const months = Math.sign(days) * wholeMonths(Math.min(day, today), Math.max(day, today));
  if (months === 0) return format.format(Math.trunc(days / 7), 'week');
  if (Math.abs(months) < 12) return format.format(months, 'month');
  return format.format(Math.trunc(months / 12), 'year');
}

/** Months from one day to a later one that are over. */
function wholeMonths(from: number, to: number): number {
  const isBegun = dayOfMonth(to) < dayOfMonth(from);
  return monthOfDays(to) - monthOfDays(from) - (isBegun ? 1 : 0);
}

function dayOfMonth(day: number): number {
  return new Date(day * DAY_MS).getUTCDate();
}
