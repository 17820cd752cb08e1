import type { Pacer } from '../pacer.js';
import type { KeyIndex } from './key-index.js';
import type { LoadedRule } from './match-rule.js';
import { blocksOf, RowSearch } from './row-search.js';
import { NOTHING } from './value-space.js';

/** By what a row is in its record. */
export const BY = { itself: -1, key: -2, always: -3 } as const;

/** A table's rows, joined to records (§ 9.2). */
export interface Records {
  /** Row → the row that stands for its record; -1 for a row without a key. */
  recordOf: Int32Array<ArrayBuffer>;
  /** Row → the rule that joined it first, or one of {@link BY}. */
  joinedBy: Int16Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
  /** For each rule the rows that it joined first, and those it could not compare with all candidates. */
  rules: { joined: number; cut: number[] }[];
}

/** What decides about a table's records beside the rules: pairs of rows. */
export interface RowPairs {
  always: readonly (readonly [number, number])[];
  never: readonly (readonly [number, number])[];
}

/**
 * Joins the rows of a table that are one record: those of equal key, always-pairs, and what any rule joins, over rows
 * in common too. Rows of a never-pair end in different records. `wins` says whether the first row stands for a record
 * that has both.
 */
export async function deduplicate(
  { firstRows }: KeyIndex,
  rules: readonly LoadedRule[],
  pairs: RowPairs,
  loadWinner: () => Promise<(a: number, b: number) => boolean>,
  pacer: Pacer,
): Promise<Records> {
  const rows = firstRows.length;
  const sets = new RowSets(firstRows, pairs.never);
  const joinedBy = new Int16Array(rows).fill(BY.itself);
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (firstRows[row] < 0 || firstRows[row] === row) continue;
    for (const member of [firstRows[row], row]) note(member, BY.key, 1);
  }
  const results = rules.map((): { joined: number; cut: number[] } => ({ joined: 0, cut: [] }));
  function note(row: number, by: number, score: number): void {
    if (joinedBy[row] !== BY.itself) return;
    joinedBy[row] = by;
    scores[row] = score;
    if (by >= 0) results[by].joined++;
  }
  const join = (a: number, b: number, by: number, score: number): void => {
    if (!sets.join(a, b)) return;
    note(a, by, score);
    note(b, by, score);
  };
  for (const [a, b] of pairs.always) join(a, b, BY.always, 1);
  for (const [i, rule] of rules.entries()) {
    await pacer.breathe();
    if (RowSearch.isSimple(rule)) {
      const { own, size } = blocksOf(rule.conditions);
      const first = new Int32Array(size).fill(-1);
      for (let row = 0; row < rows; row++) {
        if (own[row] === NOTHING || firstRows[row] < 0) continue;
        if (first[own[row]] < 0) first[own[row]] = row;
        else join(first[own[row]], row, i, 1);
      }
      continue;
    }
    const search = await RowSearch.over(rule, (row) => firstRows[row] >= 0, pacer);
    for (let row = 0; row < rows; row++) {
      if (firstRows[row] < 0) continue;
      if (row % 64 === 0 && pacer.isDue) await pacer.pause();
      search.visit(row, (other) => {
        if (other <= row || sets.areJoined(row, other)) return true;
        const score = search.judge.score(row, other);
        if (score >= 0) join(row, other, i, score);
        return true;
      });
      if (search.isCut) results[i].cut.push(row);
    }
  }
  const recordOf = await sets.records(loadWinner);
  return { recordOf, joinedBy, scores, rules: results };
}

/** Disjoint sets of rows. The smallest row is the root of its set. */
class RowSets {
  readonly #parents: Int32Array<ArrayBuffer>;
  readonly #never: readonly (readonly [number, number])[];
  readonly #firstRows: Int32Array;

  constructor(firstRows: Int32Array<ArrayBuffer>, never: RowPairs['never']) {
    this.#parents = firstRows.slice();
    this.#never = never;
    this.#firstRows = firstRows;
  }

  areJoined(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  /** False when the rows are joined already or must not be. */
  join(a: number, b: number): boolean {
    const [first, second] = [this.#root(a), this.#root(b)];
    if (first === second) return false;
    for (const [x, y] of this.#never) {
      const [rx, ry] = [this.#root(x), this.#root(y)];
      if ((rx === first && ry === second) || (rx === second && ry === first)) return false;
    }
    this.#parents[Math.max(first, second)] = Math.min(first, second);
    return true;
  }

  async records(
    loadWinner: () => Promise<(a: number, b: number) => boolean>,
  ): Promise<Int32Array<ArrayBuffer>> {
    const rows = this.#parents.length;
    const winners = new Int32Array(rows).fill(-1);
    let wins: ((a: number, b: number) => boolean) | null = null;
    for (let row = 0; row < rows; row++) {
      // Of equal keys the first row stands for the others (D 50).
      if (this.#firstRows[row] !== row) continue;
      const root = this.#root(row);
      if (winners[root] < 0) {
        winners[root] = row;
      } else {
        wins ??= await loadWinner();
        if (wins(row, winners[root])) winners[root] = row;
      }
    }
    return this.#parents.map((parent, row) => (parent < 0 ? -1 : winners[this.#root(row)]));
  }

  #root(row: number): number {
    const parents = this.#parents;
    while (parents[row] !== row) {
      parents[row] = parents[parents[row]];
      row = parents[row];
    }
    return row;
  }
}
