import { formatTimestamp } from '../model/dates.js';
import type { NewestRows, RowDates } from '../model/tables.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { columnIndex, loadColumn, readRows } from './store/table-reader.js';
import { readTimes } from './unify/time-reader.js';

/** The newest rows of a table by one of its columns, and the first of those without a date in it (D 51). */
export async function newestRows(
  view: View,
  table: TableSegment,
  { column: name, dateOrder, timeZone }: RowDates,
  limit: number,
): Promise<NewestRows> {
  const index = columnIndex(table, name);
  const { type, dates } = table.columns[index];
  const order = dateOrder ?? (dates?.order === 'dmy' ? 'dmy' : 'mdy');
  const form = { type, order, ...(timeZone === undefined ? {} : { timeZone }) };
  const column = await loadColumn(view, table, index);
  const { times, hasTimes } = readTimes(column, form);
  const itemOf = (row: number): number => (column.codes === null ? row : column.codes[row]);
  const newest: number[] = [];
  const undated: number[] = [];
  for (let row = 0; row < column.rows; row++) {
    const time = times[itemOf(row)];
    if (Number.isNaN(time)) {
      if (undated.length < limit) undated.push(row);
      continue;
    }
    // Few are kept, so that each row costs one comparison as a rule. Of equal times the earlier row comes first.
    let place = newest.length;
    while (place > 0 && times[itemOf(newest[place - 1])] < time) place--;
    if (place < limit) {
      newest.splice(place, 0, row);
      newest.length = Math.min(newest.length, limit);
    }
  }
  const rows = await readRows(view, table, [...newest, ...undated]);
  return {
    rows: newest.map((row, place) => ({
      timestamp: formatTimestamp(times[itemOf(row)], hasTimes[itemOf(row)] === 1),
      values: rows[place].values,
    })),
    undated: rows.slice(newest.length).map(({ values }) => values),
  };
}
