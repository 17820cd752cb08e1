import type { ColumnCondition, MatchRule, RowPair } from '../../../../src/model/model.js';
import { likeness } from './levenshtein.js';

/** A row of a customer table in the tests: all columns are text. */
export type PlainRow = Readonly<Record<string, string>>;

/** Two customer tables, `people` above `accounts`, with the rules between them. */
export interface PlainInput {
  people: readonly PlainRow[];
  accounts: readonly PlainRow[];
  rules: readonly MatchRule[];
  never: readonly RowPair[];
}

/**
 * Domain §§ 9.2–9.4 by comparing every row with every other: for each row of both tables the names of all rows of its
 * customer. Tables without rules of deduplication of their own use those of the match rules.
 */
export function unifyPlainly({ people, accounts, rules, never }: PlainInput): Map<string, string> {
  const ofPeople = recordsOf(people, rules, 'withColumn');
  const ofAccounts = recordsOf(accounts, rules, 'column');
  const members = new Map<number, string[]>();
  people.forEach((row, i) => {
    members.set(ofPeople[i], [...(members.get(ofPeople[i]) ?? []), `people ${row.id}`]);
  });
  const customers = [...members.entries()].map(([record, names]) => ({ record, names }));
  const alone: string[][] = [];
  for (const record of new Set(ofAccounts)) {
    const rows = accounts.filter((_, i) => ofAccounts[i] === record);
    const names = rows.map(({ id }) => `accounts ${id}`);
    const isBanned = (candidate: number): boolean =>
      never.some(
        ({ key, withKey }) =>
          rows.some(({ id }) => id === key) &&
          people.some(({ id }, i) => id === withKey && ofPeople[i] === candidate),
      );
    let best: { score: number; id: string; record: number } | null = null;
    for (const rule of rules) {
      for (const row of rows) {
        people.forEach((person, i) => {
          const score = scoreOf(rule, row, person, 'column', 'withColumn');
          if (score === null || isBanned(ofPeople[i])) return;
          if (best !== null && (score < best.score || (score === best.score && person.id >= best.id))) return;
          best = { score, id: person.id, record: ofPeople[i] };
        });
      }
      if (best !== null) break;
    }
    const found = best as { record: number } | null;
    const customer = customers.find((other) => other.record === found?.record);
    if (customer === undefined) alone.push(names);
    else customer.names.push(...names);
  }
  const all = [...customers.map(({ names }) => names), ...alone];
  return new Map(all.flatMap((names) => names.map((name) => [name, [...names].sort().join(', ')] as const)));
}

function recordsOf(
  rows: readonly PlainRow[],
  rules: readonly MatchRule[],
  side: 'column' | 'withColumn',
): number[] {
  const records = rows.map((_, i) => i);
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) {
      if (j <= i || !rules.some((rule) => scoreOf(rule, a, b, side, side) !== null)) continue;
      const [from, to] = [records[j], records[i]];
      records.forEach((record, k) => {
        if (record === from) records[k] = to;
      });
    }
  }
  return records;
}

function scoreOf(
  { conditions, exceptions = [] }: MatchRule,
  a: PlainRow,
  b: PlainRow,
  sideOfA: 'column' | 'withColumn',
  sideOfB: 'column' | 'withColumn',
): number | null {
  let sum = 0;
  for (const condition of conditions) {
    const score = compare(condition, a[condition[sideOfA]], b[condition[sideOfB]]);
    if (score === null) return null;
    sum += score;
  }
  const isExcepted = exceptions.some((exception) =>
    exception.every((condition) => {
      const [x, y] = [a[condition[sideOfA]], b[condition[sideOfB]]];
      if (x === '' || y === '') return false;
      return (compare(condition, x, y) === null) === (condition.differs ?? false);
    }),
  );
  return isExcepted ? null : sum / conditions.length;
}

function compare({ normalize = [], precision = 100 }: ColumnCondition, x: string, y: string): number | null {
  const [a, b] = normalize.includes('lowercase') ? [x.toLowerCase(), y.toLowerCase()] : [x, y];
  if (a === '' || b === '') return null;
  const score = a === b ? 1 : likeness(a, b);
  return Math.round(score * 1e6) >= precision * 1e4 ? score : null;
}
