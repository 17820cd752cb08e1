import type { Scope } from './scope.js';
import type { UnifiedTable } from './unify-customers.js';

/** Writes AlternateKey (§ 2.2). Answers no row set aside. */
export function alternateKey(scope: Scope, tables: readonly UnifiedTable[]): string[] {
  const { dialect } = scope;
  const keys = tables.map((table) => keysOf(scope, table));
  const rings = tables.map(({ config, position }, i) => {
    const { source, table } = scope.table(config.table);
    const head = `{"dataSourceName":${JSON.stringify(source)},"tableName":${JSON.stringify(table)},"preferredKey":`;
    const item = scope.json('key');
    return [
      `select customer, ${position} as position,`,
      `  ${scope.text(head)} || max(case when place = 1 then ${item} end)`,
      `    || ',"keys":[' || ${dialect.list(item, 'case when place = 1 then 0 else 1 end, row_id')} || ']}' as ring`,
      `from ${keys[i]}`,
      `group by customer`,
    ].join('\n');
  });
  const ring = scope.step(
    'at_rings',
    'The key ring of each customer, table by table',
    rings.join('\nunion all\n'),
  );
  const whole = scope.step(
    'at_key_rings',
    'The whole key ring of each customer',
    `select customer, '[' || ${dialect.list('ring', 'position')} || ']' as key_ring\nfrom ${ring}\ngroup by customer`,
  );
  const parts = tables.map(({ config }, i) => {
    const { source, table } = scope.table(config.table);
    const name = `${scope.text(`${source}|${table}|`)} || k.identity`;
    const hash = `md5(${name})`;
    const guid = [
      [1, 8],
      [9, 4],
      [13, 4],
      [17, 4],
      [21, 12],
    ].map(([from, length]) => `substr(${hash}, ${from}, ${length})`);
    const columns: Record<string, string> = {
      DataSourceName: scope.text(source),
      TableName: scope.text(table),
      AlternateValue: 'k.key',
      KeyRing: 'r.key_ring',
      CustomerId: 'k.customer',
      AlternateKeyId: guid.join(` || '-' || `),
      Identifier: name,
    };
    return [
      `select`,
      Object.entries(columns)
        .map(([column, x]) => `  ${x} as ${dialect.name(column)}`)
        .join(',\n'),
      `from ${keys[i]} k join ${whole} r on r.customer = k.customer`,
    ].join('\n');
  });
  scope.script.add(
    'Every source key that went into a customer',
    ...dialect.output(scope.outputName('AlternateKey'), parts.join('\nunion all\n')),
  );
  return [];
}

/** Keys of a table by customer; `place` 1 is that of the winner: the highest rank, then the larger key (§ 9.2). */
function keysOf(scope: Scope, { config, position, rows }: UnifiedTable): string {
  const query = [
    `with first_rows as (`,
    `  select u.*, row_number() over (partition by customer, key order by row_id) as rank_in_key`,
    `  from ${rows} u where customer is not null`,
    `)`,
    `select customer, key, identity, row_id,`,
    `  row_number() over (partition by customer order by filled desc nulls last, ${scope.dialect.byBytes('key')} desc, row_id) as place`,
    `from first_rows where rank_in_key = 1`,
  ].join('\n');
  return scope.step(
    `at_keys_${position}`,
    `Keys of ${config.table} by customer, that of the winner first`,
    query,
  );
}
