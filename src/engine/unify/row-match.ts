import { compareBytes } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import type { LoadedColumn } from '../store/column-chunk.js';

/** Former rows that are passed over in search of a key before the keys are indexed. */
const LOOK_AHEAD = 8;

/** Finds former rows by key. Rows mostly keep their order, so the next ones are tried before any key is indexed. */
export class RowMatch {
  readonly #verdicts: Int32Array;
  readonly #key: LoadedColumn;
  #next = 0;
  #index: { table: ByteTable; rows: Int32Array } | null = null;

  /** Only rows whose verdict is a customer can be found; no two of them have the same key (D 50). */
  constructor(verdicts: Int32Array, key: LoadedColumn) {
    this.#verdicts = verdicts;
    this.#key = key;
  }

  /** The former row with the key of a row of another column, or -1. */
  find(key: LoadedColumn, row: number): number {
    for (let former = this.#next, tried = 0; former < this.#verdicts.length && tried < LOOK_AHEAD; former++) {
      if (this.#verdicts[former] < 0) continue;
      if (isSameValue(this.#key, former, key, row)) {
        this.#next = former + 1;
        return former;
      }
      tried++;
    }
    this.#index ??= this.#makeIndex();
    const item = itemOf(key, row);
    const { bytes, offsets } = key.values;
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

/** True when two rows have the same text. */
export function isSameValue(a: LoadedColumn, rowA: number, b: LoadedColumn, rowB: number): boolean {
  const [i, j] = [itemOf(a, rowA), itemOf(b, rowB)];
  const [from, to] = [a.values.offsets, b.values.offsets];
  if (from[i + 1] - from[i] !== to[j + 1] - to[j]) return false;
  return compareBytes(a.values.bytes, from[i], from[i + 1], b.values.bytes, to[j], to[j + 1]) === 0;
}
