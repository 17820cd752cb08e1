import { compareBytes } from './byte-list.js';
import type { ChunkBatch, ChunkKey, MetaChange, MetaKey, Storage, StorageEnd, View } from './storage.js';

interface Held {
  readonly key: ChunkKey;
  readonly chunk: ArrayBuffer;
}

/** Keeps everything in this page's memory: for pages where IndexedDB cannot be used, and for Node. */
export class MemoryStorage implements Storage {
  readonly persistence = 'memory';
  onEnd: (how: StorageEnd) => void = () => undefined;
  readonly #meta = new Map<string, unknown>();
  readonly #segments = new Map<number, Held[]>();

  read<T>(work: (view: View) => Promise<T>): Promise<T> {
    return work(this.#view);
  }

  write(chunks: ChunkBatch): Promise<void> {
    for (const [key, chunk] of chunks) {
      const segment = Number(key[0]);
      let held = this.#segments.get(segment);
      if (held === undefined) this.#segments.set(segment, (held = []));
      held.splice(firstNotBelow(held, key), 0, { key, chunk });
    }
    return Promise.resolve();
  }

  async commit<T>(
    work: (view: View) => Promise<{ changes: readonly MetaChange[]; result: T }>,
    chunks: ChunkBatch = [],
  ): Promise<T> {
    const { changes, result } = await work(this.#view);
    await this.write(chunks);
    for (const [key, value] of changes) {
      if (value === undefined) this.#meta.delete(JSON.stringify(key));
      else this.#meta.set(JSON.stringify(key), structuredClone(value));
    }
    return result;
  }

  segments(): Promise<number[]> {
    return Promise.resolve([...this.#segments.keys()]);
  }

  removeSegment(segment: number): Promise<void> {
    this.#segments.delete(segment);
    return Promise.resolve();
  }

  rest(): void {
    // Nobody else waits for this page's memory.
  }

  close(): Promise<void> {
    this.#meta.clear();
    this.#segments.clear();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.close();
  }

  readonly #view: View = {
    meta: (key: MetaKey) => Promise.resolve(structuredClone(this.#meta.get(JSON.stringify(key)))),
    first: (lower, upper) => Promise.resolve(this.#range(lower, upper)[0]),
    last: (lower, upper) => Promise.resolve(this.#range(lower, upper).at(-1)),
    all: (lower, upper) => Promise.resolve(this.#range(lower, upper)),
  };

  #range(lower: ChunkKey, upper: ChunkKey): ArrayBuffer[] {
    const held = this.#segments.get(Number(lower[0])) ?? [];
    const from = firstNotBelow(held, lower);
    let to = firstNotBelow(held, upper);
    if (to < held.length && compareKeys(held[to].key, upper) === 0) to++;
    return held.slice(from, to).map(({ chunk }) => chunk);
  }
}

function firstNotBelow(held: readonly Held[], key: ChunkKey): number {
  let low = 0;
  let high = held.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(held[middle].key, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of IndexedDB for the keys we use: numbers, then bytes, then arrays (Indexed Database API § 2.4). */
function compareKeys(a: ChunkKey, b: ChunkKey): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareParts(a: ChunkKey[number], b: ChunkKey[number]): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return compareBytes(a, 0, a.length, b, 0, b.length);
  }
  return rank(a) - rank(b);
}

function rank(part: ChunkKey[number]): number {
  if (typeof part === 'number') return 0;
  return part instanceof Uint8Array ? 1 : 2;
}
