import type { CustomerProfile } from '../model/activity.js';
import type { ActivityExplanation } from '../model/explanation.js';
import type { ColumnType } from '../model/model.js';
import type { ModelAdapter } from '../model/model-adapter.js';
import type {
  ImportProgress,
  ImportReport,
  SetAsideFilter,
  SetAsidePage,
  UnifyReport,
} from '../model/reports.js';
import type { CallOptions, DataChange, Persistence, TimelineAdapter } from '../model/timeline-adapter.js';
import type { OutputFormat } from '../model/output/rows.js';

/** Options of {@link openEngine}. */
export interface EngineOptions {
  /** Workspace: one database each. Default `default`. */
  name?: string;
  /**
   * `worker`: rejects with `worker-failed` when no worker starts. `inline`: the same code on this thread, in
   * slices. `auto` (default): a worker, else inline; the first reads are answered on this thread while it starts.
   */
  mode?: 'auto' | 'worker' | 'inline';
  /** Another IndexedDB, for tests; implies `inline`. null: keep everything in memory. */
  indexedDB?: IDBFactory | null;
  /** Another lock manager, for tests; implies `inline`. */
  locks?: LockManager;
  /**
   * How long a call that writes waits while another tab writes, in milliseconds. Default 0: it is refused as `busy` at
   * once, with what the other tab does. A tab that is frozen is not waited for: after three seconds without a sign of
   * life its lock is taken, and its job ends as `lease-lost` when it wakes up.
   */
  busyTimeoutMs?: number;
  /** Where the worker's script is served, for hosts that move it. */
  workerUrl?: string | URL;
}

export interface ImportOptions {
  /** Data source, for instance `eCommerce`. */
  source: string;
  /** Table inside it. Both: a letter first, then letters, digits, `_` and `-`. */
  table: string;
  /** A stream that breaks off fails the import with `network`. Objects in rows are stored as what they say in JSON. */
  data: Blob | ReadableStream<Uint8Array> | readonly Readonly<Record<string, unknown>>[];
  /** Default: by the first bytes. Ignored for rows. */
  format?: 'csv' | 'json' | 'ndjson';
  /** CSV only. Default: the one that splits the first lines most evenly of comma, semicolon, tab and bar. */
  delimiter?: string;
  primaryKey?: string;
  /** Column → type, in place of the inferred one. */
  types?: Readonly<Record<string, ColumnType>>;
  /**
   * True: rows of the table of before whose primary key the new data do not have stay, behind the new ones, so that
   * nothing leaves the timeline because a source forgot it (the option of D 60). They have no line any more: 0. Needs
   * `primaryKey` here or at the table of before, else `query-invalid`. Default false: the new data replace the table.
   */
  keepOldRows?: boolean;
}

export interface CustomerListItem {
  customerId: string;
  name: string;
  /** A second line to tell namesakes apart: the e-mail, else the preferred key. */
  hint: string;
}

export interface CustomerList {
  customers: readonly CustomerListItem[];
  /** Customers that the search lets through. */
  total: number;
  next?: string;
}

export interface ExportOptions {
  /** Default `ndjson`. */
  format?: OutputFormat;
  /** Rows of definitions that are not shown in the timeline too (D 6). Default false. */
  includeHidden?: boolean;
}

/**
 * The bundled engine: source tables in, unified customers and their activities out, in this browser
 * (design § 4). It is both adapters of the elements and can be used without any element.
 */
export interface Engine extends TimelineAdapter, ModelAdapter {
  /** Where data is kept. A `persistence` change announces everything but `indexeddb`. */
  readonly persistence: Persistence;
  /** Where the code runs now; with `auto` it begins on this thread (see {@link EngineOptions.mode}). */
  readonly mode: 'worker' | 'inline';
  /** Stores a table, or replaces the one of the same name once the last row is in. A failure leaves the old one. */
  importTable(
    options: ImportOptions,
    call?: CallOptions & { onProgress?(progress: ImportProgress): void },
  ): Promise<ImportReport>;
  /** Removes a table. Output made from it stays until the next run. Unknown name: `table-missing`. */
  removeTable(name: string, call?: CallOptions): Promise<void>;
  /**
   * Renames a definition at once, in the model and in reports; its rows and their ids stay (D 28). `name-taken` when
   * another one has the name, ignoring case; `name-invalid`; `not-found`.
   */
  renameActivity(id: string, name: string, call?: CallOptions): Promise<{ revision: string }>;
  /**
   * Deletes definitions and their rows at once; relationships stay (D 28). While a run is going it waits for its end.
   * `undo` takes it back within an hour. `not-found` for an unknown id: then nothing is deleted.
   */
  deleteActivities(ids: readonly string[], call?: CallOptions): Promise<{ undo: string; revision: string }>;
  /**
   * Puts definitions and rows that {@link deleteActivities} took back, without a run. `not-found` when it is too late
   * or done already; `name-taken` when a name has been given to another definition meanwhile.
   */
  undoDelete(undo: string, call?: CallOptions): Promise<{ revision: string }>;
  /** Rebuilds the unified customers by the stored model. Activities are out of date until the next run (D 62). */
  unifyCustomers(call?: CallOptions): Promise<UnifyReport>;
  /** The report of the stored customers; null before the first unification. */
  lastUnification(call?: CallOptions): Promise<(UnifyReport & { outOfDate: boolean }) | null>;
  getCustomer(customerId: string, call?: CallOptions): Promise<CustomerProfile | null>;
  /** Customers by name; `search` matches name, hint and source keys, ignoring case. */
  listCustomers(
    query?: { search?: string; limit?: number; cursor?: string },
    call?: CallOptions,
  ): Promise<CustomerList>;
  /** The customer of a source row's key, compared as D 53 says; null when it reaches none. */
  resolveCustomer(key: { table: string; key: string }, call?: CallOptions): Promise<string | null>;
  /** Rows that did not become what they should, with the reason, in the order of their tables. */
  setAside(filter: SetAsideFilter, call?: CallOptions): Promise<SetAsidePage>;
  /**
   * How an activity reached its customer, key by key, and its source row. An item of a timeline has both ids; without
   * the customer all rows are searched. `not-found` when the activity is gone.
   */
  explainActivity(
    activity: { activityId: string; customerId?: string },
    call?: CallOptions,
  ): Promise<ActivityExplanation>;
  /** The same for the row at a line of a definition's file, set aside or not. */
  explainRow(place: { definition: string; line: number }, call?: CallOptions): Promise<ActivityExplanation>;
  /** Names of the outputs that there are: UnifiedActivity and others (§ 9.7). */
  listOutputs(call?: CallOptions): Promise<readonly string[]>;
  /**
   * The rows of an output as UTF-8: CSV by RFC 4180 in which no cell is a formula, or an object for each line. Fails
   * with `not-found` for an unknown name, with `busy` when a run replaces the rows meanwhile.
   */
  exportOutput(name: string, options?: ExportOptions): ReadableStream<Uint8Array>;
  /** The output UnifiedActivity (§ 2.1), one definition after the other. */
  exportActivities(options?: ExportOptions): ReadableStream<Uint8Array>;
  subscribe(listener: (change: DataChange) => void): () => void;
  /** Ends the worker and the connection. Later calls reject with `closed`. May be called twice. */
  close(): Promise<void>;
  /**
   * Closes, then deletes the database. Other tabs let go of it and find an empty workspace; `storage-blocked` when one
   * does not within 8 seconds, `closed` after {@link close}: the data is still there then.
   */
  destroy(): Promise<void>;
}
