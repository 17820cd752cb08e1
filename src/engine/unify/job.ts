import type { ActivityModel } from '../../model/model.js';
import type { RunTask } from '../../model/reports.js';
import type { Pacer } from '../pacer.js';
import type { ChunkSink } from '../store/chunk-sink.js';
import type { SourceCache } from './source-cache.js';

/** What the steps of a run share. */
export interface Job {
  readonly model: ActivityModel;
  readonly sources: SourceCache;
  readonly sink: ChunkSink;
  readonly pacer: Pacer;
  /** The number of a new segment. */
  newSegment(): number;
  report(task: RunTask, subject: string | undefined, fraction: number): void;
}

/** Everything that the unified customers depend on, as text to compare (D 62). */
export function customerConfig({ customers }: ActivityModel): string {
  return JSON.stringify(customers);
}
