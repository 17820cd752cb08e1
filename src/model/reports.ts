import type { ColumnInfo, Row, RowsQuery } from './tables.js';

/** Why a row of a file was not stored at the import. */
export type ImportReason =
  'too-few-fields' | 'too-many-fields' | 'quote-malformed' | 'not-an-object' | 'json-invalid';

/** Why a stored row did not become a customer's or was not shown (domain §§ 8.2, 8.4, 9.3). */
export type RunReason = 'key-empty' | 'key-duplicate' | 'orphan' | 'no-valid-date' | 'left-out';

export type SetAsideReason = ImportReason | RunReason;

/** How many rows share a reason, with up to 20 of them (D 50). */
export interface SetAsideCount {
  reason: SetAsideReason;
  count: number;
  examples: readonly SetAsideExample[];
}

export interface SetAsideExample {
  /** Line of the file where the row begins, counted from 1; for JSON the position in the array, from 1. */
  line: number;
  /** The key of the row, or the line itself when it could not be read. */
  text: string;
}

/** One row that did not become an activity, with all that is known of it. */
export interface SetAsideRow {
  reason: SetAsideReason;
  table: string;
  /** Id of the activity definition; absent for rows set aside at the import or by the customers. */
  definition?: string;
  line: number;
  key?: string;
  /** Orphans: the relationship at which the path failed, counted from 1 (D 57). */
  hop?: number;
  /** Orphans: the key value that led nowhere (D 57). */
  triedKey?: string;
  /** Absent when the line could not be read; `raw` has it then. */
  values?: Row;
  raw?: string;
}

/** Which rows set aside are wanted: those of a definition or of a table. */
export interface SetAsideFilter extends Partial<RowsQuery> {
  /** Id of an activity definition. */
  definition?: string;
  /** A table: rows set aside at its import, or by the customers made of it. */
  table?: string;
  /** Only rows set aside for this reason, or for one of these. */
  reason?: SetAsideReason | readonly SetAsideReason[];
  /** The row that begins at this line of its file. */
  line?: number;
  /** Default 100, at most 1,000. */
  limit?: number;
}

