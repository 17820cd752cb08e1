import { relativeTimeFormat } from './formatters.js';

/** The largest unit first; seconds. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long ago a moment is, in words: "12 days ago". Both in milliseconds since 1970. */
export function ageText(moment: number, now: number, locale: string): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000));
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
  return relativeTimeFormat(locale, 'auto').format(-Math.floor(seconds / length), unit);
}
