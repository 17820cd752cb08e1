import { fakerFor } from './seeded-faker.js';
import { columnIndex, type SourceTable } from './source-table.js';

/** How many rows of a table are spoiled, and in which way. */
export interface Dirt {
  /** Column of the primary key. */
  key: string;
  /** Rows that come twice under one key. */
  duplicateKeys?: number;
  emptyKeys?: number;
  /** Column of the foreign key, and values that lead nowhere. */
  orphans?: { column: string; values: readonly string[] };
  badDates?: { column: string; values: readonly string[] };
  /** Rows with a field too many, as when a comma was not quoted. */
  tooWide?: number;
}

/** The same table with the small faults that exports have. Each fault gets rows of its own. */
export function soil(table: SourceTable, dirt: Dirt, part: number): SourceTable {
  const faker = fakerFor(part);
  const rows = table.rows.map((row) => [...row]);
  const { duplicateKeys = 0, emptyKeys = 0, tooWide = 0, orphans, badDates } = dirt;
  const cells = [
    ...Array.from({ length: emptyKeys }, () => ({ column: dirt.key, value: '' })),
    ...(orphans?.values ?? []).map((value) => ({ column: orphans?.column ?? '', value })),
    ...(badDates?.values ?? []).map((value) => ({ column: badDates?.column ?? '', value })),
  ];
  const chosen = faker.helpers.arrayElements(rows, cells.length + tooWide + duplicateKeys);
  cells.forEach(({ column, value }, index) => {
    const row = chosen[index];
    if (row) row[columnIndex(table, column)] = value;
  });
  chosen.slice(cells.length, cells.length + tooWide).forEach((row) => row.push(''));
  for (const row of chosen.slice(cells.length + tooWide)) rows.splice(rows.indexOf(row) + 1, 0, [...row]);
  return { ...table, rows };
}
