import { expect } from 'chai';
import { openEngine, type Engine, type EngineOptions } from '../../src/engine/index.js';
import { databaseName, IdbStorage } from '../../src/engine/store/idb-storage.js';
import type { DataChange } from '../../src/index.js';
import { holdPauses } from './support/hold-pauses.js';
import { codeOf } from './support/outcome.js';
import { patch } from './support/patch.js';
import {
  csv,
  definition,
  digest,
  peopleModel,
  runModel,
  toPeople,
  uniqueName,
  withEngine,
} from './support/workspace.js';

const MODEL = peopleModel({
  relationships: [toPeople('Shop_Orders')],
  activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
});

function orders(rows: number, title = 'Order'): Blob {
  const lines = Array.from(
    { length: rows },
    (_, i) => `o${i},p${1 + (i % 2)},2024-05-0${1 + (i % 9)},${title}`,
  );
  return csv(`id,person,at,title\n${lines.join('\n')}\n`);
}

const importOrders = (engine: Engine, rows: number, title?: string): ReturnType<Engine['importTable']> =>
  engine.importTable({ source: 'Shop', table: 'Orders', data: orders(rows, title) });

async function fill(engine: Engine, rows = 50, title?: string): Promise<void> {
  await engine.importTable({ source: 'Crm', table: 'People', data: csv('id,name\np1,Ada\np2,Grace\n') });
  await importOrders(engine, rows, title);
  await runModel(engine, MODEL);
}

async function withTwo(
  options: EngineOptions,
  work: (one: Engine, two: Engine, name: string) => Promise<void>,
): Promise<void> {
  const name = uniqueName();
  await withEngine({ ...options, name }, async (one) => {
    const two = await openEngine({ ...options, name });
    try {
      await work(one, two, name);
    } finally {
      await two.close();
    }
  });
}

/** Numbers of the segments that a workspace has chunks of. */
async function segments(name: string): Promise<number[]> {
  const storage = new IdbStorage(indexedDB, name);
  try {
    return await storage.segments();
  } finally {
    await storage.close();
  }
}

function nextChange(engine: Engine, kind: DataChange['kind']): Promise<DataChange> {
  return new Promise((resolve) => {
    const stop = engine.subscribe((change) => {
      if (change.kind !== kind) return;
      stop();
      resolve(change);
    });
  });
}

/** Runs over a table that has changed, and starts something the moment the run has the lock. */
async function whileRunning<T>(
  engine: Engine,
  start: () => Promise<T>,
): Promise<{ run: Promise<unknown>; started: Promise<T> }> {
  await importOrders(engine, 20_000, 'Fresh');
  let run: Promise<unknown> = Promise.resolve();
  const started = new Promise<T>((resolve) => {
    run = engine.run({
      onProgress: ({ task }) => {
        if (task === 'check-sources') resolve(start());
      },
    });
    run.catch(() => undefined);
  });
  started.catch(() => undefined);
  return { run, started };
}

/** Locks that everybody gets: each page believes that it is the only one. */
const BLIND_LOCKS = {
  request: (_: string, __: LockOptions, work: (lock: object) => unknown) => Promise.resolve(work({})),
} as unknown as LockManager;

