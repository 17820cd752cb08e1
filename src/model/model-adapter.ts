import type { ActivityModel } from './model.js';
import type { RunProgress, RunReport } from './reports.js';
import type { ColumnProfile, Row, TableInfo } from './tables.js';
import type { CallOptions } from './timeline-adapter.js';

/** What the wizard and the manager need (design § 3). */
export interface ModelAdapter {
  listTables(options?: CallOptions): Promise<readonly TableInfo[]>;
  /** The first rows of a table. */
  sampleRows(table: string, limit: number, options?: CallOptions): Promise<readonly Row[]>;
  profileColumn(table: string, column: string, options?: CallOptions): Promise<ColumnProfile>;
  loadModel(options?: CallOptions): Promise<{ model: ActivityModel; revision: string }>;
  /** Stores the model and answers its new revision; rejects with `revision-conflict` when another save came first. */
  saveModel(model: ActivityModel, revision: string, options?: CallOptions): Promise<string>;
  /** Unifies customers when they are out of date, then rebuilds the activities. */
  run(options?: CallOptions & { onProgress?(progress: RunProgress): void }): Promise<RunReport>;
  lastRun(options?: CallOptions): Promise<RunReport | null>;
}
