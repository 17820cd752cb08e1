import type { LoadedColumn } from '../store/column-chunk.js';
import { markDifferences } from './mark-differences.js';
import { RowMatch } from './row-match.js';

/** The rows of a run: what became of each, and its key. */
export interface KeyedRows {
  verdicts: Int32Array;
  key: LoadedColumn;
}

const ROWS_A_STEP = 8192;

/**
 * For each written row the one that was written with its key before, or -1. Yields now and then, so that the caller can
 * pause.
 */
export function* matchRows(former: KeyedRows, now: KeyedRows): Generator<void, Int32Array, void> {
  const before = new Int32Array(now.verdicts.length).fill(-1);
  const same = leadingSameKeys(former.key, now.key);
  // Where the keys up to here are the same, the first row of each of them is too, and no other can have been written.
  for (let row = 0; row < same; row++) {
    if (now.verdicts[row] >= 0 && former.verdicts[row] >= 0) before[row] = row;
  }
  yield;
  if (same === before.length) return before;
  const match = new RowMatch(former.verdicts, former.key, now.key, same);
  for (let row = same; row < before.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (now.verdicts[row] >= 0) before[row] = match.find(row);
  }
  return before;
}

/** How many rows from the first one on have the key that the row of their number had. */
function leadingSameKeys(former: LoadedColumn, now: LoadedColumn): number {
  const both = Math.min(former.rows, now.rows);
  if (former === now) return both;
  const before = new Int32Array(now.rows).fill(-1);
  for (let row = 0; row < both; row++) before[row] = row;
  const isOther = new Uint8Array(now.rows);
  markDifferences(former, now, before, isOther);
  const first = isOther.indexOf(1);
  return first < 0 ? both : first;
}
