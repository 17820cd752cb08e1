import type {
  ColumnException,
  ColumnType,
  Comparison,
  CustomerTable,
  MatchException,
  RowPair,
} from '../../model/model.js';
import { columnIndex } from '../store/table-reader.js';
import type { PairedRows, MatchRuleSides } from './match-customers.js';
import type { Job } from './job.js';
import { KeyText } from './key-text.js';
import type { KeyIndex } from './key-index.js';
import type { LoadedCondition, LoadedRule } from './match-rule.js';
import { timeFormOf } from './row-rank.js';
import { ValueSpace, type ValueForm } from './value-space.js';

/** A condition between columns of two tables, which may be one. */
type Condition = Comparison & { column: string; withColumn: string; differs?: boolean };

/** A rule before its columns are read. */
interface Rule {
  name: string;
  table: string;
  with: string;
  conditions: readonly Condition[];
  exceptions?: readonly (readonly Condition[])[];
}

/** Reads the columns of rules. What is compared in the same way is read once. */
export class RuleLoader {
  readonly #job: Job;
  readonly #spaces = new Map<string, ValueSpace>();
  readonly #codes = new Map<string, Promise<Int32Array>>();

  constructor(job: Job) {
    this.#job = job;
  }

  async matchRules(): Promise<MatchRuleSides[]> {
    const { tables, rules } = this.#job.model.customers;
    const position = (name: string): number => tables.findIndex(({ table }) => table === name);
    const loaded: MatchRuleSides[] = [];
    for (const rule of rules) {
      loaded.push({ ...(await this.#load(rule)), table: position(rule.table), with: position(rule.with) });
    }
    return loaded;
  }

  /** The table's own rules of deduplication, else those that the match rules on it amount to (§ 9.2). */
  async deduplicationRules({ table, deduplication }: CustomerTable): Promise<LoadedRule[]> {
    const rules = deduplication?.rules ?? this.#sidesOn(table);
    const loaded: LoadedRule[] = [];
    for (const rule of rules) {
      const both = (condition: ColumnException): Condition => ({
        ...condition,
        withColumn: condition.column,
      });
      loaded.push(
        await this.#load({
          name: rule.name,
          table,
          with: table,
          conditions: rule.conditions.map(both),
          exceptions: (rule.exceptions ?? []).map((exception) => exception.map(both)),
        }),
      );
    }
    return loaded;
  }

  #sidesOn(table: string): { name: string; conditions: Condition[]; exceptions: Condition[][] }[] {
    const seen = new Set<string>();
    return this.#job.model.customers.rules.flatMap((rule) =>
      (['column', 'withColumn'] as const)
        .filter((side) => table === (side === 'column' ? rule.table : rule.with))
        .map((side) => {
          const own = (condition: MatchException): Condition => ({
            ...condition,
            column: condition[side],
            withColumn: condition[side],
          });
          const { exceptions = [] } = rule;
          return {
            name: rule.name,
            conditions: rule.conditions.map(own),
            exceptions: exceptions.map((exception) => exception.map(own)),
          };
        })
        .filter(({ conditions, exceptions }) => {
          const text = JSON.stringify([conditions, exceptions]);
          const isNew = !seen.has(text);
          seen.add(text);
          return isNew;
        }),
    );
  }

  async #load(rule: Rule): Promise<LoadedRule> {
    const load = async (conditions: readonly Condition[]): Promise<LoadedCondition[]> => {
      const loaded: LoadedCondition[] = [];
      for (const condition of conditions) loaded.push(await this.#condition(rule, condition));
      return loaded;
    };
    const exceptions: LoadedCondition[][] = [];
    for (const exception of rule.exceptions ?? []) exceptions.push(await load(exception));
    return { name: rule.name, conditions: await load(rule.conditions), exceptions };
  }

  async #condition({ table, with: other }: Rule, condition: Condition): Promise<LoadedCondition> {
    const { column, withColumn, precision = 100, differs = false } = condition;
    const kind = this.#kindOf(table, column);
    const common = kind === this.#kindOf(other, withColumn) ? kind : 'text';
    const own = await this.#codesOf(table, column, common, condition);
    const isOneColumn = table === other && column === withColumn;
    return {
      space: own.space,
      own: own.codes,
      other: isOneColumn ? own.codes : (await this.#codesOf(other, withColumn, common, condition)).codes,
      precision,
      differs,
    };
  }

  async #codesOf(
    table: string,
    column: string,
    kind: ValueForm['kind'],
    { normalize, alias, bypass }: Comparison,
  ): Promise<{ space: ValueSpace; codes: Int32Array }> {
    const { model, sources, pacer } = this.#job;
    const comparison: Comparison = { normalize, alias, bypass };
    const key = JSON.stringify([kind, comparison]);
    let space = this.#spaces.get(key);
    if (space === undefined) {
      space = new ValueSpace(comparison, model.customers.words);
      this.#spaces.set(key, space);
    }
    const place = JSON.stringify([key, table, column]);
    let codes = this.#codes.get(place);
    if (codes === undefined) {
      const stored = sources.table(table);
      const time = kind === 'date' ? timeFormOf(stored.columns[columnIndex(stored, column)]) : undefined;
      await pacer.breathe();
      const form: ValueForm = { kind, ...(time === undefined ? {} : { time }) };
      const loaded = await sources.load(table, column);
      codes = Promise.resolve(space.codesOf(loaded, form));
      this.#codes.set(place, codes);
    }
    return { space, codes: await codes };
  }

  #kindOf(table: string, column: string): ValueForm['kind'] {
    const stored = this.#job.sources.table(table);
    const { type } = stored.columns[columnIndex(stored, column)];
    return KINDS[type] ?? 'date';
  }
}

const KINDS: Partial<Record<ColumnType, ValueForm['kind']>> = {
  text: 'text',
  boolean: 'text',
  number: 'number',
};

/** The rows of pairs of keys, the lower table first; keys that no row has are counted. */
export async function findPairs(
  job: Job,
  pairs: readonly RowPair[],
): Promise<{ found: PairedRows[]; unknown: number }> {
  const { tables } = job.model.customers;
  const find = async (name: string, key: string): Promise<{ table: number; row: number }> => {
    const table = tables.findIndex((customerTable) => customerTable.table === name);
    const { primaryKey } = tables[table];
    const { type } = await job.sources.column(name, primaryKey);
    const index: KeyIndex = await job.sources.index(name, primaryKey);
    const bytes = encoder.encode(key);
    return { table, row: index.find(new KeyText(type), bytes, 0, bytes.length) };
  };
  const found: PairedRows[] = [];
  let unknown = 0;
  for (const pair of pairs) {
    const sides = [await find(pair.table, pair.key), await find(pair.with, pair.withKey)];
    if (sides.some(({ row }) => row < 0)) {
      unknown++;
      continue;
    }
    const [above, below] = sides.sort((a, b) => a.table - b.table || a.row - b.row);
    found.push({ table: below.table, row: below.row, with: above.table, withRow: above.row });
  }
  return { found, unknown };
}

const encoder = new TextEncoder();
