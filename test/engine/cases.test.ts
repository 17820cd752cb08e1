/*
 * The cases of domain § 8.7 and where each is tested. "here" is this file; others stand beside it.
 *
 * duplicate key, same row / different row         here · bad-input.test.ts (D 50)
 * empty key                                       bad-input.test.ts (D 50)
 * key with blanks or other case                   unify.test.ts, "keys" (D 53)
 * foreign key empty                               bad-input.test.ts (D 57)
 * foreign key to a deduplicated row               here (§ 8.3)
 * foreign key to a row outside unification        unify.test.ts (§ 8.3)
 * intermediate row missing                        unify.test.ts, "activities" (D 57)
 * intermediate cycle                              here (D 55) · model/validation/relationships.test.ts
 * contact without account / of another account    contacts.test.ts (D 21)
 * two paths, same / different customers           here (D 56)
 * timestamp empty, text, 2/30                     here · bad-input.test.ts (D 51, 52)
 * timestamp with ambiguous order                  unify.test.ts (D 52)
 * timestamp with zone, far past, future           here · unify.test.ts (D 52)
 * same timestamp many times                       here · queries.test.ts (D 38)
 * event column empty                              here (D 59)
 * URL with javascript:                            here · elements/shared/safe-url.test.ts (D 41)
 * detail with HTML                                here · elements/activity-timeline/hostile-data.test.ts
 * attribute "1,234.50" or "$5", negative amount   here (D 2, 36)
 * table without rows                              bad-input.test.ts
 * table gone, column gone                         bad-input.test.ts
 * rename to an existing name                      here (§ 4.6)
 * delete during a run                             here (§ 8.6)
 * two runs at once                                robustness.test.ts
 * customer without activities                     here
 * customer with 100,000 activities                here
 * 2,000 contacts                                  left to the tests of contacts
 * hidden definition                               bad-input.test.ts (D 6)
 * type unknown to the timeline                    here (D 7)
 * very long title, right-to-left text, emoji      here
 */
import { expect } from 'chai';
import type { Activity } from '../../src/model/activity.js';
import type { ActivityDefinition, ActivityModel } from '../../src/model/model.js';
import type { Engine } from '../../src/engine/index.js';
import { csv, definition, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

type Row = Record<string, string>;

const importRows = async (engine: Engine, name: string, data: readonly Row[]): Promise<void> => {
  const [source, table] = name.split('_');
  await engine.importTable({ source, table, data });
};

const people = (...ids: string[]): Row[] => ids.map((id) => ({ id, name: `Person ${id}` }));

/** An order of p1 with what the test is about. */
const order = (id: string, parts: Row = {}): Row => ({
  id,
  person: 'p1',
  at: '2024-05-01',
  title: `Order ${id}`,
  ...parts,
});

const ordersModel = (parts: Partial<ActivityDefinition> = {}): ActivityModel =>
  peopleModel({
    relationships: [toPeople('Shop_Orders')],
    activities: [definition({ id: 'orders', table: 'Shop_Orders', ...parts })],
  });

async function activitiesOf(engine: Engine, key: string): Promise<readonly Activity[]> {
  const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key }));
  return (await engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 1000 })).items;
}

/** Imports people p1 and p2 and the orders, and runs. */
async function runOrders(
  engine: Engine,
  rows: readonly Row[],
  parts: Partial<ActivityDefinition> = {},
): ReturnType<Engine['run']> {
  await importRows(engine, 'Crm_People', people('p1', 'p2'));
  await importRows(engine, 'Shop_Orders', rows);
  return runModel(engine, ordersModel(parts));
}

const inMemory = { mode: 'inline', indexedDB: null } as const;

describe('keys of activities', () => {
  it('reject a row that comes twice, be it the same or another (D 50)', async () => {
    await withEngine(inMemory, async (engine) => {
      const report = await runOrders(engine, [
        order('1'),
        order('1'),
        order('1', { person: 'p2', title: 'Other' }),
      ]);
      expect(report.definitions[0]).to.include({ read: 3, shown: 1, rejected: 2 });
      expect((await activitiesOf(engine, 'p1')).map(({ title }) => title)).to.deep.equal(['Order 1']);
      expect(await activitiesOf(engine, 'p2')).to.deep.equal([]);
    });
  });
});

