import type { JsonPath } from '../json-pointer.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';

/** Relationships on one path at most (D 55). */
export const MAX_PATH_LENGTH = 20;

/**
 * Follows a path of relationships from a table and reports the first thing that stops it: each relationship
 * must start where the one before ended, no table may come twice, and the last must be a customer table.
 */
export function checkPath(
  inspection: Inspection,
  table: string,
  names: readonly string[],
  place: IssuePlace,
  path: JsonPath,
): void {
  if (names.length > MAX_PATH_LENGTH) {
    inspection.report('path-too-long', place, path, { limit: MAX_PATH_LENGTH });
    return;
  }
  const visited = new Set([table]);
  let end = table;
  for (const [i, name] of names.entries()) {
    const relationship = inspection.relationship(name);
    if (relationship === undefined) {
      inspection.report('relationship-unknown', place, [...path, i], { relationship: name });
      return;
    }
    if (relationship.from.table !== end) {
      const values = { relationship: name, table: inspection.label(end) };
      inspection.report('path-broken', place, [...path, i], values);
      return;
    }
    end = relationship.to.table;
    if (visited.has(end)) {
      inspection.report('path-cycle', place, [...path, i], { table: inspection.label(end) });
      return;
    }
    visited.add(end);
  }
  if (names.length === 0 || !inspection.isCustomerTable(end)) {
    inspection.report('path-incomplete', place, path, {});
  }
}
