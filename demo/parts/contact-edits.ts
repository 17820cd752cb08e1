import { relationshipName } from '../../src/elements/activity-wizard/propose-path.js';
import type { ActivityModel, ContactTable, Relationship } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';
import { wordsOf, type CustomerKind } from '../app/column-meanings.js';
import { proposeContactAttributes } from '../app/contact-attributes.js';

/** Whose history it is. People have no contacts: those of accounts go with their relationships. */
export function setKind(model: ActivityModel, kind: CustomerKind): ActivityModel {
  const bare = model.contacts.reduce((known, { table }) => removeContactTable(known, table), model);
  return kind === 'individuals' ? { ...bare, kind } : { ...model, kind };
}

/** Adds a table of contacts whose column `account` names their account, a row of a customer table. */
export function addContactTable(
  model: ActivityModel,
  info: TableInfo,
  account: { column: string; table: string },
): ActivityModel {
  const primaryKey = info.primaryKey ?? info.columns[0]?.name ?? '';
  const entry: ContactTable = {
    table: info.name,
    primaryKey,
    attributes: proposeContactAttributes(info.columns, primaryKey),
    path: [],
  };
  return linkToAccount({ ...model, contacts: [...model.contacts, entry] }, info.name, account);
}

export function replaceContactTable(model: ActivityModel, entry: ContactTable): ActivityModel {
  return { ...model, contacts: model.contacts.map((known) => (known.table === entry.table ? entry : known)) };
}

/** Takes a table of contacts out, and the relationship to its account unless activities go by it. */
export function removeContactTable(model: ActivityModel, table: string): ActivityModel {
  return withoutUnused(
    { ...model, contacts: model.contacts.filter((known) => known.table !== table) },
    table,
  );
}

/** Leads contacts to their account by another column, or to another account table. */
export function linkToAccount(
  model: ActivityModel,
  contacts: string,
  { column, table }: { column: string; table: string },
): ActivityModel {
  const key = model.customers.tables.find((known) => known.table === table)?.primaryKey ?? '';
  const isSame = ({ from, to }: Relationship): boolean =>
    from.table === contacts && from.column === column && to.table === table && to.column === key;
  const relationship = model.relationships.find(isSame) ?? {
    name: relationshipName(model, contacts, table),
    from: { table: contacts, column },
    to: { table, column: key },
    cardinality: 'many-to-one' as const,
  };
  const linked: ActivityModel = {
    ...model,
    relationships: model.relationships.includes(relationship)
      ? model.relationships
      : [...model.relationships, relationship],
    contacts: model.contacts.map((known) =>
      known.table === contacts ? { ...known, path: [relationship.name] } : known,
    ),
  };
  return withoutUnused(linked, contacts);
}

/** Drops relationships of a table that no path goes by. */
function withoutUnused(model: ActivityModel, table: string): ActivityModel {
  const used = new Set([
    ...model.contacts.flatMap(({ path }) => path),
    ...model.activities.flatMap(({ paths }) => paths.flat()),
  ]);
  return {
    ...model,
    relationships: model.relationships.filter(({ name, from }) => from.table !== table || used.has(name)),
  };
}

/** The column of contacts that is named like the key of their accounts, or speaks of them; else the first. */
export function guessAccountColumn({ columns, primaryKey }: TableInfo, accountKey: string): string {
  const others = columns.map(({ name }) => name).filter((name) => name !== primaryKey);
  return (
    others.find((name) => wordsOf(name) === wordsOf(accountKey)) ??
    others.find((name) => /account|compan|firm|organi|customer|client|kund/i.test(name)) ??
    others[0] ??
    ''
  );
}
