import type { Faker } from '@faker-js/faker';

const dayMs = 86_400_000;

/** Sales by month, January first: spring outfitting, summer trips, presents in December. */
const season = [0.7, 0.7, 1, 1.2, 1.3, 1.3, 1.3, 1.1, 0.9, 0.9, 1.1, 1.6];
const peak = Math.max(...season);

/** Milliseconds since 1970 of a day's beginning in UTC. */
export const atDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A moment between two others, more often in a busy month. `hours`: first and last hour of the day. */
export function seasonalMoment(
  faker: Faker,
  from: number,
  to: number,
  hours: readonly [number, number],
): number {
  for (;;) {
    const day = Math.floor((from + faker.number.float() * (to - from)) / dayMs) * dayMs;
    if (faker.number.float() * peak > (season[new Date(day).getUTCMonth()] ?? 1)) continue;
    const minute = faker.number.int({ min: hours[0] * 60, max: hours[1] * 60 + 59 });
    return day + minute * 60_000 + faker.number.int(59) * 1000;
  }
}

/** A moment by day, some days after another. */
export function daysLater(faker: Faker, moment: number, min: number, max: number): number {
  const day = Math.floor(moment / dayMs) + faker.number.int({ min, max });
  return day * dayMs + faker.number.int({ min: 8 * 3600, max: 20 * 3600 }) * 1000;
}

/** Whole months after a moment; the 31st becomes the last day of a shorter month. */
export function monthsLater(moment: number, months: number): number {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** British summer time: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. */
function isSummerTime(moment: number): boolean {
  const year = new Date(moment).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * dayMs;
  };
  return moment >= lastSunday(2) && moment < lastSunday(9);
}

const british = (moment: number): string =>
  new Date(moment + (isSummerTime(moment) ? 3_600_000 : 0)).toISOString();

/** `2025-06-14T18:22:05+01:00`. */
export const zonedTime = (moment: number): string =>
  british(moment).slice(0, 19) + (isSummerTime(moment) ? '+01:00' : '+00:00');

/** `2025-06-14T18:22:05`, a clock on a British wall. */
export const wallTime = (moment: number): string => british(moment).slice(0, 19);

/** `2025-06-14T17:22:05Z`. */
export const utcTime = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** `2025-06-14`. */
export const isoDay = (moment: number): string => british(moment).slice(0, 10);

/** `6/14/2025`, as the tills write it. */
export function slashDay(moment: number): string {
  const [year, month, day] = isoDay(moment).split('-').map(Number);
  return `${month}/${day}/${year}`;
}

/** `14/6/2025`, as the depot writes it. */
export function slashDayFirst(moment: number): string {
  const [year, month, day] = isoDay(moment).split('-').map(Number);
  return `${day}/${month}/${year}`;
}
