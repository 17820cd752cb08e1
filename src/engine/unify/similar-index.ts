import type { Pacer } from '../pacer.js';
import { EditDistance, maxEdits, type Letters } from './edit-distance.js';

/** Of how many letters a segment must be on average for an index by segments to be worth while. */
const MIN_SEGMENT = 2;

/**
 * Finds the texts that are alike by a precision among many, in time that hardly grows with their number, and misses
 * none: a text that is cut into one segment more than there may be edits keeps one of them whole, near its place
 * (Pass-Join: Li, Deng, Wang, Feng, VLDB 2011). Texts too short for that are found by their length alone.
 *
 * What is indexed is a unit: a text in a block, and only texts of the same block are compared.
 */
export class SimilarIndex {
  /** Units found by {@link find}, with their edits. */
  found: Uint32Array = new Uint32Array(64);
  edits: Uint32Array = new Uint32Array(64);
  /** Texts that {@link find} passed over because it had looked at as many as it may. */
  skipped = 0;
  readonly #letters: Letters;
  readonly #precision: number;
  readonly #limit: number;
  readonly #distance: EditDistance;
  readonly #values: Int32Array;
  readonly #blocks: Int32Array | null;
  readonly #heads: Int32Array;
  readonly #mask: number;
  #hashes = new Uint32Array(1024);
  #units = new Uint32Array(1024);
  #next = new Int32Array(1024);
  #postings = 0;
  readonly #lastProbe: Uint32Array;
  #probe = 0;

  /** `values` holds the text of each unit; `limit` is how many texts a search may compare. */
  constructor(
    letters: Letters,
    precision: number,
    values: Int32Array,
    blocks: Int32Array | null,
    limit: number,
  ) {
    this.#letters = letters;
    this.#precision = precision;
    this.#limit = limit;
    this.#values = values;
    this.#distance = new EditDistance(letters);
    this.#lastProbe = new Uint32Array(values.length);
    let capacity = 256;
    while (capacity < values.length * 4) capacity *= 2;
    this.#heads = new Int32Array(capacity).fill(-1);
    this.#mask = capacity - 1;
    this.#blocks = blocks;
  }

  /** Takes the units in. Call once, before {@link find}. */
  async fill(pacer: Pacer): Promise<this> {
    for (let unit = 0; unit < this.#values.length; unit++) {
      this.#add(unit, this.#blocks === null ? 0 : this.#blocks[unit]);
      if (unit % 1024 === 0 && pacer.isDue) await pacer.pause();
    }
    return this;
  }

  /** How often two units meet in the index: the less, the cheaper are searches. */
  get cost(): number {
    const sizes = new Map<number, number>();
    for (let i = 0; i < this.#postings; i++)
      sizes.set(this.#hashes[i], (sizes.get(this.#hashes[i]) ?? 0) + 1);
    let cost = 0;
    for (const size of sizes.values()) cost += size * size;
    return cost;
  }

  /** Looks for the units of a block whose text is like `value`; answers how many there are in {@link found}. */
  find(value: number, block: number): number {
    const length = this.#letters.lengthOf(value);
    const longest = Math.floor((length * 100) / this.#precision);
    const most = Math.max(longest - length, maxEdits(length, this.#precision));
    this.#probe++;
    this.skipped = 0;
    let count = 0;
    let compared = 0;
    for (let step = 0; step <= most * 2; step++) {
      // The nearest lengths first: where the limit cuts off, the most alike were looked at.
      const other = length + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
      if (other < 1 || other > longest) continue;
      const limit = maxEdits(Math.max(length, other), this.#precision);
      if (Math.abs(other - length) > limit) continue;
      const segments = segmentsFor(other, this.#precision);
      for (let segment = 0; segment < Math.max(1, segments); segment++) {
        const start = Math.floor((segment * other) / Math.max(1, segments));
        const end = segments === 0 ? start : Math.floor(((segment + 1) * other) / segments);
        const from = segments === 0 ? 0 : firstPlace(start, segment, length - other, segments);
        const to =
          segments === 0
            ? 0
            : Math.min(lastPlace(start, segment, length - other, segments), length - end + start);
        for (let place = Math.max(0, from); place <= to; place++) {
          const hash = this.#hash(value, place, place + end - start, block, other, segment);
          for (let at = this.#heads[hash & this.#mask]; at >= 0; at = this.#next[at]) {
            const unit = this.#units[at];
            if (this.#hashes[at] !== hash || this.#lastProbe[unit] === this.#probe) continue;
            this.#lastProbe[unit] = this.#probe;
            if (compared === this.#limit) {
              this.skipped++;
              continue;
            }
            compared++;
            const edits = this.#distance.between(value, this.#values[unit], limit);
            if (edits > limit) continue;
            if (count === this.found.length) this.#growFound();
            this.found[count] = unit;
            this.edits[count++] = edits;
          }
        }
      }
    }
    return count;
  }

  #add(unit: number, block: number): void {
    const value = this.#values[unit];
    const length = this.#letters.lengthOf(value);
    const segments = segmentsFor(length, this.#precision);
    for (let segment = 0; segment < Math.max(1, segments); segment++) {
      const start = segments === 0 ? 0 : Math.floor((segment * length) / segments);
      const end = segments === 0 ? 0 : Math.floor(((segment + 1) * length) / segments);
      if (this.#postings === this.#hashes.length) this.#grow();
      const hash = this.#hash(value, start, end, block, length, segment);
      const at = this.#postings++;
      this.#hashes[at] = hash;
      this.#units[at] = unit;
      this.#next[at] = this.#heads[hash & this.#mask];
      this.#heads[hash & this.#mask] = at;
    }
  }

  /** Two segments of one hash are rare, and cost a comparison only. */
  #hash(value: number, start: number, end: number, block: number, length: number, segment: number): number {
    const { symbols, offsets } = this.#letters;
    const first = offsets[value];
    let hash = Math.imul(block ^ 0x811c9dc5, 0x01000193);
    hash = Math.imul(hash ^ length, 0x01000193);
    hash = Math.imul(hash ^ segment, 0x01000193);
    for (let i = first + start; i < first + end; i++) hash = Math.imul(hash ^ symbols[i], 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  #grow(): void {
    const capacity = this.#hashes.length * 2;
    this.#hashes = grown(this.#hashes, new Uint32Array(capacity));
    this.#units = grown(this.#units, new Uint32Array(capacity));
    this.#next = grown(this.#next, new Int32Array(capacity));
  }

  #growFound(): void {
    this.found = grown(this.found, new Uint32Array(this.found.length * 2));
    this.edits = grown(this.edits, new Uint32Array(this.edits.length * 2));
  }
}

function grown<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Segments of a text of `length` letters: one more than edits to any text that is like it; 0 where too many. */
function segmentsFor(length: number, precision: number): number {
  const longest = Math.floor((length * 100) / precision);
  const segments = maxEdits(longest, precision) + 1;
  return segments === 1 || length >= segments * MIN_SEGMENT ? segments : 0;
}

/** Where a segment can stand in a text longer by `more` letters, by the edits before and behind it (§ 4.2 there). */
function firstPlace(start: number, segment: number, more: number, segments: number): number {
  return Math.max(start - segment, start + more - (segments - 1 - segment));
}

function lastPlace(start: number, segment: number, more: number, segments: number): number {
  return Math.min(start + segment, start + more + (segments - 1 - segment));
}
