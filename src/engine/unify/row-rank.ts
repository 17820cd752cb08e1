import type { ColumnType } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { columnIndex } from '../store/table-reader.js';
import type { TableColumn, TimeForm } from '../store/records.js';
import type { Job } from './job.js';
import { readTimes, usesUnixTime } from './time-reader.js';

/** How the dates of a column are read, or undefined when it has none. */
export function timeFormOf({ type, dates }: TableColumn): TimeForm | undefined {
  if (!isDate(type)) return undefined;
  return { type, order: dates?.order === 'dmy' ? 'dmy' : 'mdy' };
}

function isDate(type: ColumnType): boolean {
  return type === 'date' || type === 'datetime' || usesUnixTime(type);
}

/**
 * Ranks rows by a date or number in a column, the most or the least recent highest; rows without one come last.
 */
export async function rankRows(
  job: Job,
  table: string,
  column: string,
  by: 'most-recent' | 'least-recent',
): Promise<(row: number) => number> {
  const stored = job.sources.table(table);
  const loaded = await job.sources.load(table, column);
  const { codes } = loaded;
  const form = timeFormOf(stored.columns[columnIndex(stored, column)]);
  const read = form === undefined ? numbersOf(loaded) : readTimes(loaded, form).times;
  const sign = by === 'most-recent' ? 1 : -1;
  return (row) => {
    const value = read[codes === null ? row : codes[row]];
    return Number.isNaN(value) ? -Number.MAX_VALUE : value * sign;
  };
}

function numbersOf({ values }: LoadedColumn): Float64Array {
  return Float64Array.from({ length: values.length }, (_, item) =>
    values.isEmpty(item) ? Number.NaN : Number(values.text(item)),
  );
}
