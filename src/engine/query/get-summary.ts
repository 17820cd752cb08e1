import { compareText } from '../../model/text-order.js';
import type { SummaryQuery, ActivitySummary, MonthSummary, TypeSummary } from '../../model/activity.js';
import { DAY_MS, formatTimestamp, monthOfDays } from '../../model/calendar.js';
import { parseId } from '../../model/ids.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import { ActivityFacet, startOfMonth, type MonthBounds } from '../store/activity-facet.js';
import type { ActivitySegment } from '../store/records.js';
import { ChunkReader } from './chunk-reader.js';
import { ContactTally } from './contact-tally.js';
import {
  loadMarks,
  passesDates,
  passesSegment,
  readFilter,
  type DatedSegment,
  type Filter,
} from './filter.js';
import type { Search } from './last-search.js';
import type { QueryContext } from './output-reader.js';
import type { RowMarks } from './row-marks.js';

/** Of a customer of whom nothing is known. */
export const NO_ACTIVITIES: ActivitySummary = { total: 0, exact: true, types: [], months: [] };

/** Counts over all of a customer's activities that the filters let through. Reads no text unless one is searched. */
export async function getSummary(
  { view, output, chunks: cache, dictionaries, searches }: QueryContext,
  query: SummaryQuery,
): Promise<ActivitySummary> {
  const filter = readFilter(query);
  const customer = parseId(query.customerId);
  const segments = output.segments.filter((segment) => passesSegment(filter, segment));
  const reader = customer === null ? null : new ChunkReader(view, cache, customer);
  const read = ({ dated }: DatedSegment): Promise<readonly ActivityChunk[]> =>
    reader?.all(dated, filter.earliest, filter.latest) ?? Promise.resolve([]);
  const begin = (): Search => ({
    marks: loadMarks(filter, view, dictionaries, segments),
    chunks: new Map(segments.map((segment) => [segment.dated, read(segment)])),
  });
  const search =
    filter.finder === null ? null : (searches.find(output, query) ?? searches.keep(output, query, begin()));
  const marks = await (search?.marks ?? loadMarks(filter, view, dictionaries, segments));
  const tally = new Tally(filter, marks);
  const contacts = new ContactTally();
  if (customer !== null && reader !== null) {
    await Promise.all(
      segments.map(async (segment) => {
        const counted = filter.dates === null && marks === null ? await reader.counted(segment.dated) : null;
        if (counted instanceof ActivityFacet && tally.addFacet(segment, counted, contacts)) return;
        const chunks = Array.isArray(counted)
          ? counted
          : await (search?.chunks.get(segment.dated) ?? read(segment));
        for (const chunk of chunks) tally.add(segment, chunk, customer, contacts);
      }),
    );
    const others = output.segments.filter(({ hidden, dated }) => !hidden && dated !== null);
    for (const { hasContacts, dated } of others) {
      // A filter on types must not take the contacts out of the picture (D 47).
      if (!hasContacts || contacts.isMapped) continue;
      const chunk = await reader.atOrBefore(Number(dated), Infinity);
      contacts.isMapped = chunk !== null && chunk.rowsOf(customer) !== null;
    }
  }
  const summary = tally.summary(output.segments.filter(({ hidden }) => !hidden));
  return contacts.isMapped ? { ...summary, contacts: contacts.summary() } : summary;
}

/** When a row happened, and whether that has a time of day. */
interface Moment {
  readonly time: number;
  readonly hasTime: boolean;
}

/** Counts rows by type and by month, in whatever order they come. */
class Tally {
  readonly #filter: Filter;
  readonly #marks: RowMarks | null;
  /** Month number → type → count. */
  readonly #months = new Map<number, Map<string, number>>();
  /** Type → its newest row (D 48). */
  readonly #newest = new Map<string, Moment>();
  #first: Moment | null = null;
  #last: Moment | null = null;

  constructor(filter: Filter, marks: RowMarks | null) {
    this.#filter = filter;
    this.#marks = marks;
  }

