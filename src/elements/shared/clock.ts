/** Nothing shorter than a minute is told. */
const TICK_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

/**
 * The present in milliseconds since 1970, the same for all elements of the page between two ticks. Meant for
 * listeners of {@link onTick}: without one the clock stands still.
 */
export function clockNow(): number {
  return now;
}

/** Calls the listener once a minute until the returned function is called. One timer serves all; the last stops it. */
export function onTick(listener: () => void): () => void {
  // Each subscription counts for itself, also when two of them share a function.
  const tick = (): void => listener();
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of [...listeners]) each();
    }, TICK_MS);
  }
  listeners.add(tick);
  return () => {
    listeners.delete(tick);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
