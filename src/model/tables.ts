import type { ColumnType } from './model.js';
import type { DateColumnFacts } from './dates.js';

/** A source row: column → text. Made without a prototype, so `__proto__` is a column like any other. */
export type Row = Readonly<Record<string, string>>;

/** A column as it was found when its table was imported. */
export interface ColumnInfo {
  name: string;
  type: ColumnType;
  /** Rows without a value. */
  empty: number;
  /** Present when some values read as dates. */
  dates?: DateColumnFacts;
}

/** A stored source table. */
export interface TableInfo {
  /** `DataSource_Table` (D 4). */
  name: string;
  source: string;
  table: string;
  /** Rows stored. */
  rows: number;
  /** Rows of the file that were set aside at the import, with a reason each. */
  setAside: number;
  columns: readonly ColumnInfo[];
  primaryKey?: string;
  /** Milliseconds since 1970. */
  importedAt: number;
}

/** What one column's values are like; the checks of § 4.6 are decided from it. */
export interface ColumnProfile {
  rows: number;
  empty: number;
  distinct: number;
  /** Rows whose value occurred in an earlier row. */
  duplicates: number;
  /** Non-empty values that read as numbers. Absent: not counted. */
  numbers?: number;
  dates?: DateColumnFacts;
}
