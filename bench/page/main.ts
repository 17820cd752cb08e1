import type { Engine } from '../../src/engine/index.js';
import { makeTables } from './data.js';
import { loadIntoDexie, readPage } from './dexie-side.js';
import { loadIntoEngine, openFresh, WORKSPACE } from './engine-side.js';

/** What one round measures; times in milliseconds. */
export interface Round {
  rows: number;
  bytes: number;
  engine: { importMs: number; runMs: number; shown: number };
  dexie: { loadMs: number; shown: number };
  page: number[];
  again: number[];
  summary: number[];
  dexiePage: number[];
  longestTaskMs: number;
}

const SAMPLES = 200;
const query = (customerId: string) =>
  ({ customerId, timeZone: 'Europe/Berlin', order: 'newest', limit: 50 }) as const;

async function round(rows: number): Promise<Round> {
  const customers = Math.min(5000, Math.round(rows / 20));
  const tables = makeTables(rows, customers);
  const bytes = Object.values(tables.activities).reduce((sum, text) => sum + text.length, tables.customers.length);
  const engine = await openFresh();
  const tasks = watchLongTasks();
  const loaded = await loadIntoEngine(engine, tables);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const longestTaskMs = tasks();
  const ids = await someCustomers(engine, customers);
  const page: number[] = [];
  const again: number[] = [];
  const summary: number[] = [];
  for (const id of ids) {
    page.push(await timed(() => engine.getPage(query(id))));
    summary.push(await timed(() => engine.getSummary(query(id))));
    again.push(await timed(() => engine.getPage(query(id))));
  }
  await engine.close();
  const dexie = await loadIntoDexie(tables);
  const dexiePage: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    dexiePage.push(await timed(() => readPage(dexie, `c-${100_000 + Math.floor((i * customers) / SAMPLES)}`)));
  }
  await dexie.database.delete();
  return {
    rows,
    bytes,
    engine: loaded,
    dexie: { loadMs: dexie.loadMs, shown: dexie.shown },
    page,
    again,
    summary,
    dexiePage,
    longestTaskMs,
  };
}

/** First page and summary in a page that has just loaded, the engine's module included. */
async function afterReload(customerId: string): Promise<{ firstPageMs: number; withSummaryMs: number }> {
  const started = performance.now();
  const { openEngine } = await import('../../src/engine/index.js');
  const engine = await openEngine({ name: WORKSPACE });
  await engine.getPage(query(customerId));
  const firstPageMs = performance.now() - started;
  await engine.getSummary(query(customerId));
  const withSummaryMs = performance.now() - started;
  await engine.close();
  return { firstPageMs, withSummaryMs };
}

async function firstCustomer(): Promise<string> {
  const { openEngine } = await import('../../src/engine/index.js');
  const engine = await openEngine({ name: WORKSPACE });
  const [customer] = (await engine.listCustomers({ limit: 1 })).customers;
  await engine.close();
  return customer.customerId;
}

async function someCustomers(engine: Engine, customers: number): Promise<string[]> {
  const step = Math.max(1, Math.floor(customers / SAMPLES));
  const ids: string[] = [];
  for (let i = 0; i < customers; i += step) {
    const id = await engine.resolveCustomer({ table: 'Crm_People', key: `C-${100_000 + i}` });
    if (id !== null) ids.push(id);
  }
  return ids;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function watchLongTasks(): () => number {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return () => {
    observer.disconnect();
    return longest;
  };
}

Object.assign(globalThis, { bench: { round, afterReload, firstCustomer } });
