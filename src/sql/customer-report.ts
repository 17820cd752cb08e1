import type { Scope } from './scope.js';
import type { UnifiedTable } from './unify-customers.js';

/** Writes what became of the rows of each customer table; answers the queries of those that belong to no customer. */
export function customerReport(scope: Scope, tables: readonly UnifiedTable[]): string[] {
  const { dialect } = scope;
  const { text } = dialect.types;
  const report = tables.map(({ config, rows }) => {
    const records = (condition: string): string =>
      `count(distinct case when customer is not null and ${condition} then record end)`;
    const columns: Record<string, string> = {
      Table: scope.text(config.table),
      Read: 'count(*)',
      Customers: records('not is_matched'),
      Matched: records('is_matched'),
      Duplicates: `count(customer) - ${records('1 = 1')}`,
      Rejected: `count(case when form = '' then 1 end)`,
      LeftOut: `count(case when form <> '' and customer is null then 1 end)`,
    };
    const list = Object.entries(columns).map(([name, x]) => `  ${x} as ${dialect.name(name)}`);
    return `select\n${list.join(',\n')}\nfrom ${rows}`;
  });
  scope.script.add(
    'What became of the rows of each customer table: Read = Customers + Matched + Duplicates + Rejected + LeftOut',
    ...dialect.output(scope.outputName('CustomerReport'), report.join('\nunion all\n')),
  );
  return tables.map(({ config, rows }) =>
    [
      `select cast(null as ${text}), ${scope.text(config.table)}, r.line,`,
      `  case when r.form = '' then 'key-empty' else 'left-out' end, cast(null as ${text}), cast(null as ${text}), r.key`,
      `from ${rows} r`,
      `where r.customer is null`,
    ].join('\n'),
  );
}