  add(segment: ActivitySegment, chunk: ActivityChunk, customer: Uint8Array, contacts: ContactTally): void {
    const rows = chunk.rowsOf(customer);
    if (rows === null) return;
    const marks = this.#marks?.of(segment, chunk, rows.start, rows.end);
    const codes = chunk.contacts?.codes;
    const byContact = new Uint32Array(1 + (chunk.contacts?.keys.length ?? 0));
    // Rows are ordered by time, so most fall into the month of the row before.
    let month = Number.NaN;
    let from = Infinity;
    let to = -Infinity;
    let count = 0;
    let newest = -1;
    for (let row = rows.start; row < rows.end; row++) {
      if (!passesDates(this.#filter, chunk, row) || marks?.[row] === 0) continue;
      byContact[codes === undefined ? 0 : codes[row]]++;
      const time = chunk.times[row];
      const hasTime = chunk.hasTime(row);
      this.#note(time, hasTime);
      if (newest < 0 || time > chunk.times[newest]) newest = row;
      if (!(time >= from && time < to) || chunk.isMixed) {
        this.#count(month, segment.type, count);
        count = 0;
        ({ month, from, to } = hasTime ? this.#filter.zone.monthAround(time) : boundsOfDates(time));
      }
      count++;
    }
    this.#count(month, segment.type, count);
    if (newest >= 0)
      this.#noteType(segment.type, { time: chunk.times[newest], hasTime: chunk.hasTime(newest) });
    contacts.add(chunk.contacts, byContact);
    if (segment.hasContacts) contacts.isMapped = true;
  }

  /** Adds rows that were counted when they were stored; false where these counts do not fit the zone. */
  addFacet({ type, hasContacts }: ActivitySegment, facet: ActivityFacet, contacts: ContactTally): boolean {
    const counts = facet.timesByMonth((time) => this.#filter.zone.monthAround(time));
    if (counts === null) return false;
    for (const [month, count] of counts) this.#count(month, type, count);
    facet.months.forEach((month, i) => this.#count(month, type, facet.monthRows[i]));
    for (const { time, hasTime } of [facet.newest, facet.oldest]) this.#note(time, hasTime);
    this.#noteType(type, facet.newest);
    contacts.add(facet.contacts, facet.contactRows);
    if (hasContacts) contacts.isMapped = true;
    return true;
  }

  summary(shown: readonly ActivitySegment[]): ActivitySummary {
    const counts = new Map<string, number>();
    const months = [...this.#months]
      .sort(([a], [b]) => b - a)
      .map(([month, types]): MonthSummary => {
        const sorted = [...types].sort(([a], [b]) => compareText(a, b));
        for (const [type, count] of sorted) counts.set(type, (counts.get(type) ?? 0) + count);
        return {
          month: formatMonth(month),
          count: sorted.reduce((sum, [, count]) => sum + count, 0),
          types: Object.fromEntries(sorted),
        };
      });
    return {
      total: months.reduce((sum, { count }) => sum + count, 0),
      exact: true,
      types: typeSummaries(shown, counts, this.#newest),
      months,
      ...(this.#first === null ? {} : { first: formatTimestamp(this.#first.time, this.#first.hasTime) }),
      ...(this.#last === null ? {} : { last: formatTimestamp(this.#last.time, this.#last.hasTime) }),
    };
  }

  #note(time: number, hasTime: boolean): void {
    if (this.#first === null || time < this.#first.time) this.#first = { time, hasTime };
    if (this.#last === null || time > this.#last.time) this.#last = { time, hasTime };
  }

  #noteType(type: string, moment: Moment): void {
    const known = this.#newest.get(type);
    if (known === undefined || moment.time > known.time) this.#newest.set(type, moment);
  }

  #count(month: number, type: string, count: number): void {
    if (count === 0) return;
    let types = this.#months.get(month);
    if (types === undefined) this.#months.set(month, (types = new Map<string, number>()));
    types.set(type, (types.get(type) ?? 0) + count);
  }
}

function typeSummaries(
  shown: readonly ActivitySegment[],
  counts: ReadonlyMap<string, number>,
  newest: ReadonlyMap<string, Moment>,
): TypeSummary[] {
  const types = new Map<string, { icon?: string; tables: Map<string, string> }>();
  for (const { type, icon, sourceTable, table } of shown) {
    const known: { icon?: string; tables: Map<string, string> } = types.get(type) ?? {
      tables: new Map<string, string>(),
    };
    known.tables.set(sourceTable, table);
    if (icon !== undefined) known.icon ??= icon;
    types.set(type, known);
  }
  return [...types]
    .sort(([a], [b]) => compareText(a, b))
    .map(([type, { icon, tables }]) => {
      const last = newest.get(type);
      return {
        type,
        count: counts.get(type) ?? 0,
        sourceTables: [...tables].map(([name, table]) => ({ name, table })),
        ...(icon === undefined ? {} : { icon }),
        ...(last === undefined ? {} : { last: formatTimestamp(last.time, last.hasTime) }),
      };
    });
}

/** The month of a date without a time: its own, whatever the zone (D 37). */
function boundsOfDates(time: number): MonthBounds {
  const month = monthOfDays(time / DAY_MS);
  return { month, from: startOfMonth(month), to: startOfMonth(month + 1) };
}

function formatMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
