// Activities of one definition (domain § 8) in SQL: what becomes of each row, and what it carries.
import { contactsOf } from './contacts-sql.mjs';
import { customersOf } from './customers-sql.mjs';
import { keyForm } from './records-sql.mjs';
import { name, text } from './database.mjs';

/**
 * Every row of the definition's table with its fate: `key-empty`, `key-duplicate`, `orphan`, `no-valid-date` or
 * `written`, and its values. Rows in source order.
 * `followed` keeps the paths that other definitions have in common with it.
 */
export async function buildActivities(database, model, facts, definition, followed) {
  const columnsOf = facts.get(definition.table);
  const source = name(definition.table);
  const paths = [];
  for (const path of definition.paths) {
    const known = path.join(' > ');
    if (!followed.has(known)) {
      followed.set(known, await followPath(database, model, facts, path, `path ${followed.size}`));
    }
    paths.push(followed.get(known));
  }
  const attributes = Object.values(definition.attributes ?? {});
  const value = (column) => (column === undefined ? `''` : `t.${name(column)}`);
  const dated = [...new Set([definition.timestamp, ...attributes])];
  const times = dated.map((column, i) => {
    const { type, dates } = columnsOf.get(column);
    const order = definition.dateOrder ?? dates?.order;
    return `join (${timesQuery(type, order, definition.timeZone)}) d${i} on d${i}.value = ${value(column)}`;
  });
  const dateOf = (column) => `d${dated.indexOf(column)}`;
  // D 21: what a path through a contact says goes before all else.
  const numbers = paths.map((_, i) => i);
  const meetsContact = numbers.filter((i) => contactHop(model, definition.paths[i]) !== undefined);
  const ranked = [...meetsContact, ...numbers.filter((i) => !meetsContact.includes(i))];
  const customer = `coalesce(${ranked.map((i) => `p${i}.customer`).join(', ')})`;
  const contact = `coalesce(${[
    ...meetsContact.map((i) => `case when p${i}.customer = ${customer} then p${i}.contact end`),
    ...meetsContact.map((i) => `p${i}.contact`),
    'null::varchar',
  ].join(', ')})`;
  const conflict = paths.map((_, i) => `coalesce(p${i}.customer <> ${customer}, false)`).join(' or ');
  return database.rows(`
    with keyed as (
      select t.*, v.is_blank as has_no_key, row_number() over (partition by v.value order by t._row) > 1 as is_repeated
      from ${source} t join readings v on v.value = t.${name(definition.primaryKey)}
    )
    select t._row as row, t._line as line, ${value(definition.primaryKey)} as key,
      case when has_no_key then 'key-empty' when is_repeated then 'key-duplicate'
        when ${customer} is null then 'orphan'
        when ${dateOf(definition.timestamp)}.ms is null then 'no-valid-date'
        else 'written' end as fate,
      p0.failed_hop as hop, p0.tried_key as tried_key,
      (${conflict}) and not has_no_key and not is_repeated as is_conflicting,
      ${customer} as customer, ${contact} as contact,
      md5(${text(`${definition.table}|${definition.id}|`)} || ${value(definition.primaryKey)}) as id,
      ${dateOf(definition.timestamp)}.stamp as stamp, ${dateOf(definition.timestamp)}.ms::varchar as ms,
      ${value(definition.event)} as title, ${value(definition.detail)} as detail, ${value(definition.url)} as url,
      [${attributes.map((column) => value(column)).join(', ')}]::varchar[] as raw_attributes,
      [${attributes.map((column) => `${dateOf(column)}.stamp`).join(', ')}]::varchar[] as dates,
      [${attributes.map((column) => `coalesce(${dateOf(column)}.number, ${dateOf(column)}.bare)`).join(', ')}]::varchar[] as numbers
    from keyed t ${times.join('\n')}
    ${paths.map((table, i) => `join ${table} p${i} on p${i}._row = t._row`).join(' ')}
    order by t._row`);
}

const STAMP = `strftime(make_timestamp(ms * 1000), '%Y-%m-%dT%H:%M:%S.%g') || 'Z'`;