export interface SetAsidePage {
  rows: readonly SetAsideRow[];
  /** Rows that the filter lets through, on all pages. */
  total: number;
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** What an import did. The law: `read` + `keptOldRows` = `rows` + the sum over `setAside`. */
export interface ImportReport {
  table: string;
  read: number;
  rows: number;
  /** Rows of the table of before that stayed, where the import was told to keep them (D 60). */
  keptOldRows?: number;
  setAside: readonly SetAsideCount[];
  columns: readonly ColumnInfo[];
  format: 'csv' | 'json' | 'ndjson' | 'rows';
  /** CSV only. */
  delimiter?: string;
  bytes: number;
  durationMs: number;
}

/** What became of one customer table. The law: `read` = `customers` + `matched` + `duplicates` + `rejected` + `leftOut`. */
export interface CustomerTableReport {
  table: string;
  read: number;
  /** Rows that made a customer of their own. */
  customers: number;
  /** Rows that joined a customer of a table above. */
  matched: number;
  /** Rows for which another row of the table stands; they belong to the same customer (§ 9.2). */
  duplicates: number;
  /** Rows without a key. */
  rejected: number;
  /** Rows without a match in a table without "Include all records". */
  leftOut: number;
  /** Rules of deduplication, with the rows that each joined to others first. */
  rules: readonly RuleReport[];
  examples: readonly SetAsideCount[];
}

/** What a rule found. */
export interface RuleReport {
  name: string;
  matched: number;
  /** Absent when every row was compared with all that could be like it. */
  cut?: CutCandidates;
}

/** Rows that had more candidates than a rule may compare, so that a better match may have been missed. */
export interface CutCandidates {
  rows: number;
  examples: readonly SetAsideExample[];
}

export interface UnifyReport {
  customers: number;
  tables: readonly CustomerTableReport[];
  /** Records that each rule matched. */
  rules: readonly RuleReport[];
  /** Pairs that the model names, and how many of them name a key that is not there. */
  pairs?: { always: number; never: number; unknown: number };
  durationMs: number;
}

/**
 * How the activities of a definition differ from those of the run before, by key and by what is shown (D 60). Those of
 * a first run are all added.
 */
export interface ChangeCounts {
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
}

/**
 * What became of one contact table (D 72). The law: `read` = `contacts` + the sum over `setAside`.
 */
export interface ContactTableReport {
  table: string;
  read: number;
  contacts: number;
  /** Contacts that reach no account, counted in `contacts` (§ 2.4). */
  withoutAccount: number;
  /** Rows without a key, and rows whose key occurred before. */
  setAside: readonly SetAsideCount[];
}

/** A row for which two paths reached different customers (D 56). */
export interface ConflictExample extends SetAsideExample {
  /** The customer that the row went to. */
  customerId: string;
  otherCustomerId: string;
}

/** What is remarkable about the keys of a column that paths lead to. */
export interface KeyReport {
  table: string;
  column: string;
  /** Rows that no path reaches by this column because another row has the same value (D 22). */
  notUnique: { count: number; examples: readonly string[] };
  /** Keys that differ only by case or blanks, and are compared exactly therefore (D 53). */
  ambiguous: { count: number; examples: readonly (readonly [string, string])[] };
}

/**
 * What became of the rows of one definition. The law (design § 4.2):
 * `read` = `shown` + `hidden` + `undated` + `rejected` + `orphaned`.
 */
export interface DefinitionReport {
  definition: string;
  name: string;
  table: string;
  read: number;
  shown: number;
  hidden: number;
  /** Written without a valid date and never shown (D 51). */
  undated: number;
  rejected: number;
  orphaned: number;
  /** Orphans by the hop that failed, first hop first. */
  orphanedByHop: readonly number[];
  /** Rows for which another path reached another customer (D 21, 56). */
  conflicting: number;
  /** The first 20 of them. */
  conflicts: readonly ConflictExample[];
  /** Columns on the paths whose keys are not unique or not distinct. */
  keys: readonly KeyReport[];
  /** Set when slash dates leave the order of day and month open: month first was assumed (D 52). */
  dateOrderAssumed: boolean;
  setAside: readonly SetAsideCount[];
  /** Compared with the run before. */
  changes: ChangeCounts;
  /** False when nothing that the rows are made of had changed, so that they were taken over as they are. */
  isRebuilt: boolean;
  durationMs: number;
}

/** States of a job or a task (§ 6.2). A {@link RunReport} has one of the two that end well. */
export type RunStatus =
  | 'not-started'
  | 'queued'
  | 'processing'
  | 'refreshing'
  | 'successful'
  | 'completed-with-warnings'
  | 'failed'
  | 'skipped'
  | 'canceled';

/** How long a task of a run took (§ 6.3). `skipped`: everything was up to date. */
export interface TaskReport {
  task: RunTask;
  status: Extract<RunStatus, 'successful' | 'skipped'>;
  durationMs: number;
}

/** The outcome of a finished run. A cancelled or failed one rejects and leaves the former output (§ 8.6). */
export interface RunReport {
  id: string;
  status: Extract<RunStatus, 'successful' | 'completed-with-warnings'>;
  /** Milliseconds since 1970. */
  startedAt: number;
  durationMs: number;
  tasks: readonly TaskReport[];
  customers: UnifyReport;
  /** By contact table; empty where there are none. */
  contacts: readonly ContactTableReport[];
  definitions: readonly (DefinitionReport & { outOfDate: boolean })[];
  /** Something a definition depends on changed since: "Refresh needed" (D 62). */
  outOfDate: boolean;
}

/** The tasks of a run, in order (D 29). */
export type RunTask =
  'check-sources' | 'resolve-keys' | 'build-activities' | 'write-output' | 'refresh-counts';

export interface RunProgress {
  task: RunTask;
  /** Name of the definition or table at work. */
  subject?: string;
  /** 0 to 1 over the whole run. */
  fraction: number;
}

export interface ImportProgress {
  bytes: number;
  totalBytes?: number;
  rows: number;
}
