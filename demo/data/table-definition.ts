import type { ColumnDefinition, ColumnType, TableDefinition } from '../../src/model/model.js';

/** Columns written `name` for text or `name:type`. */
export function table(source: string, name: string, primaryKey: string, columns: string): TableDefinition {
  return {
    name: `${source}_${name}`,
    source,
    table: name,
    primaryKey,
    columns: columns.split(' ').map((column): ColumnDefinition => {
      const [columnName = '', type = 'text'] = column.split(':');
      return { name: columnName, type: type as ColumnType };
    }),
  };
}
