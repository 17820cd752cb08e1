import { CONTACT_ATTRIBUTES } from '../semantic-types.js';
import { checkMapping } from './attributes.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';
import { checkPath } from './paths.js';

const PLACE: IssuePlace = { step: 'customers' };

/** The contact tables of business accounts (§ 9.6, D 72). */
export function checkContacts(inspection: Inspection): void {
  const { kind, contacts } = inspection.model;
  if (kind !== 'accounts' && contacts.length > 0) {
    inspection.report('contacts-unused', PLACE, ['contacts'], {});
  }
  const seen = new Set<string>();
  for (const [i, { table, primaryKey, attributes, path: names }] of contacts.entries()) {
    const path = ['contacts', i];
    if (seen.has(table)) {
      const values = { table: inspection.label(table) };
      inspection.report('contact-table-taken', PLACE, [...path, 'table'], values);
    }
    seen.add(table);
    if (inspection.checkTable(table, PLACE, [...path, 'table'])) {
      if (primaryKey === '') inspection.report('pk-missing', PLACE, [...path, 'primaryKey'], {});
      else inspection.checkColumn(table, primaryKey, PLACE, [...path, 'primaryKey']);
    }
    const at = [...path, 'attributes'];
    checkMapping(inspection, table, 'ContactProfile', CONTACT_ATTRIBUTES, attributes, PLACE, at);
    checkPath(inspection, table, names, PLACE, [...path, 'path']);
  }
}
