import { AdapterError } from '../model/errors.js';
import type { KeyHop, KeyProfile, ValueCount } from '../model/tables.js';
import { ByteTable } from './store/byte-table.js';
import type { LoadedColumn } from './store/column-chunk.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { MAX_EXAMPLES } from './store/table-builder.js';
import { columnIndex, loadColumn } from './store/table-reader.js';
import { joinIndex } from './unify/join-index.js';
import { KEY, type KeyIndex } from './unify/key-index.js';
import { KeyText } from './unify/key-text.js';

/** What a value is when it leads to no row. */
const EMPTY = -1;
const MISSING = -2;

/**
 * Follows the rows of a table along a path and counts, at each hop, whose key was found (§ 8.3). Keys are looked up
 * once for each different value, whatever the number of rows.
 */
export async function profilePath(
  view: View,
  tableOf: (name: string) => Promise<TableSegment>,
  hops: readonly KeyHop[],
): Promise<KeyProfile[]> {
  requireChain(hops);
  const profiles: KeyProfile[] = [];
  let at: Int32Array | null = null;
  for (const hop of hops) {
    const { key, index, rows } = await readHop(view, tableOf, hop);
    at ??= Int32Array.from({ length: key.rows }, (_, row) => row);
    const step = follow(key, rows, at);
    profiles.push({ ...step.profile, hiddenTargets: hiddenRows(index) });
    at = step.reached;
  }
  return profiles;
}

export function requireChain(hops: readonly KeyHop[]): void {
  const isChain = hops.every(({ from }, i) => i === 0 || hops[i - 1].to.table === from.table);
  if (hops.length > 0 && isChain) return;
  throw new AdapterError(
    'query-invalid',
    'A path needs at least one relationship, and each must start at the table where the one before ended.',
  );
}

/** Where a hop leads: the foreign key, the index of its target, and for each value of the key the row that it means. */
export async function readHop(
  view: View,
  tableOf: (name: string) => Promise<TableSegment>,
  { from, to }: KeyHop,
): Promise<{ key: LoadedColumn; index: KeyIndex; rows: Int32Array }> {
  const key = await readKey(view, await tableOf(from.table), from.column);
  const target = await tableOf(to.table);
  const { column, type } = await readKey(view, target, to.column);
  const { primaryKey = target.primaryKey } = to;
  const isOrdered = primaryKey !== undefined && primaryKey !== to.column;
  const index = joinIndex(column, type, isOrdered ? (await readKey(view, target, primaryKey)).column : null);
  return { key: key.column, index, rows: rowOfValue(key, index) };
}

interface Key {
  column: LoadedColumn;
  type: ConstructorParameters<typeof KeyText>[0];
}

/** A column as keys. */
async function readKey(view: View, table: TableSegment, name: string): Promise<Key> {
  const index = columnIndex(table, name);
  return { column: await loadColumn(view, table, index), type: table.columns[index].type };
}

/** For each value of a column the row of the target that has it as key, EMPTY or MISSING. */
function rowOfValue({ column, type }: Key, index: KeyIndex): Int32Array {
  const text = new KeyText(type);
  const { bytes, offsets, length } = column.values;
  const rows = new Int32Array(length);
  for (let item = 0; item < length; item++) {
    const row = index.find(text, bytes, offsets[item], offsets[item + 1]);
    rows[item] = row >= 0 ? row : text.length === 0 ? EMPTY : MISSING;
  }
  return rows;
}

function follow(
  { codes, values }: LoadedColumn,
  rowOfValue: Int32Array,
  at: Int32Array,
): { profile: Omit<KeyProfile, 'hiddenTargets'>; reached: Int32Array } {
  const { bytes, offsets } = values;
  const reached = new Int32Array(at.length);
  // Counted by bytes: a text is made of those only that are shown.
  const missing = new ByteTable();
  const rowsOfMissing: number[] = [];
  let found = 0;
  let empty = 0;
  for (const row of at) {
    const item = codes === null ? row : codes[row];
    const target = rowOfValue[item];
    if (target >= 0) {
      reached[found++] = target;
    } else if (target === EMPTY) {
      empty++;
    } else {
      const key = missing.intern(bytes, offsets[item], offsets[item + 1]);
      rowsOfMissing[key] = (rowsOfMissing[key] ?? 0) + 1;
    }
  }
  const examples = rowsOfMissing
    .slice(0, MAX_EXAMPLES)
    .map((rows, key): ValueCount => ({ text: missing.items.text(key), rows }));
  return {
    profile: {
      rows: at.length,
      found,
      empty,
      missing: at.length - found - empty,
      missingKeys: missing.size,
      examples,
    },
    reached: reached.subarray(0, found),
  };
}

function hiddenRows({ states }: KeyIndex): number {
  let hidden = 0;
  for (const state of states) if (state === KEY.duplicate) hidden++;
  return hidden;
}
