import { DAY_MS, daysFromDate, isCalendarDate, isInRange } from '../../model/calendar.js';
import { timeZone, type TimeZone } from '../../model/time-zone.js';
import type { NumberTemplate } from '../store/number-template.js';
import type { NumberedTexts } from '../store/numbered-texts.js';
import type { TimeForm } from '../store/records.js';

/** A written form of D 52 whose numbers stand where they stand in each text: which of them is what. */
export interface NumberedForm {
  year: number;
  month: number;
  day: number;
  /** Numbers in the time of day: none; hour and minute; with seconds; with a fraction. They follow the date. */
  clock: 0 | 2 | 3 | 4;
  hasZone: boolean;
  /** Digits that each number must have for the text to be of the form. */
  digits: readonly (readonly [least: number, most: number])[];
}

const FOUR = [4, 4] as const;
const TWO = [2, 2] as const;
const ONE_OR_TWO = [1, 2] as const;
const CLOCK = [TWO, TWO, [1, 9]] as const;

/** The form that a template is of, or null. Halves of the day, other zones than `Z` and the like are read as text. */
export function formOf({ literals, widths }: NumberTemplate, order: TimeForm['order']): NumberedForm | null {
  const between = Array.from({ length: widths.length + 1 }, (_, i) => literals.text(i));
  const last = between.pop() ?? '';
  const [start, first, second, ...rest] = between;
  const isIso = first === '-' && second === '-';
  if (start !== '' || first !== second || !['-', '/', '.'].includes(first)) return null;
  const clock = rest.length;
  if (clock === 1 || clock > (isIso ? 4 : 3)) return null;
  const separators = isIso ? ['T', 't', ' '] : [' '];
  const isClock = separators.includes(rest[0]) && rest.slice(1, 3).every((text) => text === ':');
  if (clock > 0 && !(isClock && (clock < 4 || rest[3] === '.' || rest[3] === ','))) return null;
  const hasZone = isIso && clock > 0 && (last === 'Z' || last === 'z');
  if (last !== '' && !hasZone) return null;
  const isDayFirst = first === '.' || (first === '/' && order === 'dmy');
  return {
    ...(isIso
      ? { year: 0, month: 1, day: 2 }
      : { year: 2, month: isDayFirst ? 1 : 0, day: isDayFirst ? 0 : 1 }),
    clock: clock as NumberedForm['clock'],
    hasZone,
    digits: [
      ...(isIso ? [FOUR, TWO, TWO] : [ONE_OR_TWO, ONE_OR_TWO, FOUR]),
      ...(clock > 0 ? [isIso ? TWO : ONE_OR_TWO, ...CLOCK.slice(0, clock - 1)] : []),
    ],
  };
}

/**
 * Reads the times of numbered texts without writing one of them out, as the reader of texts would. NaN where there is
 * none; answers the items that are of another form, which only that reader can tell.
 */
export function readNumberedTimes(
  { template, numbers, length }: Pick<NumberedTexts, 'template' | 'numbers' | 'length'>,
  form: NumberedForm,
  zone: TimeZone | undefined,
  times: Float64Array,
): number[] {
  // A misfit's first number is larger than any.
  const isOther = new Uint8Array(length);
  form.digits.forEach(([least, most], i) => {
    markOutside(numbers[i], boundsOf(template.widths[i], least, most), isOther);
  });
  const [years, months, days] = [numbers[form.year], numbers[form.month], numbers[form.day]];
  for (let item = 0; item < length; item++) {
    times[item] = isCalendarDate(years[item], months[item], days[item])
      ? daysFromDate(years[item], months[item], days[item]) * DAY_MS
      : Number.NaN;
  }
  if (form.clock > 0) addClock(numbers.slice(3), form.clock, template.widths[6], times);
  if (zone !== undefined && form.clock > 0 && !form.hasZone) shift(times, zone);
  const others: number[] = [];
  for (let item = 0; item < length; item++) if (isOther[item] === 1) others.push(item);
  return others;
}

function markOutside(
  numbers: Uint32Array,
  [least, most]: readonly [number, number],
  marks: Uint8Array,
): void {
  for (let item = 0; item < numbers.length; item++) {
    if (numbers[item] < least || numbers[item] > most) marks[item] = 1;
  }
}

/** Adds the time of day; what no clock shows leaves no time. */
function addClock(
  [hours, minutes, seconds, fractions]: NumberedTexts['numbers'],
  clock: number,
  fractionWidth: number,
  times: Float64Array,
): void {
  for (let item = 0; item < times.length; item++) {
    const second = clock > 2 ? seconds[item] : 0;
    const isShown = hours[item] <= 23 && minutes[item] <= 59 && second <= 59;
    times[item] += isShown ? hours[item] * 3_600_000 + minutes[item] * 60_000 + second * 1000 : Number.NaN;
  }
  if (clock < 4) return;
  for (let item = 0; item < times.length; item++) {
    times[item] += millisecondsOf(fractions[item], fractionWidth);
  }
}

function shift(times: Float64Array, zone: TimeZone): void {
  for (let item = 0; item < times.length; item++) {
    if (Number.isNaN(times[item])) continue;
    const time = zone.toUtc(times[item]);
    times[item] = isInRange(time) ? time : Number.NaN;
  }
}

/** The zone in which date-times without one were written. */
export function zoneOf({ timeZone: name }: TimeForm): TimeZone | undefined {
  return name === undefined ? undefined : timeZone(name);
}

/** Least and largest value of a number that has so many digits at least and at most, where shorter ones have noughts. */
function boundsOf(width: number, least: number, most: number): readonly [number, number] {
  if (width > most) return [1, 0];
  return [width >= least ? 0 : 10 ** (least - 1), 10 ** most - 1];
}

/** Of a fraction of a second: digits below a millisecond are cut off. */
function millisecondsOf(value: number, width: number): number {
  if (width === 3 && value < 1000) return value;
  const digits = Math.max(width, String(value).length);
  return digits > 3 ? Math.floor(value / 10 ** (digits - 3)) : value * 10 ** (3 - digits);
}