describe('a second tab that wants to write', () => {
  it('is refused at once and told what the other one does', async () => {
    await withTwo({ mode: 'inline' }, async (one, two) => {
      await fill(one);
      const { run, started } = await whileRunning(one, () => {
        const asked = importOrders(two, 5);
        holdPauses(asked.catch(() => undefined));
        return asked;
      });
      const refused = (await started.catch((cause: unknown) => cause)) as Error & {
        code: string;
        detail: object;
      };
      expect(refused.code).to.equal('busy');
      expect(refused.detail).to.include({ work: 'a run' });
      expect(refused.message).to.contain('a run');
      await run;
      await importOrders(two, 5);
    });
  });

  it('waits as long as it is told to', async () => {
    await withTwo({ mode: 'inline', busyTimeoutMs: 30_000 }, async (one, two) => {
      await fill(one);
      const { run, started } = await whileRunning(one, () => two.run());
      expect(await codeOf(run)).to.equal('done');
      expect(await codeOf(started)).to.equal('done');
    });
  });

  it('gives up waiting when its time is over, and when it is cancelled', async () => {
    await withEngine({ mode: 'inline', busyTimeoutMs: 10 }, async (engine, name) => {
      const peer = new BroadcastChannel(databaseName(name));
      peer.onmessage = ({ data }: MessageEvent<{ kind: string; id: string }>) => {
        if (data.kind !== 'who-writes') return;
        peer.postMessage({ kind: 'writing', id: data.id, note: { work: 'a dance', since: Date.now() } });
      };
      let release: () => void = () => undefined;
      const isHeld = new Promise<void>((held) => {
        void navigator.locks.request(databaseName(name), () => {
          held();
          return new Promise<void>((resolve) => (release = resolve));
        });
      });
      await isHeld;
      expect(await codeOf(importOrders(engine, 5))).to.equal('busy');
      release();
      peer.close();
      expect(await codeOf(importOrders(engine, 5))).to.equal('done');
    });
  });

  it('takes over from one that gives no sign of life', async () => {
    await withEngine({ mode: 'inline' }, async (engine, name) => {
      let release: () => void = () => undefined;
      const frozen = await new Promise<{ holding: Promise<unknown> }>((held) => {
        const holding = navigator.locks.request(databaseName(name), () => {
          held({ holding });
          return new Promise<void>((resolve) => (release = resolve));
        });
        holding.catch(() => undefined);
      });
      expect(await codeOf(importOrders(engine, 5))).to.equal('done');
      expect(await codeOf(frozen.holding)).to.equal('AbortError');
      release();
    });
  });

  it('keeps out of the way of one whose browser has no locks', async () => {
    const locks = navigator.locks;
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      await withTwo({ mode: 'inline' }, async (one, two) => {
        await fill(one);
        const { run, started } = await whileRunning(one, () => codeOf(two.run()));
        expect(await started).to.equal('busy');
        expect(await codeOf(run)).to.equal('done');
      });
    } finally {
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    }
  });
});

describe('a job that another tab has overtaken', () => {
  it('is refused at its commit, mixes with nothing and leaves nothing behind', async () => {
    await withTwo({ mode: 'inline', locks: BLIND_LOCKS }, async (one, two, name) => {
      await fill(one);
      // The second begins in the middle of the first and ends before or after it: the later token wins.
      const { run, started } = await whileRunning(one, () => two.run());
      expect(await codeOf(run)).to.equal('lease-lost');
      expect(await codeOf(started)).to.equal('done');
      const found = await digest(one);
      await withEngine({}, async (fresh) => {
        await fill(fresh, 20_000, 'Fresh');
        expect(found).to.equal(await digest(fresh));
      });
      await codeOf(one.removeTable('Nobody_Knows'));
      const before = await segments(name);
      // Two tables, the customers, the activities, the rows of the output.
      expect(before.length).to.equal(5);
    });
  });

  it('cannot store a table either', async () => {
    await withTwo({ mode: 'inline', locks: BLIND_LOCKS }, async (one, two) => {
      await fill(one);
      let step = 0;
      const data = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (step++ === 0) {
              controller.enqueue(new TextEncoder().encode('id,person,at,title\no1,p1,2024-05-01,Stale\n'));
              return;
            }
            await importOrders(two, 7);
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      expect(await codeOf(one.importTable({ source: 'Shop', table: 'Orders', data }))).to.equal('lease-lost');
      expect((await one.listTables()).find(({ name }) => name === 'Shop_Orders')?.rows).to.equal(7);
    });
  });
});

