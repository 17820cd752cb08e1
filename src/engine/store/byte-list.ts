import { ESCAPED } from '../ingest/record-batch.js';
import { unescapeField } from '../ingest/unescape.js';
import { writeUtf8 } from '../ingest/utf8-writer.js';
import { SPARE_BYTES, SpanCopier } from './span-copier.js';

// The mark at the beginning of a text is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A list of byte strings in one buffer: item i is `bytes[offsets[i] … offsets[i + 1])`. The common currency of
 * the engine; a text becomes a string only when somebody is about to read it (design § 4.2).
 */
export class ByteList {
  bytes: Uint8Array<ArrayBuffer>;
  offsets: Uint32Array<ArrayBuffer>;
  length: number;

  constructor(
    bytes: Uint8Array<ArrayBuffer> = new Uint8Array(256),
    offsets: Uint32Array<ArrayBuffer> = new Uint32Array(17),
    length = 0,
  ) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.length = length;
  }

  /** Bytes in use. */
  get size(): number {
    return this.offsets[this.length];
  }

  /** Appends a copy of `source[start … end)` and answers its index. */
  push(source: Uint8Array, start: number, end: number): number {
    const index = this.length;
    const at = this.offsets[index];
    const to = at + end - start;
    if (to > this.bytes.length) this.#growBytes(to);
    if (index + 1 >= this.offsets.length) this.#growOffsets();
    copyBytes(source, start, end, this.bytes, at);
    this.offsets[index + 1] = to;
    this.length = index + 1;
    return index;
  }

  /** Appends a text. */
  pushText(text: string): number {
    const start = this.size;
    // No UTF-16 unit takes more than three bytes.
    const most = start + text.length * 3;
    if (most > this.bytes.length) this.#growBytes(most);
    if (this.length + 1 >= this.offsets.length) this.#growOffsets();
    this.offsets[this.length + 1] = writeUtf8(text, this.bytes, start);
    return this.length++;
  }

  /**
   * Appends fields of a scanned buffer: `spans` holds start and end of field i at `first + i * stride`, the end with
   * the flag of doubled quotes.
   */
  pushSpans(source: Uint8Array, spans: Uint32Array, first: number, stride: number, count: number): void {
    let size = this.size;
    for (let i = 0, span = first; i < count; i++, span += stride) {
      size += (spans[span + 1] & ~ESCAPED) - spans[span];
    }
    // Many more follow as a rule; memory that nobody writes to costs nothing.
    if (size + SPARE_BYTES > this.bytes.length) this.#growBytes(size + SPARE_BYTES, 4);
    while (this.length + count >= this.offsets.length) this.#growOffsets();
    const { bytes, offsets } = this;
    const copier = new SpanCopier(source, bytes);
    let at = this.size;
    for (let i = 0, span = first; i < count; i++, span += stride) {
      const start = spans[span];
      const end = spans[span + 1];
      if (end >= ESCAPED) at = unescapeField(source, start, end & ~ESCAPED, bytes, at);
      else at = copier.copy(start, end, at);
      offsets[this.length + i + 1] = at;
    }
    this.length += count;
  }

  /** Where the next item begins, with room for so many bytes; {@link close} appends it. */
  open(size: number): number {
    const start = this.size;
    if (start + size > this.bytes.length) this.#growBytes(start + size);
    if (this.length + 1 >= this.offsets.length) this.#growOffsets();
    return start;
  }

  /** Appends what was written behind {@link open}. */
  close(end: number): void {
    this.offsets[++this.length] = end;
  }

  /** Replaces the items by copies of chosen ones of another list: one check for room, then a tight loop. */
  gather(source: ByteList, items: Uint32Array): void {
    const { bytes: from, offsets: places } = source;
    let size = 0;
    for (const item of items) size += places[item + 1] - places[item];
    if (size + SPARE_BYTES > this.bytes.length) this.bytes = new Uint8Array(size * 2 + SPARE_BYTES);
    if (items.length >= this.offsets.length) this.offsets = new Uint32Array(items.length * 2);
    const { offsets } = this;
    const copier = new SpanCopier(from, this.bytes);
    let at = 0;
    for (let i = 0; i < items.length; i++) {
      at = copier.copy(places[items[i]], places[items[i] + 1], at);
      offsets[i + 1] = at;
    }
    this.length = items.length;
  }

  text(index: number): string {
    return decodeText(this.bytes, this.offsets[index], this.offsets[index + 1]);
  }

  view(index: number): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(this.offsets[index], this.offsets[index + 1]);
  }

  isEmpty(index: number): boolean {
    return this.offsets[index] === this.offsets[index + 1];
  }

  /** Forgets the items and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  #growBytes(least: number, factor = 2): void {
    const grown = new Uint8Array(Math.max(least, this.bytes.length * factor));
    grown.set(this.bytes.subarray(0, this.size));
    this.bytes = grown;
  }

  #growOffsets(): void {
    const grown = new Uint32Array(this.offsets.length * 2);
    grown.set(this.offsets);
    this.offsets = grown;
  }
}

/** Up to this many bytes a loop beats the two objects that `set(subarray())` makes (bench/README.md). */
const LOOP_BYTES = 32;

/** Copies `source[start … end)` to `target[at …)`. */
export function copyBytes(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  if (end - start > LOOP_BYTES) {
    target.set(source.subarray(start, end), at);
    return;
  }
  for (let i = start, j = at; i < end; i++, j++) target[j] = source[i];
}

/** Decodes a stretch of UTF-8; short ASCII, by far the most common, without a call into the decoder. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < 24) {
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = bytes[i];
      if (byte > 127) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

/** Order of UTF-8 bytes, which is the order of code points: below zero when a comes first. */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const common = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < common; i++) {
    const difference = a[aStart + i] - b[bStart + i];
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}