describe('foreign keys', () => {
  it('that name a repeated customer row reach the customer of the row that counts (§ 8.3)', async () => {
    await withEngine(inMemory, async (engine) => {
      await importRows(engine, 'Crm_People', [...people('p1'), { id: 'p1', name: 'Again' }]);
      await importRows(engine, 'Shop_Orders', [order('1'), order('2', { person: ' P1 ' })]);
      const report = await runModel(engine, ordersModel());
      expect(report.customers).to.include({ customers: 1 });
      expect(report.definitions[0]).to.include({ shown: 2, orphaned: 0 });
    });
  });

  it('on a path that comes back to its table refuse the run (D 55)', async () => {
    await withEngine(inMemory, async (engine) => {
      await importRows(engine, 'Crm_People', people('p1'));
      await importRows(engine, 'Shop_Orders', [order('1', { parent: '1' })]);
      const model = ordersModel({ paths: [['ToParent', 'ToPeople']] });
      const end = (column: string): { table: string; column: string } => ({ table: 'Shop_Orders', column });
      model.relationships.push({
        name: 'ToParent',
        from: end('parent'),
        to: end('id'),
        cardinality: 'many-to-one',
      });
      const error: unknown = await runModel(engine, model).catch((cause: unknown) => cause);
      expect(error).to.include({ code: 'model-invalid', message: 'Orders is already on this path.' });
    });
  });

  it('of two paths: the first that reaches a customer decides, another one is counted (D 56)', async () => {
    await withEngine(inMemory, async (engine) => {
      await importRows(engine, 'Crm_People', people('p1', 'p2'));
      const rows: [string, string][] = [
        ['p1', 'p1'],
        ['p1', 'p2'],
        ['gone', 'p2'],
        ['p2', ''],
        ['gone', ''],
      ];
      await importRows(
        engine,
        'Shop_Orders',
        rows.map(([person, buyer], i) => order(String(i + 1), { person, buyer })),
      );
      const model = ordersModel({ paths: [['ToPeople'], ['ToBuyer']] });
      model.relationships.push({
        ...toPeople('Shop_Orders', 'ToBuyer'),
        from: { table: 'Shop_Orders', column: 'buyer' },
      });
      const [report] = (await runModel(engine, model)).definitions;
      expect(report).to.include({ shown: 4, orphaned: 1, conflicting: 1 });
      const idsOf = async (key: string): Promise<string[]> =>
        (await activitiesOf(engine, key)).map(({ sourceActivityId }) => sourceActivityId);
      expect([await idsOf('p1'), await idsOf('p2')]).to.deep.equal([
        ['1', '2'],
        ['3', '4'],
      ]);
    });
  });
});

describe('timestamps', () => {
  it('that are none keep their rows out of sight and are counted (D 51, 52)', async () => {
    await withEngine(inMemory, async (engine) => {
      const unreadable = ['', 'soon', '2/30/2024', '2024-02-30', '5/1/24', '2024-05-01T24:00'];
      const readable = ['5/13/2024', '2024-05-01T10:00:00+05:30', '0001-01-01', '9999-12-31'];
      const rows = [...unreadable, ...readable].map((at, i) => order(String(i), { at }));
      const [report] = (await runOrders(engine, rows)).definitions;
      expect(report).to.include({ read: 10, shown: 4, undated: 6 });
      expect((await activitiesOf(engine, 'p1')).map(({ timestamp }) => timestamp)).to.deep.equal([
        '9999-12-31',
        '2024-05-13',
        '2024-05-01T04:30:00.000Z',
        '0001-01-01',
      ]);
    });
  });

  it('that are all the same leave the order to the keys, on pages of any size (D 38)', async () => {
    await withEngine(inMemory, async (engine) => {
      const ids = Array.from({ length: 60 }, (_, i) => `k${(i * 37) % 60}`);
      await runOrders(
        engine,
        ids.map((id) => order(id)),
      );
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      for (const direction of ['newest', 'oldest'] as const) {
        for (const limit of [1, 2, 7, 59, 60, 61]) {
          const query = { customerId, timeZone: 'UTC', order: direction, limit };
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await engine.getPage({ ...query, ...(cursor === undefined ? {} : { cursor }) });
            seen.push(...page.items.map(({ sourceActivityId }) => sourceActivityId));
            cursor = page.next;
          } while (cursor !== undefined);
          expect(seen).to.deep.equal([...ids].sort());
        }
      }
    });
  });
});

