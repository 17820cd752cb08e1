import type { ActivityQuery } from '../../model/activity.js';

/**
 * Which activities are shown, as one JSON value that a host can keep, for instance in its address. Two
 * separate states live in it (§ 7.3): `icons` is the selection by icon chip, the rest is the filter panel's.
 * A row is shown when both let it through (D 33). What is absent restricts nothing.
 */
export interface TimelineFilter {
  /** Types selected by icon. */
  readonly icons?: readonly string[];
  /** Types selected in the panel. */
  readonly types?: readonly string[];
  /** Contacts selected in the panel; null = not mapped to a contact. */
  readonly contacts?: readonly (string | null)[];
  /** First calendar day `YYYY-MM-DD`, inclusive (D 44). */
  readonly from?: string;
  /** Last calendar day, inclusive (D 44). */
  readonly to?: string;
  readonly text?: string;
}

/** The part of a query that comes from the filter. */
export type FilterQuery = Pick<ActivityQuery, 'types' | 'contacts' | 'from' | 'to' | 'text'>;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads a filter from outside. Fields that cannot be read or restrict nothing are left out; it never throws. */
export function readFilter(value: unknown): TimelineFilter {
  const given: Readonly<Record<string, unknown>> = value instanceof Object ? { ...value } : {};
  const filter: { -readonly [Field in keyof TimelineFilter]: TimelineFilter[Field] } = {};
  const icons = readList(given['icons'], isText);
  const types = readList(given['types'], isText);
  const contacts = readList(given['contacts'], isContact);
  if (icons) filter.icons = icons;
  if (types) filter.types = types;
  if (contacts) filter.contacts = contacts;
  if (isDay(given['from'])) filter.from = given['from'];
  if (isDay(given['to'])) filter.to = given['to'];
  if (isText(given['text'])) filter.text = given['text'];
  return filter;
}

/** True when the filter restricts something, be it by icon or by panel. */
export function isFiltered(filter: TimelineFilter): boolean {
  return Object.keys(filter).length > 0;
}

export function sameFilter(one: TimelineFilter, other: TimelineFilter): boolean {
  return JSON.stringify(readFilter(one)) === JSON.stringify(readFilter(other));
}

/** Selects the type by icon, or takes it out of the selection. */
export function toggleIcon(filter: TimelineFilter, type: string): TimelineFilter {
  const icons = filter.icons ?? [];
  const selected = icons.includes(type) ? icons.filter((other) => other !== type) : [...icons, type];
  return readFilter({ ...filter, icons: selected });
}

/** The filter as an adapter takes it; null when icons and panel exclude each other, so that no row can pass. */
export function filterQuery({ icons, types, contacts, from, to, text }: TimelineFilter): FilterQuery | null {
  const both = icons && types ? icons.filter((type) => types.includes(type)) : (icons ?? types);
  if (both?.length === 0) {
    return null;
  }
  return {
    ...(both && { types: both }),
    ...(contacts && { contacts }),
    ...(from && { from }),
    ...(to && { to }),
    ...(text && { text }),
  };
}

function readList<Entry>(value: unknown, isEntry: (entry: unknown) => entry is Entry): Entry[] | undefined {
  const entries = Array.isArray(value) ? [...new Set(value.filter(isEntry))] : [];
  return entries.length > 0 ? entries : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isContact(value: unknown): value is string | null {
  return value === null || isText(value);
}

/** True for a calendar day that a filter can have. */
export function isDay(value: unknown): value is string {
  return isText(value) && DAY.test(value) && !Number.isNaN(Date.parse(value));
}
