import type { ActivityModel } from '../../model/model.js';
import type { RowCheck } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';

/** The rows that an issue counts; null: it counts none. */
export function rowCheckOf({ activities, relationships }: ActivityModel, issue: ModelIssue): RowCheck | null {
  const [, list, at, , place] = issue.path.split('/');
  const activity = list === 'activities' ? activities[Number(at)] : undefined;
  if (!activity) return null;
  const { table, primaryKey, timestamp, dateOrder, paths } = activity;
  switch (issue.code) {
    case 'pk-empty':
      return { kind: 'key-empty', table, column: primaryKey };
    case 'pk-duplicate':
      return { kind: 'key-duplicate', table, column: primaryKey };
    case 'timestamp-unreadable':
      return { kind: 'date-unreadable', table, column: timestamp, ...(dateOrder && { dateOrder }) };
    case 'orphans': {
      const names = paths[Number(place)] ?? [];
      const hops = names.flatMap((name) => relationships.find((known) => known.name === name) ?? []);
      return { kind: 'orphan', hops: hops.map(({ from, to }) => ({ from, to })) };
    }
    default:
      return null;
  }
}
