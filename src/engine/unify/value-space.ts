import type { Comparison, WordLists } from '../../model/model.js';
import { canonicalNumber } from '../ingest/canonical-number.js';
import { decodeText } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { asciiTable, normalizer } from './normalize.js';
import { Letters } from './edit-distance.js';
import { makeTimeReader } from './time-reader.js';
import type { TimeForm } from '../store/records.js';

const encoder = new TextEncoder();

/** Code of a value that is empty, or becomes so: it is never the same as another (D 65). */
export const NOTHING = -1;

/** How a column is written. Numbers and dates are the same when they mean the same. */
export interface ValueForm {
  kind: 'text' | 'number' | 'date';
  /** Of a date column. */
  time?: TimeForm;
}

/**
 * Values in the form in which they are compared, each with a code: two are the same when their codes are. All columns
 * that are compared in the same way share one space, so a column is read once however many rules name it.
 */
export class ValueSpace {
  readonly values: ByteTable = new ByteTable();
  readonly #normalize: (text: string) => string;
  readonly #ascii: Uint8Array | null;
  readonly #isPlain: boolean;
  readonly #alias: ReadonlyMap<string, string>;
  readonly #bypass: ReadonlySet<string>;
  #scratch = new Uint8Array(64);
  #letters: Letters | null = null;

  constructor({ normalize = [], alias = {}, bypass = [] }: Comparison, words?: WordLists) {
    this.#normalize = normalizer(normalize, words);
    const isMapped = Object.keys(alias).length + bypass.length > 0;
    this.#isPlain = normalize.length === 0 && !isMapped;
    this.#ascii = isMapped ? null : asciiTable(normalize);
    this.#alias = new Map(
      Object.entries(alias).map(([from, to]) => [this.#normalize(from), this.#normalize(to)]),
    );
    this.#bypass = new Set(bypass.map(this.#normalize));
  }

  /** The letters of all values read so far. */
  get letters(): Letters {
    if (this.#letters === null || this.#letters.count !== this.values.size)
      this.#letters = new Letters(this.values);
    return this.#letters;
  }

  /** The code of each row of a column; the rows of a coded column are never looked at. */
  codesOf({ rows, codes, values }: LoadedColumn, form: ValueForm): Int32Array {
    const ofItem = new Int32Array(values.length);
    const { bytes, offsets } = values;
    const reader = this.#reader(form);
    for (let item = 0; item < values.length; item++) {
      ofItem[item] = reader(bytes, offsets[item], offsets[item + 1]);
    }
    if (codes === null) return ofItem;
    const ofRow = new Int32Array(rows);
    for (let row = 0; row < rows; row++) ofRow[row] = ofItem[codes[row]];
    return ofRow;
  }

  #reader({ kind, time }: ValueForm): (bytes: Uint8Array, start: number, end: number) => number {
    if (this.#isPlain && time !== undefined) {
      const reader = makeTimeReader(time);
      return (bytes, start, end) =>
        reader.read(bytes, start, end) ? this.#intern(String(reader.time)) : this.#read(bytes, start, end);
    }
    if (this.#isPlain && kind === 'number') {
      return (bytes, start, end) => this.#intern(canonicalNumber(decodeText(bytes, start, end).trim()));
    }
    return (bytes, start, end) => this.#read(bytes, start, end);
  }

  #read(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return NOTHING;
    if (this.#isPlain) return this.values.intern(bytes, start, end);
    const table = this.#ascii;
    if (table !== null) {
      if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
      const scratch = this.#scratch;
      let length = 0;
      let i = start;
      for (; i < end && bytes[i] < 128; i++) {
        const mapped = table[bytes[i]];
        if (mapped !== 0) scratch[length++] = mapped;
      }
      if (i === end) return length === 0 ? NOTHING : this.values.intern(scratch, 0, length);
    }
    const text = this.#normalize(decodeText(bytes, start, end));
    const value = this.#alias.get(text) ?? text;
    return this.#bypass.has(text) || this.#bypass.has(value) ? NOTHING : this.#intern(value);
  }

  #intern(text: string): number {
    if (text === '') return NOTHING;
    const bytes = encoder.encode(text);
    return this.values.intern(bytes, 0, bytes.length);
  }
}
