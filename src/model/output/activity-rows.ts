import type { Activity } from '../activity.js';
import { displayTypeName } from '../semantic-types.js';
import type { OutputRow } from './rows.js';

/** The columns of the output UnifiedActivity (§ 2.1), then our own (D 3, 5). */
export const UNIFIED_ACTIVITY_COLUMNS = [
  'CustomerId',
  'ActivityId',
  'SourceTableName',
  'SourceActivityId',
  'ActivityType',
  'ActivityTimeStamp',
  'Title',
  'Description',
  'URL',
  'SemanticData',
  'RangeIndex',
  'UnifiedActivityId',
  'ActivityTypeDisplay',
  'ContactId',
] as const;

/**
 * An activity as a row of {@link UNIFIED_ACTIVITY_COLUMNS}, wherever it is exported from.
 *
 * @param time Milliseconds since 1970 of its timestamp; null: it has none that can be read.
 */
export function activityRow(activity: Activity, time: number | null): OutputRow {
  const typeName = displayTypeName(activity.type);
  return [
    activity.customerId,
    activity.activityId,
    activity.sourceTable,
    activity.sourceActivityId,
    activity.type,
    activity.timestamp || null,
    // D 59
    activity.title === '' ? typeName : activity.title,
    activity.detail ?? '',
    activity.url ?? '',
    JSON.stringify(activity.attributes ?? {}),
    time === null ? null : String(time),
    activity.activityId,
    typeName,
    activity.contactId ?? null,
  ];
}
