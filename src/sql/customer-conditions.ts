import type { ColumnCondition, MatchCondition, MatchRule } from '../model/model.js';
import { comparedValue, kindOf, type StagedValue, type ValueKind } from './comparisons.js';
import type { Scope } from './scope.js';

/** A value that conditions compare, under a name of its own among the columns of a step. */
export interface ComparedColumn {
  name: string;
  value: StagedValue;
}

/** A match rule by the names of the compared columns on either side. */
export interface MatchColumns {
  with: string;
  columns: string[];
  withColumns: string[];
}

/** The conditions of all rules as columns of the customer tables; what is compared alike is read once. */
export class CustomerConditions {
  readonly #scope: Scope;
  readonly #columns = new Map<string, ComparedColumn[]>();
  readonly #deduplication = new Map<string, string[][]>();
  readonly #matching = new Map<string, MatchColumns[]>();

  constructor(scope: Scope) {
    this.#scope = scope;
    const { tables, rules } = scope.model.customers;
    for (const { table, deduplication } of tables) {
      const own = deduplication?.rules.map(({ conditions }) => conditions) ?? sidesOn(rules, table);
      this.#deduplication.set(
        table,
        own.map((conditions) =>
          conditions.map((condition) =>
            this.#name(table, condition.column, this.#kind(table, condition.column), condition),
          ),
        ),
      );
      this.#matching.set(table, []);
    }
    for (const rule of rules) this.#matching.get(rule.table)?.push(this.#match(rule));
  }

  /** The compared values of a table. */
  of(table: string): readonly ComparedColumn[] {
    return this.#columns.get(table) ?? [];
  }

  /** For each rule of deduplication the columns in which its rows are the same. */
  deduplication(table: string): readonly (readonly string[])[] {
    return this.#deduplication.get(table) ?? [];
  }

  /** The rules by which a table looks for matches, in order. */
  matching(table: string): readonly MatchColumns[] {
    return this.#matching.get(table) ?? [];
  }

  #match({ table, with: upper, conditions }: MatchRule): MatchColumns {
    const result: MatchColumns = { with: upper, columns: [], withColumns: [] };
    for (const condition of conditions) {
      const kind = this.#kind(table, condition.column);
      const common = kind === this.#kind(upper, condition.withColumn) ? kind : 'text';
      result.columns.push(this.#name(table, condition.column, common, condition));
      result.withColumns.push(this.#name(upper, condition.withColumn, common, condition));
    }
    return result;
  }

  #kind(table: string, column: string): ValueKind {
    return kindOf(this.#scope.column(table, column).type);
  }

  #name(table: string, column: string, kind: ValueKind, condition: ColumnCondition): string {
    const value = comparedValue(this.#scope, table, column, kind, condition);
    const columns = this.#columns.get(table) ?? [];
    this.#columns.set(table, columns);
    const known = columns.find((other) => isSame(other.value, value));
    if (known !== undefined) return known.name;
    const name = `compared_${columns.length + 1}`;
    columns.push({ name, value });
    return name;
  }
}

/** Without rules of its own a table is deduplicated by the conditions of the match rules on it (§ 9.2). */
function sidesOn(rules: readonly MatchRule[], table: string): ColumnCondition[][] {
  const sides = rules.flatMap((rule) =>
    (['column', 'withColumn'] as const)
      .filter((side) => table === (side === 'column' ? rule.table : rule.with))
      .map((side) => rule.conditions.map((condition): ColumnCondition => ownSide(condition, side))),
  );
  const seen = new Set<string>();
  return sides.filter((conditions) => {
    const text = JSON.stringify(conditions);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

function ownSide(
  { withColumn, ...condition }: MatchCondition,
  side: 'column' | 'withColumn',
): ColumnCondition {
  return side === 'column' ? condition : { ...condition, column: withColumn };
}

function isSame(a: StagedValue, b: StagedValue): boolean {
  return a.read === b.read && a.work('x') === b.work('x') && a.done('x', 'y') === b.done('x', 'y');
}
