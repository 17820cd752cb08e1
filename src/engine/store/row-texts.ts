import { ByteList, decodeText } from './byte-list.js';
import type { LoadedColumn } from './column-chunk.js';

/** Part of the texts of a column that can be read one by one in the time in which all are unpacked, about. */
const FEW = 1 / 16;

/** Texts of a column, one at a time: read packed while they are few, and all of them unpacked once they are not. */
export class RowTexts {
  bytes: Uint8Array<ArrayBuffer>;
  start = 0;
  end = 0;
  readonly #column: LoadedColumn;
  readonly #single = new ByteList();
  #left: number;
  #values: ByteList | null = null;

  constructor(column: LoadedColumn) {
    this.#column = column;
    this.#left = column.packed.length * FEW;
    this.bytes = this.#single.bytes;
  }

  /** Puts the text of a row into `bytes[start … end)`, until the next call. */
  read(row: number): void {
    const { codes, packed } = this.#column;
    const item = codes === null ? row : codes[row];
    if (this.#values === null && --this.#left > 0) {
      this.#single.clear();
      packed.appendTo(this.#single, item);
      this.bytes = this.#single.bytes;
      this.start = 0;
      this.end = this.#single.size;
      return;
    }
    this.#values ??= this.#column.values;
    const { bytes, offsets } = this.#values;
    this.bytes = bytes;
    this.start = offsets[item];
    this.end = offsets[item + 1];
  }

  text(row: number): string {
    this.read(row);
    return decodeText(this.bytes, this.start, this.end);
  }
}
