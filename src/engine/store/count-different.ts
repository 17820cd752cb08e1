import type { ByteList } from './byte-list.js';
import { sameItems } from './byte-lists.js';
import { hashBytes } from './byte-table.js';

/** Items of a part, about: a table of so many stays in the processor's first cache. */
const PART_ITEMS = 1024;
const MOST_PART_BITS = 12;

/**
 * How many of these items of a list are different. They are sorted into parts by their hashes, and each part has a
 * table of its own: most looks into one table of a million would wait for memory.
 */
export function countDifferent(list: ByteList, items: Uint32Array): number {
  const bits = Math.min(MOST_PART_BITS, Math.max(1, 32 - Math.clz32(items.length / PART_ITEMS)));
  const hashes = hashItems(list, items);
  const { sorted, ends } = sortByHash(items, hashes, 32 - bits);
  const isSame = sameItems(list, list);
  let slots = new Int32Array(PART_ITEMS * 4);
  let different = 0;
  let start = 0;
  for (const end of ends) {
    const capacity = 2 << (32 - Math.clz32(end - start));
    if (capacity > slots.length) slots = new Int32Array(capacity);
    else slots.fill(0, 0, capacity);
    different += countPart(sorted.subarray(start, end), hashes, slots, capacity - 1, isSame);
    start = end;
  }
  return different;
}

function hashItems({ bytes, offsets, length }: ByteList, items: Uint32Array): Uint32Array {
  const hashes = new Uint32Array(length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    hashes[item] = hashBytes(bytes, offsets[item], offsets[item + 1]);
  }
  return hashes;
}

/** The items by the highest bits of their hashes, and where each part of them ends. */
function sortByHash(
  items: Uint32Array,
  hashes: Uint32Array,
  shift: number,
): { sorted: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(2 ** (32 - shift));
  for (let i = 0; i < items.length; i++) ends[hashes[items[i]] >>> shift]++;
  for (let part = 0, sum = 0; part < ends.length; part++) {
    sum += ends[part];
    ends[part] = sum - ends[part];
  }
  const sorted = new Uint32Array(items.length);
  for (let i = 0; i < items.length; i++) sorted[ends[hashes[items[i]] >>> shift]++] = items[i];
  return { sorted, ends };
}

/** A slot holds an item plus one; none is taken at first. */
function countPart(
  items: Uint32Array,
  hashes: Uint32Array,
  slots: Int32Array,
  mask: number,
  isSame: (item: number, other: number) => boolean,
): number {
  let different = 0;
  next: for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const hash = hashes[item];
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = slots[slot] - 1;
      if (hashes[other] === hash && isSame(item, other)) continue next;
    }
    slots[slot] = item + 1;
    different++;
  }
  return different;
}
