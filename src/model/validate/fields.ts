import { AdapterError } from '../errors.js';
import type { ActivityDefinition } from '../model.js';
import { isName, nameKey } from '../names.js';
import { timeZone } from '../time-zone.js';
import { checkAttributes } from './attributes.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';
import { misfitDates } from './values.js';

/** Step 2, activity fields (§ 4.2): name, columns and attributes. */
export function checkFields(inspection: Inspection): void {
  const names = new Set<string>();
  for (const [i, activity] of inspection.model.activities.entries()) {
    const place: IssuePlace = { step: 'fields', activity: activity.id };
    checkName(inspection, activity.name, i, place, names);
    checkTimestamp(inspection, activity, i, place);
    checkColumns(inspection, activity, i, place);
    if (activity.attributes !== undefined) checkAttributes(inspection, activity, i, place);
  }
}

function checkName(
  inspection: Inspection,
  name: string,
  i: number,
  place: IssuePlace,
  names: Set<string>,
): void {
  const path = ['activities', i, 'name'];
  if (name === '') inspection.report('name-missing', place, path, {});
  else if (!isName(name)) inspection.report('name-invalid', place, path, {});
  else if (names.has(nameKey(name))) inspection.report('name-taken', place, path, {});
  names.add(nameKey(name));
}

function checkTimestamp(
  inspection: Inspection,
  activity: ActivityDefinition,
  i: number,
  place: IssuePlace,
): void {
  const { table, timestamp: column, dateOrder } = activity;
  const path = ['activities', i, 'timestamp'];
  if (column === '') inspection.report('timestamp-missing', place, path, {});
  else if (inspection.checkColumn(table, column, place, path)) {
    const { n, m } = misfitDates(inspection, table, column, dateOrder);
    if (n > 0) {
      const level = n === m ? 'error' : 'warning';
      inspection.report('timestamp-unreadable', place, path, { n, m, column }, level);
    }
    if (dateOrder === undefined && inspection.dateFacts(table, column)?.order === 'ambiguous') {
      inspection.report('date-order-ambiguous', place, path, { column });
    }
  }
}

function checkColumns(
  inspection: Inspection,
  activity: ActivityDefinition,
  i: number,
  place: IssuePlace,
): void {
  const { table, event, url, detail, timeZone: zone } = activity;
  const path = ['activities', i];
  if (event === '') inspection.report('event-missing', place, [...path, 'event'], {});
  else inspection.checkColumn(table, event, place, [...path, 'event']);
  if (url !== undefined) inspection.checkColumn(table, url, place, [...path, 'url']);
  if (detail !== undefined) inspection.checkColumn(table, detail, place, [...path, 'detail']);
  if (zone !== undefined && !isTimeZone(zone)) {
    inspection.report('time-zone-unknown', place, [...path, 'timeZone'], { timeZone: zone });
  }
}

function isTimeZone(name: string): boolean {
  try {
    timeZone(name);
    return true;
  } catch (error) {
    if (error instanceof AdapterError) return false;
    throw error;
  }
}
