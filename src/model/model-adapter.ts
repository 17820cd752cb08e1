import type { ActivityExplanation } from './explanation.js';
import type { ActivityModel } from './model.js';
import type { RunProgress, RunReport, SetAsideFilter, SetAsidePage } from './reports.js';
import type {
  CheckedRows,
  ColumnProfile,
  KeyColumn,
  KeyHop,
  KeyProfile,
  NewestRows,
  Row,
  RowCheck,
  RowDates,
  RowsQuery,
  TableInfo,
} from './tables.js';
import type { CallOptions, DataChange } from './timeline-adapter.js';

/** What the wizard and the manager need (design § 3). */
export interface ModelAdapter {
  listTables(options?: CallOptions): Promise<readonly TableInfo[]>;
  /** The first rows of a table. */
  sampleRows(table: string, limit: number, options?: CallOptions): Promise<readonly Row[]>;
  /** What a column holds; with a `target`, also how many of its keys that column of another table has. */
  profileColumn(
    table: string,
    column: string,
    options?: CallOptions & { target?: KeyColumn },
  ): Promise<ColumnProfile>;
  /**
   * How the rows of a table fare on a path of relationships, hop by hop (§ 8.3): rows that are found at the last one
   * reach a row of its target.
   */
  profilePath?(hops: readonly KeyHop[], options?: CallOptions): Promise<readonly KeyProfile[]>;
  /**
   * The newest rows of a table, and the first of those without a readable date; at most `limit` of each. Absent: the
   * wizard shows no rows of people's own.
   */
  newestRows?(table: string, dates: RowDates, limit: number, options?: CallOptions): Promise<NewestRows>;
  /** The rows behind a figure of a check, page by page. Absent: the figures of the wizard lead to no rows. */
  checkRows?(check: RowCheck, query: RowsQuery, options?: CallOptions): Promise<CheckedRows>;
  /**
   * Rows that did not become what they should at the last run, with the reason, in the order of their tables, page by
   * page. Absent: the figures of the manager lead to no rows.
   */
  setAside?(filter: SetAsideFilter, options?: CallOptions): Promise<SetAsidePage>;
  /**
   * How the row at a line of a definition's file fared at the last run, path by path, key by key; `not-found` without
   * such a row. Absent: the manager does not say why a row reached no customer.
   */
  explainRow?(
    place: { definition: string; line: number },
    options?: CallOptions,
  ): Promise<ActivityExplanation>;
  loadModel(options?: CallOptions): Promise<{ model: ActivityModel; revision: string }>;
  /** Stores the model and answers its new revision; rejects with `revision-conflict` when another save came first. */
  saveModel(model: ActivityModel, revision: string, options?: CallOptions): Promise<string>;
  /** Unifies customers when they are out of date, then rebuilds the activities. */
  run(options?: CallOptions & { onProgress?(progress: RunProgress): void }): Promise<RunReport>;
  lastRun(options?: CallOptions): Promise<RunReport | null>;
  /**
   * Renames a definition at once and leaves its rows (D 28). Absent: the model is saved with the new name, and the
   * report keeps the old one until the next run.
   */
  renameActivity?(id: string, name: string, options?: CallOptions): Promise<{ revision: string }>;
  /**
   * Deletes definitions and their rows at once (D 28); `undo` takes it back. Absent: the model is saved without them,
   * and their rows stay until the next run.
   */
  deleteActivities?(
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<{ undo: string; revision: string }>;
  undoDelete?(undo: string, options?: CallOptions): Promise<{ revision: string }>;
  /** Calls the listener after each change until the returned function is called. */
  subscribe?(listener: (change: DataChange) => void): () => void;
}
