import { expect } from 'chai';
import type { Engine } from '../../src/engine/index.js';
import { openEngine } from '../../src/engine/index.js';
import { holdPauses } from './support/hold-pauses.js';
import { codeOf } from './support/outcome.js';
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

async function fill(engine: Engine, rows = 50): Promise<void> {
  await engine.importTable({ source: 'Crm', table: 'People', data: csv('id,name\np1,Ada\np2,Grace\n') });
  await engine.importTable({ source: 'Shop', table: 'Orders', data: orders(rows) });
  await runModel(engine, MODEL);
}

function orders(rows: number, title = 'Order'): Blob {
  const lines = Array.from(
    { length: rows },
    (_, i) => `o${i},p${1 + (i % 2)},2024-05-0${1 + (i % 9)},${title} ${i}`,
  );
  return csv(`id,person,at,title\n${lines.join('\n')}\n`);
}

/** A factory that works until `fail` is set: from then on every put throws it. */
function faultyFactory(): { factory: IDBFactory; fail: DOMException | null; restore(): void } {
  const state = { fail: null as DOMException | null };
  const original = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function put(this: IDBObjectStore, ...args: Parameters<typeof original>) {
    if (state.fail !== null) throw state.fail;
    return original.apply(this, args);
  };
  return {
    factory: indexedDB,
    get fail() {
      return state.fail;
    },
    set fail(fail: DOMException | null) {
      state.fail = fail;
    },
    restore: () => {
      IDBObjectStore.prototype.put = original;
    },
  };
}

describe('opening', () => {
  const refusals: [string, () => IDBFactory][] = [
    [
      'that throws',
      () =>
        ({
          open: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }) as unknown as IDBFactory,
    ],
    [
      'that fails',
      () =>
        ({
          open: () => {
            const request = { error: new DOMException('no', 'InvalidStateError') } as Record<string, unknown>;
            queueMicrotask(() => (request.onerror as () => void)());
            return request;
          },
        }) as unknown as IDBFactory,
    ],
  ];
  for (const [what, make] of refusals) {
    it(`works in memory, and says so, with an IndexedDB ${what}`, async () => {
      await withEngine({ indexedDB: make() }, async (engine) => {
        expect(engine.persistence).to.equal('memory');
        expect(engine.mode).to.equal('inline');
        await fill(engine);
        expect((await engine.lastRun())?.definitions[0].shown).to.equal(50);
      });
    });
  }

  it('refuses a workspace name that cannot be one', async () => {
    expect(await codeOf(openEngine({ name: 'a/b' }))).to.equal('name-invalid');
  });

  it('finds the same data when opened again', async () => {
    const name = uniqueName();
    const first = await openEngine({ name });
    await fill(first);
    const before = await digest(first);
    await first.close();
    await withEngine({ name, mode: 'inline' }, async (engine) => {
      expect(engine.persistence).to.equal('indexeddb');
      expect(await digest(engine)).to.equal(before);
    });
  });
});

describe('a call after the end', () => {
  it('is rejected as closed, and closing twice is fine', async () => {
    const engine = await openEngine({ name: uniqueName() });
    await engine.close();
    await engine.close();
    expect(await codeOf(engine.listTables())).to.equal('closed');
  });

  for (const mode of ['auto', 'worker', 'inline'] as const) {
    it(`never says that data was deleted which is there (${mode})`, async () => {
      const name = uniqueName();
      const engine = await openEngine({ name, mode });
      await fill(engine);
      const closing = engine.close();
      const outcomes = [codeOf(engine.destroy()), closing.then(() => codeOf(engine.destroy()))];
      expect(await Promise.all(outcomes)).to.deep.equal(['closed', 'closed']);
      await withEngine({ name }, async (again) => {
        expect(await again.listTables()).to.have.length(2);
        await again.destroy();
        expect(await codeOf(again.close())).to.equal('done');
      });
    });
  }
});

describe('storage that fails in the middle', () => {
  for (const [name, code] of [
    ['QuotaExceededError', 'quota'],
    ['UnknownError', 'storage-lost'],
  ] as const) {
    it(`ends an import or a run as ${code} and leaves tables and output as they were`, async () => {
      const faulty = faultyFactory();
      try {
        await withEngine({ indexedDB: faulty.factory }, async (engine) => {
          await fill(engine);
          const [before, tables] = [await digest(engine), await engine.listTables()];
          faulty.fail = new DOMException('made to fail', name);
          const again = engine.importTable({ source: 'Shop', table: 'Orders', data: orders(500, 'New') });
          expect(await codeOf(again)).to.equal(code);
          expect(await codeOf(engine.run())).to.equal(code);
          faulty.fail = null;
          expect(await engine.listTables()).to.deep.equal(tables);
          expect(await digest(engine)).to.equal(before);
          expect(await codeOf(engine.run())).to.equal('done');
        });
      } finally {
        faulty.restore();
      }
    });
  }
});

