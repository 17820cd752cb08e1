import { foldText } from '../../model/search-text.js';
import { decodeText, type ByteList } from '../store/byte-list.js';

const encoder = new TextEncoder();

/**
 * Finds a text in UTF-8 without regard to case. Bytes are compared as they are; a text becomes a string only where its
 * letters are beyond ASCII and that can matter.
 */
export class TextFinder {
  readonly #text: string;
  /** The text as ASCII in both cases; null when it has other letters. */
  readonly #lower: Uint8Array | null;
  readonly #upper: Uint8Array;
  /** Letters beyond ASCII may become the text's own in lower case: the Kelvin sign a k, the dotted I an i. */
  readonly #mayBeFolded: boolean;

  /** `text` is folded ({@link foldText}) and not empty. */
  constructor(text: string) {
    this.#text = text;
    const lower = encoder.encode(text);
    this.#lower = lower.length === text.length ? lower : null;
    this.#upper = encoder.encode(text.toUpperCase());
    this.#mayBeFolded = /[ki]/.test(text);
  }

  /** True when no number or date in normal form (D 2) can have the text: then it must be in the source as well. */
  get isBeyondForms(): boolean {
    return !/^[\dtz:.+-]*$/.test(this.#text);
  }

  /** True when the text is in a string. */
  isInText(text: string): boolean {
    return foldText(text).includes(this.#text);
  }

  /**
   * Marks the items of `[start, end)` that have the text; those that are marked already are passed over. Their bytes
   * lie one behind the other and are read in one go.
   */
  mark(list: ByteList, start: number, end: number, marks: Uint8Array): void {
    const { bytes, offsets } = list;
    const lower = this.#lower;
    if (lower !== null) {
      const upper = this.#upper;
      const length = lower.length;
      const [firstLower, firstUpper] = [lower[0], upper[0]];
      let item = start;
      for (let at = offsets[start], last = offsets[end] - length; at <= last; at++) {
        const byte = bytes[at];
        if (byte !== firstLower && byte !== firstUpper) continue;
        while (offsets[item + 1] <= at) item++;
        if (marks[item] === 0) {
          let i = 1;
          while (i < length && (bytes[at + i] === lower[i] || bytes[at + i] === upper[i])) i++;
          // The end of one item and the beginning of the next are no text.
          if (i < length || at + length > offsets[item + 1]) continue;
          marks[item] = 1;
        }
        at = offsets[item + 1] - 1;
      }
      if (!this.#mayBeFolded) return;
    }
    if (!isBeyondAscii(bytes, offsets[start], offsets[end])) return;
    for (let item = start; item < end; item++) {
      if (marks[item] === 0 && this.#isFoldedIn(bytes, offsets[item], offsets[item + 1])) marks[item] = 1;
    }
  }

  /** True when the text is in `bytes[start … end)` and there are letters beyond ASCII. */
  #isFoldedIn(bytes: Uint8Array, start: number, end: number): boolean {
    return isBeyondAscii(bytes, start, end) && this.isInText(decodeText(bytes, start, end));
  }
}

function isBeyondAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 127) return true;
  return false;
}
