import { DAY_MS, parseDay } from '../../model/calendar.js';
import type { SummaryQuery } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { searchText } from '../../model/search-text.js';
import { timeZone, type TimeZone } from '../../model/time-zone.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import type { ActivitySegment } from '../store/records.js';
import { ByteTable } from '../store/byte-table.js';
import type { View } from '../store/storage.js';
import type { DictionaryCache } from './dictionary-cache.js';
import { RowMarks, type ContactFilter } from './row-marks.js';
import { TextFinder } from './text-finder.js';

const encoder = new TextEncoder();

/** The filters of a query, checked and in the units of the store. */
export interface Filter {
  zone: TimeZone;
  types: ReadonlySet<string> | null;
  /** Widest stretch of stored times that any row can have, both ends included. */
  earliest: number;
  latest: number;
  /** Null: every time passes. */
  dates: { days: TimeRange; instants: TimeRange } | null;
  /** Null: every contact passes, and none. */
  contacts: ContactFilter | null;
  /** Null: nothing is searched. */
  finder: TextFinder | null;
}

interface TimeRange {
  from: number;
  /** Excluded. */
  to: number;
}

/** Checks a query at the border; a wrong one is `query-invalid`. */
export function readFilter(query: SummaryQuery): Filter {
  const zone = timeZone(query.timeZone);
  const types = query.types === undefined || query.types.length === 0 ? null : new Set(query.types);
  const text = searchText(query.text);
  return {
    zone,
    types,
    ...readDates(query, zone),
    contacts: readContacts(query.contacts ?? []),
    finder: text === '' ? null : new TextFinder(text),
  };
}

/** True when rows of this segment may pass. */
export function passesSegment({ types }: Filter, segment: ActivitySegment): segment is DatedSegment {
  return !segment.hidden && segment.dated !== null && (types === null || types.has(segment.type));
}

/** A definition that has rows with a date. */
export type DatedSegment = ActivitySegment & { dated: number };

/**
 * Whether a row passes the date filter. A calendar date is compared as a day, a timestamp by the day it has in the
 * zone (D 37, 44), so the two have bounds of their own.
 */
export function passesDates({ dates }: Filter, chunk: ActivityChunk, row: number): boolean {
  if (dates === null) return true;
  const range = chunk.hasTime(row) ? dates.instants : dates.days;
  const time = chunk.times[row];
  return time >= range.from && time < range.to;
}

/** Null where no filter looks beyond type and date. */
export async function loadMarks(
  { contacts, finder }: Filter,
  view: View,
  dictionaries: DictionaryCache,
  segments: readonly ActivitySegment[],
): Promise<RowMarks | null> {
  if (contacts === null && finder === null) return null;
  const ofSegment = await dictionaries.load(view, finder === null ? [] : segments);
  return new RowMarks(contacts, finder, ofSegment);
}

function readContacts(contacts: readonly (string | null)[]): ContactFilter | null {
  if (contacts.length === 0) return null;
  const keys = new ByteTable();
  for (const contact of contacts) {
    const key = encoder.encode(contact ?? '');
    if (contact !== null) keys.intern(key, 0, key.length);
  }
  return { keys, withoutContact: contacts.includes(null) };
}

function readDates(query: SummaryQuery, zone: TimeZone): Pick<Filter, 'earliest' | 'latest' | 'dates'> {
  const { from, to } = query;
  if (from === undefined && to === undefined) {
    return { earliest: -Infinity, latest: Infinity, dates: null };
  }
  const first = from === undefined ? -Infinity : readDay(from);
  const next = to === undefined ? Infinity : readDay(to) + DAY_MS;
  const instants = {
    from: from === undefined ? -Infinity : zone.startOfDay(first),
    to: to === undefined ? Infinity : zone.startOfDay(next),
  };
  return {
    earliest: Math.min(first, instants.from),
    latest: Math.max(next, instants.to),
    dates: { days: { from: first, to: next }, instants },
  };
}

function readDay(day: string): number {
  const time = parseDay(day);
  if (time === null) {
    throw new AdapterError('query-invalid', `“${day}” is not a calendar day. Write it as YYYY-MM-DD.`);
  }
  return time;
}
