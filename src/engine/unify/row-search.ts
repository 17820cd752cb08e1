import type { Pacer } from '../pacer.js';
import { PairJudge, type LoadedCondition, type LoadedRule } from './match-rule.js';
import { SimilarIndex } from './similar-index.js';
import { NOTHING } from './value-space.js';

/** Rows at most that one row is compared with by a rule. Reported where it cuts off. */
export const CANDIDATE_LIMIT = 10_000;

/** Rows in groups: group g has `rows[starts[g] … starts[g + 1])`, in row order. */
interface Groups {
  starts: Uint32Array;
  rows: Uint32Array;
}

/**
 * Finds the rows that a rule joins with a given one. Conditions that ask for equality cut the rows into blocks; of the
 * others, the one that tells values apart best is looked up in an index, and the rest is tried pair by pair.
 */
export class RowSearch {
  /** True when the last {@link visit} had to leave rows out. */
  isCut = false;
  readonly judge: PairJudge;
  readonly #ownBlocks: Int32Array | null;
  readonly #driver: { condition: LoadedCondition; index: SimilarIndex } | null;
  readonly #groups: Groups;
  readonly #limit: number;

  constructor(
    judge: PairJudge,
    ownBlocks: Int32Array | null,
    driver: { condition: LoadedCondition; index: SimilarIndex } | null,
    groups: Groups,
    limit: number,
  ) {
    this.judge = judge;
    this.#ownBlocks = ownBlocks;
    this.#driver = driver;
    this.#groups = groups;
    this.#limit = limit;
  }

  /** Prepares the search among the rows of the other side that `isWanted`. */
  static async over(
    rule: LoadedRule,
    isWanted: (row: number) => boolean,
    pacer: Pacer,
    limit = CANDIDATE_LIMIT,
  ): Promise<RowSearch> {
    const judge = new PairJudge(rule);
    const exact = rule.conditions.filter(({ precision }) => precision === 100);
    const blocks = exact.length === 0 ? null : blocksOf(exact);
    const drivers = [];
    for (const condition of rule.conditions) {
      if (condition.precision === 100) continue;
      await pacer.breathe();
      const units = unitsOf(condition.other, blocks, isWanted);
      const letters = judge.lettersOf(condition.space);
      const index = new SimilarIndex(letters, condition.precision, units.values, units.blocks, limit);
      drivers.push({ condition, index: await index.fill(pacer), groups: units.groups });
    }
    await pacer.breathe();
    if (drivers.length === 0) {
      const groups = group(blocks?.other ?? new Int32Array(0), blocks?.size ?? 0, isWanted);
      return new RowSearch(judge, blocks?.own ?? null, null, groups, limit);
    }
    const best = drivers.reduce((least, other) => (other.index.cost < least.index.cost ? other : least));
    return new RowSearch(judge, blocks?.own ?? null, best, best.groups, limit);
  }

  /** True when rows of one block need no further look: all conditions ask for equality and nothing is excepted. */
  static isSimple({ conditions, exceptions }: LoadedRule): boolean {
    return exceptions.length === 0 && conditions.every(({ precision }) => precision === 100);
  }

  /**
   * Hands out the rows that may be joined with `own`, at most {@link CANDIDATE_LIMIT}; whether they are is for
   * {@link judge}. `visit` answers false when it needs no more.
   */
  visit(own: number, visit: (other: number) => boolean): void {
    this.isCut = false;
    const block = this.#ownBlocks === null ? 0 : this.#ownBlocks[own];
    if (block === NOTHING) return;
    let visited = 0;
    const visitGroup = (group: number): boolean => {
      const { starts, rows } = this.#groups;
      for (let at = starts[group]; at < starts[group + 1]; at++) {
        if (visited++ === this.#limit) {
          this.isCut = true;
          return false;
        }
        if (!visit(rows[at])) return false;
      }
      return true;
    };
    if (this.#driver === null) {
      visitGroup(block);
      return;
    }
    const { condition, index } = this.#driver;
    const value = condition.own[own];
    if (value === NOTHING) return;
    const found = index.find(value, block);
    this.isCut = index.skipped > 0;
    for (let i = 0; i < found; i++) if (!visitGroup(index.found[i])) return;
  }
}

/** Blocks of both sides by the values of all exact conditions; {@link NOTHING} where one is empty. */
export function blocksOf(conditions: readonly LoadedCondition[]): {
  own: Int32Array;
  other: Int32Array;
  size: number;
} {
  let { own, other } = conditions[0];
  let size = conditions[0].space.values.size;
  for (const next of conditions.slice(1)) {
    const numbers = new Map<number, number>();
    const width = next.space.values.size;
    const join = (blocks: Int32Array, codes: Int32Array): Int32Array =>
      blocks.map((block, row) => {
        if (block === NOTHING || codes[row] === NOTHING) return NOTHING;
        const pair = block * width + codes[row];
        let number = numbers.get(pair);
        if (number === undefined) numbers.set(pair, (number = numbers.size));
        return number;
      });
    const isOneTable = own === other && next.own === next.other;
    own = join(own, next.own);
    other = isOneTable ? own : join(other, next.other);
    size = numbers.size;
  }
  return { own, other, size };
}

/** Distinct texts in distinct blocks, and the rows of each. */
function unitsOf(
  codes: Int32Array,
  blocks: { other: Int32Array; size: number } | null,
  isWanted: (row: number) => boolean,
): { values: Int32Array; blocks: Int32Array | null; groups: Groups } {
  const numbers = new Map<number, number>();
  const values: number[] = [];
  const blockOf: number[] = [];
  const units = new Int32Array(codes.length).fill(NOTHING);
  for (let row = 0; row < codes.length; row++) {
    const block = blocks === null ? 0 : blocks.other[row];
    if (codes[row] === NOTHING || block === NOTHING || !isWanted(row)) continue;
    const pair = blocks === null ? codes[row] : codes[row] * blocks.size + block;
    let number = numbers.get(pair);
    if (number === undefined) {
      numbers.set(pair, (number = numbers.size));
      values.push(codes[row]);
      blockOf.push(block);
    }
    units[row] = number;
  }
  return {
    values: Int32Array.from(values),
    blocks: blocks === null ? null : Int32Array.from(blockOf),
    groups: group(units, values.length, isWanted),
  };
}

function group(groupOf: Int32Array, groups: number, isWanted: (row: number) => boolean): Groups {
  const starts = new Uint32Array(groups + 1);
  for (let row = 0; row < groupOf.length; row++) {
    if (groupOf[row] >= 0 && isWanted(row)) starts[groupOf[row] + 1]++;
  }
  for (let i = 0; i < groups; i++) starts[i + 1] += starts[i];
  const rows = new Uint32Array(starts[groups]);
  const next = starts.slice();
  for (let row = 0; row < groupOf.length; row++) {
    if (groupOf[row] >= 0 && isWanted(row)) rows[next[groupOf[row]]++] = row;
  }
  return { starts, rows };
}
