import type { ActivityModel, Relationship } from '../../model/model.js';
import { isName } from '../../model/names.js';
import type { IssueCode } from '../../model/messages.js';
import { MAX_PATH_LENGTH } from '../../model/validate/paths.js';
import type { TableInfo } from '../../model/tables.js';
import { relationshipName } from './propose-path.js';
import { existingRelationship } from './wizard-draft.js';

/** One relationship under edit; its table is where the one before ends. */
export interface HopDraft {
  readonly column: string;
  readonly table: string;
  readonly toColumn: string;
  readonly name: string;
}

/** A path under edit. */
export interface PathDraft {
  readonly activityId: string;
  readonly table: string;
  /** Place among the definition's paths; null: a new one. */
  readonly place: number | null;
  readonly hops: readonly HopDraft[];
}

const NO_HOP: HopDraft = { column: '', table: '', toColumn: '', name: '' };

export function beginPath(model: ActivityModel, activityId: string, place: number | null): PathDraft | null {
  const activity = model.activities.find(({ id }) => id === activityId);
  if (!activity) return null;
  const names = place === null ? [] : activity.paths[place];
  const hops = names.flatMap((name): HopDraft[] => {
    const known = model.relationships.find((relationship) => relationship.name === name);
    return known
      ? [{ column: known.from.column, table: known.to.table, toColumn: known.to.column, name }]
      : [];
  });
  return { activityId, table: activity.table, place, hops: hops.length > 0 ? hops : [NO_HOP] };
}

/** The table that a relationship of the path begins at. */
export const startOf = ({ table, hops }: PathDraft, at: number): string => hops[at - 1]?.table ?? table;

/** The relationship that exists already with these ends (D 20). */
export function existing(model: ActivityModel, path: PathDraft, at: number): Relationship | undefined {
  const { column, table, toColumn } = path.hops[at];
  return existingRelationship(
    model.relationships,
    { table: startOf(path, at), column },
    { table, column: toColumn },
  );
}

/** Tables that a relationship can lead to: no table comes twice on a path. */
export function targets(
  model: ActivityModel,
  tables: readonly TableInfo[],
  path: PathDraft,
  at: number,
): { customers: string[]; intermediate: string[] } {
  const visited = new Set([path.table, ...path.hops.slice(0, at).map(({ table }) => table)]);
  const customers = model.customers.tables.map(({ table }) => table).filter((table) => !visited.has(table));
  const intermediate = tables
    .map(({ name }) => name)
    .filter((name) => !visited.has(name) && !customers.includes(name));
  return { customers, intermediate };
}

/** Another target begins anew what comes behind it: nothing for a customer table, else the next relationship. */
export function changeHop(
  model: ActivityModel,
  path: PathDraft,
  at: number,
  change: Partial<HopDraft>,
): PathDraft {
  const former = path.hops[at];
  let hop = { ...former, ...change };
  if (change.table !== undefined) hop = { ...hop, toColumn: keyOf(model, change.table) };
  const isRedirected = hop.table !== former.table;
  const hops = [...path.hops.slice(0, at), hop, ...(isRedirected ? [] : path.hops.slice(at + 1))];
  const next: PathDraft = { ...path, hops };
  if (change.name === undefined) {
    const known = existing(model, next, at)?.name;
    const name = known ?? (hop.table ? relationshipName(model, startOf(next, at), hop.table) : '');
    hops[at] = { ...hop, name };
  }
  return isRedirected && hop.table !== '' && !isCustomer(model, hop.table)
    ? continueFrom(model, { ...path, hops })
    : { ...path, hops };
}

/** Goes on by a relationship that the model knows, where there is one. */
function continueFrom(model: ActivityModel, path: PathDraft): PathDraft {
  if (path.hops.length >= MAX_PATH_LENGTH) return path;
  const end = path.hops.at(-1)?.table;
  const visited = new Set([path.table, ...path.hops.map(({ table }) => table)]);
  const known = model.relationships.find(
    ({ from, to }) => from.table === end && isCustomer(model, to.table) && !visited.has(to.table),
  );
  const hop = known
    ? { column: known.from.column, table: known.to.table, toColumn: known.to.column, name: known.name }
    : NO_HOP;
  return { ...path, hops: [...path.hops, hop] };
}

export const isCustomer = ({ customers }: ActivityModel, name: string): boolean =>
  customers.tables.some(({ table }) => table === name);

/** The key of a table, which relationships point to. */
function keyOf(model: ActivityModel, name: string): string {
  return (
    model.customers.tables.find(({ table }) => table === name)?.primaryKey ??
    model.contacts.find(({ table }) => table === name)?.primaryKey ??
    model.activities.find(({ table }) => table === name)?.primaryKey ??
    model.tables.find((table) => table.name === name)?.primaryKey ??
    ''
  );
}

/** What is wrong with the name of a relationship that is new (§ 4.6). */
export function hopNameFault(model: ActivityModel, path: PathDraft, at: number): IssueCode | null {
  const { name } = path.hops[at];
  if (existing(model, path, at)) return null;
  if (!isName(name)) return 'relationship-name-invalid';
  const isTaken =
    model.relationships.some((known) => known.name === name) ||
    path.hops.some((hop, place) => place < at && hop.name === name);
  return isTaken ? 'relationship-name-taken' : null;
}

/** The relationships of a whole path; null while it is not complete. */
export function finishPath(model: ActivityModel, path: PathDraft): Relationship[] | null {
  const end = path.hops.at(-1);
  if (!end || !isCustomer(model, end.table) || path.hops.length > MAX_PATH_LENGTH) return null;
  const isComplete = path.hops.every(
    ({ column, table, toColumn }, at) =>
      column !== '' && table !== '' && toColumn !== '' && hopNameFault(model, path, at) === null,
  );
  if (!isComplete) return null;
  return path.hops.map(
    ({ column, table, toColumn, name }, at) =>
      existing(model, path, at) ?? {
        name,
        from: { table: startOf(path, at), column },
        to: { table, column: toColumn },
        cardinality: 'many-to-one',
      },
  );
}
