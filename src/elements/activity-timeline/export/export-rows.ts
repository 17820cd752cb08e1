import type { ExportProgress } from '../../shared/file-export.js';
import { lateCode } from '../../shared/late-part.js';
import type { OutputFormat } from '../../../model/output/rows.js';
import type { Question } from '../timeline-question.js';

export type { ExportProgress as TimelineExportProgress } from '../../shared/file-export.js';

/** What the timeline's `exportActivities` takes. */
export interface TimelineExportOptions {
  /** Default `csv`. */
  readonly format?: OutputFormat;
  /** Cancels the export: the stream fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called before the first and after each page. */
  onProgress?(progress: ExportProgress): void;
}

/** Writes all rows that a question lets through. The code that does it is loaded with the first bytes. */
export function exportRows(
  question: Question,
  options: TimelineExportOptions = {},
): ReadableStream<Uint8Array> {
  const { signal } = options;
  const call = new AbortController();
  const stop = (): void => call.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const leave = (): void => signal?.removeEventListener('abort', stop);
  const bytes = exportBytes(question, call.signal, options);
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

/** The same for whoever ends it by a signal alone. */
export async function* exportBytes(
  question: Question,
  signal: AbortSignal,
  options: TimelineExportOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const { writeExport } = await lateCode(() => import('./write-export.js'));
  yield* writeExport(question, signal, options);
}
