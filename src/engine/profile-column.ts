import { classifyDate, DATE_READABLE_DMY, DATE_READABLE_MDY } from '../model/dates.js';
import type { ColumnProfile, ValueCount } from '../model/tables.js';
import { isNumber } from './ingest/canonical-number.js';
import type { ByteList } from './store/byte-list.js';
import { ByteTable } from './store/byte-table.js';
import { countDifferent } from './store/count-different.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { MAX_EXAMPLES } from './store/table-builder.js';
import { columnIndex, loadColumn } from './store/table-reader.js';

/** Counts what the checks of § 4.6 need to know of a column, from the stored column alone. */
export async function profileColumn(view: View, table: TableSegment, name: string): Promise<ColumnProfile> {
  const index = columnIndex(table, name);
  const { dates } = table.columns[index];
  const { codes, values } = await loadColumn(view, table, index);
  const rowsOf = countRows(codes, values.length);
  const { items, filled, numbers } = countFilled(values, rowsOf);
  const distinct = countDifferent(values, items);
  return {
    rows: table.rows,
    empty: table.rows - filled,
    distinct,
    duplicates: filled - distinct,
    numbers,
    ...(dates === undefined ? {} : { dates }),
    unreadableDates: dates?.unreadable === 0 ? [] : unreadable(values, items, rowsOf, dates?.order === 'dmy'),
  };
}

const BLANK = 0x20;

/** How many rows hold each value; null: one each. */
function countRows(codes: Uint32Array | null, values: number): Uint32Array | null {
  if (codes === null) return null;
  const rows = new Uint32Array(values);
  for (let row = 0; row < codes.length; row++) rows[codes[row]]++;
  return rows;
}

/** The values that are not blank, and how many rows hold one of them, or a number. */
function countFilled(
  { bytes, offsets, length }: ByteList,
  rowsOf: Uint32Array | null,
): { items: Uint32Array; filled: number; numbers: number } {
  const items = new Uint32Array(length);
  let [size, filled, numbers] = [0, 0, 0];
  for (let item = 0; item < length; item++) {
    let start = offsets[item];
    let end = offsets[item + 1];
    while (start < end && bytes[start] <= BLANK) start++;
    while (start < end && bytes[end - 1] <= BLANK) end--;
    const rows = rowsOf === null ? 1 : rowsOf[item];
    // A dictionary may have values that no row holds.
    if (start === end || rows === 0) continue;
    items[size++] = item;
    filled += rows;
    if (isNumber(bytes, start, end)) numbers += rows;
  }
  return { items: items.subarray(0, size), filled, numbers };
}

/** The first values that read as no date, in the order of the rows. */
function unreadable(
  values: ByteList,
  items: Uint32Array,
  rowsOf: Uint32Array | null,
  isDayFirst: boolean,
): ValueCount[] {
  const readable = isDayFirst ? DATE_READABLE_DMY : DATE_READABLE_MDY;
  const { bytes, offsets } = values;
  const found = new ByteTable();
  const counts: ValueCount[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const start = offsets[item];
    const end = offsets[item + 1];
    const isWanted = found.size < MAX_EXAMPLES && (classifyDate(bytes, start, end) & readable) === 0;
    const value = isWanted ? found.intern(bytes, start, end) : found.find(bytes, start, end);
    if (value < 0) continue;
    counts[value] ??= { text: values.text(item), rows: 0 };
    counts[value].rows += rowsOf?.[item] ?? 1;
  }
  return counts;
}
