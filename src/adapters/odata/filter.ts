import type { ActivityQuery } from '../../model/activity.js';
import { DAY_MS, isInRange } from '../../model/calendar.js';
import { AdapterError } from '../../model/errors.js';
import { searchText } from '../../model/search-text.js';
import { timeZone } from '../../model/time-zone.js';
import type { ActivityColumns } from '../../model/unified-activity.js';
import { midnightOf } from '../shared/query-check.js';
import { textLiteral, timeLiteral } from './literals.js';
import type { ODataService } from './odata-service.js';

type FilteredService = Pick<ODataService, 'activities' | 'search'>;

/** The parts of a query that decide which rows pass. */
export type ActivityFilter = Pick<
  ActivityQuery,
  'customerId' | 'types' | 'contacts' | 'from' | 'to' | 'text' | 'timeZone'
>;

/** Refuses a filter that would not be obeyed: all rows would come instead. */
export function checkFilter(
  { activities, search }: FilteredService,
  { contacts, text }: ActivityFilter,
): void {
  const asked =
    contacts?.length && activities.columns.contactId === undefined
      ? 'contacts'
      : search === 'none' && searchText(text) !== ''
        ? 'a text'
        : null;
  if (asked === null) return;
  throw new AdapterError('unsupported', `This source cannot filter by ${asked}.`);
}

/** Conditions of which a row must meet all. Rows without a time are never shown, so they are not asked for. */
export function filterConditions(
  { activities: { columns, isDate, emptyContact }, search }: FilteredService,
  { customerId, types, contacts, from, to, text, timeZone: zoneName }: ActivityFilter,
): string[] {
  const zone = timeZone(zoneName);
  const { timestamp, contactId } = columns;
  const conditions = [`${columns.customerId} eq ${textLiteral(customerId)}`, `${timestamp} ne null`];
  if (types?.length) conditions.push(anyOf(columns.type, types));
  if (contacts?.length && contactId !== undefined) {
    const empty = emptyContact && contacts.includes(null) ? [''] : [];
    conditions.push(anyOf(contactId, [...contacts, ...empty]));
  }
  const bound = (operator: string, midnight: number): void => {
    const time = isDate ? midnight : zone.startOfDay(midnight);
    // A year beyond has no literal, and no rows either.
    if (!isInRange(time)) return;
    conditions.push(`${timestamp} ${operator} ${timeLiteral(time).slice(0, isDate ? 10 : undefined)}`);
  };
  if (from !== undefined) bound('ge', midnightOf(from));
  if (to !== undefined) bound('lt', midnightOf(to) + DAY_MS);
  const found = search === 'none' ? null : textCondition(columns, search, searchText(text));
  if (found !== null) conditions.push(found);
  return conditions;
}

/** `in` is not understood everywhere. */
function anyOf(column: string, values: readonly (string | null)[]): string {
  return `(${values.map((value) => `${column} eq ${value === null ? 'null' : textLiteral(value)}`).join(' or ')})`;
}

/** Columns that a search looks at. */
export function searchedColumns(columns: ActivityColumns): string[] {
  const { title, detail, contactId, contactName, attributes } = columns;
  return [title, detail, contactId, contactName, attributes].flatMap((name) => (name ? [name] : []));
}

/**
 * What a service can tell of a search: it may let more rows through, never fewer, and those are looked at again here.
 * Where services differ in what a sign means, the text is cut, and all of its pieces must be there.
 */
function textCondition(
  columns: ActivityColumns,
  search: 'contains' | 'tolower',
  text: string,
): string | null {
  const pieces = text
    .split(search === 'contains' ? WILDCARDS : CASED_BEYOND_ASCII)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return null;
  const inColumn = (column: string): string => {
    const value = search === 'contains' ? column : `tolower(${column})`;
    const conditions = pieces.map((piece) => {
      // Attributes are JSON, in which quotes and backslashes are written differently.
      const written = column === columns.attributes ? JSON.stringify(piece).slice(1, -1) : piece;
      return `contains(${value},${textLiteral(written)})`;
    });
    return conditions.length === 1 ? conditions[0] : `(${conditions.join(' and ')})`;
  };
  return `(${searchedColumns(columns).map(inColumn).join(' or ')})`;
}

/** Signs that stand for others in the `contains` of some services. */
const WILDCARDS = /[%_[\]^]/;
/** Letters that have a case, in scripts for which `tolower` does not work in every service. */
const CASED_BEYOND_ASCII = /(?![A-Za-z])[\p{Lu}\p{Ll}\p{Lt}]/u;
