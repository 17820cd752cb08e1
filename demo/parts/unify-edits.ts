import type {
  CustomerTable,
  CustomerUnification,
  MatchCondition,
  MatchRule,
  RowPair,
} from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';
import { meaningsOf, proposeMeanings, type CustomerKind } from '../app/column-meanings.js';

/** Adds a table at the end, with the key that was chosen at its import and the meanings that its columns are named after. */
export function addCustomerTable(
  customers: CustomerUnification,
  info: TableInfo,
  kind: CustomerKind,
): CustomerUnification {
  const entry: CustomerTable = {
    table: info.name,
    primaryKey: info.primaryKey ?? info.columns[0]?.name ?? '',
    includeAll: true,
    semantics: proposeMeanings(info.columns, meaningsOf(kind)),
  };
  return { ...customers, tables: [...customers.tables, entry] };
}

export function replaceCustomerTable(
  customers: CustomerUnification,
  entry: CustomerTable,
): CustomerUnification {
  return {
    ...customers,
    tables: customers.tables.map((known) => (known.table === entry.table ? entry : known)),
  };
}

/** Takes a table out, and with it the rules and field sources that need it. */
export function removeCustomerTable(customers: CustomerUnification, table: string): CustomerUnification {
  return {
    ...customers,
    tables: customers.tables.filter((known) => known.table !== table),
    rules: customers.rules.filter((rule) => rule.table !== table && rule.with !== table),
    fields: customers.fields
      .map((field) => ({ ...field, sources: field.sources.filter((source) => source.table !== table) }))
      .filter(({ sources }) => sources.length > 0),
    ...(customers.alwaysMatch && { alwaysMatch: pairsWithout(customers.alwaysMatch, table) }),
    ...(customers.neverMatch && { neverMatch: pairsWithout(customers.neverMatch, table) }),
  };
}

const pairsWithout = (pairs: readonly RowPair[], table: string): RowPair[] =>
  pairs.filter((pair) => pair.table !== table && pair.with !== table);

/** Moves a table to another place. Rules keep pointing upwards: those that the move turns round are turned. */
export function moveCustomerTable(
  customers: CustomerUnification,
  table: string,
  to: number,
): CustomerUnification {
  const moved = customers.tables.find((known) => known.table === table);
  if (!moved) return customers;
  const tables = customers.tables.filter((known) => known !== moved);
  tables.splice(to, 0, moved);
  const place = (name: string): number => tables.findIndex((known) => known.table === name);
  const rules = customers.rules.map((rule) => (place(rule.table) < place(rule.with) ? turned(rule) : rule));
  return { ...customers, tables, rules };
}

const turnedCondition = <Condition extends MatchCondition>(condition: Condition): Condition => ({
  ...condition,
  column: condition.withColumn,
  withColumn: condition.column,
});

function turned(rule: MatchRule): MatchRule {
  return {
    ...rule,
    table: rule.with,
    with: rule.table,
    conditions: rule.conditions.map(turnedCondition),
    ...(rule.exceptions && {
      exceptions: rule.exceptions.map((exception) => exception.map(turnedCondition)),
    }),
  };
}

/** Adds a rule between the last table and the first, over columns that are named alike where there are any. */
export function addRule(customers: CustomerUnification, tables: readonly TableInfo[]): CustomerUnification {
  const below = customers.tables.at(-1);
  const above = customers.tables[0];
  if (!below || !above || below === above) return customers;
  const columnsOf = (name: string): string[] =>
    tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
  const [column, withColumn] = alikeColumns(columnsOf(below.table), columnsOf(above.table));
  const names = new Set(customers.rules.map(({ name }) => name));
  let number = customers.rules.length + 1;
  while (names.has(`Rule ${number}`)) number++;
  const rule: MatchRule = {
    name: `Rule ${number}`,
    table: below.table,
    with: above.table,
    conditions: [{ column, withColumn, normalize: ['lowercase', 'whitespace'] }],
  };
  return { ...customers, rules: [...customers.rules, rule] };
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');

/** How well a column tells people apart: e-mails do, keys of different tables have nothing in common. */
function aptness(column: string): number {
  if (/mail/i.test(column)) return 2;
  return /(id|key)$/i.test(column) ? 0 : 1;
}

/** Columns to begin a condition with: e-mails, else the first of the same name, else the first. */
function alikeColumns(own: readonly string[], other: readonly string[]): [string, string] {
  for (const column of [...own].sort((a, b) => aptness(b) - aptness(a))) {
    const same = other.find((candidate) => plain(candidate) === plain(column));
    if (same) return [column, same];
  }
  return [own[0] ?? '', other[0] ?? ''];
}

export function replaceRule(
  customers: CustomerUnification,
  index: number,
  rule: MatchRule,
): CustomerUnification {
  return { ...customers, rules: customers.rules.map((known, place) => (place === index ? rule : known)) };
}

export function removeRule(customers: CustomerUnification, index: number): CustomerUnification {
  return { ...customers, rules: customers.rules.filter((_rule, place) => place !== index) };
}
