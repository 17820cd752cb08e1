// What the tests of whole pages do inside a page: one workspace whose activities exist in two versions.
import { openEngine, type Engine } from '../../../src/engine/index.js';
import type { ActivityModel } from '../../../src/model/model.js';
import { dumpDatabase } from '../../engine/support/database-dump.js';
import { fillFixture, readFixture } from '../../engine/support/fixture-workspace.js';
import { codeOf } from '../../engine/support/outcome.js';
import { csv, definition, digest, peopleModel, runModel, toPeople } from '../../engine/support/workspace.js';

const NAME = 'tabs';
const CUSTOMERS = 200;

/** The same rows under two event columns: every title of an output says its version. */
const model = (version: number): ReturnType<typeof peopleModel> =>
  peopleModel({
    relationships: [toPeople('Shop_Orders')],
    activities: ['a', 'b', 'c'].map((id) =>
      definition({ id, table: 'Shop_Orders', event: version === 0 ? 'title' : 'other' }),
    ),
  });

/** Workers of this page in the order of their start. */
const workers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    workers.push(this);
  }
};

let engine: Engine | null = null;
const heard: string[] = [];

/** This page's engine, which stays open. */
export async function own(): Promise<Engine> {
  if (engine === null) {
    engine = await openEngine({ name: NAME, mode: 'worker' });
    engine.subscribe(({ kind }) => heard.push(kind));
  }
  return engine;
}

/** Kinds of the changes that this page's engine told of so far. */
export const changes = (): string[] => heard;

/** With rows that have no key: they change the table and no output. */
function ordersOf(rows: number, withoutKey: number): Blob {
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = `2024-0${1 + (i % 9)}-1${i % 10}`;
    return `o${i},p${(i * 7) % CUSTOMERS},${day},V0 order ${i},V1 order ${i}`;
  });
  return csv(`id,person,at,title,other\n${lines.join('\n')}${'\n,p1,2024-01-01,,'.repeat(withoutKey)}`);
}

const importOrders = (target: Engine, rows: number, extra = 0): Promise<unknown> =>
  target.importTable({ source: 'Shop', table: 'Orders', data: ordersOf(rows, extra) });

/**
 * Fills the workspace and tells what both versions look like and how long a run takes in a worker that has just started,
 * as those are that get killed; version 0 comes last.
 */
export async function setUp(rows: number): Promise<{ durationMs: number; digests: string[] }> {
  const people = Array.from({ length: CUSTOMERS }, (_, i) => `p${i},Person ${i}`);
  const target = await own();
  await target.importTable({ source: 'Crm', table: 'People', data: csv(`id,name\n${people.join('\n')}`) });
  await importOrders(target, rows);
  const digests: string[] = [];
  let durationMs = 0;
  for (const version of [0, 1, 0]) {
    const fresh = await openEngine({ name: NAME, mode: 'worker' });
    const started = performance.now();
    await runModel(fresh, model(version));
    durationMs = performance.now() - started;
    digests[version] = await digest(fresh);
    await fresh.close();
  }
  return { durationMs, digests };
}

/** Runs a version; answers how it ended. */
export const run = async (version: number): Promise<unknown> => codeOf(runModel(await own(), model(version)));

/** What this page's engine shows. */
export const see = async (): Promise<string> => digest(await own());

/** What a page that opens the workspace now finds. */
export async function look(): Promise<{ output: string; rows: number }> {
  const fresh = await openEngine({ name: NAME, mode: 'inline' });
  try {
    const tables = await fresh.listTables();
    return { output: await digest(fresh), rows: tables.find(({ table }) => table === 'Orders')?.rows ?? 0 };
  } finally {
    await fresh.close();
  }
}

/** Starts a run or an import and ends its worker after a while, whatever it is doing. */
export async function killIn(
  ms: number,
  work: { version: number } | { rows: number; extra: number },
): Promise<void> {
  const victim = await openEngine({ name: NAME, mode: 'worker' });
  const job =
    'version' in work ? runModel(victim, model(work.version)) : importOrders(victim, work.rows, work.extra);
  job.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, ms));
  workers.at(-1)?.terminate();
}

/** Whether some page holds a lock: the one of the writer is the only one. */
export async function lockIsHeld(): Promise<boolean> {
  return ((await navigator.locks.query()).held ?? []).length > 0;
}

/** An engine as most pages open it: its first rows, and how an import ends. */
export async function readAndImport(): Promise<{ rows: number; outcome: unknown }> {
  const engine = await openEngine({ name: NAME });
  try {
    const { customers } = await engine.listCustomers({ limit: 1 });
    const query = {
      customerId: customers[0].customerId,
      timeZone: 'UTC',
      order: 'newest',
      limit: 5,
    } as const;
    const outcome = await codeOf(importOrders(engine, 10));
    // Also behind a failure, and whoever answers then.
    return { rows: (await engine.getPage(query)).items.length, outcome };
  } finally {
    await engine.close();
  }
}

let isReading = false;
let reading: Promise<{ reads: number; mixed: number; slowestMs: number }> | null = null;

/** Reads pages of one customer after the other until told to stop. */
export function startReading(): void {
  isReading = true;
  reading = (async () => {
    const result = { reads: 0, mixed: 0, slowestMs: 0 };
    const target = await own();
    const { customers } = await target.listCustomers({ limit: CUSTOMERS });
    while (isReading) {
      const { customerId } = customers[result.reads % customers.length];
      const started = performance.now();
      const { items } = await target.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 30 });
      result.slowestMs = Math.max(result.slowestMs, performance.now() - started);
      if (new Set(items.map(({ title }) => title.slice(0, 2))).size !== 1) result.mixed++;
      result.reads++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return result;
  })();
}

export function stopReading(): typeof reading {
  isReading = false;
  return reading;
}

// In a sandboxed frame: tells the page around it what it found.
if (location.search === '?report') {
  void openEngine({ name: NAME }).then(async (sandboxed) => {
    const outcome = await codeOf(importOrders(sandboxed, 10));
    parent.postMessage({ persistence: sandboxed.persistence, outcome }, '*');
  });
}

/** A stored fixture (see scripts/storage-fixtures.mjs): the bytes of its database, and what it has to show. */
export async function makeFixture(
  kind: ActivityModel['kind'],
): Promise<{ bytes: number[]; expected: unknown }> {
  const target = await openEngine({ name: `fixture-${kind}` });
  await fillFixture(target, kind);
  const expected = await readFixture(target);
  await target.close();
  return { bytes: [...(await dumpDatabase(`fixture-${kind}`))], expected };
}
