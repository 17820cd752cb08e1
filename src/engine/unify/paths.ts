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
  /** Contact of each row of a contact table, -1 for none; null for other tables. */
  contactsOf(table: string): Int32Array | null;
}

/** A path, resolved: for each value of the first foreign key the customer, or -h when hop h failed (from 1). */
export interface ResolvedPath {
  key: LoadedColumn;
  ofValue: Int32Array;
  /** For each value the contact that it leads to first (D 21), -1 for none; null for a path without contacts. */
  contactOfValue: Int32Array | null;
}

/**
 * Composes the hops of a path from the customer's end backwards, once for each distinct key, so that a row costs
 * one look-up whatever the length of the path (§ 8.3, design § 4.2).
 */
export async function resolvePath(path: readonly Relationship[], source: PathSource): Promise<ResolvedPath> {
  if (path.length === 0) throw new AdapterError('model-invalid', 'A path needs at least one relationship.');
  let customers: Int32Array | null = await source.customersOf(path[path.length - 1].to.table);
  let contacts: Int32Array | null = null;
  for (let hop = path.length; ; hop--) {
    const { from, to } = path[hop - 1];
    const { column: key, type } = await source.column(from.table, from.column);
    const rows = targetRows(key, type, await source.index(to.table, to.column));
    contacts = source.contactsOf(to.table) ?? contacts;
    const ofValue = customersOfValues(rows, customers, hop);
    const contactOfValue: Int32Array | null = contacts === null ? null : pick(rows, contacts);
    if (hop === 1) return { key, ofValue, contactOfValue };
    customers = byRow(key, ofValue);
    contacts = contactOfValue === null ? null : byRow(key, contactOfValue);
  }
}

/** The customer of a row by a resolved path, or -h. */
export function followPath({ key, ofValue }: ResolvedPath, row: number): number {
  return ofValue[key.codes === null ? row : key.codes[row]];
}

/** The contact of a row by a resolved path, or -1. */
export function contactOf({ key, contactOfValue }: ResolvedPath, row: number): number {
  return contactOfValue === null ? -1 : contactOfValue[key.codes === null ? row : key.codes[row]];
}

/** For each value of a foreign key the row of the target that it means, or -1. */
function targetRows(key: LoadedColumn, type: ColumnType, index: KeyIndex): Int32Array {
  const text = new KeyText(type);
  const { bytes, offsets, length } = key.values;
  const rows = new Int32Array(length);
  for (let item = 0; item < length; item++) {
    rows[item] = index.find(text, bytes, offsets[item], offsets[item + 1]);
  }
  return rows;
}

function customersOfValues(rows: Int32Array, ofTargetRow: Int32Array | null, hop: number): Int32Array {
  const result = new Int32Array(rows.length).fill(-hop);
  if (ofTargetRow === null) return result;
  for (let item = 0; item < rows.length; item++) {
    if (rows[item] < 0) continue;
    const found = ofTargetRow[rows[item]];
    // The last table says only "no customer"; a later hop has already said where it failed.
    result[item] = found === -1 ? -hop : found;
  }
  return result;
}

function pick(rows: Int32Array, ofTargetRow: Int32Array): Int32Array {
  return rows.map((row) => (row < 0 ? -1 : ofTargetRow[row]));
}

function byRow({ codes, rows }: LoadedColumn, ofValue: Int32Array): Int32Array {
  if (codes === null) return ofValue;
  const result = new Int32Array(rows);
  for (let row = 0; row < rows; row++) result[row] = ofValue[codes[row]];
  return result;
}
