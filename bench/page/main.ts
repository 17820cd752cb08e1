import type { Engine } from '../../src/engine/index.js';
import { makeTables } from './data.js';
import { loadIntoDexie, readPage } from './dexie-side.js';
import { filesOf, loadIntoEngine, openFresh } from './engine-side.js';

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
  /** A customer to ask for after a reload. */
  customer: string;
}

const SAMPLES = 200;
const query = (customerId: string) =>
  ({ customerId, timeZone: 'Europe/Berlin', order: 'newest', limit: 50 }) as const;

async function round(rows: number): Promise<Round> {
  const customers = Math.min(5000, Math.round(rows / 20));
  const tables = makeTables(rows, customers);
  const bytes = Object.values(tables.activities).reduce(
    (sum, text) => sum + text.length,
    tables.customers.length,
  );
  const engine = await openFresh();
  const files = filesOf(tables);
  // Making the files is the page's own work, and no part of the engine's.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const tasks = watchLongTasks();
  const loaded = await loadIntoEngine(engine, files);
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
    dexiePage.push(
      await timed(() => readPage(dexie, `c-${100_000 + Math.floor((i * customers) / SAMPLES)}`)),
    );
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
    customer: ids[0],
  };
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

Object.assign(globalThis, { bench: { round } });
