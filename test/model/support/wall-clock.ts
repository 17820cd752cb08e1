const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clocks of a zone show, in milliseconds as if it were UTC, found by writing the local time out and
 * reading it again. Years of four digits.
 */
export function wallClock(zone: string, utcMs: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(zone, format);
  }
  const wholeSecond = Math.floor(utcMs / 1000) * 1000;
  const text = format.format(wholeSecond).replace(' ', 'T');
  return Date.parse(`${text}Z`) + utcMs - wholeSecond;
}