describe('values', () => {
  const hostile = {
    javascript: 'javascript:alert(1)',
    html: '<img src=x onerror=alert(1)><script>alert(1)</script>',
    rtl: '\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627',
    emoji: '\u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u{1f3f3}\ufe0f\u200d\u{1f308} e\u0301',
    long: 'x'.repeat(200_000),
  };

  it('are carried as text, whatever stands in them', async () => {
    await withEngine(inMemory, async (engine) => {
      const rows = Object.entries(hostile).map(([id, text]) =>
        order(id, { title: text, more: text, link: text }),
      );
      await runOrders(engine, rows, { detail: 'more', url: 'link' });
      const items = await activitiesOf(engine, 'p1');
      for (const { sourceActivityId, title, detail, url } of items) {
        const text = hostile[sourceActivityId as keyof typeof hostile];
        expect([title, detail, url]).to.deep.equal([text, text, text]);
      }
      expect(items).to.have.length(rows.length);
    });
  });

  it('of attributes keep the text that is no plain number, and the sign of one that is (D 2, 36)', async () => {
    await withEngine(inMemory, async (engine) => {
      const amounts = ['1,234.50', '$5', '-7.50', '5.00', '', '(3)'];
      const parts = { type: 'SalesOrder', attributes: { SalesAmount: 'amount' } };
      await runOrders(
        engine,
        amounts.map((amount, i) => order(String(i), { amount })),
        { ...parts, attributes: { ...parts.attributes, SalesOrderId: 'id', OrderDate: 'at' } },
      );
      const found = (await activitiesOf(engine, 'p1')).map(({ attributes }) => attributes?.SalesAmount);
      expect(found).to.deep.equal(['1,234.50', '$5', '-7.5', '5', undefined, '(3)']);
    });
  });

  it('of an empty event column give no title to the element and the type’s name to an export (D 59)', async () => {
    await withEngine(inMemory, async (engine) => {
      await runOrders(engine, [order('1', { title: '' })], { type: 'SalesOrder' });
      expect((await activitiesOf(engine, 'p1'))[0].title).to.equal('');
      const [line] = (await new Response(engine.exportActivities()).text()).split('\n');
      expect(JSON.parse(line)).to.include({ Title: 'Order' });
    });
  });

  it('of a type that nobody has heard of are shown under it (D 7)', async () => {
    await withEngine(inMemory, async (engine) => {
      await runOrders(engine, [order('1')], { type: 'Wiederkehr' });
      const [activity] = await activitiesOf(engine, 'p1');
      expect(activity.type).to.equal('Wiederkehr');
    });
  });
});

describe('definitions', () => {
  it('of one name refuse the run and leave the output (§ 4.6)', async () => {
    await withEngine(inMemory, async (engine) => {
      await runOrders(engine, [order('1')]);
      const model = ordersModel();
      model.activities.push(definition({ id: 'other', name: 'ORDERS', table: 'Shop_Orders' }));
      const error: unknown = await runModel(engine, model).catch((cause: unknown) => cause);
      expect(error).to.include({ code: 'model-invalid' });
      expect(await activitiesOf(engine, 'p1')).to.have.length(1);
    });
  });

  it('and tables that go while a run is under way leave it whole (§ 8.6)', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      await runOrders(
        engine,
        Array.from({ length: 3000 }, (_, i) => order(String(i))),
      );
      let removal: Promise<void> = Promise.resolve();
      const report = await engine.run({
        onProgress: ({ task }) => {
          if (task === 'check-sources') removal = engine.removeTable('Shop_Orders');
        },
      });
      await removal;
      expect(report.definitions[0].shown).to.equal(3000);
      expect((await engine.lastRun())?.outOfDate).to.equal(true);
      expect((await activitiesOf(engine, 'p1'))[0].title).to.match(/^Order /);
    });
  });
});

describe('customers', () => {
  it('without activities have an empty timeline', async () => {
    await withEngine(inMemory, async (engine) => {
      await runOrders(engine, [order('1')]);
      expect(await activitiesOf(engine, 'p2')).to.deep.equal([]);
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p2' }));
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 10 } as const;
      expect(await engine.getSummary(query)).to.deep.include({ total: 0, exact: true, months: [] });
    });
  });

  it('with 100,000 activities are walked from end to end, and counted', async () => {
    await withEngine({}, async (engine) => {
      await importRows(engine, 'Crm_People', people('p1'));
      const lines = Array.from({ length: 100_000 }, (_, i) => {
        const time = new Date(Date.UTC(2015, 0, 1) + (i % 50_000) * 3_600_000).toISOString();
        return `${i},p1,${time},t`;
      });
      const data = csv(`id,person,at,title\n${lines.join('\n')}\n`);
      await engine.importTable({ source: 'Shop', table: 'Orders', data });
      const [report] = (await runModel(engine, ordersModel())).definitions;
      expect(report.shown).to.equal(100_000);
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 1000 } as const;
      const seen = new Set<string>();
      let former = '9';
      let cursor: string | undefined;
      do {
        const page = await engine.getPage({ ...query, ...(cursor === undefined ? {} : { cursor }) });
        for (const { sourceActivityId, timestamp } of page.items) {
          expect(timestamp <= former).to.equal(true);
          former = timestamp;
          seen.add(sourceActivityId);
        }
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen.size).to.equal(100_000);
      const { total, months } = await engine.getSummary(query);
      expect([total, months.reduce((sum, { count }) => sum + count, 0)]).to.deep.equal([100_000, 100_000]);
    });
  });
});
