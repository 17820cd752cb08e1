import { ByteList, compareBytes } from './byte-list.js';
import { storageCorrupt } from './storage-error.js';
import type { WordReader, WordWriter } from './words.js';

/** Writes how long the items of a list are. */
export function writeLengths(writer: WordWriter, { offsets, length }: ByteList): void {
  const lengths = new Uint32Array(length);
  for (let i = 0; i < length; i++) lengths[i] = offsets[i + 1] - offsets[i];
  writer.vector(lengths);
}

/** Bytes that lists take, one list behind the other. */
export class ByteReader {
  readonly #reader: WordReader;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(reader: WordReader, bytes: Uint8Array<ArrayBuffer>) {
    this.#reader = reader;
    this.#bytes = bytes;
  }

  /** The next list, in place. */
  list(count: number): ByteList {
    const lengths = this.#reader.vector(count);
    const offsets = new Uint32Array(count + 1);
    const size = addUp(lengths, offsets);
    const start = this.#at;
    this.#at += size;
    if (this.#at > this.#bytes.length) throw storageCorrupt();
    return new ByteList(this.#bytes.subarray(start, this.#at), offsets, count);
  }
}

/** For itself: the loop of a function that does more is compiled anew for each long list (V8, on-stack replacement). */
function addUp(lengths: Uint32Array, offsets: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) {
    sum += lengths[i];
    offsets[i + 1] = sum;
  }
  return sum;
}

/** The bytes of lists, one behind the other. */
export function bytesOf(...lists: readonly ByteList[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lists.reduce((sum, list) => sum + list.size, 0));
  let at = 0;
  for (const list of lists) {
    bytes.set(list.bytes.subarray(0, list.size), at);
    at += list.size;
  }
  return bytes;
}

/** Several lists of bytes as one. */
export function joinLists(lists: readonly ByteList[]): ByteList {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(lists.reduce((sum, list) => sum + list.size, 0));
  const offsets = new Uint32Array(length + 1);
  let item = 0;
  let at = 0;
  for (const list of lists) {
    bytes.set(list.bytes.subarray(0, list.size), at);
    shift(list.offsets, list.length, offsets, item, at);
    item += list.length;
    at += list.size;
  }
  return new ByteList(bytes, offsets, length);
}

function shift(from: Uint32Array, count: number, to: Uint32Array, item: number, by: number): void {
  for (let i = 1; i <= count; i++) to[item + i] = by + from[i];
}

/** True when two lists hold the same items. */
export function areSameLists(a: ByteList, b: ByteList): boolean {
  if (a.length !== b.length || a.size !== b.size) return false;
  for (let i = 0; i <= a.length; i++) if (a.offsets[i] !== b.offsets[i]) return false;
  return compareBytes(a.bytes, 0, a.size, b.bytes, 0, b.size) === 0;
}

/** Says of two items, one of each list, whether they are the same. */
export function sameItems(a: ByteList, b: ByteList): (item: number, of: number) => boolean {
  return (item, of) => {
    const [start, end] = [a.offsets[item], a.offsets[item + 1]];
    const [from, to] = [b.offsets[of], b.offsets[of + 1]];
    return end - start === to - from && compareBytes(a.bytes, start, end, b.bytes, from, to) === 0;
  };
}
