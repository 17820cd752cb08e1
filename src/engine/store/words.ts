import { storageCorrupt } from './storage-error.js';

/*
 * Integers in as few bits as the widest of them needs. A vector is [bits + form * 64, base, (first)] and then the
 * numbers, one behind the other: each less the base, the least of them; or, where that takes fewer bits, the steps from
 * each number to the next, less the least step.
 */
const LEVEL = 0;
const STEPS = 1;
const FORM_UNIT = 64;

/** Writes 32-bit words: single ones, and vectors of unsigned integers packed by bits. */
export class WordWriter {
  #words = new Uint32Array(64);
  #size = 0;

  get words(): Uint32Array<ArrayBuffer> {
    return this.#words.subarray(0, this.#size);
  }

  word(value: number): void {
    this.#room(1);
    this.#words[this.#size++] = value;
  }

  vector(values: Uint32Array, count = values.length): void {
    const level = rangeOf(values, count);
    const steps = stepRangeOf(values, count);
    const levelBits = bitsFor(level.max - level.min);
    const stepBits = bitsFor(steps.max - steps.min);
    this.#room(3 + Math.ceil((count * Math.min(levelBits, stepBits)) / 32));
    const words = this.#words;
    if (stepBits < levelBits) {
      words[this.#size++] = stepBits + STEPS * FORM_UNIT;
      words[this.#size++] = steps.min;
      words[this.#size++] = values[0];
      this.#size = packSteps(values, count, steps.min, stepBits, words, this.#size);
    } else {
      words[this.#size++] = levelBits;
      words[this.#size++] = level.min;
      this.#size = packLevels(values, count, level.min, levelBits, words, this.#size);
    }
  }

  #room(count: number): void {
    if (this.#size + count <= this.#words.length) return;
    const grown = new Uint32Array(Math.max(this.#size + count, this.#words.length * 2));
    grown.set(this.#words.subarray(0, this.#size));
    this.#words = grown;
  }
}

/** Reads what a {@link WordWriter} wrote, in the same order. Words that end too early are `storage-corrupt`. */
export class WordReader {
  readonly #words: Uint32Array;
  #at = 0;

  constructor(words: Uint32Array) {
    this.#words = words;
  }

  word(): number {
    if (this.#at >= this.#words.length) throw storageCorrupt();
    return this.#words[this.#at++];
  }

  vector(count: number): Uint32Array<ArrayBuffer> {
    const head = this.word();
    const base = this.word();
    const bits = head % FORM_UNIT;
    const form = (head - bits) / FORM_UNIT;
    const first = form === STEPS ? this.word() : 0;
    const packed = form === STEPS ? Math.max(0, count - 1) : count;
    const from = this.#at;
    this.#at += Math.ceil((packed * bits) / 32);
    if (bits > 32 || form > STEPS || this.#at > this.#words.length) throw storageCorrupt();
    const values = new Uint32Array(count);
    if (form === LEVEL) unpackLevels(this.#words, from, base, bits, values);
    else unpackSteps(this.#words, from, base, bits, first, values);
    return values;
  }
}

interface Range {
  min: number;
  max: number;
}

function rangeOf(values: Uint32Array, count: number): Range {
  let min = count === 0 ? 0 : values[0];
  let max = min;
  for (let i = 1; i < count; i++) {
    const value = values[i];
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  return { min, max };
}

function stepRangeOf(values: Uint32Array, count: number): Range {
  if (count < 2) return { min: 0, max: 2 ** 32 };
  let min = Infinity;
  let max = -Infinity;
  for (let i = 1; i < count; i++) {
    const step = values[i] - values[i - 1];
    if (step < min) min = step;
    if (step > max) max = step;
  }
  return { min, max };
}

/** Bits of the largest number; 33, more than any level has, when a step does not fit into a word. */
function bitsFor(largest: number): number {
  return largest > 0xffff_ffff ? 33 : 32 - Math.clz32(largest);
}

function packLevels(
  values: Uint32Array,
  count: number,
  base: number,
  bits: number,
  words: Uint32Array,
  at: number,
): number {
  if (bits === 0) return at;
  let open = 0;
  let used = 0;
  for (let i = 0; i < count; i++) {
    const value = (values[i] - base) >>> 0;
    open |= value << used;
    used += bits;
    if (used >= 32) {
      words[at++] = open;
      used -= 32;
      open = used > 0 ? value >>> (bits - used) : 0;
    }
  }
  if (used > 0) words[at++] = open;
  return at;
}

/** The same of the steps from each number to the next, modulo 2^32. */
function packSteps(
  values: Uint32Array,
  count: number,
  base: number,
  bits: number,
  words: Uint32Array,
  at: number,
): number {
  if (bits === 0) return at;
  let open = 0;
  let used = 0;
  for (let i = 1; i < count; i++) {
    const value = (values[i] - values[i - 1] - base) >>> 0;
    open |= value << used;
    used += bits;
    if (used >= 32) {
      words[at++] = open;
      used -= 32;
      open = used > 0 ? value >>> (bits - used) : 0;
    }
  }
  if (used > 0) words[at++] = open;
  return at;
}

function unpackLevels(words: Uint32Array, at: number, base: number, bits: number, values: Uint32Array): void {
  if (bits === 0) {
    values.fill(base);
    return;
  }
  const mask = bits === 32 ? -1 : (1 << bits) - 1;
  let used = 0;
  for (let i = 0; i < values.length; i++) {
    let value = words[at] >>> used;
    used += bits;
    if (used >= 32) {
      used -= 32;
      at++;
      if (used > 0) value |= words[at] << (bits - used);
    }
    values[i] = base + ((value & mask) >>> 0);
  }
}

function unpackSteps(
  words: Uint32Array,
  at: number,
  base: number,
  bits: number,
  first: number,
  values: Uint32Array,
): void {
  if (values.length === 0) return;
  const steps = new Uint32Array(values.length - 1);
  unpackLevels(words, at, base, bits, steps);
  let value = first;
  values[0] = value;
  // Modulo 2^32, as the base of falling numbers is: it is below zero.
  for (let i = 0; i < steps.length; i++) values[i + 1] = value = (value + steps[i]) >>> 0;
}
