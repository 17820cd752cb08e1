import type { ColumnType, DateOrder } from '../model/model.js';

/** A column of a source table, as far as SQL needs to know it. */
export interface SqlColumn {
  name: string;
  type: ColumnType;
  /** What the values settle about slash dates (D 52). Absent: month first. */
  dates?: { readonly order: DateOrder | 'ambiguous' | null };
}

/**
 * A source table in the database. What `listTables()` of an engine answers is of this form, and so are the tables of a
 * model; the latter do not know the order of slash dates.
 */
export interface SqlTable {
  /** `DataSource_Table` (D 4), by which the model refers to it. */
  name: string;
  source: string;
  table: string;
  columns: readonly SqlColumn[];
  primaryKey?: string;
  /** Where it is: schema and table, or as many parts as the engine has. Default: a table of the name. */
  relation?: readonly string[];
  /**
   * A column by which its rows stand in the order of the source: of equal keys the first one counts (D 50). It is told
   * as the line of rows set aside. Default: the order of the texts of the columns in use, and no line is told.
   */
  order?: string;
}

/** AlternateKey as the browser engine, or Customer Insights, wrote it. */
export interface AlternateKeyTable {
  relation: readonly string[];
  /** Its columns, where they are not named as in domain § 2.2 (`EntityName`, `msdynci_customerid` …). */
  columns?: Partial<Record<'DataSourceName' | 'TableName' | 'AlternateValue' | 'CustomerId', string>>;
}

/** Options of {@link toSql}. */
export interface SqlOptions {
  /** Customers that are unified already. Default: they are unified by the SQL, by exact rules only. */
  alternateKey?: AlternateKeyTable;
  /** Where the output tables go. Default: the current schema. */
  schema?: readonly string[];
  /** True: UnifiedActivity has rows of definitions that are not shown in the timeline too (D 6). Default false. */
  includeHidden?: boolean;
  /**
   * `replace` (default) writes UnifiedActivity anew; `merge` writes to it only rows that came, went or became others
   * (D 60), so that a table that others read from keeps its history.
   */
  write?: 'replace' | 'merge';
}
