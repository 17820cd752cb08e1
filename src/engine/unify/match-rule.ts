import { maxEdits, EditDistance, type Letters } from './edit-distance.js';
import { NOTHING, type ValueSpace } from './value-space.js';

/** A condition whose columns are read: the code of each row on either side, in a space that both share. */
export interface LoadedCondition {
  space: ValueSpace;
  own: Int32Array;
  other: Int32Array;
  precision: number;
  /** Of exceptions: holds for values that are filled and not alike. */
  differs: boolean;
}

/** A rule whose columns are read. Both sides are the same table when it is a rule of deduplication. */
export interface LoadedRule {
  name: string;
  conditions: LoadedCondition[];
  exceptions: LoadedCondition[][];
}

/** Judges pairs of rows by a rule. */
export class PairJudge {
  readonly #rule: LoadedRule;
  readonly #distances = new Map<ValueSpace, { letters: Letters; distance: EditDistance }>();

  constructor(rule: LoadedRule) {
    this.#rule = rule;
  }

  /** Letters of the values of a space. Ask only when all columns have been read. */
  lettersOf(space: ValueSpace): Letters {
    return this.#of(space).letters;
  }

  /** Score of a pair, the mean over the conditions (D 63); -1 when a condition fails or an exception holds. */
  score(own: number, other: number): number {
    const { conditions, exceptions } = this.#rule;
    let sum = 0;
    for (const condition of conditions) {
      const score = this.#likeness(condition, own, other);
      if (score < 0) return -1;
      sum += score;
    }
    if (exceptions.some((exception) => this.#holds(exception, own, other))) return -1;
    return sum / conditions.length;
  }

  /** True when the pair is excepted; for rules whose conditions are known to hold. */
  isExcepted(own: number, other: number): boolean {
    return this.#rule.exceptions.some((exception) => this.#holds(exception, own, other));
  }

  #holds(exception: readonly LoadedCondition[], own: number, other: number): boolean {
    return exception.every((condition) => {
      if (condition.own[own] === NOTHING || condition.other[other] === NOTHING) return false;
      return this.#likeness(condition, own, other) < 0 === condition.differs;
    });
  }

  #likeness(condition: LoadedCondition, own: number, other: number): number {
    const a = condition.own[own];
    const b = condition.other[other];
    if (a === NOTHING || b === NOTHING) return -1;
    if (a === b) return 1;
    const { precision, space } = condition;
    if (precision === 100) return -1;
    const { letters, distance } = this.#of(space);
    const longer = Math.max(letters.lengthOf(a), letters.lengthOf(b));
    const limit = maxEdits(longer, precision);
    const edits = distance.between(a, b, limit);
    return edits > limit ? -1 : (longer - edits) / longer;
  }

  #of(space: ValueSpace): { letters: Letters; distance: EditDistance } {
    let known = this.#distances.get(space);
    if (known === undefined) {
      const letters = space.letters;
      known = { letters, distance: new EditDistance(letters) };
      this.#distances.set(space, known);
    }
    return known;
  }
}
