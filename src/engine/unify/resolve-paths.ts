import { AdapterError } from '../../model/errors.js';
import type { ActivityModel, Relationship } from '../../model/model.js';
import { primaryKeyOf } from '../../model/hops.js';
import type { Job } from './job.js';
import { resolvePath, type PathSource, type ResolvedPath } from './paths.js';
import type { UnifiedContacts } from './unify-contacts.js';
import type { UnifiedCustomers } from './unify-customers.js';

/** What the paths of a run are resolved with. */
export function pathSource(
  job: Job,
  customers: UnifiedCustomers,
  contacts: UnifiedContacts | null,
): PathSource {
  return {
    column: (table, column) => job.sources.column(table, column),
    index: (table, column) => job.sources.index(table, column, primaryKeyOf(job.model, table)),
    customersOf: (table) => Promise.resolve(customers.customerOfRow.get(table) ?? null),
    contactsOf: (table) => contacts?.ofRow.get(table) ?? null,
  };
}

/** Resolves paths, each given by the names of its relationships. */
export function resolvePaths(
  source: PathSource,
  { relationships }: ActivityModel,
  paths: readonly (readonly string[])[],
): Promise<ResolvedPath[]> {
  return Promise.all(paths.map((path) => resolvePath(relationshipsOf(relationships, path), source)));
}

/** The relationships of a path; a name that there is not is `model-invalid`. */
export function relationshipsOf(
  relationships: readonly Relationship[],
  path: readonly string[],
): Relationship[] {
  return path.map((name) => {
    const found = relationships.find((relationship) => relationship.name === name);
    if (found === undefined) {
      throw new AdapterError('model-invalid', `The relationship “${name}” does not exist.`);
    }
    return found;
  });
}

/** True for a path that leads through a contact table, which decides over all others (D 21). */
export function isThroughContacts(
  { kind, contacts, relationships }: ActivityModel,
  path: readonly string[],
): boolean {
  return (
    kind === 'accounts' &&
    relationshipsOf(relationships, path).some(({ to }) => contacts.some(({ table }) => table === to.table))
  );
}
