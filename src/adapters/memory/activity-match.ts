import type { Activity, SummaryQuery } from '../../model/activity.js';
import { DAY_MS } from '../../model/calendar.js';
import type { TimeZone } from '../../model/time-zone.js';
import { textMatcher } from '../shared/activity-text.js';
import { isCalendarDate, timeOf } from '../shared/activity-time.js';
import { midnightOf } from '../shared/query-check.js';

/** True for the rows that the query lets through: OR inside a filter, AND between filters (D 43). */
export function matcher(query: SummaryQuery, zone: TimeZone): (row: Activity) => boolean {
  const { customerId, types, contacts } = query;
  const isInDays = dayMatcher(query, zone);
  const hasText = textMatcher(query.text);
  return (row) =>
    row.customerId === customerId &&
    (!types?.length || types.includes(row.type)) &&
    (!contacts?.length || contacts.includes(row.contactId ?? null)) &&
    isInDays(row.timestamp) &&
    hasText(row);
}

/** Calendar dates compare as they are written, instants with the ends of the days in the zone (D 44). */
function dayMatcher({ from, to }: SummaryQuery, zone: TimeZone): (timestamp: string) => boolean {
  const firstMs = from === undefined ? -Infinity : zone.startOfDay(midnightOf(from));
  const endMs = to === undefined ? Infinity : zone.startOfDay(midnightOf(to) + DAY_MS);
  return (timestamp) => {
    if (isCalendarDate(timestamp)) {
      return (from === undefined || timestamp >= from) && (to === undefined || timestamp <= to);
    }
    const time = timeOf(timestamp);
    return time >= firstMs && time < endMs;
  };
}
