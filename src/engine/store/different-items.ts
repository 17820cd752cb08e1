import type { ByteList } from './byte-list.js';

/** Marks each row whose number differs from `others[before[row]]`; rows with `before` below 0 are passed over. */
export function markDifferentNumbers(
  numbers: Uint32Array,
  others: Uint32Array,
  before: Int32Array,
  marks: Uint8Array,
): void {
  for (let row = 0; row < before.length; row++) {
    const of = before[row];
    if (of >= 0 && numbers[row] !== others[of]) marks[row] = 1;
  }
}

/** The same of byte strings, four bytes at a time. */
export function markDifferentItems(
  items: ByteList,
  others: ByteList,
  before: Int32Array,
  marks: Uint8Array,
): void {
  const [places, otherPlaces] = [items.offsets, others.offsets];
  const [bytes, otherBytes] = [viewOf(items.bytes), viewOf(others.bytes)];
  for (let row = 0; row < before.length; row++) {
    const of = before[row];
    if (of < 0) continue;
    let at = places[row];
    const end = places[row + 1];
    let otherAt = otherPlaces[of];
    if (otherPlaces[of + 1] - otherAt !== end - at) {
      marks[row] = 1;
      continue;
    }
    const last = end - 4;
    while (at <= last && bytes.getInt32(at) === otherBytes.getInt32(otherAt)) {
      at += 4;
      otherAt += 4;
    }
    if (at <= last) {
      marks[row] = 1;
      continue;
    }
    for (; at < end; at++, otherAt++) {
      if (bytes.getUint8(at) === otherBytes.getUint8(otherAt)) continue;
      marks[row] = 1;
      break;
    }
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
