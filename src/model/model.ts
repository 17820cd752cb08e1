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
  /** Rows that belong to one customer whatever the rules say (§ 9.3). */
  alwaysMatch?: RowPair[];
  /** Rows that never belong to one customer. Stronger than everything else. */
  neverMatch?: RowPair[];
  /** Words to add to the lists of the normalisations `name`, `address` and `organization` (D 66). */
  words?: WordLists;
}

export interface CustomerTable {
  table: string;
  primaryKey: string;
  /** Rows without a match become customers of their own (§ 9.3). The primary table's rows always do. */
  includeAll: boolean;
  /** Column → meaning, for instance `EMail` → `Identity.Service.Email` (§ 9.1). */
  semantics?: Record<string, string>;
  /**
   * Which rows of the table are one record (§ 9.2), beside those of equal key. Absent: those that the conditions of
   * a match rule on this table join.
   */
  deduplication?: Deduplication;
}

/** Which rows of a table are one record, and which of them stands for it (§ 9.2). */
export interface Deduplication {
  /** Joined by OR, and over rows that have a row in common. None: rows of equal key only. */
  rules: DeduplicationRule[];
  /** Default: the row with the most columns filled. A tie goes to the larger primary key. */
  winner?: Winner;
}

/** By the most columns filled, or by a date or number in a column. */
export interface Winner {
  by: 'most-filled' | 'most-recent' | 'least-recent';
  /** For `most-recent` and `least-recent`. */
  column?: string;
}

/** Conditions joined by AND between two rows of one table. */
export interface DeduplicationRule {
  name: string;
  conditions: ColumnCondition[];
  /** A pair for which all conditions of one exception hold is not joined. */
  exceptions?: ColumnException[][];
}

/** Conditions joined by AND between one customer table and one above it (§ 9.3). */
export interface MatchRule {
  name: string;
  /** The table whose rows look for a match. */
  table: string;
  /** A table above it in the order. */
  with: string;
  conditions: MatchCondition[];
  /** A pair for which all conditions of one exception hold is no match. */
  exceptions?: MatchException[][];
}

/** When two values count as the same. An empty side is never the same as anything (D 65). */
export interface Comparison {
  /** Applied to both sides, in this order. Default none: the text as it is. */
  normalize?: Normalization[];
  /** Least similarity in percent (§ 9.4, D 64), 100 = equal. Default 100; columns other than text: 100 only. */
  precision?: number;
  /** Value → the value it stands for, whole values after normalisation of both. */
  alias?: Record<string, string>;
  /** Values that match nothing, such as `none@example.com`, after normalisation. */
  bypass?: string[];
}

export interface ColumnCondition extends Comparison {
  column: string;
}

export interface MatchCondition extends ColumnCondition {
  withColumn: string;
}

/** A condition of an exception, which may also ask for values that are not the same. */
export type ColumnException = ColumnCondition & { differs?: boolean };
export type MatchException = MatchCondition & { differs?: boolean };

/** Named levels of {@link Comparison.precision} (§ 9.4). */
export const PRECISION = { low: 30, medium: 60, high: 80, exact: 100 } as const;

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

/** Two rows by their keys; the tables may be the same. */
export interface RowPair {
  table: string;
  key: string;
  with: string;
  withKey: string;
}

/** Word → the word it stands for; empty: the word is dropped. In lower case, without accents. */
export type WordLists = Partial<Record<'name' | 'address' | 'organization', Record<string, string>>>;

export interface UnifiedField {
  name: string;
  semantic?: string;
  /** The most important first. */
  sources: FieldSource[];
  /** Which non-empty value wins: the most important (default), or by a date or number of its row (§ 9.5). */
  merge?: 'importance' | 'most-recent' | 'least-recent';
  /** Fields of one group take their values from one row together: up to 10 fields with up to 15 sources. */
  group?: string;
}

export interface FieldSource {
  table: string;
  column: string;
  /** Date or number column of the same table, for `most-recent` and `least-recent`. */
  by?: string;
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
