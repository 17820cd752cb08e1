import { AdapterError } from '../../model/errors.js';
import type { TextBuffer } from './byte-reader.js';

/** Rejects bytes of a buffer that are not UTF-8 text, and NUL, which no text file has. */
export function requireText(buffer: TextBuffer, start: number, end: number): void {
  const at = findNonText(buffer.bytes, buffer.view, start, end);
  if (at >= 0) throw nonText(buffer, at);
}

/** The error for a byte of a buffer that is no text. */
export function nonText({ bytes, offset }: TextBuffer, at: number): AdapterError {
  const byteOffset = offset + at;
  if (bytes[at] === 0) {
    return new AdapterError(
      'not-text',
      `The file is not text: byte ${byteOffset} is zero. Choose a CSV, JSON or NDJSON file.`,
      { detail: { byteOffset } },
    );
  }
  return new AdapterError(
    'encoding',
    `The file is not UTF-8 text: byte ${byteOffset} is in another encoding. Save the file as UTF-8 and import it again.`,
    { detail: { byteOffset } },
  );
}

const ONES = 0x01010101;
const HIGH_BITS = 0x80808080;

/**
 * Where the first byte from `start` up to `end` stands that is NUL or in no well-formed UTF-8 sequence (Unicode
 * table 3-7); -1 when there is none. A sequence that `end` cuts is not well-formed. `view` is the memory of `bytes`.
 * Three times as fast as a fatal TextDecoder, which has to make a string.
 */
export function findNonText(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  const lastPair = bytes.length - 8;
  let at = start;
  while (at < end) {
    if (at <= lastPair) {
      const word = view.getInt32(at, true);
      let marks = (word | (word - ONES)) & HIGH_BITS;
      if (marks === 0) {
        const next = view.getInt32(at + 4, true);
        marks = (next | (next - ONES)) & HIGH_BITS;
        at += 4;
        if (marks === 0) {
          at += 4;
          continue;
        }
      }
      // The lowest mark is at the first byte that is NUL or not ASCII.
      at += (31 - Math.clz32(marks & -marks)) >> 3;
      if (at >= end) break;
    }
    if (bytes[at] === 0) return at;
    if (bytes[at] < 0x80) at++;
    while (at < end && bytes[at] >= 0x80) {
      const length = sequenceLength(bytes, at, end);
      if (length === 0) return at;
      at += length;
    }
  }
  return -1;
}

/** Length of the multi-byte sequence at a place; 0 when it is not well-formed. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  const second = at + 1 < end ? bytes[at + 1] : 0;
  if (lead < 0xe0) return lead >= 0xc2 && isContinuation(second) ? 2 : 0;
  // No overlong forms, no surrogates, nothing above U+10FFFF: four leads narrow the second byte.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  if (at + 2 >= end || !isContinuation(bytes[at + 2])) return 0;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 && at + 3 < end && isContinuation(bytes[at + 3]) ? 4 : 0;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
