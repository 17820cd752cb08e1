// Unified customers (domain § 9) in SQL: which customer each row of the customer tables belongs to.
import { name } from './database.mjs';
import { comparedForm, joinRecords, keysOf, PLACE } from './records-sql.mjs';

/**
 * Makes a table `customers of NAME` for each customer table: `_row`, `key`, `customer` (null for none), `fate` and
 * `is_preferred` for the row that stands for all of its customer in the table. A record joins the customer of the first
 * rule that finds one (§ 9.3), else it becomes one itself.
 */
export async function unifyCustomers(database, model, facts) {
  const { tables, rules } = model.customers;
  for (const [position, customerTable] of tables.entries()) {
    const { table, includeAll } = customerTable;
    await joinRecords(database, model, facts, customerTable);
    await database.run(`create or replace temp table matched (record integer, customer varchar)`);
    for (const rule of rules.filter((other) => other.table === table)) {
      await database.run(ruleQuery(table, rule, tables));
    }
    await database.run(`
      create or replace table ${customersOf(table)} as
      with settled as (select k.*,
        case when k.form = '' then null
          else coalesce(m.customer, case when ${position === 0 || includeAll} then k.own end) end as customer,
        case when k.form = '' then 'key-empty'
          when m.customer is null and not ${position === 0 || includeAll} then 'left-out'
          when k._row <> k.record then 'duplicate'
          when m.customer is not null then 'matched'
          else 'customer' end as fate
      from ${keysOf(table)} k left join matched m on m.record = k.record)
      select _row, key, customer, fate, _row = arg_max(_row, ${PLACE}) filter (_row = record) over (partition by customer) as is_preferred
      from settled order by _row`);
  }
}

export const customersOf = (table) => name(`customers of ${table}`);

/** Of the rows above that any row of a record meets, the one of the smallest key (D 63, 65). */
function ruleQuery(table, rule, tables) {
  const { primaryKey } = tables.find((other) => other.table === rule.with);
  const side = (column) =>
    rule.conditions.map((condition) => comparedForm(condition, condition[column])).join(', ');
  const areFilled = `not list_contains(form, '')`;
  return `
    insert into matched
    with above as (
      select list_value(${side('withColumn')}) as form, ${name(primaryKey)} as key, customer, t._row
      from ${name(rule.with)} t join ${customersOf(rule.with)} c on c._row = t._row
      where customer is not null
    ), best as (
      select form, arg_min(customer, (encode(key), _row)) as customer, min((encode(key), _row)) as place
      from above where ${areFilled} group by form
    ), below as (
      select list_value(${side('column')}) as form, k.record, t._row
      from ${name(table)} t join ${keysOf(table)} k on k._row = t._row
      where k.form <> '' and k.record not in (select record from matched)
    )
    select record, arg_min(customer, (place, _row)) from below join best on below.form = best.form
    group by record`;
}
