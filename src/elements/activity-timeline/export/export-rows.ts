import type { Activity } from '../../../model/activity.js';
import { AdapterError } from '../../../model/errors.js';
import { UNIFIED_ACTIVITY_COLUMNS, activityRow } from '../../../model/output/activity-rows.js';
import type { OutputFormat, OutputRow } from '../../../model/output/rows.js';
import { writeRows } from '../../../model/output/write-rows.js';
import { isTimestamp, timeOf } from '../../../adapters/shared/activity-time.js';
import type { Question } from '../timeline-question.js';
import { countRows, walkRows } from '../timeline-walk.js';

/** How far an export is. */
export interface TimelineExportProgress {
  /** Rows read so far. */
  readonly rows: number;
  /** Rows that there will be; null: the adapter cannot tell. */
  readonly total: number | null;
}

/** What the timeline's `exportActivities` takes. */
export interface TimelineExportOptions {
  /** Default `csv`. */
  readonly format?: OutputFormat;
  /** Cancels the export: the stream fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called before the first and after each page. */
  onProgress?(progress: TimelineExportProgress): void;
}

/** The columns of the output UnifiedActivity, and whom it was with in words (D 35). */
const COLUMNS = [...UNIFIED_ACTIVITY_COLUMNS, 'ContactName'];

/**
 * Writes all rows that a question lets through, read as they are taken. Fails with `busy` when fewer came than were
 * counted: half an export must not look like a whole one.
 */
export function exportRows(
  question: Question,
  options: TimelineExportOptions = {},
): ReadableStream<Uint8Array> {
  const { format = 'csv', signal } = options;
  const call = new AbortController();
  const stop = (): void => call.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const leave = (): void => signal?.removeEventListener('abort', stop);
  const table = { columns: COLUMNS, batches: batchesOf(question, call.signal, options) };
  const bytes = writeRows(table, format);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      leave();
    },
    async cancel(reason) {
      leave();
      call.abort(reason);
      await bytes.return();
    },
  });
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
