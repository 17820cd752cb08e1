import type { Normalization } from '../../model/model.js';
import { decodeText } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { normalizer } from './normalize.js';

const encoder = new TextEncoder();
/** Stands between the values of two conditions; no source holds it (a NUL byte is refused at the import). */
const SEPARATOR = 0;

/** One side of a match rule: the columns of its conditions and how their values are put into form. */
export interface MatchColumn {
  column: LoadedColumn;
  normalize: readonly Normalization[];
}

/**
 * Makes the text by which rows of one side of a rule are compared: the normalised values of all conditions, one
 * behind the other. Stands in `bytes[0 … length)` until the next call.
 */
export class MatchKey {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(256);
  length = 0;
  readonly #sides: { column: LoadedColumn; normalize: ((text: string) => string) | null }[];

  constructor(columns: readonly MatchColumn[]) {
    this.#sides = columns.map(({ column, normalize }) => ({
      column,
      normalize: normalize.length === 0 ? null : normalizer(normalize),
    }));
  }

  /** False when a condition has an empty side: then it is false (D 65). */
  read(row: number): boolean {
    this.length = 0;
    for (const { column, normalize } of this.#sides) {
      const item = column.codes === null ? row : column.codes[row];
      const { bytes, offsets } = column.values;
      const start = offsets[item];
      const end = offsets[item + 1];
      if (start === end) return false;
      if (normalize === null) {
        this.#append(bytes, start, end);
      } else {
        const value = encoder.encode(normalize(decodeText(bytes, start, end)));
        if (value.length === 0) return false;
        this.#append(value, 0, value.length);
      }
    }
    return true;
  }

  #append(source: Uint8Array, start: number, end: number): void {
    const least = this.length + end - start + 1;
    if (this.bytes.length < least) {
      const grown = new Uint8Array(least * 2);
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(source.subarray(start, end), this.length);
    this.length = least;
    this.bytes[least - 1] = SEPARATOR;
  }
}
