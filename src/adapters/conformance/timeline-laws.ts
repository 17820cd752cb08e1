import { callLaws } from './call-laws.js';
import { ConformanceError, type ConformanceLaw, type ConformanceSetup } from './law.js';
import { pageLaws } from './page-laws.js';
import { summaryLaws } from './summary-laws.js';

/**
 * What every `TimelineAdapter` promises, law by law, for any test runner:
 * `for (const { promise, check } of timelineLaws) test(promise, async () => check(await makeSetup()))`.
 * A law about something that the adapter says it cannot do holds by that.
 */
export const timelineLaws: readonly ConformanceLaw[] = [...pageLaws, ...summaryLaws, ...callLaws];

export interface LawOutcome {
  law: ConformanceLaw;
  /** Absent: the law holds. */
  breach?: ConformanceError;
}

/** Tries all laws on one set-up, one after the other, and tells which hold. */
export async function checkTimelineAdapter(setup: ConformanceSetup): Promise<LawOutcome[]> {
  const outcomes: LawOutcome[] = [];
  for (const law of timelineLaws) {
    try {
      await law.check(setup);
      outcomes.push({ law });
    } catch (error) {
      if (!(error instanceof ConformanceError)) throw error;
      outcomes.push({ law, breach: error });
    }
  }
  return outcomes;
}
