import { ByteList } from './byte-list.js';
import type { PackedTexts } from './packed-texts.js';
import { packedTexts, Sections, unpackTexts } from './sections.js';
import { unpackTimes } from './times.js';
import { WordReader } from './words.js';

/*
 * A chunk of activities: a run of rows in the order customer, newest first, tie (D 38). Sections:
 *   0 [rows, customers, sequence of the first row, sequence where the time of the first row begins, time form,
 *      contacts]
 *   1 ids of the customers, 16 bytes each      2 where each customer's rows start, and the end
 *   3 times                                    4 row numbers in the source table, where rows have contacts
 *   5 whether each row has a time of day, only when some have one and some have not
 *   6 contact of each row: 0 for none, else its place in the chunk's own list, from 1; empty when nobody has contacts
 *   7–8 keys of those contacts                 9–10 their names
 *   11 … two for each column: codes and nothing, or texts
 * Sections 1 to 6 answer counts and filters; the texts behind are decoded for rows that are shown.
 * A sequence counts a customer's rows in the segment from 0.
 */
export const FIRST_COLUMN = 11;
const CONTACTS = 6;
export const TIME_FORM = { dates: 0, timestamps: 1, mixed: 2 } as const;

/** Contacts of the rows of a chunk. */
export interface ChunkContacts {
  /** 0 for none, else the position in the lists plus one. */
  codes: Uint32Array;
  keys: ByteList;
  /** What people call them (D 35). */
  names: ByteList;
}

/** One text at a time. */
const scratch = new ByteList();

/** A chunk of activities, read in place. */
export class ActivityChunk {
  readonly rows: number;
  readonly customers: number;
  /** Sequence of the first row. */
  readonly firstSequence: number;
  /** Sequence of the first of the rows that share customer and time with the first row. */
  readonly firstGroupStart: number;
  readonly times: Float64Array<ArrayBuffer>;
  readonly byteLength: number;
  readonly #ids: Uint8Array<ArrayBuffer>;
  readonly #starts: Uint32Array<ArrayBuffer>;
  readonly #sections: Sections;
  readonly #timeForm: number;
  readonly #packedTexts: (PackedTexts | undefined)[] = [];
  readonly #texts: (ByteList | undefined)[] = [];
  readonly #codes: (Uint32Array | undefined)[] = [];
  #contacts: ChunkContacts | null | undefined;

  constructor(buffer: ArrayBuffer) {
    const sections = new Sections(buffer);
    const head = sections.u32(0);
    this.#sections = sections;
    this.byteLength = buffer.byteLength;
    this.rows = head[0];
    this.customers = head[1];
    this.firstSequence = head[2];
    this.firstGroupStart = head[3];
    this.#timeForm = head[4];
    this.#ids = sections.u8(1);
    this.#starts = sections.vector(2, this.customers + 1);
    this.times = unpackTimes(new WordReader(sections.u32(3)), this.rows);
  }

  /** Rows of a customer here, `[start, end)`, or null. */
  rowsOf(customer: Uint8Array): { start: number; end: number } | null {
    let low = 0;
    let high = this.customers - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compareId(middle, customer);
      if (order === 0) return { start: this.#starts[middle], end: this.#starts[middle + 1] };
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** Id of the customer at a position of this chunk's own list. */
  idAt(position: number): Uint8Array<ArrayBuffer> {
    return this.#ids.subarray(position * 16, position * 16 + 16);
  }

  /** First row of the customer at a position; at {@link customers} the end. */
  startAt(position: number): number {
    return this.#starts[position];
  }

  /** Sequence of a row of the customer whose rows start at `start`. */
  sequenceOf(row: number, start: number): number {
    return start === 0 ? this.firstSequence + row : row - start;
  }

  hasTime(row: number): boolean {
    if (this.#timeForm === TIME_FORM.mixed) return this.#sections.u8(5)[row] === 1;
    return this.#timeForm === TIME_FORM.timestamps;
  }

  get isMixed(): boolean {
    return this.#timeForm === TIME_FORM.mixed;
  }

  /** Contacts of the rows; null when the definition has none. */
  get contacts(): ChunkContacts | null {
    if (this.#contacts === undefined) {
      const count = this.#sections.u32(0)[5];
      this.#contacts = this.#sections.isEmpty(CONTACTS)
        ? null
        : {
            codes: this.#sections.vector(CONTACTS, this.rows),
            keys: unpackTexts(this.#sections, CONTACTS + 1, count),
            names: unpackTexts(this.#sections, CONTACTS + 3, count),
          };
    }
    return this.#contacts;
  }

  /** Row numbers in the source table; for chunks with {@link contacts}. */
  get sourceRows(): Uint32Array<ArrayBuffer> {
    return this.#sections.vector(4, this.rows);
  }

  /** Texts of a column, one a row. */
  texts(column: number): ByteList {
    return (this.#texts[column] ??= this.#packed(column).unpack());
  }

  /** Bytes of the text of one row in a column: cheaper than all {@link texts} for few rows. */
  bytes(column: number, row: number): Uint8Array<ArrayBuffer> {
    const texts = this.#texts[column];
    if (texts !== undefined) return texts.view(row);
    const one = new ByteList();
    this.#packed(column).appendTo(one, row);
    return one.view(0);
  }

  /** The text of one row in a column. */
  text(column: number, row: number): string {
    const texts = this.#texts[column];
    if (texts !== undefined) return texts.text(row);
    scratch.clear();
    this.#packed(column).appendTo(scratch, row);
    return scratch.text(0);
  }

  /** Codes of a column, one a row. */
  codes(column: number): Uint32Array {
    return (this.#codes[column] ??= this.#sections.vector(FIRST_COLUMN + column * 2, this.rows));
  }

  #packed(column: number): PackedTexts {
    const index = FIRST_COLUMN + column * 2;
    return (this.#packedTexts[column] ??= packedTexts(this.#sections, index, this.rows));
  }

  #compareId(position: number, customer: Uint8Array): number {
    for (let i = 0, at = position * 16; i < 16; i++, at++) {
      const difference = this.#ids[at] - customer[i];
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
