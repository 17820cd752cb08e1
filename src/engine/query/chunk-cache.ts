import type { ActivityChunk } from '../store/activity-chunk.js';
import { compareBytes } from '../store/byte-list.js';

/** Bytes of chunks kept for repeated questions: some two hundred chunks, a few screens of several customers. */
const MAX_BYTES = 16 << 20;

/** A place in a segment: a customer and, unless the customer's first row is meant, the place of a row. */
export interface Place {
  customer: Uint8Array;
  /** Absent: before the customer's first row. */
  time?: number;
  sequence?: number;
}

/**
 * Chunks read lately, found by any place they hold. Segments never change, so nothing here goes stale; what falls
 * out of use is dropped, least recently used first.
 */
export class ChunkCache {
  readonly #chunks = new Map<number, ActivityChunk[]>();
  #bytes = 0;
  #order: { segment: number; chunk: ActivityChunk }[] = [];

  /** The chunk of a segment that holds a place, if it is here. */
  find(segment: number, place: Place): ActivityChunk | null {
    const chunks = this.#chunks.get(segment) ?? [];
    const found = chunks.find((chunk) => holds(chunk, place));
    if (found === undefined) return null;
    this.#touch(segment, found);
    return found;
  }

  add(segment: number, chunk: ActivityChunk): ActivityChunk {
    const chunks = this.#chunks.get(segment) ?? [];
    // The same chunk may be read twice when two questions meet; one copy is enough.
    const known = chunks.find((other) => isSame(other, chunk));
    if (known !== undefined) return known;
    chunks.push(chunk);
    this.#chunks.set(segment, chunks);
    this.#order.push({ segment, chunk });
    this.#bytes += chunk.byteLength;
    while (this.#bytes > MAX_BYTES && this.#order.length > 1) this.#dropOldest();
    return chunk;
  }

  clear(): void {
    this.#chunks.clear();
    this.#order = [];
    this.#bytes = 0;
  }

  #touch(segment: number, chunk: ActivityChunk): void {
    const at = this.#order.findIndex((entry) => entry.chunk === chunk);
    if (at < 0 || at === this.#order.length - 1) return;
    this.#order.splice(at, 1);
    this.#order.push({ segment, chunk });
  }

  #dropOldest(): void {
    const oldest = this.#order.shift();
    if (oldest === undefined) return;
    this.#bytes -= oldest.chunk.byteLength;
    const rest = (this.#chunks.get(oldest.segment) ?? []).filter((chunk) => chunk !== oldest.chunk);
    if (rest.length === 0) this.#chunks.delete(oldest.segment);
    else this.#chunks.set(oldest.segment, rest);
  }
}

/** True when the place lies in the chunk and not in a gap before it, of which the chunk alone cannot know. */
function holds(chunk: ActivityChunk, place: Place): boolean {
  return (
    compareToRow(chunk, 0, 0, place) >= 0 &&
    compareToRow(chunk, chunk.rows - 1, chunk.customers - 1, place) <= 0
  );
}

/** Where a place lies as seen from a row: below zero before it. A customer's first row begins with the customer. */
function compareToRow(chunk: ActivityChunk, row: number, position: number, place: Place): number {
  const id = chunk.idAt(position);
  const byCustomer = compareBytes(place.customer, 0, 16, id, 0, 16);
  if (byCustomer !== 0) return byCustomer;
  const sequence = chunk.sequenceOf(row, chunk.startAt(position));
  if (place.time === undefined) return sequence === 0 ? 0 : -1;
  return chunk.times[row] - place.time || (place.sequence ?? 0) - sequence;
}

function isSame(a: ActivityChunk, b: ActivityChunk): boolean {
  return (
    a.rows === b.rows &&
    a.firstSequence === b.firstSequence &&
    compareBytes(a.idAt(0), 0, 16, b.idAt(0), 0, 16) === 0
  );
}
