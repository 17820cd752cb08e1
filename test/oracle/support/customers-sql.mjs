// Unified customers (domain § 9) in SQL: which customer each row of the customer tables belongs to.
import { name, text } from './database.mjs';

/** The form of a text as a key of a column of a type (D 53, 54): a column of `readings`. */
export const keyForm = (type) => (type === 'number' ? 'number_key' : 'text_key');

const NORMAL_FORMS = {
  lowercase: (value) => `lower(${value})`,
  symbols: (value) => `regexp_replace(${value}, '[\\p{P}\\p{S}]', '', 'g')`,
  whitespace: (value) => `regexp_replace(${value}, '\\s+', '', 'g')`,
};

/**
 * Makes a table `customers of NAME` for each customer table: `_row`, `customer` (null for none), `fate`. Rows of
 * equal key are one record (§ 9.2); a record joins the customer of the first rule that finds one (§ 9.3), else it
 * becomes one itself, named by the MD5 of its Identifier (D 67).
 */
export async function unifyCustomers(database, model, facts) {
  const { tables, rules } = model.customers;
  for (const [position, { table, primaryKey, includeAll }] of tables.entries()) {
    const { type } = facts.get(table).get(primaryKey);
    const described = model.tables.find((other) => other.name === table);
    await database.run(`
      create or replace table ${keysOf(table)} as
      with forms as (
        select t._row, v.value as key, v.${keyForm(type)} as form
        from ${name(table)} t join readings v on v.value = t.${name(primaryKey)}
      ), judged as (
        select *, min(key) over (partition by form) <> max(key) over (partition by form) as is_ambiguous from forms
      ), named as (
        select *, case when is_ambiguous then key else form end as identity from judged
      )
      select *, min(_row) over (partition by form, identity) as record,
        md5(${text(`${described.source}|${described.table}|`)} || identity) as own
      from named`);
    await database.run(`create or replace temp table matched (record integer, customer varchar)`);
    for (const rule of rules.filter((other) => other.table === table)) {
      await database.run(ruleQuery(table, rule, tables));
    }
    await database.run(`
      create or replace table ${customersOf(table)} as
      select k._row, k.key,
        case when k.form = '' then null
          else coalesce(m.customer, case when ${position === 0 || includeAll} then k.own end) end as customer,
        case when k.form = '' then 'key-empty'
          when m.customer is null and not ${position === 0 || includeAll} then 'left-out'
          when k._row <> k.record then 'duplicate'
          when m.customer is not null then 'matched'
          else 'customer' end as fate
      from ${keysOf(table)} k left join matched m on m.record = k.record
      order by k._row`);
  }
}

export const customersOf = (table) => name(`customers of ${table}`);
export const keysOf = (table) => name(`keys of ${table}`);

/** Of the rows above that any row of a record meets, the one of the smallest key (D 63, 65). */
function ruleQuery(table, rule, tables) {
  const { primaryKey } = tables.find((other) => other.table === rule.with);
  const side = (column) => rule.conditions.map((condition) => formOf(condition, column)).join(', ');
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

function formOf({ normalize = [], ...columns }, side) {
  return normalize.reduce((value, form) => NORMAL_FORMS[form](value), `t.${name(columns[side])}`);
}
