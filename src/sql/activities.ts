import type { ActivityDefinition } from '../model/model.js';
import { ActivityColumns } from './activity-columns.js';
import { meet, type PathSteps } from './paths.js';
import type { Scope } from './scope.js';

/** The rows of a definition with their fates, and what outputs need to know of it. */
export interface DefinitionStep {
  definition: ActivityDefinition;
  step: string;
  /** Attribute key → column of the step. */
  attributes: readonly (readonly [key: string, column: string])[];
  isOrderAssumed: boolean;
}

/**
 * Every row of a definition's table with what becomes of it (§ 8): `fate` is `key-empty`, `key-duplicate`, `orphan`,
 * `no-valid-date` or `written`.
 */
export function judgeRows(
  scope: Scope,
  paths: PathSteps,
  definition: ActivityDefinition,
  position: number,
): DefinitionStep {
  const columns = new ActivityColumns(scope, definition);
  const met = definition.paths.map((path, i) => {
    const n = columns.foreignKey(path);
    return meet(paths.of(path), `p${i + 1}`, `r.form_${n}`, `r.foreign_${n}`);
  });
  const reached = met.flatMap(({ value }, i) => [
    `${value('customer')} as customer_${i + 1}`,
    ...(paths.isThroughContacts(definition.paths[i]) ? [`${value('contact')} as contact_${i + 1}`] : []),
  ]);
  const found = choosePath(scope, paths, definition.paths);
  const query = [
    `with source as (`,
    `  select ${columns.read.join(',\n    ')}`,
    `  from ${scope.from(definition.table)}`,
    `), read_rows as (`,
    `  select s.*,`,
    `    ${[`row_number() over (partition by s.source_key order by ${columns.order()}) as occurrence`, ...columns.work].join(',\n    ')}`,
    `  from source s`,
    `), reached as (`,
    `  select r.*,`,
    `    ${[...columns.instants, ...reached].join(',\n    ')},`,
    `    coalesce(${met[0].value('failed_hop')}, 1) as failed_hop`,
    `  from read_rows r`,
    ...met.flatMap(({ joins }) => joins.map((join) => `  ${join}`)),
    `), followed as (`,
    `  select c.*,`,
    `    ${found.customer} as customer,`,
    `    ${found.isConflicting} as is_conflicting,`,
    `    ${found.contact} as contact`,
    `  from reached c`,
    `), judged as (`,
    `  select f.*, ${columns.stamps.join(',\n    ')},`,
    `    case`,
    `    when ${scope.call('at_blank', 'f.source_key')} then 'key-empty'`,
    `    when f.occurrence > 1 then 'key-duplicate'`,
    `    when f.customer is null then 'orphan'`,
    `    when f.ms_1 is null then 'no-valid-date'`,
    `    else 'written' end as fate`,
    `  from followed f`,
    `)`,
    `select j.line, j.source_key, j.fate, j.ms_1 as ms, j.stamp_1 as stamp,`,
    `  j.customer, j.contact, j.title, j.detail, j.url,`,
    ...columns.attributes.map(({ value }, i) => `  ${value} as attribute_${i + 1},`),
    `  case when j.fate = 'orphan' then j.failed_hop end as failed_hop,`,
    `  case when j.fate = 'orphan' and j.failed_hop = 1 then j.foreign_${columns.foreignKey(definition.paths[0])} end as tried_key,`,
    `  j.is_conflicting and j.fate not in ('key-empty', 'key-duplicate') as is_conflicting`,
    `from judged j`,
  ].join('\n');
  const comment = `Rows of ${definition.table} for ${definition.name}, each with its customer and its fate`;
  return {
    definition,
    step: scope.step(`at_rows_${position}`, comment, query),
    attributes: columns.attributes.map(({ key }, i) => [key, `attribute_${i + 1}`] as const),
    isOrderAssumed: columns.isOrderAssumed,
  };
}

/**
 * Of several paths, followed to customer_1, customer_2 …, the first that reaches a customer decides (D 56), those through contacts before
 * all others; the contact is that of the deciding path, else the first that is known (D 21).
 */
function choosePath(
  scope: Scope,
  steps: PathSteps,
  paths: readonly (readonly string[])[],
): { customer: string; contact: string; isConflicting: string } {
  const numbers = paths.map((_, i) => i + 1);
  const through = numbers.filter((n) => steps.isThroughContacts(paths[n - 1]));
  const ranked = [...through, ...numbers.filter((n) => !through.includes(n))];
  const first = (values: readonly string[]): string =>
    values.length === 1 ? values[0] : `coalesce(${values.join(', ')})`;
  const customer = first(ranked.map((n) => `customer_${n}`));
  const others = ranked.slice(1).map((n) => `coalesce(customer_${n} <> ${customer}, false)`);
  const ofDeciding = through.map((n) => `case when customer_${n} = ${customer} then contact_${n} end`);
  const contacts = [...(ranked.length > 1 ? ofDeciding : []), ...through.map((n) => `contact_${n}`)];
  return {
    customer,
    contact: contacts.length === 0 ? `cast(null as ${scope.dialect.types.text})` : first(contacts),
    isConflicting: others.length === 0 ? 'false' : `(${others.join(' or ')})`,
  };
}
