import { ByteList } from './byte-list.js';
import { areSameLists } from './byte-lists.js';
import { storageCorrupt } from './storage-error.js';

/*
 * A static table of symbols in the manner of FSST (Boncz, Neumann, Leis: FSST: Fast Random Access String Compression, VLDB
 * 2020): up to 255 byte strings that are frequent in a column, each with a code of one byte. A text becomes the codes
 * of the longest symbols found from left to right; a byte that no symbol begins with follows an escape. Each text is
 * decoded on its own, by copying symbols.
 */

/** The code before a byte that no symbol begins with: the one behind the last symbol. */
export const ESCAPE = 255;
export const MAX_SYMBOLS = ESCAPE;

/** Most bytes of a symbol. */
export const SYMBOL_BYTES = 16;
const SLOT_BITS = 4;

/** Codes and the byte strings they stand for. */
export class SymbolTable {
  readonly symbols: ByteList;
  #slots: DataView | null = null;

  constructor(symbols: ByteList) {
    if (symbols.length > MAX_SYMBOLS) throw storageCorrupt();
    const { offsets, length } = symbols;
    for (let code = 0; code < length; code++) {
      if (offsets[code + 1] - offsets[code] > SYMBOL_BYTES) throw storageCorrupt();
    }
    this.symbols = symbols;
  }

  equals(other: SymbolTable): boolean {
    return other === this || areSameLists(other.symbols, this.symbols);
  }

  /** The texts of a list of codes. Codes without a symbol are `storage-corrupt`. */
  decode(codes: ByteList): ByteList {
    const { bytes: from, offsets: places, length } = codes;
    let size = 0;
    for (let i = 0; i < length; i++) size += this.#sizeOf(from, places[i], places[i + 1]);
    const bytes = new Uint8Array(size + SYMBOL_BYTES);
    const to = new DataView(bytes.buffer);
    const offsets = new Uint32Array(length + 1);
    let at = 0;
    for (let i = 0; i < length; i++) {
      at = this.#copy(from, places[i], places[i + 1], to, at);
      offsets[i + 1] = at;
    }
    return new ByteList(bytes, offsets, length);
  }

  /** Appends one text of a list of codes to another list. */
  appendTo(list: ByteList, { bytes: from, offsets }: ByteList, item: number): void {
    const [start, end] = [offsets[item], offsets[item + 1]];
    const at = list.open(this.#sizeOf(from, start, end) + SYMBOL_BYTES);
    const { buffer, byteOffset, byteLength } = list.bytes;
    list.close(this.#copy(from, start, end, new DataView(buffer, byteOffset, byteLength), at));
  }

  #sizeOf(codes: Uint8Array, start: number, end: number): number {
    const { offsets, length } = this.symbols;
    let size = 0;
    for (let at = start; at < end; at++) {
      const code = codes[at];
      if (code < length) {
        size += offsets[code + 1] - offsets[code];
      } else {
        if (code !== ESCAPE || ++at >= end) throw storageCorrupt();
        size++;
      }
    }
    return size;
  }

  /** Eight bytes at a time: what is too much the next symbol overwrites. */
  #copy(codes: Uint8Array, start: number, end: number, to: DataView, at: number): number {
    const slots = (this.#slots ??= slotsOf(this.symbols));
    const { offsets } = this.symbols;
    for (let i = start; i < end; i++) {
      const code = codes[i];
      if (code === ESCAPE) {
        to.setUint8(at++, codes[++i]);
        continue;
      }
      const size = offsets[code + 1] - offsets[code];
      const slot = code << SLOT_BITS;
      to.setInt32(at, slots.getInt32(slot));
      to.setInt32(at + 4, slots.getInt32(slot + 4));
      if (size > 8) {
        to.setInt32(at + 8, slots.getInt32(slot + 8));
        to.setInt32(at + 12, slots.getInt32(slot + 12));
      }
      at += size;
    }
    return at;
  }
}

/** Each symbol at a place of its own. */
function slotsOf({ bytes, offsets, length }: ByteList): DataView {
  const slots = new Uint8Array(length << SLOT_BITS);
  for (let code = 0; code < length; code++) {
    slots.set(bytes.subarray(offsets[code], offsets[code + 1]), code << SLOT_BITS);
  }
  return new DataView(slots.buffer);
}
