/** Milliseconds of a day without a change of clocks. */
export const DAY_MS = 86_400_000;

/** First instant of the year 0001 and the first one after the year 9999, in milliseconds since 1970 UTC. */
export const MIN_TIME = -62_135_596_800_000;
export const END_TIME = 253_402_300_800_000;

/** True when a time lies in the years 0001 to 9999, the ones that four digits can write. */
export function isInRange(time: number): boolean {
  return time >= MIN_TIME && time < END_TIME;
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar, year -399 and later, month 1 to 12.
 * Years are counted from March, so that the leap day is the last one of its year, and moved on by a cycle of
 * 400 years, so that the divisions are those of whole numbers: `Math.floor` took four times as long.
 */
export function daysFromDate(year: number, month: number, day: number): number {
  const isAfterFebruary = month > 2;
  const y = (isAfterFebruary ? year : year - 1) + 400;
  const dayOfYear = ((153 * (isAfterFebruary ? month - 3 : month + 9) + 2) / 5) | 0;
  return 365 * y + (y >> 2) - ((y / 100) | 0) + ((y / 400) | 0) + dayOfYear + day - 865_566;
}

/** Year and month of a day as one number: `12 * year + month - 1`. */
export function monthOfDays(days: number): number {
  const sinceEpoch = days + 719_468;
  const era = Math.floor(sinceEpoch / 146_097);
  const dayOfEra = sinceEpoch - era * 146_097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  return 12 * (yearOfEra + 400 * era) + monthFromMarch + 2;
}

/** True for a day that the calendar has: 31 February is none. Years 0001 to 9999. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Writes a time as activities carry it (D 37): `YYYY-MM-DD` for a calendar date, else ISO 8601 in UTC with
 * milliseconds. `time` is in milliseconds since 1970 UTC and must lie in the years 0001 to 9999.
 */
export function formatTimestamp(time: number, hasTime: boolean): string {
  const text = new Date(time).toISOString();
  return hasTime ? text : text.slice(0, 10);
}

/** Reads a calendar day `YYYY-MM-DD` as its midnight in UTC; null when it is not one. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return isCalendarDate(year, month, day) ? daysFromDate(year, month, day) * DAY_MS : null;
}
