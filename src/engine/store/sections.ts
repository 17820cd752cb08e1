import type { ByteList } from './byte-list.js';
import type { PackedTexts, TextSections } from './packed-texts.js';
import { PlainTexts } from './plain-texts.js';
import { readTexts } from './read-texts.js';
import { storageCorrupt } from './storage-error.js';
import { WordReader, WordWriter } from './words.js';

const MAGIC = 0x31544341; // "ACT1", read as little-endian
const HEADER_WORDS = 3;

/** Arrays that a chunk can hold. */
export type SectionData =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * Lays typed arrays out one behind the other in one buffer: magic, size, count, the offset of each section, then
 * the sections at multiples of eight bytes. One buffer is one database record.
 */
export function packSections(sections: readonly SectionData[]): ArrayBuffer {
  const offsets: number[] = [];
  let size = align((HEADER_WORDS + sections.length * 2) * 4);
  for (const section of sections) {
    offsets.push(size);
    size = align(size + section.byteLength);
  }
  const buffer = new ArrayBuffer(size);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS + sections.length * 2);
  header[0] = MAGIC;
  header[1] = size;
  header[2] = sections.length;
  const bytes = new Uint8Array(buffer);
  sections.forEach((section, i) => {
    header[HEADER_WORDS + i * 2] = offsets[i];
    header[HEADER_WORDS + i * 2 + 1] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]);
  });
  return buffer;
}

/** Reads what {@link packSections} wrote, without copying. A buffer of another make is `storage-corrupt`. */
export class Sections {
  readonly #buffer: ArrayBuffer;
  readonly #header: Uint32Array;

  constructor(buffer: ArrayBuffer) {
    const isLongEnough = buffer.byteLength >= HEADER_WORDS * 4;
    const words = new Uint32Array(buffer, 0, isLongEnough ? HEADER_WORDS : 0);
    if (!isLongEnough || words[0] !== MAGIC || words[1] !== buffer.byteLength) {
      throw storageCorrupt();
    }
    this.#buffer = buffer;
    this.#header = new Uint32Array(buffer, 0, HEADER_WORDS + words[2] * 2);
  }

  u8(index: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer, this.#at(index), this.#size(index));
  }

  u16(index: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#buffer, this.#at(index), this.#size(index) >> 1);
  }

  u32(index: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#buffer, this.#at(index), this.#size(index) >> 2);
  }

  i32(index: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#buffer, this.#at(index), this.#size(index) >> 2);
  }

  f64(index: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#buffer, this.#at(index), this.#size(index) >> 3);
  }

  /** A section of unsigned integers that {@link packVector} wrote. */
  vector(index: number, count: number): Uint32Array<ArrayBuffer> {
    return new WordReader(this.u32(index)).vector(count);
  }

  isEmpty(index: number): boolean {
    return this.#size(index) === 0;
  }

  #at(index: number): number {
    return this.#header[HEADER_WORDS + index * 2];
  }

  #size(index: number): number {
    return this.#header[HEADER_WORDS + index * 2 + 1];
  }
}

/** Two sections: integers and bytes of texts as they are. */
export function packTexts(texts: ByteList): TextSections {
  return new PlainTexts(texts).sections();
}

/** The texts of two sections, in whatever form. */
export function unpackTexts(sections: Sections, index: number, count: number): ByteList {
  return packedTexts(sections, index, count).unpack();
}

/** Two sections of texts, as they are stored. */
export function packedTexts(sections: Sections, index: number, count: number): PackedTexts {
  return readTexts(sections.u32(index), sections.u8(index + 1), count);
}

/** A section of unsigned integers. */
export function packVector(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const writer = new WordWriter();
  writer.vector(values);
  return writer.words;
}

function align(size: number): number {
  return (size + 7) & ~7;
}
