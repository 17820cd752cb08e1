const wholeNumber = new Intl.NumberFormat('en-GB');
const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const calendarDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `12,345`. */
export const formatNumber = (value: number): string => wholeNumber.format(value);

/** `1 row`, `12 rows`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** `340 ms`, `2.4 s`. */
export const formatDuration = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

/** `812 bytes`, `96 KB`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatCount(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A moment, in milliseconds since 1970. */
export const formatMoment = (moment: number): string => dateTime.format(moment);

/** An activity's timestamp as a day: calendar dates stay as they are, moments are those of this browser. */
export const formatDay = (timestamp: string): string =>
  timestamp.length === 10
    ? calendarDay.format(Date.parse(timestamp))
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(Date.parse(timestamp));

/** Days and moments as people write them; any other value as it is. */
export function readableValue(value: string): string {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value))
    ? formatDay(value)
    : value;
}

/** `just now`, `5 minutes ago`, `2 days ago`. */
export function formatAge(moment: number, now = Date.now()): string {
  const minutes = Math.round((now - moment) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 24 ? relative.format(-hours, 'hour') : relative.format(-Math.round(hours / 24), 'day');
}
