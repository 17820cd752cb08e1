import type { ActivityDefinition } from '../model.js';
import { isName } from '../names.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';
import { checkPath } from './paths.js';

/** Step 3, relationships (§ 4.3, 4.4): the relationships and the paths made of them. */
export function checkRelationships(inspection: Inspection): void {
  checkEnds(inspection);
  for (const [i, activity] of inspection.model.activities.entries()) {
    const place: IssuePlace = { step: 'relationships', activity: activity.id };
    const path = ['activities', i, 'paths'];
    if (activity.paths.length === 0) {
      const values = { table: inspection.label(activity.table) };
      inspection.report('relationship-missing', place, path, values);
    }
    for (const [j, names] of activity.paths.entries()) {
      checkPath(inspection, activity.table, names, place, [...path, j]);
      checkContacts(inspection, activity, names, place, [...path, j]);
    }
  }
}

function checkEnds(inspection: Inspection): void {
  const place: IssuePlace = { step: 'relationships' };
  // Names of relationships are case sensitive (§ 4.3), unlike those of activities.
  const names = new Set<string>();
  for (const [i, { name, from, to }] of inspection.model.relationships.entries()) {
    const path = ['relationships', i];
    if (!isName(name)) inspection.report('relationship-name-invalid', place, [...path, 'name'], {});
    else if (names.has(name)) inspection.report('relationship-name-taken', place, [...path, 'name'], {});
    names.add(name);
    for (const [end, { table, column }] of Object.entries({ from, to })) {
      if (inspection.checkTable(table, place, [...path, end, 'table'])) {
        inspection.checkColumn(table, column, place, [...path, end, 'column']);
      }
    }
  }
}

/**
 * A path through contacts needs a contact table. While the model has none, nothing in it tells a table of
 * contacts from another intermediate table but its name and that of its key.
 */
function checkContacts(
  inspection: Inspection,
  { table }: ActivityDefinition,
  names: readonly string[],
  place: IssuePlace,
  path: (string | number)[],
): void {
  const { kind, contacts } = inspection.model;
  if (kind !== 'accounts' || contacts.length > 0) return;
  const hops = names.flatMap((name) => inspection.relationship(name)?.to ?? []);
  const leadsThroughContacts = hops.some(
    (to) =>
      to.table !== table &&
      !inspection.isCustomerTable(to.table) &&
      /contact/i.test(`${inspection.label(to.table)} ${to.column}`),
  );
  if (leadsThroughContacts) inspection.report('contact-table-missing', place, path, {});
}
