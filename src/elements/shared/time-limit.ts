import { AdapterError } from '../../model/errors.js';

/** More milliseconds than a timer takes would end it at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Asks, and gives up after so many seconds: rejects with `timeout`, and aborts the call. Rejects with the signal's
 * reason as soon as that aborts, whether the one that was asked obeys it or not.
 *
 * @param seconds 0: no limit.
 */
export async function withinLimit<Value>(
  ask: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
  seconds: number,
): Promise<Value> {
  signal.throwIfAborted();
  const call = new AbortController();
  let failure: unknown;
  let leave = (): void => undefined;
  const stopped = new Promise<void>((stop) => {
    const giveUp = (reason: unknown): void => {
      failure = reason;
      stop();
      call.abort(reason);
    };
    const onAbort = (): void => giveUp(signal.reason);
    const timer =
      seconds > 0 ? setTimeout(() => giveUp(noAnswer(seconds)), Math.min(seconds * 1000, MAX_TIMER_MS)) : 0;
    signal.addEventListener('abort', onAbort, { once: true });
    leave = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  try {
    const answer = await Promise.race([stopped, ask(call.signal).then((value) => ({ value }))]);
    if (!answer) throw failure;
    return answer.value;
  } finally {
    leave();
  }
}

function noAnswer(seconds: number): AdapterError {
  return new AdapterError(
    'timeout',
    `The data source did not answer within ${seconds} seconds. Try again, or allow more time.`,
    { retryable: true, detail: { seconds } },
  );
}