for (const mode of ['worker', 'inline'] as const) {
  describe(`cancelling (${mode})`, () => {
    it('leaves the former table and output, whenever it comes', async function () {
      this.timeout(60_000);
      await withEngine({ mode }, async (engine) => {
        await fill(engine);
        const [before, tables] = [await digest(engine), await engine.listTables()];
        for (const afterSteps of [0, 1, 2, 4]) {
          const stop = new AbortController();
          let steps = 0;
          const onProgress = (): void => {
            if (steps++ === afterSteps) stop.abort();
          };
          if (afterSteps === 0) stop.abort();
          const call = { signal: stop.signal, onProgress };
          const result = await codeOf(
            engine.importTable({ source: 'Shop', table: 'Orders', data: orders(60_000, 'New') }, call),
          );
          if (result === 'done') break;
          expect(result).to.equal('AbortError');
          expect(await engine.listTables()).to.deep.equal(tables);
        }
        await engine.importTable({ source: 'Shop', table: 'Orders', data: orders(60_000, 'New') });
        const stop = new AbortController();
        const run = engine.run({ signal: stop.signal, onProgress: () => stop.abort() });
        expect(await codeOf(run)).to.equal('AbortError');
        expect(await digest(engine)).to.equal(before);
        expect(await codeOf(engine.run())).to.equal('done');
        expect(await digest(engine)).not.to.equal(before);
      });
    });
  });
}

describe('one writer', () => {
  it('refuses a second run while one is going, in this page and in another', async () => {
    const name = uniqueName();
    await withEngine({ name, mode: 'inline' }, async (engine) => {
      await fill(engine, 20_000);
      // A run that finds nothing changed is over before the other one is asked for.
      await engine.importTable({ source: 'Shop', table: 'Orders', data: orders(20_000, 'New') });
      const other = await openEngine({ name, mode: 'inline' });
      let third: Promise<unknown> = Promise.resolve();
      // The lock is ours once the run reports its first task.
      const first = engine.run({
        onProgress: ({ task }) => {
          if (task !== 'check-sources') return;
          third = codeOf(other.run());
          holdPauses(third);
        },
      });
      const second = codeOf(engine.run());
      expect(await second).to.equal('busy');
      expect((await first).definitions[0].shown).to.equal(20_000);
      expect(await third).to.equal('busy');
      await other.close();
    });
  });

  it('queues imports of one page', async () => {
    await withEngine({}, async (engine) => {
      await Promise.all(
        ['A', 'B', 'C'].map((table) => engine.importTable({ source: 'Shop', table, data: orders(100) })),
      );
      expect((await engine.listTables()).map(({ name }) => name)).to.deep.equal([
        'Shop_A',
        'Shop_B',
        'Shop_C',
      ]);
    });
  });

  it('tells the other pages of a workspace when data has changed', async () => {
    const name = uniqueName();
    await withEngine({ name }, async (engine) => {
      const other = await openEngine({ name });
      const heard = new Promise<string>((resolve) => {
        other.subscribe(({ kind }) => {
          if (kind === 'activities') resolve(kind);
        });
      });
      await fill(engine);
      expect(await heard).to.equal('activities');
      expect(await digest(other)).to.equal(await digest(engine));
      await other.close();
    });
  });
});

describe('imports from a stream and from rows', () => {
  it('store what the same file would', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      id: `o${i}`,
      person: 'p1',
      at: '2024-05-01',
      title: `T "${i}"`,
    }));
    const text = `id,person,at,title\n${rows.map((r) => `${r.id},${r.person},${r.at},"T ""${r.id.slice(1)}"""`).join('\n')}\n`;
    const digests = new Set<string>();
    for (const data of [csv(text), csv(text).stream(), rows, new Blob([JSON.stringify(rows)])]) {
      await withEngine({}, async (engine) => {
        await fill(engine);
        await engine.importTable({ source: 'Shop', table: 'Orders', data });
        await engine.run();
        digests.add(await digest(engine));
      });
    }
    expect(digests.size).to.equal(1);
  });
});

