import type { ColumnType } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { compareBytes } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import { textOf } from '../store/table-reader.js';
import { KeyText } from './key-text.js';

const MAX_EXAMPLES = 20;

/** What {@link KeyIndex} found in a row's key. */
export const KEY = { first: 0, duplicate: 1, empty: 2 } as const;

/**
 * Finds rows of a table by key, compared as D 53 says: keys meet when they are equal after trimming and
 * lower-casing; where two different keys of the table become equal that way, those two are compared exactly.
 */
export class KeyIndex {
  /** For each row one of {@link KEY}: the first row of a key counts, later ones are duplicates (D 50). */
  readonly states: Uint8Array<ArrayBuffer>;
  /** For each row the first row of the same key, itself included; -1 for an empty key. */
  readonly firstRows: Int32Array<ArrayBuffer>;
  /** Keys that differ but become equal by trimming and lower-casing. */
  readonly ambiguous: number;
  /** Rows of two of the keys of each, up to 20. */
  readonly ambiguousRows: readonly (readonly [number, number])[];
  readonly #text: KeyText;
  readonly #loose: ByteTable;
  readonly #rowOfLoose: Int32Array;
  readonly #exact: ByteTable | null;
  readonly #rowOfExact: Int32Array;
  readonly #isAmbiguous: Uint8Array;

  /**
   * `comesBefore` chooses the row that {@link find} answers where several have the same key. Default: the first in the
   * order of the table.
   */
  constructor(
    column: LoadedColumn,
    type: ColumnType,
    comesBefore: (row: number, other: number) => boolean = () => false,
  ) {
    const { rows } = column;
    this.#text = new KeyText(type);
    this.#loose = new ByteTable(rows);
    this.states = new Uint8Array(rows);
    this.firstRows = new Int32Array(rows).fill(-1);
    const rowOfLoose = new Int32Array(rows);
    const isAmbiguous = new Uint8Array(rows);
    const ambiguousRows: [number, number][] = [];
    let ambiguous = 0;
    for (let row = 0; row < rows; row++) {
      const known = this.#loose.size;
      const code = this.#intern(column, row);
      if (code < 0) {
        this.states[row] = KEY.empty;
      } else if (code === known) {
        rowOfLoose[code] = row;
        this.firstRows[row] = row;
      } else if (isAmbiguous[code] === 0) {
        if (sameText(column, rowOfLoose[code], row)) {
          this.states[row] = KEY.duplicate;
          this.firstRows[row] = rowOfLoose[code];
          if (comesBefore(row, rowOfLoose[code])) rowOfLoose[code] = row;
        } else {
          isAmbiguous[code] = 1;
          ambiguous++;
          if (ambiguousRows.length < MAX_EXAMPLES) ambiguousRows.push([rowOfLoose[code], row]);
        }
      }
    }
    this.ambiguous = ambiguous;
    this.ambiguousRows = ambiguousRows;
    this.#rowOfLoose = rowOfLoose;
    this.#isAmbiguous = isAmbiguous;
    this.#exact = ambiguous > 0 ? new ByteTable() : null;
    this.#rowOfExact = new Int32Array(ambiguous > 0 ? rows : 0);
    if (this.#exact !== null) this.#indexExactly(column, this.#exact, comesBefore);
  }

  /** The first row of the key `bytes[start … end)`, or -1. `text` reads keys of the column it comes from. */
  find(text: KeyText, bytes: Uint8Array, start: number, end: number): number {
    if (!text.read(bytes, start, end)) return -1;
    const code = this.#loose.find(text.bytes, 0, text.length);
    if (code < 0) return -1;
    if (this.#isAmbiguous[code] === 0 || this.#exact === null) return this.#rowOfLoose[code];
    const exact = this.#exact.find(bytes, start, end);
    return exact < 0 ? -1 : this.#rowOfExact[exact];
  }

  /**
   * The key of a row as it stands in its Identifier (§ 2.2): in the form in which it is compared, so that a change
   * of case is not a new customer; where that would make two keys one, as it is in the source.
   */
  identityOf(row: number, column: LoadedColumn): string {
    const code = this.#intern(column, row);
    if (code < 0 || this.#isAmbiguous[code] === 1) return textOf(column, row);
    return this.#loose.items.text(code);
  }

  #intern(column: LoadedColumn, row: number): number {
    const item = column.codes === null ? row : column.codes[row];
    const { bytes, offsets } = column.values;
    if (!this.#text.read(bytes, offsets[item], offsets[item + 1])) return -1;
    return this.#loose.intern(this.#text.bytes, 0, this.#text.length);
  }

  #indexExactly(
    column: LoadedColumn,
    exact: ByteTable,
    comesBefore: (row: number, other: number) => boolean,
  ): void {
    const { bytes, offsets } = column.values;
    for (let row = 0; row < column.rows; row++) {
      const code = this.#intern(column, row);
      if (code < 0 || this.#isAmbiguous[code] === 0) continue;
      const item = column.codes === null ? row : column.codes[row];
      const known = exact.size;
      const found = exact.intern(bytes, offsets[item], offsets[item + 1]);
      if (found === known) this.#rowOfExact[found] = row;
      this.firstRows[row] = this.#rowOfExact[found];
      this.states[row] = found === known ? KEY.first : KEY.duplicate;
      if (found !== known && comesBefore(row, this.#rowOfExact[found])) this.#rowOfExact[found] = row;
    }
  }
}

function sameText({ codes, values }: LoadedColumn, a: number, b: number): boolean {
  if (codes !== null) return codes[a] === codes[b];
  const { bytes, offsets } = values;
  return compareBytes(bytes, offsets[a], offsets[a + 1], bytes, offsets[b], offsets[b + 1]) === 0;
}