describe('a tab that sleeps', () => {
  it('finds out what it missed when it wakes up', async () => {
    const name = uniqueName();
    await withEngine({ name }, async (sleeper) => {
      const other = await openEngine({ name, mode: 'inline' });
      await fill(other);
      expect(await digest(sleeper)).to.equal(await digest(other));
      document.dispatchEvent(new Event('freeze'));
      await sleeper.listTables();
      const restore = patch(BroadcastChannel.prototype, 'postMessage', () => undefined);
      try {
        await fill(other, 70, 'Missed');
      } finally {
        restore();
      }
      const heard = Promise.all([
        nextChange(sleeper, 'tables'),
        nextChange(sleeper, 'model'),
        nextChange(sleeper, 'activities'),
      ]);
      document.dispatchEvent(new Event('resume'));
      await heard;
      expect(await digest(sleeper)).to.equal(await digest(other));
      await other.close();
    });
  });

  it('is told nothing when nothing has changed', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const heard: string[] = [];
      engine.subscribe(({ kind }) => heard.push(kind));
      document.dispatchEvent(new Event('freeze'));
      document.dispatchEvent(new Event('resume'));
      await engine.listTables();
      await engine.lastRun();
      expect(heard).to.deep.equal([]);
    });
  });
});

describe('a tab that sleeps and hears of a change', () => {
  it('holds no connection', async () => {
    const opened: IDBDatabase[] = [];
    const counting = {
      open: (...args: Parameters<IDBFactory['open']>) => {
        const request = indexedDB.open(...args);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      },
      deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    } as IDBFactory;
    const isOpen = (database: IDBDatabase): boolean => {
      try {
        database.transaction('meta');
        return true;
      } catch {
        return false;
      }
    };
    await withEngine({ mode: 'inline', indexedDB: counting }, async (sleeper, name) => {
      await sleeper.listTables();
      const other = await openEngine({ name, mode: 'worker' });
      document.dispatchEvent(new Event('freeze'));
      const heard = nextChange(sleeper, 'tables');
      await importOrders(other, 5);
      await heard;
      // Another connection may need an answer of the browser's first.
      await other.listTables();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(opened.filter(isOpen)).to.have.length(0);
      await other.close();
      document.dispatchEvent(new Event('resume'));
    });
  });
});

describe('data that another tab takes away', () => {
  it('leaves an empty workspace, and never the old data under new numbers', async () => {
    const name = uniqueName();
    const one = await openEngine({ name });
    const two = await openEngine({ name });
    await fill(one);
    const heard = nextChange(two, 'activities');
    expect(await digest(two)).to.equal(await digest(one));
    await one.destroy();
    await heard;
    expect(await two.listTables()).to.deep.equal([]);
    expect(await two.lastRun()).to.equal(null);
    await fill(two, 9, 'Again');
    const found = await digest(two);
    await withEngine({}, async (fresh) => {
      await fill(fresh, 9, 'Again');
      expect(found).to.equal(await digest(fresh));
    });
    await two.destroy();
  });

  it('ends a job under way', async () => {
    await withTwo({ mode: 'inline' }, async (one, two, name) => {
      await fill(one);
      const { run, started } = await whileRunning(one, () => {
        const gone = new IdbStorage(indexedDB, name).destroy();
        holdPauses(gone);
        return gone;
      });
      await started;
      expect(await codeOf(run)).to.equal('lease-lost');
      expect(await two.listTables()).to.deep.equal([]);
    });
  });

  it('is announced when a newer release of the page takes it over', async () => {
    await withEngine({}, async (engine, name) => {
      await fill(engine);
      const heard = nextChange(engine, 'persistence');
      const newer = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(databaseName(name), 99);
        request.onsuccess = () => resolve(request.result);
      });
      expect(await heard).to.deep.equal({ kind: 'persistence', persistence: 'closed' });
      expect(engine.persistence).to.equal('closed');
      for (const call of [engine.listTables(), engine.run(), importOrders(engine, 5)]) {
        expect(await codeOf(call)).to.equal('storage-outdated');
      }
      expect(await codeOf(openEngine({ name }))).to.equal('storage-outdated');
      newer.close();
    });
  });
});

describe('data in memory', () => {
  for (const mode of ['worker', 'inline'] as const) {
    it(`is announced to whoever listens (${mode})`, async () => {
      await withEngine({ mode, indexedDB: null }, async (engine) => {
        expect(engine.persistence).to.equal('memory');
        expect(await nextChange(engine, 'persistence')).to.deep.equal({
          kind: 'persistence',
          persistence: 'memory',
        });
      });
    });
  }
});
