/** How long a busy page may put off work that waits for an idle moment. */
const LONGEST_WAIT_MS = 2000;

/** Does something once the page has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari has learnt it only lately.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: LONGEST_WAIT_MS });
  else setTimeout(work, 1);
}
