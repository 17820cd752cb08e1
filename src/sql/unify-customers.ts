import type { CustomerTable, Winner } from '../model/model.js';
import { alternateKey } from './alternate-key.js';
import { customerReport } from './customer-report.js';
import { CustomerConditions } from './customer-conditions.js';
import type { CustomerSteps } from './paths.js';
import type { Scope } from './scope.js';
import { numberValue, timeValue, type StagedValue } from './comparisons.js';

/** A customer table, unified: its steps, and the condition columns of its rows. */
export interface UnifiedTable {
  config: CustomerTable;
  position: number;
  /**
   * `row_id`, `line`, `key`, `form`, `identity`, `filled` (what the winner is found by), the compared values, `record`,
   * `customer` and `is_matched` of every row.
   */
  rows: string;
}

/** Customers, and the outputs that tell of them: the queries for rows set aside are left to the caller. */
export interface UnifiedCustomers {
  steps: CustomerSteps;
  write(scope: Scope): string[];
}

/** Unifies the customer tables by exact rules (domain § 9). */
export function unifyCustomers(scope: Scope): UnifiedCustomers {
  scope.script.heading('Customers');
  const conditions = new CustomerConditions(scope);
  const steps = new Map<string, string>();
  const unified: UnifiedTable[] = [];
  for (const [i, config] of scope.model.customers.tables.entries()) {
    const position = i + 1;
    const read = readRows(scope, config, conditions, position);
    const records = joinRecords(scope, config, conditions, read, position);
    const rows = matchRecords(scope, config, conditions, { read, records, position }, unified);
    unified.push({ config, position, rows });
    const query = [
      `select key, min(form) as form, min(customer) as customer`,
      `from ${rows}`,
      `where form <> ''`,
      `group by key`,
    ].join('\n');
    steps.set(
      config.table,
      scope.step(
        `at_customers_${position}`,
        `Keys of ${config.table} and the customers they belong to`,
        query,
      ),
    );
  }
  return {
    steps,
    write: () => [...alternateKey(scope, unified), ...customerReport(scope, unified)],
  };
}

/** Rows with their key in the form in which it is compared (D 53), and all values that conditions compare. */
function readRows(
  scope: Scope,
  { table, primaryKey, deduplication }: CustomerTable,
  conditions: CustomerConditions,
  position: number,
): string {
  const { dialect } = scope;
  const { columns, order } = scope.table(table);
  const texts = columns.map(({ name }) => dialect.byBytes(scope.value(table, name))).join(', ');
  const place = order === undefined ? texts : `t.${dialect.name(order)}`;
  const staged = [
    ...conditions.of(table),
    { name: 'filled', value: winnerRank(scope, table, deduplication?.winner) },
  ];
  const list = (columns: readonly string[]): string => columns.join(',\n    ');
  const form = scope.keyForm(scope.column(table, primaryKey).type, 's.bare');
  const query = [
    `with source as (`,
    `  select row_number() over (order by ${place}) as row_id, ${scope.line(table)} as line,`,
    `    ${scope.value(table, primaryKey)} as key, ${scope.bareKey(table, primaryKey)} as bare,`,
    `    ${list(staged.map(({ name, value }) => `${value.read} as ${name}_read`))}`,
    `  from ${scope.from(table)}`,
    `), formed as (`,
    `  select s.*, ${form} as form,`,
    `    ${list(staged.map(({ name, value }) => `${value.work(`s.${name}_read`)} as ${name}_work`))}`,
    `  from source s`,
    `)`,
    `select f.row_id, f.line, f.key, f.form,`,
    `    ${list(staged.map(({ name, value }) => `${value.done(`f.${name}_work`, `f.${name}_read`)} as ${name}`))},`,
    `    case when min(f.key) over (partition by f.form) <> max(f.key) over (partition by f.form) then f.key else f.form end as identity`,
    `from formed f`,
  ].join('\n');
  return scope.step(`at_read_${position}`, `Rows of ${table}, with the values that rules compare`, query);
}

/** What the row that stands for a record is found by, the highest first (§ 9.2). */
function winnerRank(
  scope: Scope,
  table: string,
  { by, column }: Winner = { by: 'most-filled' },
): StagedValue {
  if (by === 'most-filled' || column === undefined) {
    const filled = scope
      .table(table)
      .columns.map(({ name }) => `case when ${scope.value(table, name)} <> '' then 1 else 0 end`);
    return { read: filled.join('\n      + '), work: (name) => name, done: (name) => name };
  }
  const isNumber = scope.column(table, column).type === 'number';
  const value = isNumber ? numberValue(scope, table, column) : timeValue(scope, table, column);
  return {
    ...value,
    done: (name, read) => {
      const rank = value.done(name, read);
      return `${by === 'least-recent' ? '-' : ''}(${isNumber ? scope.dialect.number(rank) : rank})`;
    },
  };
}

/**
 * Rows that are one record (§ 9.2): those of equal key, and what rules of deduplication join, over rows in common too.
 * Rows of the first rule are put together at once, so that the recursion meets only what further rules join.
 */
