import { ByteList } from './byte-list.js';
import { areSameLists } from './byte-lists.js';
import { storageCorrupt } from './storage-error.js';

/*
 * Keys, dates, amounts and links are mostly digits in a fixed surrounding: `ORD-0001234`, `2024-03-14T10:05:00Z`. A
 * template is that surrounding: what stands before, between and behind the numbers of a text, and how many digits each
 * has at least. A text that fits is nothing but its numbers.
 */

/** Numbers of more digits do not fit into 32 bits. */
const MAX_DIGITS = 9;
const MAX_NUMBERS = 12;
const MAX_LITERAL_BYTES = 200;
/** In place of the first number of a text that does not fit. */
export const MISFIT = 0xffff_ffff;

/** Numbers of texts: one array for each number of the template, one place for each text. */
export type Numbers = readonly Uint32Array<ArrayBuffer>[];

export class NumberTemplate {
  /** One more than there are numbers. */
  readonly literals: ByteList;
  /** Least digits of each number: shorter ones have noughts in front. */
  readonly widths: Uint8Array<ArrayBuffer>;

  constructor(literals: ByteList, widths: Uint8Array<ArrayBuffer>) {
    const isTooWide = widths.some((width) => width < 1 || width > MAX_DIGITS);
    if (widths.length === 0 || literals.length !== widths.length + 1 || isTooWide) throw storageCorrupt();
    this.literals = literals;
    this.widths = widths;
  }

  /** The template of one text; null when it has no numbers, or too many. */
  static of({ bytes, offsets }: ByteList, item: number): NumberTemplate | null {
    const literals = new ByteList();
    const widths: number[] = [];
    const end = offsets[item + 1];
    let literal = offsets[item];
    for (let at = literal; at < end;) {
      if (!isDigit(bytes[at])) {
        at++;
        continue;
      }
      const start = at;
      while (at < end && isDigit(bytes[at])) at++;
      if (at - start > MAX_DIGITS || widths.length === MAX_NUMBERS) return null;
      literals.push(bytes, literal, start);
      widths.push(bytes[start] === NOUGHT ? at - start : 1);
      literal = at;
    }
    literals.push(bytes, literal, end);
    if (widths.length === 0 || literals.size > MAX_LITERAL_BYTES) return null;
    return new NumberTemplate(literals, Uint8Array.from(widths));
  }

  equals(other: NumberTemplate): boolean {
    const isAsWide = (width: number, number: number): boolean => width === this.widths[number];
    return other === this || (areSameLists(other.literals, this.literals) && other.widths.every(isAsWide));
  }

  /** The same with other widths. */
  withWidths(widths: Uint8Array<ArrayBuffer>): NumberTemplate {
    return new NumberTemplate(this.literals, widths);
  }

  /** True when a text has the same surrounding, whatever the digits of its numbers; `note` is told of each number. */
  isLike(
    texts: ByteList,
    item: number,
    note: (number: number, digits: number, hasNought: boolean) => void,
  ): boolean {
    const other = NumberTemplate.of(texts, item);
    if (other === null || !areSameLists(other.literals, this.literals)) return false;
    let at = texts.offsets[item];
    for (let number = 0; number < this.widths.length; number++) {
      at += this.literals.offsets[number + 1] - this.literals.offsets[number];
      const start = at;
      while (at < texts.offsets[item + 1] && isDigit(texts.bytes[at])) at++;
      note(number, at - start, texts.bytes[start] === NOUGHT);
    }
    return true;
  }

  /** Takes the numbers out of texts; answers how many texts do not fit: their first number is {@link MISFIT}. */
  read({ bytes, offsets, length }: ByteList, numbers: Numbers): number {
    const { literals, widths } = this;
    const { bytes: letters, offsets: literalAt } = literals;
    let misfits = 0;
    texts: for (let item = 0; item < length; item++) {
      const end = offsets[item + 1];
      let at = offsets[item];
      for (let number = 0; ; number++) {
        for (let i = literalAt[number], last = literalAt[number + 1]; i < last; i++, at++) {
          if (at >= end || bytes[at] !== letters[i]) {
            numbers[0][item] = MISFIT;
            misfits++;
            continue texts;
          }
        }
        if (number === widths.length) break;
        const start = at;
        let value = 0;
        for (let digit = 0; at < end && (digit = bytes[at] - NOUGHT) >= 0 && digit <= 9; at++) {
          value = value * 10 + digit;
        }
        const digits = at - start;
        const isExact = digits === widths[number] || (digits > widths[number] && bytes[start] !== NOUGHT);
        if (!isExact || digits > MAX_DIGITS) {
          numbers[0][item] = MISFIT;
          misfits++;
          continue texts;
        }
        numbers[number][item] = value;
      }
      if (at < end) {
        numbers[0][item] = MISFIT;
        misfits++;
      }
    }
    return misfits;
  }

  /** Most bytes of a text. */
  get mostBytes(): number {
    return this.literals.size + this.widths.length * 10;
  }

  /** Most bytes of a text whose numbers are not larger than those given. */
  sizeFor(largest: readonly number[]): number {
    let size = this.literals.size;
    largest.forEach((value, number) => (size += Math.max(this.widths[number], String(value).length)));
    return size;
  }

  /** Writes one text from its numbers; answers where it ends. */
  write(numbers: Numbers, item: number, to: Uint8Array, at: number): number {
    const { widths } = this;
    const { bytes, offsets } = this.literals;
    for (let number = 0; ; number++) {
      for (let i = offsets[number], last = offsets[number + 1]; i < last; i++) to[at++] = bytes[i];
      if (number === widths.length) return at;
      let value = numbers[number][item];
      const digits = Math.max(widths[number], digitsOf(value));
      for (let i = at + digits - 1; i >= at; i--) {
        const rest = (value / 10) >>> 0;
        to[i] = NOUGHT + value - rest * 10;
        value = rest;
      }
      at += digits;
    }
  }
}

const NOUGHT = 48;

function isDigit(byte: number): boolean {
  return byte >= NOUGHT && byte <= NOUGHT + 9;
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit && digits < 10; limit *= 10) digits++;
  return digits;
}