for (const mode of ['worker', 'inline'] as const) {
  describe(`an import from a stream (${mode})`, () => {
    const importFrom = (engine: Engine, data: ReadableStream): ReturnType<Engine['importTable']> =>
      engine.importTable({ source: 'Shop', table: 'Orders', data });

    it('says why it cannot be read, and whether to try again', async () => {
      const breaking = new ReadableStream({
        pull: (controller) => controller.error(new TypeError('connection reset')),
      });
      const texts = new ReadableStream({ pull: (controller) => controller.enqueue('id\n1\n') });
      const locked = new ReadableStream();
      locked.getReader();
      for (const [data, code, retryable] of [
        [breaking, 'network', true],
        [texts, 'unsupported', false],
        [locked, 'unsupported', false],
      ] as const) {
        await withEngine({ mode }, async (engine) => {
          const error = await importFrom(engine, data).catch((cause: unknown) => cause);
          expect(error).to.include({ code, retryable });
        });
      }
    });

    it('lets go of the stream, also when it was never read', async () => {
      const cancelled = (): { data: ReadableStream; cancel: Promise<void> } => {
        let data = new ReadableStream();
        const cancel = new Promise<void>(
          (resolve) => (data = new ReadableStream({ cancel: () => resolve() })),
        );
        return { data, cancel };
      };
      const engine = await openEngine({ name: uniqueName(), mode });
      const misnamed = cancelled();
      const named = engine.importTable({ source: '1', table: 'Orders', data: misnamed.data });
      expect(await codeOf(named)).to.equal('name-invalid');
      await misnamed.cancel;
      const stalled = cancelled();
      const abort = new AbortController();
      const importing = engine.importTable(
        { source: 'Shop', table: 'Orders', data: stalled.data },
        { signal: abort.signal },
      );
      abort.abort();
      expect(await codeOf(importing)).to.equal('AbortError');
      await stalled.cancel;
      await engine.destroy();
      const late = cancelled();
      expect(await codeOf(importFrom(engine, late.data))).to.equal('closed');
      await late.cancel;
    });
  });

  describe(`rows with values of classes (${mode})`, () => {
    it('are stored as what they say in JSON', async () => {
      class Money {
        readonly cents: number;
        constructor(cents: number) {
          this.cents = cents;
        }
        toJSON(): string {
          return (this.cents / 100).toFixed(2);
        }
      }
      const broken = {
        toJSON: () => {
          throw new Error('broken');
        },
      };
      const rows = [
        { id: '1', amount: new Money(500), at: new Date(0), all: { sum: new Money(7), of: [new Money(8)] } },
        { id: '2', amount: { toJSON: () => 1e21 }, at: { toJSON: () => null }, all: { n: 1 } },
        { id: '3', amount: broken, at: null, all: null },
      ];
      await withEngine({ mode }, async (engine) => {
        const report = await engine.importTable({ source: 'Shop', table: 'Orders', data: rows });
        expect(report.setAside.map(({ reason, count }) => [reason, count])).to.deep.equal([
          ['json-invalid', 1],
        ]);
        expect(await engine.sampleRows('Shop_Orders', 5)).to.deep.equal([
          { id: '1', amount: '5.00', at: '1970-01-01T00:00:00.000Z', all: '{"sum":"0.07","of":["0.08"]}' },
          { id: '2', amount: '1000000000000000000000', at: '', all: '{"n":1}' },
        ]);
      });
      expect(rows[0].amount).to.be.instanceOf(Money);
    });
  });

  describe(`an export of an engine that ends (${mode})`, () => {
    it('fails and does not wait for ever', async () => {
      const engine = await openEngine({ name: uniqueName(), mode });
      await fill(engine, 20_000);
      const reading = engine.exportActivities().getReader();
      await reading.read();
      const waiting = engine.exportActivities().getReader();
      const rest = async (reader: ReadableStreamDefaultReader): Promise<void> => {
        while (!(await reader.read()).done);
      };
      const outcomes = [codeOf(rest(waiting))];
      await engine.destroy();
      outcomes.push(codeOf(rest(reading)), codeOf(rest(engine.exportActivities().getReader())));
      expect(await Promise.all(outcomes)).to.deep.equal(['closed', 'closed', 'closed']);
    });
  });
}

describe('a workspace whose tables come and go', () => {
  it('never takes a new thing for a removed one', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      for (let i = 0; i < 3; i++) {
        await engine.importTable({ source: 'Shop', table: 'Extra', data: orders(10) });
        expect((await engine.listTables()).map(({ name }) => name)).to.include('Shop_Extra');
        await engine.removeTable('Shop_Extra');
        const unified = await engine.unifyCustomers();
        expect((await engine.lastUnification())?.customers).to.equal(unified.customers);
        expect((await engine.lastRun())?.outOfDate).to.equal(true);
        await engine.run();
        expect((await engine.lastRun())?.outOfDate).to.equal(false);
      }
    });
  });
});
