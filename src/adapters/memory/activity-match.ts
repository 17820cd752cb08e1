import type { Activity, ActivityQuery } from '../../model/activity.js';
import { DAY_MS, parseDay } from '../../model/calendar.js';
import { AdapterError } from '../../model/errors.js';
import { foldText, searchText } from '../../model/search-text.js';
import type { TimeZone } from '../../model/time-zone.js';
import { isCalendarDate, timeOf } from '../shared/activity-time.js';

/** True for the rows that the query lets through: OR inside a filter, AND between filters (D 43). */
export function matcher(query: ActivityQuery, zone: TimeZone): (row: Activity) => boolean {
  const { customerId, types, contacts } = query;
  const isInDays = dayMatcher(query, zone);
  const text = searchText(query.text);
  return (row) =>
    row.customerId === customerId &&
    (!types?.length || types.includes(row.type)) &&
    (!contacts?.length || contacts.includes(row.contactId ?? null)) &&
    isInDays(row.timestamp) &&
    (text === '' || searchedTexts(row).some((value) => foldText(value).includes(text)));
}

/** Calendar dates compare as they are written, instants with the ends of the days in the zone (D 44). */
function dayMatcher({ from, to }: ActivityQuery, zone: TimeZone): (timestamp: string) => boolean {
  const firstMs = from === undefined ? -Infinity : zone.startOfDay(midnight(from));
  const endMs = to === undefined ? Infinity : zone.startOfDay(midnight(to) + DAY_MS);
  return (timestamp) => {
    if (isCalendarDate(timestamp)) {
      return (from === undefined || timestamp >= from) && (to === undefined || timestamp <= to);
    }
    const time = timeOf(timestamp);
    return time >= firstMs && time < endMs;
  };
}

function midnight(day: string): number {
  const time = parseDay(day);
  if (time === null) {
    throw new AdapterError('query-invalid', `"${day}" is not a day. Write it as YYYY-MM-DD.`, {
      detail: { day },
    });
  }
  return time;
}

function searchedTexts({ title, detail, contactId, contactName, attributes }: Activity): string[] {
  return [title, detail ?? '', contactId ?? '', contactName ?? '', ...Object.values(attributes ?? {})];
}
