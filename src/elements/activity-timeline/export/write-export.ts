import type { Activity } from '../../../model/activity.js';
import { AdapterError } from '../../../model/errors.js';
import { UNIFIED_ACTIVITY_COLUMNS, activityRow } from '../../../model/output/activity-rows.js';
import type { OutputRow } from '../../../model/output/rows.js';
import { writeRows } from '../../../model/output/write-rows.js';
import { isTimestamp, timeOf } from '../../../adapters/shared/activity-time.js';
import type { Question } from '../timeline-question.js';
import { countRows, walkRows } from '../timeline-walk.js';
import type { TimelineExportOptions } from './export-rows.js';

/** The columns of the output UnifiedActivity, and whom it was with in words (D 35). */
const COLUMNS = [...UNIFIED_ACTIVITY_COLUMNS, 'ContactName'];

/**
 * The bytes of all rows that a question lets through, read as they are taken. Fails with `busy` when fewer came than
 * were counted: half an export must not look like a whole one.
 */
export function writeExport(
  question: Question,
  signal: AbortSignal,
  options: TimelineExportOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const table = { columns: COLUMNS, batches: batchesOf(question, signal, options) };
  return writeRows(table, options.format ?? 'csv');
}

async function* batchesOf(
  question: Question,
  signal: AbortSignal,
  { onProgress }: TimelineExportOptions,
): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const total = await countRows(question, signal);
  let rows = 0;
  onProgress?.({ rows, total });
  for await (const page of walkRows(question, signal)) {
    rows += page.length;
    onProgress?.({ rows, total });
    yield page.map(rowOf);
  }
  if (total !== null && rows < total) throw changed();
}

function rowOf(activity: Activity): OutputRow {
  const time = isTimestamp(activity.timestamp) ? timeOf(activity.timestamp) : null;
  return [...activityRow(activity, time), activity.contactName ?? null];
}

function changed(): AdapterError {
  return new AdapterError('busy', 'The activities changed while they were exported. Export them again.', {
    retryable: true,
  });
}
