import { isNumber } from './ingest/canonical-number.js';
import type { LoadedColumn } from './store/column-chunk.js';
import type { ColumnProfile } from '../model/tables.js';
import { ByteTable } from './store/byte-table.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { columnIndex, loadColumn } from './store/table-reader.js';

/** Counts what the checks of § 4.6 need to know of a column, from the stored column alone. */
export async function profileColumn(view: View, table: TableSegment, name: string): Promise<ColumnProfile> {
  const index = columnIndex(table, name);
  const { codes, values } = await loadColumn(view, table, index);
  const { empty, dates } = table.columns[index];
  const distinct = new ByteTable(values.length);
  const used = codes === null ? null : new Uint8Array(values.length);
  if (codes !== null && used !== null) for (const code of codes) used[code] = 1;
  for (let item = 0; item < values.length; item++) {
    if (values.isEmpty(item) || used?.[item] === 0) continue;
    distinct.intern(values.bytes, values.offsets[item], values.offsets[item + 1]);
  }
  return {
    rows: table.rows,
    empty,
    distinct: distinct.size,
    duplicates: table.rows - empty - distinct.size,
    numbers: countNumbers({ codes, values, rows: table.rows }),
    ...(dates === undefined ? {} : { dates }),
  };
}

function countNumbers({ rows, codes, values }: LoadedColumn): number {
  const marks = new Uint8Array(values.length);
  for (let item = 0; item < values.length; item++) {
    marks[item] = isNumber(values.bytes, values.offsets[item], values.offsets[item + 1]) ? 1 : 0;
  }
  let numbers = 0;
  for (let row = 0; row < rows; row++) numbers += marks[codes === null ? row : codes[row]];
  return numbers;
}
