import { TIME_FORM } from '../store/activity-chunk.js';
import { facetKey, packFacet } from '../store/activity-facet.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { packText } from '../store/column-chunk.js';
import type { ChunkKey } from '../store/storage.js';
import { packSections, packVector, type SectionData } from '../store/sections.js';
import { packTimes } from '../store/times.js';
import { ContactSections, NO_CONTACTS, type RowContacts } from './contact-sections.js';

/** Chunk limits: bytes before the browser compresses, and rows (design § 4.1). */
const CHUNK_BYTES = 80 << 10;
const CHUNK_ROWS = 1024;

/** Rows of one definition in their final order, and where their values come from. */
export interface ActivityRows {
  /** Source row of each activity. */
  sourceRows: Uint32Array<ArrayBuffer>;
  /** Ordinal of the customer of each. */
  customers: Int32Array;
  times: Float64Array<ArrayBuffer>;
  /** 1 where the timestamp has a time of day. */
  hasTimes: Uint8Array<ArrayBuffer>;
  /** `codes`: write the codes and keep the dictionary once for the segment; null: write the texts. */
  columns: { column: LoadedColumn; codes: Uint32Array | null }[];
  /** Null when the definition has no contacts. */
  contacts: RowContacts | null;
}

/** Cuts ordered activities into chunks of one segment. Yields after each chunk, so that the caller can pause. */
export function* writeActivities(
  segment: number,
  rows: ActivityRows,
  customerIds: Uint8Array<ArrayBuffer>,
  emit: (key: ChunkKey, chunk: ArrayBuffer) => void,
): Generator<void, void, void> {
  rows.columns.forEach(({ column, codes }, i) => {
    if (codes !== null) emit([segment, i, 0], packText(column.packed));
  });
  const places = placeRows(rows);
  const contacts = rows.contacts === null ? null : new ContactSections(rows.contacts);
  const sizes = measureColumns(rows);
  let counted = -1;
  for (let start = 0; start < rows.sourceRows.length;) {
    const end = chunkEnd(rows, start, contacts, sizes);
    const last = end - 1;
    const key = [
      segment,
      idOf(customerIds, rows.customers[last]),
      -rows.times[last],
      places.sequences[last],
    ] as const;
    emit(key, packChunk(rows, start, end, customerIds, places, contacts));
    const customer = rows.customers[last];
    if (start > 0 && customer === rows.customers[start - 1] && customer !== counted) {
      counted = customer;
      emit(
        facetKey(segment, idOf(customerIds, customer)),
        packFacet({ ...rows, ...rowsAround(rows, start) }),
      );
    }
    start = end;
    yield;
  }
}

/** For each row its sequence among the customer's rows, and that of the first row of the same time. */
interface Places {
  sequences: Uint32Array;
  groupStarts: Uint32Array;
}

function placeRows({ customers, times }: ActivityRows): Places {
  const sequences = new Uint32Array(customers.length);
  const groupStarts = new Uint32Array(customers.length);
  for (let row = 1; row < customers.length; row++) {
    if (customers[row] !== customers[row - 1]) continue;
    const sequence = sequences[row - 1] + 1;
    sequences[row] = sequence;
    groupStarts[row] = times[row] === times[row - 1] ? groupStarts[row - 1] : sequence;
  }
  return { sequences, groupStarts };
}

/** All rows of the customer of a row. */
function rowsAround({ customers }: ActivityRows, row: number): { start: number; end: number } {
  let start = row;
  let end = row + 1;
  while (start > 0 && customers[start - 1] === customers[row]) start--;
  while (end < customers.length && customers[end] === customers[row]) end++;
  return { start, end };
}

function packChunk(
  rows: ActivityRows,
  start: number,
  end: number,
  customerIds: Uint8Array<ArrayBuffer>,
  places: Places,
  contacts: ContactSections | null,
): ArrayBuffer {
  const count = end - start;
  const ids: number[] = [];
  const starts: number[] = [];
  for (let row = start; row < end; row++) {
    if (row > start && rows.customers[row] === rows.customers[row - 1]) continue;
    starts.push(row - start);
    ids.push(rows.customers[row]);
  }
  const idBytes = new Uint8Array(ids.length * 16);
  ids.forEach((customer, i) => idBytes.set(idOf(customerIds, customer), i * 16));
  const timeForm = formOf(rows.hasTimes, start, end);
  const packedContacts = contacts?.pack(start, end) ?? NO_CONTACTS;
  const sections: SectionData[] = [
    Uint32Array.of(
      count,
      ids.length,
      places.sequences[start],
      places.groupStarts[start],
      timeForm,
      packedContacts.count,
    ),
    idBytes,
    packVector(Uint32Array.from([...starts, count])),
    packTimes(rows.times.subarray(start, end)),
    contacts === null ? new Uint8Array(0) : packVector(rows.sourceRows.subarray(start, end)),
    timeForm === TIME_FORM.mixed ? rows.hasTimes.slice(start, end) : new Uint8Array(0),
    ...packedContacts.sections,
  ];
  for (const { column, codes } of rows.columns) {
    const items = rows.sourceRows.slice(start, end);
    if (codes !== null) {
      codesOf(items, codes);
      sections.push(packVector(items), new Uint8Array(0));
    } else {
      if (column.codes !== null) codesOf(items, column.codes);
      sections.push(...column.packed.gather(items).sections());
    }
  }
  return packSections(sections);
}

/** Puts codes in place of the rows that have them. */
function codesOf(rows: Uint32Array, codes: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) rows[i] = codes[rows[i]];
}

function formOf(hasTimes: Uint8Array, start: number, end: number): number {
  const first = hasTimes[start];
  for (let row = start + 1; row < end; row++) if (hasTimes[row] !== first) return TIME_FORM.mixed;
  return first === 1 ? TIME_FORM.timestamps : TIME_FORM.dates;
}

/** Bytes that any row of some columns takes, and the columns of which each text takes bytes of its own. */
interface RowSizes {
  even: number;
  uneven: LoadedColumn[];
}

function measureColumns({ columns }: ActivityRows): RowSizes {
  const sizes: RowSizes = { even: 14, uneven: [] };
  for (const { column, codes } of columns) {
    const size = codes === null ? column.packed.evenSize : 2;
    if (size === null) sizes.uneven.push(column);
    else sizes.even += size;
  }
  return sizes;
}

function chunkEnd(
  rows: ActivityRows,
  start: number,
  contacts: ContactSections | null,
  { even, uneven }: RowSizes,
): number {
  const most = Math.min(rows.sourceRows.length, start + CHUNK_ROWS);
  let bytes = 0;
  let row = start;
  for (; row < most; row++) {
    bytes += even;
    if (contacts !== null) bytes += contacts.sizeOf(row, start);
    const source = rows.sourceRows[row];
    for (const { codes, packed } of uneven) bytes += packed.sizeOf(codes === null ? source : codes[source]);
    if (bytes > CHUNK_BYTES && row > start) break;
  }
  return row;
}

function idOf(ids: Uint8Array<ArrayBuffer>, customer: number): Uint8Array<ArrayBuffer> {
  return ids.slice(customer * 16, customer * 16 + 16);
}
