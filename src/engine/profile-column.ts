import { classifyDate, DATE_READABLE_DMY, DATE_READABLE_MDY } from '../model/dates.js';
import type { ColumnProfile, ValueCount } from '../model/tables.js';
import { isNumber } from './ingest/canonical-number.js';
import { ByteTable } from './store/byte-table.js';
import type { LoadedColumn } from './store/column-chunk.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { MAX_EXAMPLES } from './store/table-builder.js';
import { columnIndex, loadColumn } from './store/table-reader.js';

/** Counts what the checks of § 4.6 need to know of a column, from the stored column alone. */
export async function profileColumn(view: View, table: TableSegment, name: string): Promise<ColumnProfile> {
  const index = columnIndex(table, name);
  const { dates } = table.columns[index];
  const { values, rows } = distinctValues(await loadColumn(view, table, index));
  const { bytes, offsets } = values.items;
  let filled = 0;
  let numbers = 0;
  for (let value = 0; value < values.size; value++) {
    let start = offsets[value];
    let end = offsets[value + 1];
    while (start < end && bytes[start] <= BLANK) start++;
    while (start < end && bytes[end - 1] <= BLANK) end--;
    filled += rows[value];
    if (isNumber(bytes, start, end)) numbers += rows[value];
  }
  return {
    rows: table.rows,
    empty: table.rows - filled,
    distinct: values.size,
    duplicates: filled - values.size,
    numbers,
    ...(dates === undefined ? {} : { dates }),
    unreadableDates: dates?.unreadable === 0 ? [] : unreadable(values, rows, dates?.order === 'dmy'),
  };
}

const BLANK = 0x20;

/** The different values of a column but for blanks, in the order of the rows, and how many rows hold each. */
export function distinctValues(column: LoadedColumn): { values: ByteTable; rows: Uint32Array } {
  const { codes, values: items } = column;
  const { bytes, offsets } = items;
  const values = new ByteTable(items.length);
  const rows = new Uint32Array(items.length);
  const valueOf = new Int32Array(items.length).fill(UNSEEN);
  for (let row = 0; row < column.rows; row++) {
    const item = codes === null ? row : codes[row];
    if (valueOf[item] === UNSEEN) {
      const [start, end] = [offsets[item], offsets[item + 1]];
      valueOf[item] = isBlank(bytes, start, end) ? NONE : values.intern(bytes, start, end);
    }
    if (valueOf[item] !== NONE) rows[valueOf[item]]++;
  }
  return { values, rows };
}

const NONE = -1;
const UNSEEN = -2;

export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > BLANK) return false;
  return true;
}

function unreadable({ items }: ByteTable, rows: Uint32Array, isDayFirst: boolean): ValueCount[] {
  const readable = isDayFirst ? DATE_READABLE_DMY : DATE_READABLE_MDY;
  const found: ValueCount[] = [];
  for (let value = 0; value < items.length && found.length < MAX_EXAMPLES; value++) {
    if ((classifyDate(items.bytes, items.offsets[value], items.offsets[value + 1]) & readable) !== 0)
      continue;
    found.push({ text: items.text(value), rows: rows[value] });
  }
  return found;
}
