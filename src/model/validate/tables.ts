import type { ActivityDefinition, ColumnType } from '../model.js';
import { isName, nameKey } from '../names.js';
import { isSemanticType, OTHER_TYPE, SEMANTIC_TYPES } from '../semantic-types.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';

/** Step 1, activity tables (§ 4.1): which tables, their types and keys. */
export function checkTables(inspection: Inspection): void {
  const { activities } = inspection.model;
  if (activities.length === 0) inspection.report('no-tables', { step: 'tables' }, ['activities'], {});
  const types = new Map([...Object.keys(SEMANTIC_TYPES), OTHER_TYPE].map((type) => [nameKey(type), type]));
  for (const [i, activity] of activities.entries()) {
    const place: IssuePlace = { step: 'tables', activity: activity.id };
    checkTable(inspection, activity, i, place);
    checkType(inspection, activity.type, i, place, types);
    checkKey(inspection, activity, i, place);
  }
}

function checkTable(
  inspection: Inspection,
  { table }: ActivityDefinition,
  i: number,
  place: IssuePlace,
): void {
  const path = ['activities', i, 'table'];
  if (table === '') {
    inspection.report('no-tables', place, path, {});
  } else if (inspection.checkTable(table, place, path)) {
    const types = [...inspection.columns(table), ...inspection.foundColumns(table)].map(({ type }) => type);
    if (!types.some(isTemporal)) {
      inspection.report('no-date-field', place, path, { table: inspection.label(table) });
    }
  }
}

function isTemporal(type: ColumnType): boolean {
  return type === 'date' || type === 'datetime' || type === 'unix-seconds' || type === 'unix-milliseconds';
}

/** `types` holds the spelling of every type met so far: an existing type is used under its own spelling only. */
function checkType(
  inspection: Inspection,
  type: string,
  i: number,
  place: IssuePlace,
  types: Map<string, string>,
): void {
  const path = ['activities', i, 'type'];
  if (type === '') {
    inspection.report('type-missing', place, path, {});
  } else if (!isSemanticType(type) && type !== OTHER_TYPE && !isName(type)) {
    inspection.report('type-name-invalid', place, path, {});
  } else if ((types.get(nameKey(type)) ?? type) !== type) {
    inspection.report('type-name-taken', place, path, {});
  } else {
    types.set(nameKey(type), type);
  }
}

function checkKey(inspection: Inspection, activity: ActivityDefinition, i: number, place: IssuePlace): void {
  const { table, primaryKey: column } = activity;
  const path = ['activities', i, 'primaryKey'];
  if (column === '') {
    inspection.report('pk-missing', place, path, {});
    return;
  }
  if (!inspection.checkColumn(table, column, place, path)) return;
  const profile = inspection.profile(table, column);
  const empty = inspection.emptyRows(table, column);
  if (profile !== undefined && profile.duplicates > 0) {
    inspection.report('pk-duplicate', place, path, { column, n: profile.duplicates });
  }
  if (empty > 0) inspection.report('pk-empty', place, path, { column, n: empty });
  if (profile === undefined) inspection.report('pk-unchecked', place, path, {});
}
