const encoder = new TextEncoder();

/** From here on the native encoder is faster than a loop, measured with names and sentences. */
const LONG_TEXT = 48;

/** Appends texts to one growing buffer as UTF-8. Lone surrogates become U+FFFD, as the encoder has it. */
export class Utf8Writer {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  write(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#reserve(text.length * 3);
    const bytes = this.bytes;
    let at = this.length;
    let done = 0;
    if (text.length < LONG_TEXT) {
      for (; done < text.length; done++) {
        const code = text.charCodeAt(done);
        if (code > 0x7f) break;
        bytes[at++] = code;
      }
    }
    if (done < text.length) at += encoder.encodeInto(text.slice(done), bytes.subarray(at)).written;
    this.length = at;
  }

  #reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
