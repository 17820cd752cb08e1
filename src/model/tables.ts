import type { ColumnType, DateOrder } from './model.js';
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

/** Which of a table's columns dates its rows, and how that is read (D 52). */
export interface RowDates {
  column: string;
  /** Order of slash dates. Default: the one that the values settle, else month first. */
  dateOrder?: DateOrder;
  /** Zone of date-times written without one. Default UTC. */
  timeZone?: string;
}

/** Rows by date. */
export interface NewestRows {
  /** The newest first, with the date in the form of `Activity.timestamp`. */
  rows: readonly { timestamp: string; values: Row }[];
  /** The first rows whose date is empty or cannot be read. */
  undated: readonly Row[];
}

/** Which rows a figure of a check stands for. */
export type RowCheck =
  /** Without a value, or with one that an earlier row has (`ColumnProfile.empty`, `duplicates`). */
  | { kind: 'key-empty' | 'key-duplicate'; table: string; column: string }
  /** With a value that is no date; the order of slash dates as in {@link RowDates}. */
  | { kind: 'date-unreadable'; table: string; column: string; dateOrder?: DateOrder }
  /** That a path of relationships leads nowhere (`KeyProfile.empty` and `missing` of all its hops). */
  | { kind: 'orphan'; hops: readonly KeyHop[] };

/** Which of the rows behind a figure are wanted, page by page. */
export interface RowsQuery {
  /** Rows of a page: 1 to 1,000. */
  limit: number;
  /** `next` of the page before. Default: from the first row on. */
  cursor?: string;
  /** Only rows whose path failed at this relationship, counted from 1. */
  hop?: number;
  /** Only rows with this text in one of their values, in either case; blanks around it do not count. */
  text?: string;
}

/** A page of the rows behind a figure. */
export interface CheckedRows {
  /** Rows that the query lets through, on all pages. */
  total: number;
  /** In the order of the table. `line`: in the file; `hop`: the relationship that failed, from 1. */
  rows: readonly { line: number; values: Row; hop?: number }[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
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

/** A column of a table, as relationships name it. */
export interface KeyColumn {
  table: string;
  column: string;
}

/** A relationship, as keys are followed along it. */
export interface KeyHop {
  from: KeyColumn;
  /**
   * Where the keys are looked up. Of several rows with one value the first in the order of the `primaryKey` is found
   * (D 22). Default: the key that the table was imported with, else the order of the table.
   */
  to: KeyColumn & { primaryKey?: string };
}

/** What one column's values are like; the checks of § 4.6 are decided from it. */
export interface ColumnProfile {
  rows: number;
  /** Rows without a value; blanks alone are none (D 50). */
  empty: number;
  distinct: number;
  /** Rows whose value occurred in an earlier row. */
  duplicates: number;
  /** Non-empty values that read as numbers. Absent: not counted. */
  numbers?: number;
  dates?: DateColumnFacts;
  /** Different values that read as no date: the first 20 in the order of the rows. */
  unreadableDates?: readonly ValueCount[];
  /** How the values fare as keys of the target that was asked for. */
  target?: KeyProfile;
}

export interface ValueCount {
  text: string;
  /** Rows that hold it. */
  rows: number;
}

/** How keys fare at one relationship. The law: `rows` = `found` + `empty` + `missing`. */
export interface KeyProfile {
  /** Rows that came here: all of the table, at a later hop of a path those whose keys were found so far. */
  rows: number;
  /** Rows whose key is one of the target's, compared as D 53 says. */
  found: number;
  /** Rows without a key. */
  empty: number;
  /** Rows whose key the target does not have. */
  missing: number;
  /** Different keys among the missing, and the first 20 of them in the order of the rows. */
  missingKeys: number;
  examples: readonly ValueCount[];
  /** Rows of the target that no key leads to, because an earlier one has the same key (D 22, 50). */
  hiddenTargets: number;
}
