import type { ActivityPage, ActivitySummary, SummaryQuery } from '../../../src/model/activity.js';
import type { DataChange, TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { createMemoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { Activity } from '../../../src/model/activity.js';

/** One call that an element made and the test has yet to answer. */
export interface PendingCall {
  readonly method: 'getPage' | 'getSummary';
  readonly query: SummaryQuery;
  readonly signal: AbortSignal | undefined;
  /** Answers with what the activities say. */
  answer(): Promise<void>;
  /** Answers with something else. */
  answerWith(value: unknown): void;
  fail(error: unknown): void;
}

/** An adapter that answers when the test says so, in any order, late, wrongly or never. */
export interface ScriptedAdapter extends TimelineAdapter {
  /** All calls so far, oldest first. */
  readonly calls: readonly PendingCall[];
  /** Subscriptions that were not ended. */
  readonly subscriptions: number;
  announce(change: DataChange): void;
  /** Answers each call from this one on, those that are made later too. */
  answerAll(from?: number): Promise<void>;
}

export function createScriptedAdapter(
  activities: readonly Activity[],
  capabilities: Partial<TimelineAdapter['capabilities']> = {},
): ScriptedAdapter {
  const truth: MemoryAdapter = createMemoryAdapter({ activities });
  const calls: PendingCall[] = [];
  const listeners = new Set<(change: DataChange) => void>();
  let answersAtOnce = false;

  function call<Value>(
    method: PendingCall['method'],
    query: SummaryQuery,
    signal: AbortSignal | undefined,
    ask: () => Promise<Value>,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      const pending: PendingCall = {
        method,
        query,
        signal,
        answer: async () => resolve(await ask()),
        answerWith: (value) => resolve(value as Value),
        fail: reject,
      };
      calls.push(pending);
      if (answersAtOnce) void pending.answer();
    });
  }

  return {
    capabilities: { ...truth.capabilities, ...capabilities },
    calls,
    get subscriptions(): number {
      return listeners.size;
    },
    getPage: (query, options): Promise<ActivityPage> =>
      call('getPage', query, options?.signal, () => truth.getPage(query)),
    getSummary: (query, options): Promise<ActivitySummary> =>
      call('getSummary', query, options?.signal, () => truth.getSummary(query)),
    subscribe(listener) {
      const notify = (change: DataChange): void => listener(change);
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
    announce(change) {
      for (const notify of [...listeners]) notify(change);
    },
    async answerAll(from = 0) {
      answersAtOnce = true;
      await Promise.all(calls.slice(from).map((pending) => pending.answer()));
    },
  };
}
