import type { ActivityQuery } from '../../model/activity.js';

/** First and last day of a span, both inclusive. */
type DaySpan = Pick<ActivityQuery, 'from' | 'to'>;

const MONTH = /^(\d{4})-(\d\d)$/;

/**
 * The days of a month, as far as a wider span has them. Of a month that four digits cannot write, to which a zone can
 * push the ends of the calendar, the wider span itself.
 */
export function monthSpan(month: string, { from, to }: DaySpan): DaySpan {
  const match = MONTH.exec(month);
  if (match === null) return { from, to };
  const [year, number] = match.slice(1).map(Number);
  // Day 0 of the next month; the year is set for itself because two digits would mean the 20th century.
  const last = new Date(Date.UTC(2000, number, 0));
  last.setUTCFullYear(year, number, 0);
  const firstDay = `${month}-01`;
  const lastDay = `${month}-${String(last.getUTCDate()).padStart(2, '0')}`;
  return {
    from: from !== undefined && from > firstDay ? from : firstDay,
    to: to !== undefined && to < lastDay ? to : lastDay,
  };
}
