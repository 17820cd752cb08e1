/**
 * Calls `rest` when the page is hidden, frozen or kept for the way back, and `wake` when it is shown or runs again
 * (Page Lifecycle). Answers how to stop. Does nothing where there is no document.
 */
export function watchPageSleep(rest: () => void, wake: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const stop = new AbortController();
  const { signal } = stop;
  const onVisibility = (): void => (document.visibilityState === 'hidden' ? rest() : wake());
  document.addEventListener('visibilitychange', onVisibility, { signal });
  document.addEventListener('freeze', rest, { signal });
  document.addEventListener('resume', wake, { signal });
  addEventListener('pagehide', rest, { signal });
  addEventListener('pageshow', wake, { signal });
  return () => stop.abort();
}
