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

/**
 * Where the first byte from `start` up to `end` stands that is NUL or in no well-formed UTF-8 sequence (Unicode
 * table 3-7); -1 when there is none. A sequence that `end` cuts is not well-formed. ASCII goes eight bytes a step.
 * `view` is the memory of `bytes`.
 */
export function findNonText(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  const lastPair = Math.min(end, bytes.length) - 8;
  let at = start;
  while (at < end) {
    while (at <= lastPair && isPlain(view.getInt32(at, true), view.getInt32(at + 4, true))) at += 8;
    while (at < end && bytes[at] >= 0x80) {
      const length = sequenceLength(bytes, at, end);
      if (length === 0) return at;
      at += length;
    }
    if (at < end && bytes[at++] === 0) return at - 1;
  }
  return -1;
}

/** True when no byte of the two words is NUL or above 0x7f. It may say no to a 0x01, and the bytes are looked at. */
function isPlain(word: number, next: number): boolean {
  return (((word - 0x01010101) | word | (next - 0x01010101) | next) & 0x80808080) === 0;
}

/** Length of the multi-byte sequence at a place; 0 when it is not well-formed. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  // No overlong forms, no surrogates, nothing above U+10FFFF: four leads narrow the second byte.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1];
  if (second < lowest || second > highest) return 0;
  if (length > 2 && (bytes[at + 2] & 0xc0) !== 0x80) return 0;
  if (length > 3 && (bytes[at + 3] & 0xc0) !== 0x80) return 0;
  return length;
}
