import type { ModelAdapter } from '../../src/model/model-adapter.js';
import type { ColumnInfo } from '../../src/model/tables.js';

/** Columns that are looked at: a table of 2,000 columns has its key among the first ones. */
const maxColumns = 12;

/** A key, by its name and type: `OrderId`, `order_no`, `Id`. */
function looksLikeKey({ name, type }: ColumnInfo): boolean {
  return (type === 'text' || type === 'number') && /(id|key|no|number|code)$/i.test(name);
}

/** The first column whose values are there and differ in every row, those that are named like a key first. */
export async function proposeKey(
  adapter: ModelAdapter,
  table: string,
  columns: readonly ColumnInfo[],
): Promise<string | undefined> {
  const candidates = columns
    .filter(({ empty, type }) => empty === 0 && type !== 'date' && type !== 'datetime' && type !== 'boolean')
    .sort((a, b) => Number(looksLikeKey(b)) - Number(looksLikeKey(a)))
    .slice(0, maxColumns);
  for (const { name } of candidates) {
    const { distinct, rows } = await adapter.profileColumn(table, name);
    if (rows > 0 && distinct === rows) return name;
  }
  return undefined;
}
