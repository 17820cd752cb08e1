import { BoundedCache } from './bounded-cache.js';

const formats = new BoundedCache<Intl.RelativeTimeFormat>(32);

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
  const format = formats.get(locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
  return format.format(-Math.floor(seconds / length), unit);
}
