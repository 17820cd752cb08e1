/** A table on its way to a CSV file. */
export interface SourceTable {
  /** `DataSource_Table`. */
  name: string;
  columns: readonly string[];
  rows: string[][];
}

const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** RFC 4180 with LF line ends. */
export function toCsv(table: SourceTable): string {
  return [table.columns, ...table.rows].map((row) => row.map(quoted).join(',') + '\n').join('');
}

/** Index of a column; a name that the table lacks is a mistake of this generator. */
export function columnIndex(table: SourceTable, column: string): number {
  const index = table.columns.indexOf(column);
  if (index < 0) throw new Error(`${table.name} has no column ${column}.`);
  return index;
}

const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `£1,234.50`, so that commas need quotes. */
export const pounds = (amount: number): string => `£${twoDecimals.format(amount)}`;
