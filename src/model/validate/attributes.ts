import type { ActivityDefinition } from '../model.js';
import { attributesOf, displayTypeName, type TypeAttribute } from '../semantic-types.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';
import type { JsonPath } from '../json-pointer.js';
import { misfitDates, misfitNumbers } from './values.js';

/** The share of values that may not fit an attribute before it is worth a warning (D 15). */
const TOLERANCE = 0.05;

/** The attributes of an activity whose user chose to map them (§ 3.8). */
export function checkAttributes(
  inspection: Inspection,
  { table, type, attributes = {} }: ActivityDefinition,
  i: number,
  place: IssuePlace,
): void {
  if (type === '') return;
  const path = ['activities', i, 'attributes'];
  checkMapping(inspection, table, displayTypeName(type), attributesOf(type), attributes, place, path);
}

/**
 * A mapping of attributes to columns of one table; `owner` is what the attributes belong to, for people. A
 * column may serve several attributes (D 15).
 */
export function checkMapping(
  inspection: Inspection,
  table: string,
  owner: string,
  attributes: readonly TypeAttribute[],
  mapping: Readonly<Record<string, string>>,
  place: IssuePlace,
  path: JsonPath,
): void {
  for (const attribute of attributes) {
    const { key, label, required } = attribute;
    const column = Object.hasOwn(mapping, key) ? mapping[key] : '';
    if (column !== '') checkValues(inspection, table, column, attribute, place, [...path, key]);
    else if (required) inspection.report('attribute-missing', place, [...path, key], { attribute: label });
  }
  for (const key of Object.keys(mapping)) {
    if (!attributes.some((attribute) => attribute.key === key)) {
      inspection.report('attribute-unknown', place, [...path, key], { type: owner, attribute: key });
    }
  }
}

function checkValues(
  inspection: Inspection,
  table: string,
  column: string,
  attribute: TypeAttribute,
  place: IssuePlace,
  path: JsonPath,
): void {
  if (!inspection.checkColumn(table, column, place, path)) return;
  if (attribute.type !== 'date' && attribute.type !== 'number') return;
  const { n, m } =
    attribute.type === 'date'
      ? misfitDates(inspection, table, column)
      : misfitNumbers(inspection, table, column);
  if (n > m * TOLERANCE) {
    const type = attribute.type === 'date' ? 'dates' : 'numbers';
    inspection.report('attribute-type', place, path, { n, m, column, type });
  }
}
