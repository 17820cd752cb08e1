import type { Activity } from '../../model/activity.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';

/** An adapter and what it is known to serve. */
export interface ConformanceSetup {
  adapter: TimelineAdapter;
  /**
   * All rows of the adapter's customers that may be shown, as they are to come out of it. Some dozen with equal times,
   * several types and several contacts find the most: `sampleActivities` makes such.
   */
  activities: readonly Activity[];
  /**
   * `rule` (default): rows of one time come by type, source table and source id (D 38). `own`: the service compares
   * texts in its own way, and only has to do so the same way each time.
   */
  ties?: 'rule' | 'own';
}

/** One thing that every adapter promises. */
export interface ConformanceLaw {
  /** Short and stable, for reports. */
  readonly name: string;
  /** The promise, as a sentence that completes "an adapter …". */
  readonly promise: string;
  /** Rejects with {@link ConformanceError} where the adapter breaks it. */
  readonly check: (setup: ConformanceSetup) => Promise<void>;
}

/** An adapter broke a law. `message` says what was asked, what came and what was expected. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
  readonly law: string;

  constructor(law: string, message: string, cause?: unknown) {
    super(`${law}: ${message}`, cause === undefined ? undefined : { cause });
    this.law = law;
  }
}

/** Tells a breach of one law. */
export type Breach = (message: string) => never;

/** Makes a law of a check that is handed the way to tell a breach. */
export function law(
  name: string,
  promise: string,
  check: (setup: ConformanceSetup, breach: Breach) => Promise<void>,
): ConformanceLaw {
  const breach: Breach = (message) => {
    throw new ConformanceError(name, message);
  };
  return {
    name,
    promise,
    async check(setup) {
      try {
        await check(setup, breach);
      } catch (error) {
        if (error instanceof ConformanceError) throw error;
        throw new ConformanceError(name, `a call failed: ${String(error)}`, error);
      }
    },
  };
}
