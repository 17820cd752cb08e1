// Contacts of accounts (domain § 9.6, D 72) in SQL: which contact each row of a contact table is, and its account.
import { keyForm } from './records-sql.mjs';
import { name } from './database.mjs';

export const contactsOf = (table) => name(`contacts of ${table}`);

/** Makes a table `contacts of NAME`: each row with a key, `record` being the first row of the same key (D 50, 53). */
export async function keyContacts(database, model, facts) {
  for (const { table, primaryKey } of model.contacts) {
    const form = keyForm(facts.get(table).get(primaryKey).type);
    await database.run(`
      create or replace table ${contactsOf(table)} as
      with forms as (
        select t._row, v.value as key, v.${form} as form
        from ${name(table)} t join readings v on v.value = t.${name(primaryKey)}
      ), judged as (
        select *, min(key) over (partition by form) <> max(key) over (partition by form) as is_ambiguous from forms
      )
      select _row, key, form, min(_row) over (partition by form, case when is_ambiguous then key end) as record
      from judged where form <> ''`);
  }
}

/**
 * The contacts of a table and how many rows are none.
 * @param reached Table in which the path of the contact table was followed, with `customer`.
 */
export async function readContacts(database, { table, attributes }, reached) {
  const value = (attribute) =>
    attributes[attribute] === undefined ? `''` : `t.${name(attributes[attribute])}`;
  const contacts = await database.rows(`
    select k.key as "ContactId", r.customer as "CustomerId",
      ${['FirstName', 'LastName', 'PrimaryEmail'].map((key) => `${value(key)} as "${key}"`).join(', ')}
    from ${contactsOf(table)} k join ${name(table)} t on t._row = k._row join ${reached} r on r._row = k._row
    where k.record = k._row order by k._row`);
  const [{ read, keyed }] = await database.rows(`
    select (select count(*)::integer from ${name(table)}) as read,
      (select count(*)::integer from ${contactsOf(table)}) as keyed`);
  return {
    contacts: contacts.map((row) => ({ ...row, TableName: table })),
    report: {
      table,
      read,
      contacts: contacts.length,
      withoutAccount: contacts.filter(({ CustomerId }) => CustomerId === null).length,
      empty: read - keyed,
      duplicate: keyed - contacts.length,
    },
  };
}
