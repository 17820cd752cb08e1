import { hopsOf } from '../../model/hops.js';
import type { ActivityModel } from '../../model/model.js';
import type { RowCheck } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';

/** The rows that an issue counts; null: it counts none. */
export function rowCheckOf(model: ActivityModel, issue: ModelIssue): RowCheck | null {
  const [, list, at, , place] = issue.path.split('/');
  const activity = list === 'activities' ? model.activities[Number(at)] : undefined;
  if (!activity) return null;
  const { table, primaryKey, timestamp, dateOrder, paths } = activity;
  switch (issue.code) {
    case 'pk-empty':
      return { kind: 'key-empty', table, column: primaryKey };
    case 'pk-duplicate':
      return { kind: 'key-duplicate', table, column: primaryKey };
    case 'timestamp-unreadable':
      return { kind: 'date-unreadable', table, column: timestamp, ...(dateOrder && { dateOrder }) };
    case 'orphans':
      return { kind: 'orphan', hops: hopsOf(model, paths[Number(place)] ?? []) };
    default:
      return null;
  }
}
