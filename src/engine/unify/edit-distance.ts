import { decodeText } from '../store/byte-list.js';
import type { ByteTable } from '../store/byte-table.js';

/** Letters of a text at most for which one word of bits holds a column of the matrix. */
const WORD_BITS = 32;

/** Edits at most between two texts whose longer one has `length` letters, to be `precision` percent alike (D 64). */
export function maxEdits(length: number, precision: number): number {
  return Math.floor((length * (100 - precision)) / 100);
}

/** Texts as numbered Unicode code points, and a word of 32 bits that tells which letters each has. */
export class Letters {
  readonly symbols: Uint32Array;
  readonly offsets: Uint32Array;
  readonly signatures: Uint32Array;
  readonly alphabet: number;

  constructor({ items }: ByteTable) {
    const ofAscii = new Int32Array(128).fill(-1);
    const numbers = new Map<number, number>();
    let count = 0;
    const symbols = new Uint32Array(items.size);
    this.offsets = new Uint32Array(items.length + 1);
    this.signatures = new Uint32Array(items.length);
    let at = 0;
    for (let value = 0; value < items.length; value++) {
      let signature = 0;
      const start = items.offsets[value];
      const end = items.offsets[value + 1];
      let i = start;
      while (i < end && items.bytes[i] < 128) i++;
      const isAscii = i === end;
      const text = isAscii ? null : decodeText(items.bytes, start, end);
      const letters = text === null ? end - start : text.length;
      for (let j = 0; j < letters; j++) {
        const point = text === null ? items.bytes[start + j] : (text.codePointAt(j) ?? 0);
        if (point > 0xffff) j++;
        let number = point < 128 ? ofAscii[point] : (numbers.get(point) ?? -1);
        if (number < 0) {
          number = count++;
          if (point < 128) ofAscii[point] = number;
          else numbers.set(point, number);
        }
        symbols[at++] = number;
        signature |= 1 << (number & 31);
      }
      this.signatures[value] = signature;
      this.offsets[value + 1] = at;
    }
    this.symbols = symbols.subarray(0, at);
    this.alphabet = count;
  }

  get count(): number {
    return this.signatures.length;
  }

  lengthOf(value: number): number {
    return this.offsets[value + 1] - this.offsets[value];
  }
}

/**
 * Levenshtein's distance over code points between one text and many others, given up as soon as it passes a limit.
 * Texts of up to 32 letters by Myers' bit vectors, longer ones by a band of the matrix.
 */
export class EditDistance {
  readonly #letters: Letters;
  /** Letter → bits of the places where the chosen text has it. */
  readonly #places: Uint32Array;
  #value = -1;
  #row = new Uint32Array(0);

  constructor(letters: Letters) {
    this.#letters = letters;
    this.#places = new Uint32Array(letters.alphabet);
  }

  /** The distance of two texts, or a number above `limit`. */
  between(value: number, other: number, limit: number): number {
    const { offsets, signatures } = this.#letters;
    const length = offsets[value + 1] - offsets[value];
    const otherLength = offsets[other + 1] - offsets[other];
    if (Math.abs(length - otherLength) > limit) return limit + 1;
    // Each letter that the other text lacks costs an edit of its own.
    const [a, b] = [signatures[value], signatures[other]];
    if (bitCount(a & ~b) > limit || bitCount(b & ~a) > limit) return limit + 1;
    return length <= WORD_BITS ? this.#byBits(value, other, limit) : this.#byBand(value, other, limit);
  }

  #byBits(value: number, other: number, limit: number): number {
    this.#choose(value);
    const { offsets, symbols } = this.#letters;
    const places = this.#places;
    const end = offsets[other + 1];
    const length = offsets[value + 1] - offsets[value];
    const last = 1 << (length - 1);
    let distance = length;
    let up = -1;
    let down = 0;
    for (let at = offsets[other]; at < end; at++) {
      const equal = places[symbols[at]];
      const vertical = equal | down;
      const diagonal = ((((equal & up) + up) | 0) ^ up) | equal;
      let rise = down | ~(diagonal | up);
      let fall = up & diagonal;
      if ((rise & last) !== 0) distance++;
      else if ((fall & last) !== 0) distance--;
      // Letters that are left can take at most one off each.
      if (distance - (end - at - 1) > limit) return limit + 1;
      rise = (rise << 1) | 1;
      fall <<= 1;
      up = fall | ~(vertical | rise);
      down = rise & vertical;
    }
    return distance;
  }

  #choose(value: number): void {
    if (value === this.#value) return;
    const { offsets, symbols } = this.#letters;
    const places = this.#places;
    if (this.#value >= 0) {
      for (let at = offsets[this.#value]; at < offsets[this.#value + 1]; at++) places[symbols[at]] = 0;
    }
    this.#value = value;
    const start = offsets[value];
    for (let at = start; at < offsets[value + 1] && at - start < WORD_BITS; at++) {
      places[symbols[at]] |= 1 << (at - start);
    }
  }

  #byBand(value: number, other: number, limit: number): number {
    const { offsets, symbols } = this.#letters;
    const [start, otherStart] = [offsets[value], offsets[other]];
    const length = offsets[value + 1] - start;
    const otherLength = offsets[other + 1] - otherStart;
    if (this.#row.length <= otherLength) this.#row = new Uint32Array(otherLength * 2 + 1);
    const row = this.#row;
    const over = limit + 1;
    for (let j = 0; j <= otherLength; j++) row[j] = Math.min(j, over);
    for (let i = 1; i <= length; i++) {
      const from = Math.max(1, i - limit);
      const to = Math.min(otherLength, i + limit);
      let diagonal = row[from - 1];
      row[from - 1] = from === 1 ? Math.min(i, over) : over;
      let least = row[from - 1];
      for (let j = from; j <= to; j++) {
        const before = row[j];
        const isSame = symbols[start + i - 1] === symbols[otherStart + j - 1];
        const above = j === i + limit ? over : before;
        row[j] = Math.min(diagonal + (isSame ? 0 : 1), above + 1, row[j - 1] + 1, over);
        if (row[j] < least) least = row[j];
        diagonal = before;
      }
      if (least > limit) return over;
    }
    return row[otherLength];
  }
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
