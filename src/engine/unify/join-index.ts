import type { ColumnType } from '../../model/model.js';
import { compareBytes } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { KeyIndex } from './key-index.js';

/**
 * The index of a column that a relationship points to. Of several rows with one value the first in the order of the
 * primary key is found (D 22); without one, or where the column is the key itself, the first of the table.
 */
export function joinIndex(column: LoadedColumn, type: ColumnType, primaryKey: LoadedColumn | null): KeyIndex {
  if (primaryKey === null) return new KeyIndex(column, type);
  const { codes, values } = primaryKey;
  const { bytes, offsets } = values;
  return new KeyIndex(column, type, (row, other) => {
    const [i, j] = codes === null ? [row, other] : [codes[row], codes[other]];
    return compareBytes(bytes, offsets[i], offsets[i + 1], bytes, offsets[j], offsets[j + 1]) < 0;
  });
}
