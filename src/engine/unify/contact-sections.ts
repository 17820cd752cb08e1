import { ByteList } from '../store/byte-list.js';
import { packTexts, packVector, type SectionData } from '../store/sections.js';

/** The contacts of ordered activities, and what is written of each contact. */
export interface RowContacts {
  /** Ordinal of the contact of each row, -1 for none. */
  ofRow: Int32Array;
  /** By ordinal. */
  keys: ByteList;
  /** What people call them (D 35). */
  names: ByteList;
}

/** The contacts of one chunk, laid out. */
export interface PackedContacts {
  count: number;
  sections: SectionData[];
}

/** Of a chunk whose definition has no contacts. */
export const NO_CONTACTS: PackedContacts = {
  count: 0,
  sections: Array.from({ length: 5 }, () => new Uint8Array(0)),
};

/**
 * Makes the contact sections of one chunk after the other: a narrow code for each row into the chunk's own list, which
 * holds key and name, so that a page or a filter needs nothing but its chunks.
 */
export class ContactSections {
  readonly #contacts: RowContacts;
  /** Contact → first row of the chunk that was measured with it last. */
  readonly #measuredIn: Int32Array;
  /** Contact → its code in the chunk that is packed; 0 between chunks. */
  readonly #codes: Uint32Array;
  readonly #keys = new ByteList();
  readonly #names = new ByteList();

  constructor(contacts: RowContacts) {
    this.#contacts = contacts;
    this.#measuredIn = new Int32Array(contacts.keys.length).fill(-1);
    this.#codes = new Uint32Array(contacts.keys.length);
  }

  /** Bytes that a row adds to the chunk that begins at row `start`. */
  sizeOf(row: number, start: number): number {
    const contact = this.#contacts.ofRow[row];
    if (contact < 0 || this.#measuredIn[contact] === start) return 2;
    this.#measuredIn[contact] = start;
    const { keys, names } = this.#contacts;
    const key = keys.offsets[contact + 1] - keys.offsets[contact];
    return 4 + key + names.offsets[contact + 1] - names.offsets[contact];
  }

  pack(start: number, end: number): PackedContacts {
    const { ofRow, keys, names } = this.#contacts;
    const codes = new Uint32Array(end - start);
    this.#keys.clear();
    this.#names.clear();
    for (let row = start; row < end; row++) {
      const contact = ofRow[row];
      if (contact < 0) continue;
      if (this.#codes[contact] === 0) {
        this.#keys.push(keys.bytes, keys.offsets[contact], keys.offsets[contact + 1]);
        this.#names.push(names.bytes, names.offsets[contact], names.offsets[contact + 1]);
        this.#codes[contact] = this.#keys.length;
      }
      codes[row - start] = this.#codes[contact];
    }
    for (let row = start; row < end; row++) if (ofRow[row] >= 0) this.#codes[ofRow[row]] = 0;
    return {
      count: this.#keys.length,
      sections: [packVector(codes), ...packTexts(this.#keys), ...packTexts(this.#names)],
    };
  }
}
