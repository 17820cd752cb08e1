import { AdapterError } from '../../model/errors.js';
import type { ColumnType, Relationship } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { KeyText } from './key-text.js';
import type { KeyIndex } from './key-index.js';

/** What paths need of the surrounding run. Each is loaded once, however many definitions use it. */
export interface PathSource {
  column(table: string, column: string): Promise<{ column: LoadedColumn; type: ColumnType }>;
  index(table: string, column: string): Promise<KeyIndex>;
  /** Customer of each row of a customer table, -1 for none; null for other tables. */
  customersOf(table: string): Promise<Int32Array | null>;
}

/** A path, resolved: for each value of the first foreign key the customer, or -h when hop h failed (from 1). */
export interface ResolvedPath {
  key: LoadedColumn;
  ofValue: Int32Array;
}

/**
 * Composes the hops of a path from the customer's end backwards, once for each distinct key, so that a row costs
 * one look-up whatever the length of the path (§ 8.3, design § 4.2).
 */
export async function resolvePath(path: readonly Relationship[], source: PathSource): Promise<ResolvedPath> {
  let resolved: ResolvedPath | null = null;
  for (let hop = path.length; hop >= 1; hop--) {
    const { from, to } = path[hop - 1];
    const ofTargetRow: Int32Array | null =
      resolved === null ? await source.customersOf(to.table) : byRow(resolved);
    const { column: key, type } = await source.column(from.table, from.column);
    const index = await source.index(to.table, to.column);
    resolved = { key, ofValue: byValue(key, type, index, ofTargetRow, hop) };
  }
  if (resolved === null) throw new AdapterError('model-invalid', 'A path needs at least one relationship.');
  return resolved;
}

/** The customer of a row by a resolved path, or -h. */
export function followPath({ key, ofValue }: ResolvedPath, row: number): number {
  return ofValue[key.codes === null ? row : key.codes[row]];
}

function byValue(
  key: LoadedColumn,
  type: ColumnType,
  index: KeyIndex,
  ofTargetRow: Int32Array | null,
  hop: number,
): Int32Array {
  const text = new KeyText(type);
  const { bytes, offsets, length } = key.values;
  const result = new Int32Array(length).fill(-hop);
  for (let item = 0; item < length; item++) {
    const row = index.find(text, bytes, offsets[item], offsets[item + 1]);
    if (row < 0 || ofTargetRow === null) continue;
    const found = ofTargetRow[row];
    // The last table says only "no customer"; a later hop has already said where it failed.
    result[item] = found === -1 ? -hop : found;
  }
  return result;
}

function byRow(path: ResolvedPath): Int32Array {
  const result = new Int32Array(path.key.rows);
  for (let row = 0; row < result.length; row++) result[row] = followPath(path, row);
  return result;
}
