import { compareBytes } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { FATE } from '../store/records.js';
import { KEY, type KeyIndex } from './key-index.js';
import { MatchKey, type MatchColumn } from './match-key.js';

/** A customer table in memory, ready to be matched. */
export interface CustomerSource {
  name: string;
  includeAll: boolean;
  key: LoadedColumn;
  keys: KeyIndex;
}

/** A rule with its columns loaded; the tables are positions in the order of customer tables. */
export interface LoadedRule {
  table: number;
  with: number;
  own: MatchColumn[];
  other: MatchColumn[];
}

/** For each table, the customer of each row (-1: none) and what became of the row. */
export interface Matched {
  customers: number;
  customerOfRow: Int32Array<ArrayBuffer>[];
  fates: Uint8Array<ArrayBuffer>[];
  /** Customer → table and row that made it: its row in the highest-ranked table. */
  madeBy: { table: number; row: number }[];
  /** Rows that each rule matched. */
  matchedByRule: number[];
}

/**
 * Matches the customer tables in their order (§ 9.3): rows of a table look for a row of a table above it, rule
 * after rule; what finds none becomes a customer of its own if the table includes all records (the first always
 * does). Rows of equal key are one record, and a match of any of them counts for it (§ 9.2).
 */
export function matchCustomers(sources: readonly CustomerSource[], rules: readonly LoadedRule[]): Matched {
  const matched: Matched = {
    customers: 0,
    customerOfRow: [],
    fates: [],
    madeBy: [],
    matchedByRule: rules.map(() => 0),
  };
  sources.forEach((source, table) => {
    const customerOfRow = new Int32Array(source.key.rows).fill(-1);
    matched.customerOfRow.push(customerOfRow);
    rules.forEach((rule, i) => {
      if (rule.table === table) matched.matchedByRule[i] = applyRule(rule, sources, matched);
    });
    matched.fates.push(settle(source, table, customerOfRow, matched));
  });
  return matched;
}

/** Gives rows without a customer the one of the row they match; answers how many records it matched. */
function applyRule(rule: LoadedRule, sources: readonly CustomerSource[], matched: Matched): number {
  const above = bestRows(rule, sources[rule.with].key, matched.customerOfRow[rule.with]);
  const customerOfRow = matched.customerOfRow[rule.table];
  const { firstRows } = sources[rule.table].keys;
  const key = new MatchKey(rule.own);
  let count = 0;
  for (let row = 0; row < firstRows.length; row++) {
    const record = firstRows[row];
    if (record < 0 || customerOfRow[record] >= 0 || !key.read(row)) continue;
    const code = above.keys.find(key.bytes, 0, key.length);
    if (code < 0) continue;
    customerOfRow[record] = matched.customerOfRow[rule.with][above.rows[code]];
    count++;
  }
  return count;
}

/** Of several rows above with the same match key, the one of the smallest primary key is taken (D 63). */
function bestRows(
  rule: LoadedRule,
  primaryKey: LoadedColumn,
  customerOfRow: Int32Array,
): { keys: ByteTable; rows: Int32Array } {
  const keys = new ByteTable(customerOfRow.length);
  const rows = new Int32Array(customerOfRow.length);
  const key = new MatchKey(rule.other);
  for (let row = 0; row < customerOfRow.length; row++) {
    if (customerOfRow[row] < 0 || !key.read(row)) continue;
    const known = keys.size;
    const code = keys.intern(key.bytes, 0, key.length);
    if (code === known || comesBefore(primaryKey, row, rows[code])) rows[code] = row;
  }
  return { keys, rows };
}

/** Makes customers of what is unmatched, and gives duplicates the customer of their record. */
function settle(
  source: CustomerSource,
  table: number,
  customerOfRow: Int32Array,
  matched: Matched,
): Uint8Array<ArrayBuffer> {
  const { states, firstRows } = source.keys;
  const fates = new Uint8Array(states.length);
  for (let row = 0; row < states.length; row++) {
    if (states[row] === KEY.empty) {
      fates[row] = FATE.keyEmpty;
    } else if (states[row] === KEY.duplicate) {
      const customer = customerOfRow[firstRows[row]];
      customerOfRow[row] = customer;
      fates[row] = customer < 0 ? FATE.leftOut : FATE.duplicate;
    } else if (customerOfRow[row] >= 0) {
      fates[row] = FATE.matched;
    } else if (table === 0 || source.includeAll) {
      customerOfRow[row] = matched.customers++;
      matched.madeBy.push({ table, row });
      fates[row] = FATE.customer;
    } else {
      fates[row] = FATE.leftOut;
    }
  }
  return fates;
}

function comesBefore({ codes, values }: LoadedColumn, a: number, b: number): boolean {
  const i = codes === null ? a : codes[a];
  const j = codes === null ? b : codes[b];
  const { bytes, offsets } = values;
  return compareBytes(bytes, offsets[i], offsets[i + 1], bytes, offsets[j], offsets[j + 1]) < 0;
}
