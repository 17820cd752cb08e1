import { isAbort, type AdapterError } from '../../model/errors.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { RunProgress, RunReport } from '../../model/reports.js';
import { asAdapterError } from './adapter-errors.js';

/** How a run ended; neither: it was cancelled. */
export interface RunOutcome {
  readonly report: RunReport | null;
  readonly error: AdapterError | null;
}

/** Runs until the end or until `signal` cancels it. Nothing is reported after that. */
export async function runToEnd(
  adapter: ModelAdapter,
  signal: AbortSignal,
  onProgress: (progress: RunProgress) => void,
): Promise<RunOutcome> {
  try {
    const report = await adapter.run({
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) onProgress(progress);
      },
    });
    return { report, error: null };
  } catch (error) {
    const isCancelled = signal.aborted || isAbort(error);
    return { report: null, error: isCancelled ? null : asAdapterError(error) };
  }
}
