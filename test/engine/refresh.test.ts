import { expect } from 'chai';
import fc from 'fast-check';
import type { Engine } from '../../src/engine/index.js';
import { AdapterError } from '../../src/model/errors.js';
import { describeTables } from '../../src/model/describe-tables.js';
import type { ActivityDefinition, ActivityModel } from '../../src/model/model.js';
import type { RunReport } from '../../src/model/reports.js';
import { brutally, rowsOf } from './support/changes.js';
import { contentByKeys, csv, definition, peopleModel, toPeople, withEngine } from './support/workspace.js';

type Edit = (world: World) => void;

/** Everything that is imported and configured, by value. */
interface World {
  tables: Map<string, string>;
  /** Tables to import, be they the same or not. */
  pending: Set<string>;
  model: ActivityModel;
}

const MODEL: ActivityModel = peopleModel({
  customers: {
    tables: [
      { table: 'Crm_People', primaryKey: 'id', includeAll: true },
      { table: 'Shop_Accounts', primaryKey: 'id', includeAll: false },
    ],
    rules: [
      {
        name: 'Email',
        table: 'Shop_Accounts',
        with: 'Crm_People',
        conditions: [{ column: 'email', withColumn: 'email' }],
      },
    ],
    fields: [],
  },
  relationships: [
    toPeople('Shop_Orders', 'OrderToPerson'),
    {
      name: 'OrderToAccount',
      from: { table: 'Shop_Orders', column: 'account' },
      to: { table: 'Shop_Accounts', column: 'id' },
      cardinality: 'many-to-one',
    },
    {
      name: 'ParcelToOrder',
      from: { table: 'Shop_Parcels', column: 'order' },
      to: { table: 'Shop_Orders', column: 'id' },
      cardinality: 'many-to-one',
    },
  ],
  activities: [
    definition({ id: 'orders', table: 'Shop_Orders', paths: [['OrderToPerson'], ['OrderToAccount']] }),
    definition({ id: 'parcels', table: 'Shop_Parcels', paths: [['ParcelToOrder', 'OrderToPerson']] }),
  ],
});

const id = (prefix: string, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => (n === most ? '' : `${prefix}${n}`));
const at = fc.constantFrom('2024-01-01', '2024-01-02', '1/2/2024', '2024-01-02T10:00:00', 'n/a', '');
const word = fc.constantFrom('', 'a', 'b', '"x, y"', '5', '5.0');
const table = (header: string, row: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(...row), { maxLength: 8 })
    .map((rows) => `${header}\n${[...rows, row.map(() => '')].map((cells) => cells.join(',')).join('\n')}\n`);

const TABLES: Record<string, fc.Arbitrary<string>> = {
  Crm_People: table('id,name,email', [id('p', 4), word, word]),
  Shop_Accounts: table('id,email', [id('a', 4), word]),
  Shop_Orders: table('id,person,account,at,title,note', [id('o', 7), id('p', 5), id('a', 5), at, word, word]),
  Shop_Parcels: table('id,order,at,title', [id('k', 7), id('o', 7), at, word]),
};

const replace = fc.constantFrom(...Object.keys(TABLES)).chain((name) =>
  TABLES[name].map(
    (text): Edit =>
      (world) =>
        put(world, name, text),
  ),
);
/** The same rows again, or with one line more or less. */
const touch = fc
  .tuple(fc.constantFrom(...Object.keys(TABLES)), fc.nat({ max: 9 }))
  .map(([name, n]): Edit => (world) => {
    const lines = (world.tables.get(name) ?? '').trimEnd().split('\n');
    if (n > 0 && n < lines.length && lines.length > 2) lines.splice(n, 1);
    put(world, name, `${lines.join('\n')}\n`);
  });
/** Rows of a table as lines, by the edit of one of them. */
const LINE_EDITS: ((lines: string[], n: number, m: number, row: string) => void)[] = [
  (lines, n, m) => ([lines[n], lines[m]] = [lines[m], lines[n]]),
  (lines, n, m) => lines.splice(m, 0, lines[n]),
  (lines, n, _m, row) => lines.splice(n, 0, row),
  (lines, n, _m, row) => (lines[n] = row),
  // One cell alone, its key as often as any other.
  (lines, n, m, row) => {
    const [cells, others] = [lines[n].split(','), row.split(',')];
    const cell = m % cells.length;
    if (!lines[n].includes('"') && !row.includes('"')) cells[cell] = others[cell];
    lines[n] = cells.join(',');
  },
];
/** Rows that move, come twice, are inserted or become others among rows that stay as they are. */
const edit = fc
  .constantFrom(...Object.keys(TABLES))
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.array(fc.tuple(fc.constantFrom(...LINE_EDITS), fc.nat(), fc.nat(), TABLES[name]), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
  )
  .map(([name, changes]): Edit => (world) => {
    const [header, ...lines] = (world.tables.get(name) ?? '').trimEnd().split('\n');
    for (const [apply, n, m, other] of changes) {
      if (lines.length > 0) apply(lines, n % lines.length, m % lines.length, other.split('\n')[1]);
    }
    put(world, name, `${[header, ...lines].join('\n')}\n`);
  });
const change = fc
  .tuple(
    fc.nat({ max: 1 }),
    fc.constantFrom<Partial<ActivityDefinition>>(
      { event: 'at' },
      { event: 'title' },
      { showInTimeline: false },
      { showInTimeline: true },
      { timeZone: 'Europe/Berlin' },
      { detail: 'title' },
      { name: 'Renamed' },
      { type: 'SalesOrder', attributes: { SalesOrderId: 'id', SalesAmount: 'title', OrderDate: 'at' } },
      { type: 'Other', attributes: {} },
      { type: 'Visit', attributes: {} },
      { dateOrder: 'dmy' },
    ),
  )
  .map(([position, parts]): Edit => ({ model }) => {
    const known = model.activities.at(position);
    if (known !== undefined) model.activities[position] = { ...known, ...parts };
  });
