import { ByteList } from './byte-list.js';

/**
 * Distinct byte strings with a dense code each, in the order of their first appearance. Open addressing over
 * 32-bit hashes; equal hashes are settled by comparing the bytes.
 */
export class ByteTable {
  readonly items: ByteList = new ByteList();
  #slots: Int32Array;
  #hashes: Uint32Array;
  #mask: number;

  constructor(expected = 64) {
    let capacity = 128;
    while (capacity < expected * 2) capacity *= 2;
    this.#slots = new Int32Array(capacity).fill(-1);
    this.#hashes = new Uint32Array(capacity >> 1);
    this.#mask = capacity - 1;
  }

  get size(): number {
    return this.items.length;
  }

  /** The code of `bytes[start … end)`, given to it now if it is new: then the answer equals the former size. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const slot = this.#probe(hash, bytes, start, end);
    const known = this.#slots[slot];
    if (known >= 0) return known;
    const code = this.items.push(bytes, start, end);
    this.#slots[slot] = code;
    this.#hashes[code] = hash;
    if (this.items.length >= this.#hashes.length) this.#grow();
    return code;
  }

  /** The code of `bytes[start … end)`, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#slots[this.#probe(hashBytes(bytes, start, end), bytes, start, end)];
  }

  #probe(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const { bytes: held, offsets } = this.items;
    const length = end - start;
    let slot = hash & this.#mask;
    for (; ; slot = (slot + 1) & this.#mask) {
      const code = this.#slots[slot];
      if (code < 0) return slot;
      if (this.#hashes[code] !== hash) continue;
      const at = offsets[code];
      if (offsets[code + 1] - at !== length) continue;
      let i = 0;
      while (i < length && held[at + i] === bytes[start + i]) i++;
      if (i === length) return slot;
    }
  }

  #grow(): void {
    const capacity = this.#slots.length * 2;
    const hashes = new Uint32Array(capacity >> 1);
    hashes.set(this.#hashes);
    const slots = new Int32Array(capacity).fill(-1);
    const mask = capacity - 1;
    for (let code = 0; code < this.items.length; code++) {
      let slot = hashes[code] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
    this.#hashes = hashes;
    this.#mask = mask;
  }
}

/** FNV-1a with a final mix, so that keys that differ in their last digits only spread over the table. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