/** value → ms (UTC) and stamp as activities carry it (D 37); null where it is no valid date (D 51). */
function timesQuery(type, order, zone) {
  if (type === 'unix-seconds' || type === 'unix-milliseconds') {
    const factor = type === 'unix-seconds' ? 1000 : 1;
    return `
      select *, ${STAMP} as stamp from (
        select value, bare, number, case when regexp_full_match(bare, '-?[0-9]+(\\.[0-9]+)?')
          then in_range(trunc(bare::decimal(30, 6) * ${factor})::bigint) end as ms from readings)`;
  }
  const local = order === 'dmy' ? 'dmy' : 'mdy';
  const utc =
    zone === undefined
      ? local
      : `case when has_time and not has_zone
           then in_range(epoch_ms(timezone(${text(zone)}, make_timestamp(${local} * 1000)))) else ${local} end`;
  return `
    select *, case when has_time then ${STAMP} else strftime(make_timestamp(ms * 1000), '%Y-%m-%d') end as stamp
    from (select value, bare, number, has_time, ${utc} as ms from readings)`;
}

/** Position of the relationship by which a path comes to its first contact table; undefined for none. */
function contactHop({ contacts, relationships }, path) {
  const isContact = (hop) => {
    const { to } = relationships.find(({ name: known }) => known === hop);
    return contacts.some(({ table }) => table === to.table);
  };
  const found = path.findIndex(isContact);
  return found < 0 ? undefined : found;
}

/**
 * Makes a table of where a path leads each row of its first table: `customer`, or `failed_hop` (from 1) and
 * `tried_key` (§ 8.3, D 57); and `contact`, the key of the contact that it comes to first (D 21).
 */
export async function followPath(database, model, facts, path, tableName) {
  const contactAt = contactHop(model, path);
  const hops = path.map((hop) => model.relationships.find((other) => other.name === hop));
  const start = hops[0].from.table;
  let query = `select _row, _row as at, null::integer as failed_hop, null::varchar as tried_key,
    null::varchar as contact from ${name(start)}`;
  for (const [i, { from, to }] of hops.entries()) {
    const fromType = facts.get(from.table).get(from.column).type;
    const source = name(from.table);
    // D 53: keys meet by their form; where two keys of the target share one, the text itself decides.
    query = `
      with reached as (${query}),
      target as (${targetKeys(model, facts, to)}),
      asked as (
        select r.*, v.value as key, v.${keyForm(fromType)} as form
        from reached r left join ${source} s on s._row = r.at left join readings v on v.value = s.${name(from.column)}
      ), answered as (
        select a.*, coalesce(alone.target_row, same.target_row) as target_row from asked a
        left join (from target where not is_ambiguous and form <> '') alone on alone.form = a.form
        left join (from target where is_ambiguous and form <> '') same on same.form = a.form and same.key = a.key
      )
      select _row, target_row as at, ${i === contactAt ? contactKey(model, to.table) : 'contact'} as contact,
        coalesce(failed_hop, case when target_row is null then ${i + 1} end) as failed_hop,
        case when failed_hop is not null then tried_key else key end as tried_key
      from answered`;
  }
  const last = hops.at(-1).to.table;
  await database.run(`
    create or replace temp table ${name(tableName)} as
    select f._row, c.customer, f.contact,
      case when c.customer is null then coalesce(f.failed_hop, ${hops.length}) end as failed_hop,
      case when c.customer is null then f.tried_key end as tried_key
    from (${query}) f left join ${customersOf(last)} c on c._row = f.at`);
  return name(tableName);
}

/** The key of the contact in `target_row`: that of the first row of the key (D 50). */
function contactKey({ contacts }, table) {
  const { primaryKey } = contacts.find((contact) => contact.table === table);
  return `(select nullif(t.${name(primaryKey)}, '') from ${contactsOf(table)} k join ${name(table)} t on t._row = k.record
    where k._row = target_row)`;
}

/**
 * The keys of a target column, each with its row: of equal ones the first in primary-key order, where the model knows
 * a primary key (D 22); of equal primary keys the first in source order (D 50).
 */
function targetKeys(model, facts, { table, column }) {
  const { type } = facts.get(table).get(column);
  const primaryKey = primaryKeyOf(model, table) ?? column;
  return `
    select form, any_value(key) as key, is_ambiguous, arg_min(_row, (place, _row)) as target_row from (
      select *, min(key) over (partition by form) <> max(key) over (partition by form) as is_ambiguous
      from (
        select t._row, v.value as key, v.${keyForm(type)} as form,
          encode(case when ${primaryKey === column} then '' else t.${name(primaryKey)} end) as place
        from ${name(table)} t join readings v on v.value = t.${name(column)}))
    group by form, is_ambiguous, case when is_ambiguous then key end`;
}

/** What the model says of a table's primary key, wherever it says it. */
function primaryKeyOf({ tables, customers, contacts, activities }, name) {
  const declared = [...customers.tables, ...contacts, ...activities].find(({ table }) => table === name);
  return tables.find((table) => table.name === name)?.primaryKey ?? declared?.primaryKey;
}
