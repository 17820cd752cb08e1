import { ByteList } from './byte-list.js';
import { ESCAPE } from './symbol-table.js';

/** Most bytes of a symbol that is looked for: three words. */
export const MAX_LENGTH = 12;

/** Symbols of three bytes and more are found by a hash of these. */
const HASH_BITS = 12;

/*
 * An entry of the table: three words of the symbol, each with the mask of the bytes that count, and what is found: the
 * length above the code. The symbols of one hash follow each other, the longest first, then a nought.
 */
const ENTRY_WORDS = 8;
const FOUND = 6;
const LENGTH_UNIT = 256;

/** No symbol begins with this byte. */
const ALONE = LENGTH_UNIT + ESCAPE;

/** Turns texts into codes of symbols, at each place the longest, a word at a time: byte by byte takes thrice as long. */
export class SymbolEncoder {
  /** The first entry of each hash. */
  readonly #first = new Uint16Array(1 << HASH_BITS);
  readonly #entries: Int32Array;
  /** Symbols of two bytes: code + 1, or 0. */
  readonly #pairs = new Uint8Array(1 << 16);
  readonly #singles = new Uint16Array(256).fill(ALONE);
  #scratch = new Uint8Array(0);

  /** Symbols of one byte up to {@link MAX_LENGTH}. */
  constructor(symbols: ByteList) {
    const { bytes, offsets, length } = symbols;
    const long: LongSymbol[] = [];
    for (let code = 0; code < length; code++) {
      const start = offsets[code];
      const found = (offsets[code + 1] - start) * LENGTH_UNIT + code;
      if (found < 2 * LENGTH_UNIT) this.#singles[bytes[start]] = found;
      else if (found < 3 * LENGTH_UNIT) this.#pairs[bytes[start] | (bytes[start + 1] << 8)] = code + 1;
      else long.push(longSymbol(bytes, start, found));
    }
    long.sort((a, b) => a.hash - b.hash || b.found - a.found);
    // Entry 0 is the end of every hash without symbols.
    this.#entries = new Int32Array((1 + long.length * 2) * ENTRY_WORDS);
    let entry = 0;
    let before = -1;
    for (const { hash, found, words } of long) {
      if (hash !== before) this.#first[hash] = ++entry;
      before = hash;
      this.#entries.set(words, entry * ENTRY_WORDS);
      this.#entries[entry * ENTRY_WORDS + FOUND] = found;
      entry++;
    }
  }

  /** The codes of each text; a byte that no symbol begins with follows {@link ESCAPE}. */
  encode(texts: ByteList): ByteList {
    const { offsets: places, length, size } = texts;
    const view = viewOf(texts);
    // A byte takes two at most.
    if (this.#scratch.length < size * 2) this.#scratch = new Uint8Array(size * 2);
    const to = this.#scratch;
    const offsets = new Uint32Array(length + 1);
    const first = this.#first;
    const entries = this.#entries;
    let out = 0;
    for (let text = 0; text < length; text++) {
      const end = places[text + 1];
      for (let at = places[text]; at < end;) {
        const word = view.getInt32(at, true);
        let found: number;
        for (let entry = first[hashOf(word)] * ENTRY_WORDS; ; entry += ENTRY_WORDS) {
          found = entries[entry + FOUND];
          if (found === 0) break;
          if (((word ^ entries[entry]) & entries[entry + 1]) !== 0 || at + (found >> 8) > end) continue;
          if (found < 5 * LENGTH_UNIT) break;
          if (((view.getInt32(at + 4, true) ^ entries[entry + 2]) & entries[entry + 3]) !== 0) continue;
          if (found < 9 * LENGTH_UNIT) break;
          if (((view.getInt32(at + 8, true) ^ entries[entry + 4]) & entries[entry + 5]) === 0) break;
        }
        if (found === 0) {
          const pair = this.#pairs[word & 0xffff];
          found = pair > 0 && at + 1 < end ? 2 * LENGTH_UNIT + pair - 1 : this.#singles[word & 0xff];
        }
        const code = found & 0xff;
        to[out++] = code;
        if (code === ESCAPE) to[out++] = word;
        at += found >> 8;
      }
      offsets[text + 1] = out;
    }
    return new ByteList(to.slice(0, out), offsets, length);
  }
}

/** The bytes of a list, with words behind them that may be read. */
function viewOf({ bytes, size }: ByteList): DataView {
  let spacious = bytes;
  if (bytes.length < size + MAX_LENGTH) {
    spacious = new Uint8Array(size + MAX_LENGTH);
    spacious.set(bytes.subarray(0, size));
  }
  return new DataView(spacious.buffer, spacious.byteOffset, spacious.byteLength);
}

interface LongSymbol {
  hash: number;
  found: number;
  /** Three, each followed by its mask. */
  words: readonly number[];
}

function longSymbol(bytes: Uint8Array, start: number, found: number): LongSymbol {
  const words = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < found >> 8; i++) {
    const word = (i >> 2) * 2;
    words[word] |= bytes[start + i] << ((i & 3) * 8);
    words[word + 1] |= 0xff << ((i & 3) * 8);
  }
  return { hash: hashOf(words[0]), found, words };
}

/** Of the first three bytes of a word. */
function hashOf(word: number): number {
  return Math.imul(word << 8, 0x9e3779b1) >>> (32 - HASH_BITS);
}
