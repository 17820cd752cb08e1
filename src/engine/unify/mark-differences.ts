import { ByteTable } from '../store/byte-table.js';
import type { ByteList } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { markDifferentItems, markDifferentNumbers } from '../store/different-items.js';
import { sameValues } from './row-match.js';

/**
 * Marks the rows of a column whose text differs from that of the row `before[row]` of a former one; rows for which that is
 * below 0 are passed over. Column by column, in tight loops, and packed where both are packed alike: most rows of a
 * table that is imported again are the same.
 */
export function markDifferences(
  former: LoadedColumn,
  now: LoadedColumn,
  before: Int32Array,
  marks: Uint8Array,
): void {
  if (former === now && isInPlace(before)) return;
  if (former.codes !== null && now.codes !== null) {
    const [namesBefore, namesNow] = commonNames(former.values, now.values);
    markDifferentNumbers(named(now.codes, namesNow), named(former.codes, namesBefore), before, marks);
  } else if (former.codes === null && now.codes === null) {
    if (now.packed.markDifferences(former.packed, before, marks)) return;
    markDifferentItems(now.values, former.values, before, marks);
  } else {
    const isSame = sameValues(former, now);
    for (let row = 0; row < before.length; row++) {
      if (before[row] >= 0 && !isSame(before[row], row)) marks[row] = 1;
    }
  }
}

function isInPlace(before: Int32Array): boolean {
  for (let row = 0; row < before.length; row++) if (before[row] >= 0 && before[row] !== row) return false;
  return true;
}

/** For each value of two dictionaries a number that equal values share: codes follow the order of rows. */
function commonNames(a: ByteList, b: ByteList): [Uint32Array, Uint32Array] {
  const table = new ByteTable(a.length);
  const namesOf = ({ bytes, offsets, length }: ByteList): Uint32Array => {
    const names = new Uint32Array(length);
    for (let code = 0; code < length; code++) {
      names[code] = table.intern(bytes, offsets[code], offsets[code + 1]);
    }
    return names;
  };
  return [namesOf(a), namesOf(b)];
}

function named(codes: Uint32Array, names: Uint32Array): Uint32Array {
  const result = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) result[row] = names[codes[row]];
  return result;
}
