import type { Pacer } from '../pacer.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { FATE } from '../store/records.js';
import { BY, type Records } from './deduplicate.js';
import type { KeyIndex } from './key-index.js';
import type { LoadedRule } from './match-rule.js';
import { blocksOf, RowSearch } from './row-search.js';
import { NOTHING } from './value-space.js';
import { compareRows } from './winner.js';

/** A customer table in memory, ready to be matched. */
export interface CustomerSource {
  name: string;
  includeAll: boolean;
  key: LoadedColumn;
  keys: KeyIndex;
  records: Records;
  /** Of the rules that joined the records. */
  ruleNames: readonly string[];
}

/** A rule between two tables, by their positions in the order of customer tables. */
export interface MatchRuleSides extends LoadedRule {
  table: number;
  with: number;
}

/** Two rows that a person paired: rows of tables by position. `row` is in the lower table. */
export interface PairedRows {
  table: number;
  row: number;
  with: number;
  withRow: number;
}

/** What the tables are matched by. */
export interface Matching {
  rules: readonly MatchRuleSides[];
  always: readonly PairedRows[];
  never: readonly PairedRows[];
}

/** The matches of one table: for each the row, the row above it, the rule ({@link BY}.always for a pair) and the score. */
export interface MatchList {
  rows: number[];
  with: number[];
  withRows: number[];
  rules: number[];
  scores: number[];
}

/** For each table, the customer of each row (-1: none) and what became of the row. */
export interface Matched {
  customers: number;
  customerOfRow: Int32Array<ArrayBuffer>[];
  fates: Uint8Array<ArrayBuffer>[];
  /** Customer → table and row that made it: its record in the highest-ranked table. */
  madeBy: { table: number; row: number }[];
  matches: MatchList[];
  /** For each rule the records it matched, and rows it could not compare with all candidates. */
  rules: { matched: number; cut: number[] }[];
}

/**
 * Matches the customer tables in their order (§ 9.3): records of a table look for a row of a table above it, rule
 * after rule; what finds none becomes a customer of its own if the table includes all records (the first always
 * does). A match of any row of a record counts for it (§ 9.2).
 */
export async function matchCustomers(
  sources: readonly CustomerSource[],
  matching: Matching,
  pacer: Pacer,
): Promise<Matched> {
  const matched: Matched = {
    customers: 0,
    customerOfRow: [],
    fates: [],
    madeBy: [],
    matches: [],
    rules: matching.rules.map(() => ({ matched: 0, cut: [] })),
  };
  for (const [table, source] of sources.entries()) {
    await pacer.breathe();
    matched.customerOfRow.push(new Int32Array(source.key.rows).fill(-1));
    matched.matches.push({ rows: [], with: [], withRows: [], rules: [], scores: [] });
    const guard = new NeverGuard(table, sources, matching.never, matched);
    for (const pair of matching.always) {
      if (pair.table !== table || pair.with === table) continue;
      const record = source.records.recordOf[pair.row];
      if (matched.customerOfRow[table][record] >= 0) continue;
      if (!guard.allows(record, matched.customerOfRow[pair.with][pair.withRow])) continue;
      settleMatch(matched, table, record, { ...pair, rule: BY.always, score: 1 });
    }
    for (const [i, rule] of matching.rules.entries()) {
      if (rule.table === table) await applyRule(rule, i, sources, matched, guard, pacer);
    }
    matched.fates.push(settle(source, table, matched));
  }
  return matched;
}

interface Match {
  row: number;
  with: number;
  withRow: number;
  rule: number;
  score: number;
}

function settleMatch(matched: Matched, table: number, record: number, match: Match): void {
  const customer = matched.customerOfRow[match.with][match.withRow];
  if (customer < 0) return;
  matched.customerOfRow[table][record] = customer;
  const list = matched.matches[table];
  list.rows.push(match.row);
  list.with.push(match.with);
  list.withRows.push(match.withRow);
  list.rules.push(match.rule);
  list.scores.push(match.score);
}

