import { WORKSPACE } from './workspace.js';

/** First page and summary in a page that has just loaded, the load of the engine's module included. */
async function afterReload(customerId: string): Promise<{ firstPageMs: number; withSummaryMs: number }> {
  const query = { customerId, timeZone: 'Europe/Berlin', order: 'newest', limit: 50 } as const;
  const started = performance.now();
  const { openEngine } = await import('../../src/engine/index.js');
  const engine = await openEngine({ name: WORKSPACE });
  await engine.getPage(query);
  const firstPageMs = performance.now() - started;
  await engine.getSummary(query);
  const withSummaryMs = performance.now() - started;
  await engine.close();
  return { firstPageMs, withSummaryMs };
}

Object.assign(globalThis, { bench: { afterReload } });
