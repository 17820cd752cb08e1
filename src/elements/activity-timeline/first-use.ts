import { whenIdle } from '../shared/idle.js';

let isUsed = false;

/** A timeline is on the page: there is nothing to be made ready for any more. */
export function noteUse(): void {
  isUsed = true;
}

/** Makes the first timeline of the page ready in idle moments, where there is time before it comes. */
export function prepareWhenIdle(): void {
  if (typeof document === 'undefined') return;
  whenIdle(() => {
    if (!isUsed) void rehearseFirst().catch(() => undefined);
  });
}

/** Nobody waits for it: where it cannot be had, the first timeline takes as long as it takes. */
async function rehearseFirst(): Promise<void> {
  const { rehearse } = await import('./rehearsal.js');
  rehearse(() => !isUsed);
}
