import type { DataSet } from '../data/write-data-set.js';
import type { Side } from '../page/sides.js';
import { storedBytes } from './disk.js';
import type { SetName, Subject } from './plan.js';
import { watchMemory } from './processes.js';
import type { RoundResult } from './results.js';
import { ready, type Visit } from './site.js';

/** Times that a page is loaded again, and a side opened again, in a round. Peers need seconds to start. */
const RELOADS = { engine: 5, peer: 3 };
const SETTLE_MS = 2000;
const REOPENINGS = { engine: 3, peer: 1 };

/** A data set that is ready, with the orders of which one in a hundred is changed. */
export interface ReadySet extends DataSet {
  name: SetName;
  changedOrders?: string;
}

type Measured = Pick<RoundResult, 'values' | 'shown' | 'digest'>;

/** One round of one subject, in a browser that has just started. */
export async function measureRound(visit: Visit, subject: Subject, set: ReadySet): Promise<Measured> {
  await visit.page.setInputFiles('#files', set.paths);
  if (subject === 'yardsticks') return measureYardsticks(visit);
  return measureSide(visit, subject, set);
}

async function measureYardsticks({ page }: Visit): Promise<Measured> {
  const values: Record<string, number[]> = {};
  for (const name of ['scan', 'read', 'parse'] as const) {
    values[`${name}Ms`] = [await page.evaluate((yardstick) => globalThis.bench.yardstick(yardstick), name)];
  }
  return { values };
}

async function measureSide(visit: Visit, side: Side, set: ReadySet): Promise<Measured> {
  const { page, profile } = visit;
  const values: Record<string, number[]> = {};
  const before = await storedBytes(profile);
  const memory = watchMemory(profile);
  const loaded = await page.evaluate((name) => globalThis.bench.load(name), side);
  const growth = memory();
  const { shown, parts = {}, loadMs, longestTaskMs } = loaded;
  Object.assign(values, { loadMs: [loadMs], longestTaskMs: [longestTaskMs] });
  for (const [part, ms] of Object.entries(parts)) values[part] = [ms];
  values.pageGrowthBytes = [growth.page];
  values.browserGrowthBytes = [growth.browser];
  if (side === 'memory') return { shown, values };
  // Databases tidy up behind the commit: what stays is counted, and questions are asked, when that is over.
  await page.waitForTimeout(SETTLE_MS);
  values.diskBytes = [(await storedBytes(profile)) - before];
  const digest = set.name.startsWith('wide') ? undefined : await ask(visit, side, set, values);
  return { shown, values, ...(digest === undefined ? {} : { digest }) };
}

/** Adds how long questions take, and what a change of one row in a hundred costs; answers what pages show. */
async function ask(
  { page }: Visit,
  side: Side,
  { customers, changedOrders }: ReadySet,
  values: Record<string, number[]>,
): Promise<string> {
  const who = side === 'engine' ? 'engine' : 'peer';
  const latencies = await page.evaluate((count) => globalThis.bench.latencies(count), customers);
  const { page: pageMs, again, summary, shown, customer } = latencies;
  if (customers > 1) Object.assign(values, { pageMs, pageAgainMs: again, summaryMs: summary });
  await page.evaluate(() => globalThis.bench.close());
  for (let i = 0; i < REOPENINGS[who]; i++) {
    const heaviest = await page.evaluate(([name, count]) => globalThis.bench.heaviest(name, count), [
      side,
      customers,
    ] as const);
    (values.heaviestSummaryMs ??= []).push(heaviest.summary);
    (values.heaviestSummaryAgainMs ??= []).push(heaviest.summaryAgain);
    (values.heaviestPageMs ??= []).push(heaviest.page);
  }
  for (let i = 0; i < RELOADS[who]; i++) {
    await page.reload();
    await ready(page);
    const ms = await page.evaluate(([name, id]) => globalThis.bench.afterReload(name, id), [
      side,
      customer,
    ] as const);
    (values.reloadMs ??= []).push(ms);
  }
  if (side === 'engine' && changedOrders !== undefined) {
    await page.setInputFiles('#changed', changedOrders);
    const { parts = {} } = await page.evaluate(() => globalThis.bench.refresh());
    values.refreshImportMs = [parts.importMs];
    values.refreshRunMs = [parts.runMs];
    values.refreshMs = [parts.importMs + parts.runMs];
  }
  return shown;
}
