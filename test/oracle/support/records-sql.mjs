// Rows of a customer table that are one record (domain § 9.2), in SQL.
import { name, text } from './database.mjs';

/** The form of a text as a key of a column of a type (D 53, 54): a column of `readings`. */
export const keyForm = (type) => (type === 'number' ? 'number_key' : 'text_key');

const NORMAL_FORMS = {
  lowercase: (value) => `lower(${value})`,
  symbols: (value) => `regexp_replace(${value}, '[\\p{P}\\p{S}]', '', 'g')`,
  whitespace: (value) => `regexp_replace(${value}, '\\s+', '', 'g')`,
};

/** The value of a column of table `t` as a condition compares it; '' for nothing. */
export const comparedForm = ({ normalize = [] }, column) =>
  normalize.reduce((value, form) => NORMAL_FORMS[form](value), `t.${name(column)}`);

export const keysOf = (table) => name(`keys of ${table}`);

/** Of several rows the one that stands for them: a tie of rank goes to the larger key, then to the first row. */
export const PLACE = '(rank, encode(key), -_row)';

/**
 * Makes a table `keys of NAME`: `_row`, `key`, `form` ('' for none), `record` (the row that stands for the record), `own`
 * (the id of a customer that is made of it: the MD5 of the smallest Identifier, D 67) and `rank` among its rows.
 */
export async function joinRecords(database, model, facts, customerTable) {
  const { table, primaryKey, deduplication } = customerTable;
  const { type } = facts.get(table).get(primaryKey);
  const described = model.tables.find((other) => other.name === table);
  await database.run(`
    create or replace temp table named as
    with forms as (
      select t._row, v.value as key, v.${keyForm(type)} as form, ${rankOf(described, facts.get(table), deduplication)} as rank
      from ${name(table)} t join readings v on v.value = t.${name(primaryKey)}
    ), judged as (
      select *, min(key) over (partition by form) <> max(key) over (partition by form) as is_ambiguous from forms
    ), identified as (
      select *, case when is_ambiguous then key else form end as identity from judged
    )
    select *, min(_row) over (partition by form, identity) as first from identified`);
  await database.run('create or replace temp table edges (a integer, b integer)');
  for (const rule of deduplication?.rules ?? sidesOn(model.customers.rules, table)) {
    await database.run(edgeQuery(table, facts.get(table), rule));
  }
  await database.run(`
    create or replace table ${keysOf(table)} as
    with recursive reach as (
      select distinct first as a, first as b from named
      union select r.a, e.b from reach r join edges e on e.a = r.b
    ), parts as (
      select a as first, min(b) as part from reach group by a
    ), winners as (
      select part, arg_max(_row, ${PLACE}) as record from named join parts using (first) where _row = first group by part
    )
    select n._row, key, form, rank, record,
      md5(${text(`${described.source}|${described.table}|`)} || min(identity) over (partition by part)) as own
    from named n join parts using (first) join winners using (part)`);
}

/** Pairs of rows that a rule joins, both ways round. */
function edgeQuery(table, facts, { conditions, exceptions = [] }) {
  const form = conditions.map((condition) => ownForm(facts, condition)).join(', ');
  const others = exceptions.flat().map((condition) => ownForm(facts, condition));
  let place = 0;
  const holds = exceptions.map((exception) =>
    exception
      .map(({ differs = false }) => {
        const [x, y] = [`a.others[${++place}]`, `b.others[${place}]`];
        return `${x} <> '' and ${y} <> '' and ${x} ${differs ? '<>' : '='} ${y}`;
      })
      .join(' and '),
  );
  return `
    insert into edges
    with sides as (
      select distinct k.first, list_value(${form}) as form, [${others.join(', ')}]::varchar[] as others
      from ${name(table)} t join named k on k._row = t._row where k.form <> ''
    )
    select distinct a.first, b.first from sides a join sides b on a.form = b.form
    where a.first <> b.first and not list_contains(a.form, '')
      and not (${holds.length === 0 ? 'false' : holds.map((each) => `(${each})`).join(' or ')})`;
}

/** Without rules of its own a table is joined by the sides of the match rules that are on it. */
function sidesOn(rules, table) {
  return rules.flatMap(({ conditions, ...rule }) =>
    ['column', 'withColumn']
      .filter((side) => table === (side === 'column' ? rule.table : rule.with))
      .map((side) => ({
        conditions: conditions.map((condition) => ({ ...condition, column: condition[side] })),
      })),
  );
}

/** How a row fares among those of its record: by filled columns, or by a number or date, of which none is the least. */
function rankOf({ columns }, facts, deduplication) {
  const { by, column } = deduplication?.winner ?? { by: 'most-filled' };
  if (by === 'most-filled') return columns.map((each) => `(t.${name(each.name)} <> '')::integer`).join(' + ');
  const value = isDate(facts.get(column)) ? timeOf(facts.get(column)) : 'try_cast(r.bare as double)';
  return `coalesce((select ${by === 'least-recent' ? '-' : ''}(${value}) from readings r
    where r.value = t.${name(column)})::double, -1.7e308)`;
}

/** Numbers and dates are compared by what they mean where a rule does not treat them as text. */
function ownForm(facts, condition) {
  const { column, normalize = [] } = condition;
  const known = facts.get(column);
  if (normalize.length > 0 || !(isDate(known) || known.type === 'number'))
    return comparedForm(condition, column);
  const value = isDate(known)
    ? `coalesce((${timeOf(known)})::varchar, r.value)`
    : 'coalesce(r.number, r.bare)';
  return `(select ${value} from readings r where r.value = t.${name(column)})`;
}

const isDate = ({ type }) => type === 'date' || type === 'datetime';
const timeOf = ({ dates }) => (dates?.order === 'dmy' ? 'r.dmy' : 'r.mdy');
