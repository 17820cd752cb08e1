import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel, Relationship } from '../../model/model.js';
import type { CallOptions } from '../../model/timeline-adapter.js';
import type { KeyColumn, TableInfo } from '../../model/tables.js';
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
 * often among the keys of a customer table, or of a contact table that leads to one.
 */
export async function proposePath(
  adapter: ModelAdapter,
  info: TableInfo,
  { model }: { readonly model: ActivityModel },
  options: CallOptions,
): Promise<{ hops: readonly Relationship[]; reason: Reason } | undefined> {
  const targets = targetsOf(model).filter(({ to }) => to.table !== info.name);
  let best: { from: KeyColumn; target: Target; share: number } | undefined;
  for (const target of targets) {
    for (const { name } of candidates(info, target.to.column)) {
      const { target: keys } = await adapter.profileColumn(info.name, name, {
        ...options,
        target: target.to,
      });
      const share = keys && keys.rows > 0 ? keys.found / keys.rows : 0;
      if (share >= LEAST_SHARE && share > (best?.share ?? 0)) {
        best = { from: { table: info.name, column: name }, target, share };
      }
    }
    // A contact that is found tells more than an account that is found as well (D 21).
    if (best?.target === target && target.rest.length > 0) break;
  }
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

/** Foreign keys look like keys; those named like the target come first. */
function candidates({ columns }: TableInfo, key: string): TableInfo['columns'] {
  const named = (name: string): number => Number(name.toLowerCase() === key.toLowerCase());
  return columns
    .filter(({ type }) => type === 'text' || type === 'number')
    .sort((one, other) => named(other.name) - named(one.name))
    .slice(0, MAX_TRIED);
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
