import type { DateOrder } from '../../../src/model/model.js';

/** What a text says as a date, found the slow way: with strings, regular expressions and `Date`. */
export interface PlainDate {
  time: number;
  hasTime: boolean;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const SLASH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap]m))?)?$/i;

const POINT = new RegExp(SLASH.source.replaceAll('\\/', '\\.'), 'i');

/** Whether a text is written as a date at all, 31 February included. */
export function looksLikeDate(text: string): boolean {
  return ISO.test(trim(text)) || isSlashDate(text) || POINT.test(trim(text));
}

export function isSlashDate(text: string): boolean {
  return SLASH.test(trim(text));
}

/** Whether a date is written with a zone of its own. */
export function namesZone(text: string): boolean {
  return ISO.exec(trim(text))?.[8] !== undefined;
}

/** The two numbers of a slash date, in the order of the text. */
export function slashNumbers(text: string): [number, number] {
  const [first, second] = trim(text).split('/').map(Number);
  return [first, second];
}

export function readPlainly(text: string, order: DateOrder): PlainDate | null {
  const bare = trim(text);
  return readIso(bare) ?? readParts(SLASH.exec(bare), order) ?? readParts(POINT.exec(bare), 'dmy');
}

function trim(text: string): string {
  return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}

function readIso(text: string): PlainDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone = ''] = match;
  const date = midnight(year, month, day);
  if (hour === undefined) return dated(date, false);
  const offset = readOffset(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offset === null) return null;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset * 60;
  return dated(date + seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)), true);
}

function readOffset(zone: string): number | null {
  if (zone.length < 3) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function readParts(match: RegExpExecArray | null, order: DateOrder): PlainDate | null {
  if (match === null) return null;
  const [, first, second, year, hour, minute, seconds = '0', half = ''] = match;
  const date = order === 'mdy' ? midnight(year, first, second) : midnight(year, second, first);
  if (hour === undefined) return dated(date, false);
  let hours = Number(hour);
  if (half !== '') {
    if (hours < 1 || hours > 12) return null;
    hours = half.toLowerCase() === 'am' ? hours % 12 : (hours % 12) + 12;
  }
  if (hours > 23 || Number(minute) > 59 || Number(seconds) > 59) return null;
  return dated(date + ((hours * 60 + Number(minute)) * 60 + Number(seconds)) * 1000, true);
}

/** Midnight UTC of a day; NaN when the calendar has no such day. */
function midnight(year: string, month: string, day: string): number {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isSame =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return isSame && Number(year) > 0 ? date.getTime() : NaN;
}

function dated(time: number, hasTime: boolean): PlainDate | null {
  if (Number.isNaN(time)) return null;
  const year = new Date(time).getUTCFullYear();
  return year >= 1 && year <= 9999 ? { time, hasTime } : null;
}
