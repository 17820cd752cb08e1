import type { ActivityModel } from './model.js';
import type { KeyHop } from './tables.js';

/** The primary key of a table by which the first of several rows of one join value is chosen (D 22), if it has one. */
export function primaryKeyOf(model: ActivityModel, name: string): string | undefined {
  const key =
    model.customers.tables.find(({ table }) => table === name)?.primaryKey ??
    model.contacts.find(({ table }) => table === name)?.primaryKey ??
    model.tables.find((table) => table.name === name)?.primaryKey ??
    model.activities.find(({ table }) => table === name)?.primaryKey;
  return key === '' ? undefined : key;
}

/** The relationships of a path, as profiles and checks follow them: as a run of the model would. Unknown names are left out. */
export function hopsOf(model: ActivityModel, names: readonly string[]): KeyHop[] {
  return names.flatMap((name): KeyHop[] => {
    const known = model.relationships.find((relationship) => relationship.name === name);
    if (known === undefined) return [];
    const primaryKey = primaryKeyOf(model, known.to.table);
    return [{ from: known.from, to: { ...known.to, ...(primaryKey === undefined ? {} : { primaryKey }) } }];
  });
}
