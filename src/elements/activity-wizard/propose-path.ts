import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel, Relationship } from '../../model/model.js';
import type { CallOptions } from '../../model/timeline-adapter.js';
import type { KeyColumn, TableInfo } from '../../model/tables.js';
import { isMail, looksLikeKey } from './column-names.js';
import type { Reason } from './proposals.js';
import { freeName } from './wizard-draft.js';

/** The least share of keys that must be found before a relationship is worth a proposal. */
const LEAST_SHARE = 0.5;
/** Columns of a table that are tried as foreign keys. */
const MAX_TRIED = 12;

/** A place that paths can lead to, and how they go on from there. */
interface Target {
  readonly to: KeyColumn;
  readonly rest: readonly Relationship[];
}

/**
 * A path from a table to a customer table. One that the model knows is taken; else the column whose values exist most
 * often among the keys of a customer table, or of a contact table that leads to one; else one of e-mail addresses.
 */
export async function proposePath(
  adapter: ModelAdapter,
  info: TableInfo,
  { model }: { readonly model: ActivityModel },
  options: CallOptions,
): Promise<{ hops: readonly Relationship[]; reason: Reason } | undefined> {
  const isOther = ({ to }: Target): boolean => to.table !== info.name;
  const targets = targetsOf(model).filter(isOther);
  const best =
    (await findBest(adapter, info, targets, candidates, options)) ??
    (await findBest(adapter, info, mailTargetsOf(model).filter(isOther), mailColumns, options));
  if (!best) return knownPath(model, info.name, targets);
  const { from, target, share } = best;
  const known = model.relationships.find(
    (relationship) =>
      relationship.from.table === from.table &&
      relationship.from.column === from.column &&
      relationship.to.table === target.to.table &&
      relationship.to.column === target.to.column,
  );
  const first = known ?? {
    name: relationshipName(model, from.table, target.to.table),
    from,
    to: target.to,
    cardinality: 'many-to-one' as const,
  };
  return {
    hops: [first, ...target.rest],
    reason: {
      key: 'keys',
      values: {
        share: Math.floor(share * 100),
        column: from.column,
        target: `${labelOf(target.to.table)}.${target.to.column}`,
      },
    },
  };
}

/** The column whose values are found most often at one of the places; one that is named like its target comes first. */
async function findBest(
  adapter: ModelAdapter,
  info: TableInfo,
  targets: readonly Target[],
  columnsFor: (info: TableInfo, to: KeyColumn) => readonly Candidate[],
  options: CallOptions,
): Promise<{ from: KeyColumn; target: Target; share: number } | undefined> {
  let best: { from: KeyColumn; target: Target; share: number; rank: number } | undefined;
  for (const target of targets) {
    for (const { name, isNamed } of columnsFor(info, target.to)) {
      const { target: keys } = await adapter.profileColumn(info.name, name, {
        ...options,
        target: target.to,
      });
      const share = keys && keys.rows > 0 ? keys.found / keys.rows : 0;
      const rank = share + Number(isNamed);
      if (share >= LEAST_SHARE && rank > (best?.rank ?? 0)) {
        best = { from: { table: info.name, column: name }, target, share, rank };
      }
    }
    // A contact that is found tells more than an account that is found as well (D 21).
    if (best?.target === target && target.rest.length > 0) break;
  }
  return best;
}

/** A name for a relationship that no other has. */
export function relationshipName(model: ActivityModel, from: string, to: string): string {
  const names = new Set(model.relationships.map(({ name }) => name));
  return freeName(`${labelOf(from)}To${labelOf(to)}`, (name) => names.has(name));
}

const labelOf = (table: string): string => table.slice(table.indexOf('_') + 1);

/** Contacts before accounts: a row that names a contact belongs to that contact. */
function targetsOf({ customers, contacts, relationships }: ActivityModel): Target[] {
  const byName = new Map(relationships.map((relationship) => [relationship.name, relationship]));
  return [
    ...contacts.map(({ table, primaryKey, path }) => ({
      to: { table, column: primaryKey },
      rest: path.flatMap((name) => byName.get(name) ?? []),
    })),
    ...customers.tables.map(({ table, primaryKey }) => ({ to: { table, column: primaryKey }, rest: [] })),
  ].filter(({ to }) => to.column !== '');
}

/** Where e-mail addresses lead, for tables that name their customer or contact by nothing else. */
function mailTargetsOf({ customers, contacts, relationships, tables }: ActivityModel): Target[] {
  const byName = new Map(relationships.map((relationship) => [relationship.name, relationship]));
  const mailOf = (name: string): string | undefined =>
    tables.find((table) => table.name === name)?.columns.find((column) => isMail(column.name))?.name;
  return [
    ...contacts.map(({ table, attributes, path }) => ({
      to: { table, column: attributes.PrimaryEmail ?? mailOf(table) ?? '' },
      rest: path.flatMap((name) => byName.get(name) ?? []),
    })),
    ...customers.tables.map(({ table, semantics = {} }) => ({
      to: {
        table,
        column: Object.keys(semantics).find((column) => semantics[column] === EMAIL) ?? mailOf(table) ?? '',
      },
      rest: [],
    })),
  ].filter(({ to }) => to.column !== '');
}

const EMAIL = 'Identity.Service.Email';

/** A column that may be a foreign key. */
interface Candidate {
  readonly name: string;
  /** It is named like the key that it may lead to. */
  readonly isNamed: boolean;
}

/**
 * Foreign keys are named like the key they lead to, or like its table, or look like keys. Small whole numbers are found
 * everywhere: a quantity leads to no customer of that number.
 */
function candidates({ columns }: TableInfo, { table, column: key }: KeyColumn): Candidate[] {
  const label = plain(labelOf(table));
  const isNamed = (name: string): boolean => {
    const stem = plain(name).replace(/(id|key|no|nr|number|code)$/, '');
    return plain(name) === plain(key) || (stem.length > 2 && label.includes(stem));
  };
  return columns
    .filter(({ type }) => type === 'text' || type === 'number')
    .map(({ name, type }) => ({ name, isNamed: isNamed(name), type }))
    .filter(({ name, isNamed: named, type }) => type === 'text' || named || looksLikeKey(name))
    .sort((one, other) => Number(other.isNamed) - Number(one.isNamed))
    .slice(0, MAX_TRIED);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');

function mailColumns({ columns }: TableInfo): Candidate[] {
  return columns.filter(({ name }) => isMail(name)).map(({ name }) => ({ name, isNamed: true }));
}

function knownPath(
  { relationships }: ActivityModel,
  table: string,
  targets: readonly Target[],
): { hops: readonly Relationship[]; reason: Reason } | undefined {
  for (const target of targets) {
    const known = relationships.find(
      ({ from, to }) =>
        from.table === table && to.table === target.to.table && to.column === target.to.column,
    );
    if (known)
      return { hops: [known, ...target.rest], reason: { key: 'known', values: { name: known.name } } };
  }
  return undefined;
}
