import { tableName } from '../names.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';

const PLACE: IssuePlace = { step: 'model' };

/** What no screen lets happen, but a document written by hand can contain. */
export function checkDocument(inspection: Inspection): void {
  const { model } = inspection;
  const tables = new Set<string>();
  for (const [i, { name, source, table, columns, primaryKey }] of model.tables.entries()) {
    const path = ['tables', i];
    const expected = tableName(source, table);
    if (name !== expected) {
      inspection.report('table-name-invalid', PLACE, [...path, 'name'], { expected });
    }
    if (tables.has(name)) inspection.report('table-taken', PLACE, [...path, 'name'], {});
    tables.add(name);
    const names = new Set<string>();
    for (const [j, column] of columns.entries()) {
      if (names.has(column.name)) {
        const values = { table, column: column.name };
        inspection.report('column-taken', PLACE, [...path, 'columns', j, 'name'], values);
      }
      names.add(column.name);
    }
    if (primaryKey !== undefined && !names.has(primaryKey)) {
      inspection.report('column-missing', PLACE, [...path, 'primaryKey'], { table, column: primaryKey });
    }
  }
  const ids = new Set<string>();
  for (const [i, { id }] of model.activities.entries()) {
    if (ids.has(id)) {
      inspection.report('id-taken', { step: 'model', activity: id }, ['activities', i, 'id'], {});
    }
    ids.add(id);
  }
}
