import { AdapterError } from '../../model/errors.js';
import { ByteList } from './byte-list.js';

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
      throw new AdapterError(
        'storage-corrupt',
        'The stored data cannot be read. Reset the workspace and import the tables again.',
      );
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

  /** A section of unsigned integers that {@link packIntegers} wrote. */
  integers(index: number, count: number): IntegerArray {
    const width = count === 0 ? 1 : this.#size(index) / count;
    return width === 1 ? this.u8(index) : width === 2 ? this.u16(index) : this.u32(index);
  }

  #at(index: number): number {
    return this.#header[HEADER_WORDS + index * 2];
  }

  #size(index: number): number {
    return this.#header[HEADER_WORDS + index * 2 + 1];
  }
}

export type IntegerArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The same integers in the narrowest array that holds them. */
export function packIntegers(values: Uint32Array<ArrayBuffer>, max: number): IntegerArray {
  if (max < 0x100) return Uint8Array.from(values);
  if (max < 0x1_0000) return Uint16Array.from(values);
  return values;
}

/** Two sections: the lengths of the items in the narrowest integers, and their bytes. */
export function packTexts(texts: ByteList): [IntegerArray, Uint8Array<ArrayBuffer>] {
  const lengths = new Uint32Array(texts.length);
  let longest = 0;
  for (let i = 0; i < texts.length; i++) {
    const length = texts.offsets[i + 1] - texts.offsets[i];
    lengths[i] = length;
    if (length > longest) longest = length;
  }
  return [packIntegers(lengths, longest), texts.bytes.subarray(0, texts.size)];
}

/** Reads two sections of {@link packTexts} that begin at `index`. */
export function unpackTexts(sections: Sections, index: number, count: number): ByteList {
  const offsets = new Uint32Array(count + 1);
  addUp(sections.integers(index, count), count, offsets);
  return new ByteList(sections.u8(index + 1), offsets, count);
}

/** For itself: the loop of a function that does more is compiled anew for each long list (V8, on-stack replacement). */
function addUp(lengths: IntegerArray, count: number, offsets: Uint32Array): void {
  for (let i = 0, at = 0; i < count; i++) {
    at += lengths[i];
    offsets[i + 1] = at;
  }
}

function align(size: number): number {
  return (size + 7) & ~7;
}