function joinRecords(
  scope: Scope,
  { table }: CustomerTable,
  conditions: CustomerConditions,
  read: string,
  position: number,
): string {
  const [first, ...others] = conditions.deduplication(table);
  const name = `at_records_${position}`;
  if (first === undefined) {
    const query = `select row_id, min(row_id) over (partition by key) as record\nfrom ${read}\nwhere form <> ''`;
    return scope.step(name, `Rows of equal key are one record`, query);
  }
  const group = (columns: readonly string[], x: string): string =>
    `case when ${columns.map((column) => `${column} is not null`).join(' and ')} then min(${x}) over (partition by ${columns.join(', ')}) else ${x} end`;
  const groups = scope.step(
    `at_groups_${position}`,
    `Rows of ${table} that a rule joins: the first row of each group`,
    [
      `with nodes as (`,
      `  select r.*, ${group(first, 'row_id')} as node from ${read} r where form <> ''`,
      `)`,
      `select n.row_id, n.node, ${[
        `min(node) over (partition by key) as link_1`,
        ...others.map((columns, i) => `${group(columns, 'node')} as link_${i + 2}`),
      ].join(',\n  ')}`,
      `from nodes n`,
    ].join('\n'),
  );
  const links = [1, ...others.map((_, i) => i + 2)];
  return scope.step(
    name,
    `Groups that have a row in common are one record`,
    [
      `with recursive edges as (`,
      links
        .map(
          (link) =>
            `  select node as a, link_${link} as b from ${groups} where link_${link} <> node\n  union select link_${link}, node from ${groups} where link_${link} <> node`,
        )
        .join('\n  union\n'),
      `), reached as (`,
      `  select a as node, a as other from edges`,
      `  union`,
      `  select r.node, e.b from reached r join edges e on e.a = r.other`,
      `), roots as (`,
      `  select node, min(other) as root from reached group by node`,
      `)`,
      `select g.row_id, coalesce(r.root, g.node) as record`,
      `from ${groups} g left join roots r on r.node = g.node`,
    ].join('\n'),
  );
}

interface TableSteps {
  read: string;
  records: string;
  position: number;
}

/**
 * A record takes the customer of the first rule that finds one above it, and of several rows there that of the smallest
 * key (§ 9.3, D 63); else it is a customer itself, named by the MD5 of its Identifier (D 67).
 */
function matchRecords(
  scope: Scope,
  { table, includeAll }: CustomerTable,
  conditions: CustomerConditions,
  { read, records, position }: TableSteps,
  above: readonly UnifiedTable[],
): string {
  const { source, table: tableName } = scope.table(table);
  const { byBytes, types } = scope.dialect;
  const own = position === 1 || includeAll;
  const matches = conditions.matching(table).flatMap(({ with: upper, columns, withColumns }, i) => {
    const rows = above.find(({ config }) => config.table === upper)?.rows;
    if (rows === undefined) return [];
    const filled = (names: readonly string[]): string =>
      names.map((name) => `${name} is not null`).join(' and ');
    const on = columns.map((column, j) => `b.${withColumns[j]}_above = r.${column}`).join(' and ');
    return [
      `), best_${i + 1} as (`,
      `  select * from (`,
      `    select ${withColumns.map((column) => `${column} as ${column}_above`).join(', ')}, customer as customer_above, key as key_above,`,
      `      row_number() over (partition by ${withColumns.join(', ')} order by ${byBytes('key')}, row_id) as place`,
      `    from ${rows} where customer is not null and ${filled(withColumns)}) u where place = 1`,
      `), found_${i + 1} as (`,
      `  select * from (`,
      `    select r.record, b.customer_above, row_number() over (partition by r.record order by ${byBytes('b.key_above')}, r.row_id) as place_below`,
      `    from recorded r join best_${i + 1} b on ${on} where r.record is not null) m where place_below = 1`,
    ];
  });
  const found = conditions.matching(table).map((_, i) => `f${i + 1}.customer_above`);
  const ownId = `case when r.record is not null then md5(${scope.text(`${source}|${tableName}|`)} || r.smallest) end`;
  const customers = [...found, ...(own ? [ownId] : [])];
  const customer =
    customers.length === 0
      ? `cast(null as ${types.text})`
      : customers.length === 1
        ? customers[0]
        : `coalesce(${customers.join(', ')})`;
  const query = [
    `with recorded as (`,
    `  select p.*, c.record, min(${byBytes('p.identity')}) over (partition by c.record) as smallest`,
    `  from ${read} p left join ${records} c on c.row_id = p.row_id`,
    ...matches,
    `)`,
    `select r.*, ${found.length === 0 ? 'false' : `coalesce(${found.join(', ')}) is not null`.replace(/coalesce\(([^,()]+)\)/, '$1')} as is_matched,`,
    `  ${customer} as customer`,
    `from recorded r`,
    ...found.map((_, i) => `left join found_${i + 1} f${i + 1} on f${i + 1}.record = r.record`),
  ].join('\n');
  return scope.step(`at_unified_${position}`, `Rows of ${table} with their customers`, query);
}
