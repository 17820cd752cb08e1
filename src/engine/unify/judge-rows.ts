import type { LoadedColumn } from '../store/column-chunk.js';
import { VERDICT } from '../store/records.js';
import { KEY } from './key-index.js';
import { followPath, type ResolvedPath } from './paths.js';
import { judgeKeys } from './row-keys.js';
import type { ReadTimes } from './time-reader.js';

/** Why a row of an activity table was set aside, as stored. */
export const ASIDE = { keyEmpty: 1, keyDuplicate: 2, orphan: 3 } as const;

/** The rows of one activity table, sorted out: every row is in exactly one of the three lists. */
export interface JudgedRows {
  dated: RowList;
  undated: RowList;
  aside: { rows: Uint32Array<ArrayBuffer>; reasons: Uint8Array<ArrayBuffer>; hops: Uint8Array<ArrayBuffer> };
  /** What became of each row ({@link VERDICT}). */
  verdicts: Int32Array<ArrayBuffer>;
  /** Rows for which a later path reached another customer (D 56). */
  conflicting: number;
}

export interface RowList {
  rows: Uint32Array<ArrayBuffer>;
  customers: Int32Array<ArrayBuffer>;
}

/**
 * Decides for each row what becomes of it, in this order: no key or a key that occurred before is rejected (D 50);
 * no customer by any path is an orphan (D 57); no valid date is kept but never shown (D 51).
 */
export function judgeRows(
  key: LoadedColumn,
  timestamp: LoadedColumn,
  { times }: ReadTimes,
  paths: readonly ResolvedPath[],
): JudgedRows {
  const total = key.rows;
  const states = judgeKeys(key);
  const fates = new Uint8Array(total);
  const found = new Int32Array(total);
  const sizes = { dated: 0, undated: 0, aside: 0 };
  let conflicting = 0;
  for (let row = 0; row < total; row++) {
    if (states[row] !== KEY.first) {
      fates[row] = states[row] === KEY.empty ? ASIDE.keyEmpty : ASIDE.keyDuplicate;
      sizes.aside++;
      continue;
    }
    let customer = followPath(paths[0], row);
    for (let i = 1; i < paths.length; i++) {
      const other = followPath(paths[i], row);
      if (customer < 0) {
        if (other >= 0) customer = other;
      } else if (other >= 0 && other !== customer) {
        conflicting++;
        break;
      }
    }
    found[row] = customer;
    if (customer < 0) {
      fates[row] = ASIDE.orphan;
      sizes.aside++;
    } else if (Number.isNaN(times[timestamp.codes === null ? row : timestamp.codes[row]])) {
      fates[row] = UNDATED;
      sizes.undated++;
    } else {
      sizes.dated++;
    }
  }
  return { ...distribute(fates, found, sizes), verdicts: verdictsOf(fates, found), conflicting };
}

const UNDATED = 9;

function distribute(
  fates: Uint8Array,
  found: Int32Array,
  sizes: { dated: number; undated: number; aside: number },
): Omit<JudgedRows, 'verdicts' | 'conflicting'> {
  const dated = rowList(sizes.dated);
  const undated = rowList(sizes.undated);
  const aside = {
    rows: new Uint32Array(sizes.aside),
    reasons: new Uint8Array(sizes.aside),
    hops: new Uint8Array(sizes.aside),
  };
  let d = 0;
  let u = 0;
  let a = 0;
  for (let row = 0; row < fates.length; row++) {
    if (fates[row] === 0) {
      dated.rows[d] = row;
      dated.customers[d++] = found[row];
    } else if (fates[row] === UNDATED) {
      undated.rows[u] = row;
      undated.customers[u++] = found[row];
    } else {
      aside.rows[a] = row;
      aside.reasons[a] = fates[row];
      aside.hops[a++] = fates[row] === ASIDE.orphan ? -found[row] : 0;
    }
  }
  return { dated, undated, aside };
}

/** Turns customers into verdicts, in place. An orphan already is minus its hop. */
function verdictsOf(fates: Uint8Array, found: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  for (let row = 0; row < fates.length; row++) {
    const fate = fates[row];
    if (fate === 0 || fate === ASIDE.orphan) continue;
    if (fate === UNDATED) found[row] |= VERDICT.undated;
    else found[row] = fate === ASIDE.keyEmpty ? VERDICT.keyEmpty : VERDICT.keyDuplicate;
  }
  return found;
}

function rowList(size: number): RowList {
  return { rows: new Uint32Array(size), customers: new Int32Array(size) };
}
