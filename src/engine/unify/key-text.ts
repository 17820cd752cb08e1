import type { ColumnType } from '../../model/model.js';
import { canonicalNumber } from '../ingest/canonical-number.js';
import { decodeText } from '../store/byte-list.js';

const encoder = new TextEncoder();
const BLANK = 0x20;

/**
 * Puts keys into the form in which they are compared (D 53, 54): blanks around them dropped, lower case, and in a
 * number column plain decimals, so that 12.0 meets 12. ASCII, by far the most common, never becomes a string.
 * The result stands in `bytes[0 … length)` until the next call.
 */
export class KeyText {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  length = 0;
  readonly #isNumber: boolean;

  constructor(type: ColumnType) {
    this.#isNumber = type === 'number';
  }

  /** False when nothing is left: an empty key. */
  read(source: Uint8Array, start: number, end: number): boolean {
    while (start < end && source[start] <= BLANK) start++;
    while (start < end && source[end - 1] <= BLANK) end--;
    if (this.bytes.length < end - start) this.bytes = new Uint8Array((end - start) * 2);
    this.length = end - start;
    for (let i = start, j = 0; i < end; i++, j++) {
      const byte = source[i];
      if (byte > 127 || (this.#isNumber && !(byte >= 0x30 && byte <= 0x39))) {
        return this.#readText(source, start, end);
      }
      this.bytes[j] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    }
    return this.length > 0;
  }

  #readText(source: Uint8Array, start: number, end: number): boolean {
    const text = decodeText(source, start, end).trim();
    const key = encoder.encode((this.#isNumber ? canonicalNumber(text) : text).toLowerCase());
    this.bytes = key;
    this.length = key.length;
    return key.length > 0;
  }
}
