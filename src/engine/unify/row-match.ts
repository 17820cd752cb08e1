import { sameItems } from '../store/byte-lists.js';
import { ByteTable } from '../store/byte-table.js';
import type { LoadedColumn } from '../store/column-chunk.js';

/** Former rows that are passed over in search of a key before the keys are indexed. */
const LOOK_AHEAD = 8;

/** Finds former rows by key. Rows mostly keep their order, so the next ones are tried before any key is indexed. */
export class RowMatch {
  readonly #verdicts: Int32Array;
  readonly #key: LoadedColumn;
  readonly #keyNow: LoadedColumn;
  readonly #isSameKey: (former: number, now: number) => boolean;
  #next: number;
  #index: { table: ByteTable; rows: Int32Array } | null = null;

  /**
   * Former rows with their key, and the key of the rows to be found among them. Only rows whose verdict is a customer can
   * be found; no two of them have the same key (D 50). The search begins at a former row.
   */
  constructor(verdicts: Int32Array, key: LoadedColumn, keyNow: LoadedColumn, first = 0) {
    this.#verdicts = verdicts;
    this.#key = key;
    this.#keyNow = keyNow;
    this.#isSameKey = sameValues(key, keyNow);
    this.#next = first;
  }

  /** The former row with the key of a row, or -1. */
  find(row: number): number {
    for (let former = this.#next, tried = 0; former < this.#verdicts.length && tried < LOOK_AHEAD; former++) {
      if (this.#verdicts[former] < 0) continue;
      if (this.#isSameKey(former, row)) {
        this.#next = former + 1;
        return former;
      }
      tried++;
    }
    this.#index ??= this.#makeIndex();
    const item = itemOf(this.#keyNow, row);
    const { bytes, offsets } = this.#keyNow.values;
    const code = this.#index.table.find(bytes, offsets[item], offsets[item + 1]);
    if (code < 0) return -1;
    const found = this.#index.rows[code];
    this.#next = found + 1;
    return found;
  }

  #makeIndex(): { table: ByteTable; rows: Int32Array } {
    const table = new ByteTable(this.#verdicts.length);
    const rows = new Int32Array(this.#verdicts.length);
    const { bytes, offsets } = this.#key.values;
    for (let row = 0; row < this.#verdicts.length; row++) {
      if (this.#verdicts[row] < 0) continue;
      const item = itemOf(this.#key, row);
      rows[table.intern(bytes, offsets[item], offsets[item + 1])] = row;
    }
    return { table, rows };
  }
}

export function itemOf({ codes }: LoadedColumn, row: number): number {
  return codes === null ? row : codes[row];
}

/** Says of two rows, one of each column, whether they have the same text. */
export function sameValues(a: LoadedColumn, b: LoadedColumn): (rowA: number, rowB: number) => boolean {
  const isSame = a.packed.comparison(b.packed) ?? sameItems(a.values, b.values);
  return (rowA, rowB) => isSame(itemOf(a, rowA), itemOf(b, rowB));
}
