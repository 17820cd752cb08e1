import type { AlternateKeyTable } from './options.js';
import type { CustomerSteps } from './paths.js';
import type { Scope } from './scope.js';

/** Customers that are unified already: each key of a customer table with its customer by AlternateKey (§ 2.2). */
export function givenCustomers(scope: Scope, { relation, columns = {} }: AlternateKeyTable): CustomerSteps {
  const { dialect } = scope;
  const column = (name: keyof Required<AlternateKeyTable>['columns']): string =>
    `a.${dialect.name(columns[name] ?? name)}`;
  const steps = new Map<string, string>();
  scope.script.heading('Customers');
  for (const [i, { table, primaryKey }] of scope.model.customers.tables.entries()) {
    const { source, table: tableName } = scope.table(table);
    const query = [
      `with keys as (`,
      `  select distinct ${scope.value(table, primaryKey)} as key, ${scope.bareKey(table, primaryKey)} as bare from ${scope.from(table)}`,
      `), formed as (`,
      `  select k.key, ${scope.keyForm(scope.column(table, primaryKey).type, 'k.bare')} as form from keys k`,
      `), alternates as (`,
      `  select ${column('AlternateValue')} as alternate, min(${column('CustomerId')}) as customer`,
      `  from ${scope.path(relation)} a`,
      `  where ${column('DataSourceName')} = ${scope.text(source)} and ${column('TableName')} = ${scope.text(tableName)}`,
      `  group by ${column('AlternateValue')}`,
      `)`,
      `select f.key, f.form, a.customer`,
      `from formed f left join alternates a on a.alternate = f.key`,
      `where f.form <> ''`,
    ].join('\n');
    const comment = `Keys of ${table} and the customers they belong to, by AlternateKey`;
    steps.set(table, scope.step(`at_customers_${i + 1}`, comment, query));
  }
  return steps;
}
