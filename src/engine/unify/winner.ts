import type { CustomerTable } from '../../model/model.js';
import { compareBytes } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { Job } from './job.js';
import { rankRows } from './row-rank.js';

/** True when the first row stands for a record that has both (§ 9.2). */
export type Wins = (a: number, b: number) => boolean;

/** How the winner of a record is found in a table; a tie goes to the larger primary key, then to the first row. */
export async function loadWinner(
  job: Job,
  { table, primaryKey, deduplication }: CustomerTable,
): Promise<Wins> {
  const { by, column } = deduplication?.winner ?? { by: 'most-filled' };
  const key = await job.sources.load(table, primaryKey);
  const rank =
    by === 'most-filled' || column === undefined
      ? await countFilled(job, table)
      : await rankRows(job, table, column, by);
  return (a, b) => {
    const difference = rank(a) - rank(b) || compareRows(key, a, b);
    return difference === 0 ? a < b : difference > 0;
  };
}

async function countFilled(job: Job, table: string): Promise<(row: number) => number> {
  const columns = await Promise.all(
    job.sources.table(table).columns.map(({ name }) => job.sources.load(table, name)),
  );
  return (row) =>
    columns.reduce(
      (filled, { codes, values }) => filled + (values.isEmpty(codes === null ? row : codes[row]) ? 0 : 1),
      0,
    );
}

/** Order of the values of two rows by their bytes. */
export function compareRows({ codes, values }: LoadedColumn, a: number, b: number): number {
  const i = codes === null ? a : codes[a];
  const j = codes === null ? b : codes[b];
  const { bytes, offsets } = values;
  return compareBytes(bytes, offsets[i], offsets[i + 1], bytes, offsets[j], offsets[j + 1]);
}
