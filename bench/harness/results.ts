import type { SetName, Subject } from './plan.js';
import { quantile } from './statistics.js';

/** What one round of one subject gave. */
export interface RoundResult {
  /** The same for all that was measured by one command. */
  piece: string;
  set: SetName;
  subject: Subject;
  /** Activity rows and bytes of the set's files. */
  rows: number;
  bytes: number;
  /** Rows shown and a digest of the first pages, by which sides are compared. */
  shown?: number;
  digest?: string;
  /** By name: milliseconds, or bytes where the name says so. */
  values: Readonly<Record<string, readonly number[]>>;
}

/** A measured value: `['1m', 'engine', 'loadMs']`. */
export type Measure = readonly [set: SetName, subject: Subject, name: string];

/** All rounds there are, by one command or by several. */
export class Results {
  readonly rounds: readonly RoundResult[];

  constructor(rounds: readonly RoundResult[]) {
    this.rounds = rounds;
  }

  /** Undefined where it was not measured. */
  quantile([set, subject, name]: Measure, share = 0.5, piece?: string): number | undefined {
    const values = this.#of(set, subject, piece).flatMap((round) => round.values[name] ?? []);
    return values.length === 0 ? undefined : quantile(values, share);
  }

  /**
   * The median of `a` divided by that of `b`: of the last command that measured both, for two commands find
   * the machine in two moods; of all rounds where no command did.
   */
  ratio(a: Measure, b: Measure): number | undefined {
    const pieces = [...new Set(this.rounds.map(({ piece }) => piece))].reverse();
    const both = pieces.find((piece) => this.#has(a, piece) && this.#has(b, piece));
    const above = this.quantile(a, 0.5, both);
    const below = this.quantile(b, 0.5, both);
    return above === undefined || below === undefined ? undefined : above / below;
  }

  count(set: SetName, subject: Subject): number {
    return this.#of(set, subject).length;
  }

  size(set: SetName): { rows: number; bytes: number } | undefined {
    return this.rounds.find((round) => round.set === set);
  }

  /** Throws when two sides do not show the same rows of a set. */
  requireAgreement(): void {
    for (const what of ['shown', 'digest'] as const) {
      const bySet = new Map<string, Map<string | number, Subject>>();
      for (const { set, subject, [what]: value } of this.rounds) {
        if (value === undefined) continue;
        const seen = bySet.get(set) ?? new Map<string | number, Subject>();
        bySet.set(set, seen.set(value, subject));
        if (seen.size > 1) throw new Error(`The sides disagree on ${set}: ${JSON.stringify([...seen])}`);
      }
    }
  }

  #has([set, subject, name]: Measure, piece: string): boolean {
    return this.#of(set, subject, piece).some(({ values }) => name in values);
  }

  #of(set: SetName, subject: Subject, piece?: string): RoundResult[] {
    return this.rounds.filter(
      (round) =>
        round.set === set && round.subject === subject && (piece === undefined || round.piece === piece),
    );
  }
}