/** Gives records without a customer that of the best row above them (D 63). */
async function applyRule(
  rule: MatchRuleSides,
  position: number,
  sources: readonly CustomerSource[],
  matched: Matched,
  guard: NeverGuard,
  pacer: Pacer,
): Promise<void> {
  const above = matched.customerOfRow[rule.with];
  const { key } = sources[rule.with];
  const search = await RowSearch.over(rule, (row) => above[row] >= 0, pacer);
  const isSimple = RowSearch.isSimple(rule);
  const firsts = isSimple ? firstOfBlocks(rule, key, above) : null;
  const { recordOf } = sources[rule.table].records;
  const { heads, next } = membersOf(recordOf);
  const customers = matched.customerOfRow[rule.table];
  const result = matched.rules[position];
  for (let record = 0; record < recordOf.length; record++) {
    if (heads[record] < 0 || customers[record] >= 0) continue;
    if (record % 64 === 0 && pacer.isDue) await pacer.pause();
    const best: Match = { row: -1, with: rule.with, withRow: -1, rule: position, score: -1 };
    for (let row = heads[record]; row >= 0; row = next[row]) {
      if (firsts !== null && !guard.concerns(record)) {
        const block = firsts.own[row];
        const other = block === NOTHING ? -1 : firsts.rows[block];
        if (other < 0 || (best.score > 0 && compareRows(key, other, best.withRow) >= 0)) continue;
        Object.assign(best, { row, withRow: other, score: 1 });
        continue;
      }
      search.visit(row, (other) => {
        const score = isSimple ? 1 : search.judge.score(row, other);
        if (score < 0 || score < best.score || !guard.allows(record, above[other])) return true;
        if (score === best.score && compareRows(key, other, best.withRow) >= 0) return true;
        best.row = row;
        best.withRow = other;
        best.score = score;
        return true;
      });
      if (search.isCut) result.cut.push(row);
    }
    if (best.score < 0) continue;
    settleMatch(matched, rule.table, record, best);
    result.matched++;
  }
}

/** Of rows above in one block, the one of the smallest primary key is the best (D 63). */
function firstOfBlocks(
  rule: LoadedRule,
  key: LoadedColumn,
  above: Int32Array,
): { own: Int32Array; rows: Int32Array } {
  const { own, other, size } = blocksOf(rule.conditions);
  const rows = new Int32Array(size).fill(-1);
  for (let row = 0; row < above.length; row++) {
    const block = other[row];
    if (above[row] < 0 || block === NOTHING) continue;
    if (rows[block] < 0 || compareRows(key, row, rows[block]) < 0) rows[block] = row;
  }
  return { own, rows };
}

/** The rows of each record as linked lists in the order of the rows. */
function membersOf(recordOf: Int32Array): { heads: Int32Array; next: Int32Array } {
  const heads = new Int32Array(recordOf.length).fill(-1);
  const next = new Int32Array(recordOf.length).fill(-1);
  for (let row = recordOf.length - 1; row >= 0; row--) {
    const record = recordOf[row];
    if (record < 0) continue;
    next[row] = heads[record];
    heads[record] = row;
  }
  return { heads, next };
}

/** Makes customers of what is unmatched, and gives the other rows of a record its customer. */
function settle(
  { records: { recordOf }, includeAll }: CustomerSource,
  table: number,
  matched: Matched,
): Uint8Array<ArrayBuffer> {
  const customerOfRow = matched.customerOfRow[table];
  const fates = new Uint8Array(recordOf.length);
  for (let row = 0; row < recordOf.length; row++) {
    if (recordOf[row] < 0) {
      fates[row] = FATE.keyEmpty;
    } else if (recordOf[row] !== row) {
      fates[row] = FATE.duplicate;
    } else if (customerOfRow[row] >= 0) {
      fates[row] = FATE.matched;
    } else if (table === 0 || includeAll) {
      customerOfRow[row] = matched.customers++;
      matched.madeBy.push({ table, row });
      fates[row] = FATE.customer;
    } else {
      fates[row] = FATE.leftOut;
    }
  }
  for (let row = 0; row < recordOf.length; row++) {
    if (fates[row] !== FATE.duplicate) continue;
    customerOfRow[row] = customerOfRow[recordOf[row]];
    if (customerOfRow[row] < 0) fates[row] = FATE.leftOut;
  }
  return fates;
}

/** Keeps records away from customers that have a row which they must never meet. */
class NeverGuard {
  readonly #banned = new Map<number, { table: number; row: number }[]>();
  readonly #matched: Matched;

  constructor(
    table: number,
    sources: readonly CustomerSource[],
    never: readonly PairedRows[],
    matched: Matched,
  ) {
    this.#matched = matched;
    const { recordOf } = sources[table].records;
    const ban = (row: number, other: { table: number; row: number }): void => {
      const list = this.#banned.get(recordOf[row]) ?? [];
      list.push(other);
      this.#banned.set(recordOf[row], list);
    };
    for (const pair of never) {
      if (pair.table !== table) continue;
      if (pair.with !== table) {
        ban(pair.row, { table: pair.with, row: pair.withRow });
        continue;
      }
      ban(pair.row, { table, row: recordOf[pair.withRow] });
      ban(pair.withRow, { table, row: recordOf[pair.row] });
    }
  }

  concerns(record: number): boolean {
    return this.#banned.has(record);
  }

  allows(record: number, customer: number): boolean {
    const banned = this.#banned.get(record);
    if (banned === undefined) return true;
    return !banned.some(({ table, row }) => this.#matched.customerOfRow[table][row] === customer);
  }
}