const config = fc.constantFrom<Edit>(
  ({ model }) => void model.activities.pop(),
  ({ model }) => {
    for (const known of MODEL.activities) {
      if (!model.activities.some(({ id: other }) => other === known.id)) {
        model.activities.push(structuredClone(known));
      }
    }
  },
  ({ model }) => void model.activities.reverse(),
  ({ model }) => void (model.customers.rules = []),
  ({ model }) => void (model.customers.rules = structuredClone(MODEL.customers.rules)),
  ({ model }) => void (model.customers.tables[1].includeAll = !model.customers.tables[1].includeAll),
  ({ model }) => {
    const orders = model.activities.find(({ id: known }) => known === 'orders');
    if (orders !== undefined) orders.paths = [...orders.paths].reverse();
  },
);
const edits = fc.array(fc.array(fc.oneof(replace, touch, edit, edit, change, config), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});

function put({ tables, pending }: World, name: string, text: string): void {
  tables.set(name, text);
  pending.add(name);
}

async function load(engine: Engine, { tables, model }: World, pending: Iterable<string>): Promise<void> {
  for (const name of pending) {
    const text = tables.get(name) ?? '';
    const [source, own] = name.split('_');
    await engine.importTable({ source, table: own, data: csv(text) });
  }
  const { revision } = await engine.loadModel();
  await engine.saveModel(describeTables(model, await engine.listTables()), revision);
}

/** What a run gives, or the code of its error. */
function outcome(engine: Engine): Promise<RunReport | string> {
  return engine.run().catch((cause: unknown) => {
    if (cause instanceof AdapterError) return cause.code;
    throw cause;
  });
}

/**
 * A report without what hangs on time and on the run before. The ids of customers do, for they last (D 61): what is
 * compared is which of them are the same.
 */
function settled({ definitions, customers }: RunReport): unknown {
  const { durationMs: _, ...rest } = customers;
  const met: string[] = [];
  const nameOf = (id: string): number => (met.includes(id) ? met.indexOf(id) : met.push(id) - 1);
  return {
    customers: rest,
    definitions: definitions.map(
      ({ durationMs: _ms, changes: _c, isRebuilt: _r, conflicts = [], ...figures }) => ({
        ...figures,
        conflicts: conflicts.map(({ customerId, otherCustomerId, ...row }) => ({
          ...row,
          customers: [nameOf(customerId), nameOf(otherCustomerId)],
        })),
      }),
    ),
  };
}

async function setAsideOf(engine: Engine, { model }: World): Promise<unknown> {
  return Promise.all(
    model.activities.map(({ id: own }) => engine.setAside({ definition: own, limit: 1000 })),
  );
}

describe('a run after changes', () => {
  it('gives exactly what a run from nothing gives, and counts what has changed', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.record(TABLES), edits, async (first, steps) => {
        await withEngine({ indexedDB: null }, async (engine) => {
          const tables = new Map(Object.entries(first));
          const world: World = { tables, pending: new Set(tables.keys()), model: structuredClone(MODEL) };
          let rows = new Map<string, Map<string, string>>();
          for (const step of [[], ...steps]) {
            for (const edit of step) edit(world);
            await load(engine, world, world.pending);
            world.pending.clear();
            const report = await outcome(engine);
            if (typeof report === 'string') {
              await withEngine({ indexedDB: null }, async (fresh) => {
                await load(fresh, world, tables.keys());
                expect(await outcome(fresh)).to.equal(report);
              });
              continue;
            }
            const now = await rowsOf(engine, world.model);
            for (const { definition: own, changes } of report.definitions) {
              expect(changes, own).to.deep.equal(
                brutally(rows.get(own), now.get(own) ?? new Map<string, string>()),
              );
            }
            rows = now;
            await withEngine({ indexedDB: null }, async (fresh) => {
              await load(fresh, world, tables.keys());
              const full = await fresh.run();
              expect(settled(report)).to.deep.equal(settled(full));
              expect(await contentByKeys(engine)).to.deep.equal(await contentByKeys(fresh));
              expect(await setAsideOf(engine, world)).to.deep.equal(await setAsideOf(fresh, world));
            });
            const again = await engine.run();
            expect(again.definitions.map(({ isRebuilt }) => isRebuilt)).not.to.include(true);
            expect(settled(again)).to.deep.equal(settled(report));
            expect(await engine.lastRun()).to.deep.include({ outOfDate: false });
          }
        });
      }),
      { numRuns: 25, includeErrorInReport: true, endOnFailure: true },
    );
  });

  it('tells of each task how it ended, and which one had nothing to do', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      const tables = new Map([
        ['Crm_People', 'id,name,email\np1,Ann,a\n'],
        ['Shop_Accounts', 'id,email\na1,a\n'],
        ['Shop_Orders', 'id,person,account,at,title,note\no1,p1,a1,2024-01-01,Boots,\n'],
        ['Shop_Parcels', 'id,order,at,title\nk1,o1,2024-01-02,Parcel\n'],
      ]);
      const world: World = { tables, pending: new Set(), model: structuredClone(MODEL) };
      await load(engine, world, tables.keys());
      const names = ['check-sources', 'resolve-keys', 'build-activities', 'write-output', 'refresh-counts'];
      for (const built of ['successful', 'skipped']) {
        const { tasks } = await engine.run();
        expect(tasks.map(({ task, status }) => [task, status])).to.deep.equal(
          names.map((name) => [name, name === 'build-activities' ? built : 'successful']),
        );
      }
    });
  });
});
