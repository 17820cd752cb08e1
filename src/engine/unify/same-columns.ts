import { sameItems } from '../store/byte-lists.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { TableSegment } from '../store/records.js';
import type { SourceCache } from './source-cache.js';

/** True when two imports of a table hold the same values, row for row, in the given columns. */
export async function haveSameColumns(
  former: SourceCache,
  now: SourceCache,
  name: string,
  columns: Iterable<string>,
): Promise<boolean> {
  const [a, b] = [former.table(name), now.table(name)];
  if (a.rows !== b.rows) return false;
  for (const column of columns) {
    if (!isDescribedAlike(a, b, column)) return false;
    if (!haveSameValues(await former.load(name, column), await now.load(name, column))) return false;
  }
  return true;
}

/** True when two columns hold the same values, row for row. */
export function haveSameValues(a: LoadedColumn, b: LoadedColumn): boolean {
  if (a === b) return true;
  if (a.rows !== b.rows || (a.codes === null) !== (b.codes === null)) return false;
  if (a.codes !== null && b.codes !== null && !haveSameItems(a.codes, b.codes, a.rows)) return false;
  return haveSameTexts(a, b);
}

/** True when the values of two columns, row for row or code for code, are the same. */
export function haveSameTexts(a: LoadedColumn, b: LoadedColumn): boolean {
  const count = a.packed.length;
  if (count !== b.packed.length) return false;
  const isSame = a.packed.comparison(b.packed) ?? sameItems(a.values, b.values);
  for (let item = 0; item < count; item++) if (!isSame(item, item)) return false;
  return true;
}

function haveSameItems(a: Uint32Array, b: Uint32Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Type and order of dates decide how values are read. */
function isDescribedAlike(a: TableSegment, b: TableSegment, column: string): boolean {
  const described = ({ columns }: TableSegment): string => {
    const found = columns.find(({ name }) => name === column);
    return JSON.stringify(found === undefined ? null : [found.type, found.dates?.order]);
  };
  return described(a) === described(b);
}
