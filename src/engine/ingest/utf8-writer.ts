const encoder = new TextEncoder();

/** From here on the native encoder is faster than a loop, measured with names and sentences. */
const LONG_TEXT = 48;

/** UTF-16 units that mean nothing alone. */
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/**
 * Writes a text as UTF-8 from `at` on, where three bytes must be free for each of its units, and answers where it ends.
 * A call of the encoder costs more than a short text.
 */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
  if (text.length >= LONG_TEXT) return at + encoder.encodeInto(text, bytes.subarray(at)).written;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < FIRST_SURROGATE || code > LAST_SURROGATE) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      return at + encoder.encodeInto(text.slice(i), bytes.subarray(at)).written;
    }
  }
  return at;
}

/** Appends texts to one growing buffer as UTF-8. Lone surrogates become U+FFFD, as the encoder has it. */
export class Utf8Writer {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  write(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#reserve(text.length * 3);
    this.length = writeUtf8(text, this.bytes, this.length);
  }

  #reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
