import type { SemanticTypeName } from './semantic-types.js';

/** The `format` that this release writes. The reader accepts every one ever released. */
export const MODEL_FORMAT = 'activity-model/1';

/**
 * Everything a user configures, as one JSON document (design § 2). It is a value: the wizard edits a copy,
 * an adapter keeps it, the engine runs it, people review it in a diff.
 */
export interface ActivityModel {
  format: typeof MODEL_FORMAT;
  /** Whose history it is: people (B2C) or organisations with contacts (B2B). */
  kind: 'individuals' | 'accounts';
  /** Source tables that the model refers to. */
  tables: TableDefinition[];
  customers: CustomerUnification;
  /** Only with kind `accounts` (domain § 9.6). */
  contacts: ContactTable[];
  relationships: Relationship[];
  activities: ActivityDefinition[];
}

/**
 * How the values of a column are read. `unix-seconds` and `unix-milliseconds` are never inferred,
 * only chosen (D 52).
 */
export type ColumnType =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'unix-seconds' | 'unix-milliseconds';

export interface ColumnDefinition {
  name: string;
  type: ColumnType;
}

/** A source table, as the model knows it. */
export interface TableDefinition {
  /** `DataSource_Table` (D 4), the name by which the rest of the model refers to it. */
  name: string;
  /** Data source, for instance `eCommerce`. */
  source: string;
  /** Table inside its data source, for instance `Contacts`. */
  table: string;
  columns: ColumnDefinition[];
  primaryKey?: string;
}

/** How unified customers are made from source customer tables (domain § 9). */
export interface CustomerUnification {
  /** In order; the first is the primary table (§ 9.3). */
  tables: CustomerTable[];
  /** Tried in order; a rule sees only rows that no earlier one matched. */
  rules: MatchRule[];
  /**
   * Columns of the unified customer. Empty: every column of every customer table, columns of the same
   * semantic (else of the same name) merged by importance, that is by the order of the tables (§ 9.5).
   */
  fields: UnifiedField[];
}

export interface CustomerTable {
  table: string;
  primaryKey: string;
  /** Rows without a match become customers of their own (§ 9.3). The primary table's rows always do. */
  includeAll: boolean;
  /** Column → meaning, for instance `EMail` → `Identity.Service.Email` (§ 9.1). */
  semantics?: Record<string, string>;
}

/** Conditions joined by AND between one customer table and one above it (§ 9.3). */
export interface MatchRule {
  name: string;
  /** The table whose rows look for a match. */
  table: string;
  /** A table above it in the order. */
  with: string;
  conditions: MatchCondition[];
}

export interface MatchCondition {
  column: string;
  withColumn: string;
  /** Applied to both sides, in this order. Default none: the text as it is. */
  normalize?: Normalization[];
  /** Least similarity in percent (§ 9.4), 100 = equal. Default 100. */
  precision?: number;
}

export type Normalization =
  | 'numerals'
  | 'symbols'
  | 'lowercase'
  | 'whitespace'
  | 'ascii'
  | 'phone'
  | 'name'
  | 'address'
  | 'organization';

export interface UnifiedField {
  name: string;
  semantic?: string;
  /** By importance: the first non-empty value wins. */
  sources: { table: string; column: string }[];
}

/** A contact table of business accounts (D 72). */
export interface ContactTable {
  table: string;
  primaryKey: string;
  /** Contact attribute (ContactId, FirstName …, § 3.6) → column. */
  attributes: Record<string, string>;
  /** Relationship names from the contact table to an account table. */
  path: string[];
}

/** A foreign key of one table that points to a key column of another (§ 1). */
export interface Relationship {
  /** Case sensitive; letters and digits, starting with a letter. */
  name: string;
  from: { table: string; column: string };
  to: { table: string; column: string };
  cardinality: 'many-to-one' | 'one-to-one';
}

/** Turns the rows of one source table into activities (domain § 2.8). */
export interface ActivityDefinition {
  /** Stable; a rename does not change it, so the ids of its rows stay (D 58). */
  id: string;
  name: string;
  /** `DataSource_Table` (D 4). */
  table: string;
  /** Semantic type, `Other`, or a custom name. */
  type: SemanticTypeName | (string & {});
  primaryKey: string;
  timestamp: string;
  /** Column whose value is the title of an item. */
  event: string;
  url?: string;
  /** Column whose value is the second line of an item. */
  detail?: string;
  icon?: string;
  /** False: rows stay exportable but no read method returns them (D 6). */
  showInTimeline: boolean;
  /** IANA zone for date-times written without one. Default UTC (D 52). */
  timeZone?: string;
  /** Overrides the order of day and month that the column's values settle. */
  dateOrder?: DateOrder;
  /** Attribute key (§ 3) → column. */
  attributes?: Record<string, string>;
  /** Each path: relationship names in order (§ 4.3, 4.4). The first that reaches a customer decides (D 56). */
  paths: string[][];
}

/** Order of month and day in slash dates. */
export type DateOrder = 'mdy' | 'dmy';

/** A model with nothing in it. */
export function emptyModel(): ActivityModel {
  return {
    format: MODEL_FORMAT,
    kind: 'individuals',
    tables: [],
    customers: { tables: [], rules: [], fields: [] },
    contacts: [],
    relationships: [],
    activities: [],
  };
}
