import type { ActivityModel } from './model.js';
import type { TableInfo } from './tables.js';

/**
 * A copy of the model whose `tables` describe, as they are stored, all tables that the rest of it refers to. A
 * table that is not stored keeps the description it had.
 */
export function describeTables(model: ActivityModel, tables: readonly TableInfo[]): ActivityModel {
  const used = new Set([
    ...model.customers.tables.map(({ table }) => table),
    ...model.contacts.map(({ table }) => table),
    ...model.relationships.flatMap(({ from, to }) => [from.table, to.table]),
    ...model.activities.map(({ table }) => table),
  ]);
  const stored = new Map(tables.map((table) => [table.name, table]));
  const former = new Map(model.tables.map((table) => [table.name, table]));
  const described = [...used].sort().flatMap((name) => {
    const info = stored.get(name);
    if (info === undefined) return former.get(name) ?? [];
    const { source, table, columns, primaryKey } = info;
    return {
      name,
      source,
      table,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
      ...(primaryKey === undefined ? {} : { primaryKey }),
    };
  });
  return { ...model, tables: described };
}
