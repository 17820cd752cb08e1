import { expect } from 'chai';
import fc from 'fast-check';
import type { Engine } from '../../src/engine/index.js';
import { AdapterError } from '../../src/model/errors.js';
import { csv, definition, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

type Orders = Readonly<Record<string, string>>[];

const ORDERS = { source: 'Shop', table: 'Orders' } as const;

const model = peopleModel({
  relationships: [toPeople('Shop_Orders')],
  activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
});

const fillPeople = (engine: Engine): Promise<unknown> =>
  engine.importTable({ source: 'Crm', table: 'People', data: csv('id\np1\np2\n') });

/** What stands in the table. */
const rowsOf = async (engine: Engine): Promise<object[]> =>
  (await engine.sampleRows('Shop_Orders', 100)).map((row) => ({ ...row }));

async function errorOf(promise: Promise<unknown>): Promise<AdapterError> {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).to.be.instanceOf(AdapterError);
  return error as AdapterError;
}

describe('an import that keeps old rows', () => {
  it('is refused without a primary key, and where the new data do not have it; the table stays', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      await engine.importTable({ ...ORDERS, data: csv('id,title\n1,a\n') });
      const data = csv('id,title\n2,b\n');
      const noKey = await errorOf(engine.importTable({ ...ORDERS, data, keepOldRows: true }));
      expect(noKey).to.include({ code: 'query-invalid' });
      expect(noKey.message).to.contain('primary key');
      const other = csv('number,title\n2,b\n');
      const noColumn = await errorOf(
        engine.importTable({ ...ORDERS, data: other, keepOldRows: true, primaryKey: 'id' }),
      );
      expect(noColumn).to.include({ code: 'column-missing' });
      expect(await rowsOf(engine)).to.deep.equal([{ id: '1', title: 'a' }]);
    });
  });

  it('is an import of the new rows and, behind them, of the old ones with other keys; twice equals once', async () => {
    const row = fc.record({
      id: fc.constantFrom('1', '2', '3', ' 4', '4', 'x', 'X', ''),
      title: fc.constantFrom('', 'a', '"b, ""c"""'),
    });
    const key = (id: string): string => id.trim().toLowerCase();
    const file = (rows: Orders): Blob =>
      csv(`id,title\n${rows.map(({ id, title }) => `${id},${title}\n`).join('')}`);
    await withEngine({ mode: 'inline' }, async (engine) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 8 }),
          fc.array(row, { minLength: 1, maxLength: 8 }),
          async (before, after) => {
            await engine.importTable({ ...ORDERS, data: file(before), primaryKey: 'id' });
            const report = await engine.importTable({ ...ORDERS, data: file(after), keepOldRows: true });
            const found = await rowsOf(engine);
            const taken = new Set(after.map(({ id }) => key(id)));
            const kept = before.filter(({ id }) => key(id) !== '' && !taken.has(key(id)));
            const sum = report.setAside.reduce((total, { count }) => total + count, 0);
            expect(report.keptOldRows).to.equal(kept.length);
            expect(report.read + kept.length).to.equal(report.rows + sum);
            await engine.importTable({ ...ORDERS, data: file(after), keepOldRows: true });
            expect(await rowsOf(engine)).to.deep.equal(found);
            await engine.importTable({ ...ORDERS, data: file([...after, ...kept]), primaryKey: 'id' });
            expect(found).to.deep.equal(await rowsOf(engine));
          },
        ),
        { numRuns: 25 },
      );
    });
  });

  it('is refused where old dates begin with the day and new ones with the month, unless no old row stays', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      const old = csv('id,at\n1,13/02/2024\n2,03/02/2024\n');
      const now = (ids: string[]): Blob => csv(`id,at\n${ids.map((id) => `${id},02/14/2024\n`).join('')}`);
      await engine.importTable({ ...ORDERS, data: old, primaryKey: 'id' });
      const error = await errorOf(
        engine.importTable({ ...ORDERS, data: now(['1', '3']), keepOldRows: true }),
      );
      expect(error).to.include({ code: 'query-invalid' });
      expect(error.message).to.contain('“at” are written day first');
      expect((await rowsOf(engine)).length).to.equal(2);
      const same = csv('id,at\n3,"14/02/2024"\n');
      expect((await engine.importTable({ ...ORDERS, data: same, keepOldRows: true })).keptOldRows).to.equal(
        2,
      );
      const all = await engine.importTable({ ...ORDERS, data: now(['1', '2', '3']), keepOldRows: true });
      expect(all.keptOldRows).to.equal(0);
    });
  });

  it('keeps columns that the new data lack, and leaves those empty that the old rows lack', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      await engine.importTable({ ...ORDERS, data: csv('id,old\n1,a\n2,b\n'), primaryKey: 'id' });
      await engine.importTable({ ...ORDERS, data: csv('new,id\nc,2\n'), keepOldRows: true });
      expect(await rowsOf(engine)).to.deep.equal([
        { new: 'c', id: '2', old: '' },
        { new: '', id: '1', old: 'a' },
      ]);
    });
  });

  it('leaves a row whose key has changed on the timeline twice, as the original did (D 60)', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      await fillPeople(engine);
      const orders = (id: string): Blob => csv(`id,person,at,title\n${id},p1,2024-01-01,Boots\n`);
      await engine.importTable({ ...ORDERS, data: orders('o1'), primaryKey: 'id' });
      await runModel(engine, model);
      await engine.importTable({ ...ORDERS, data: orders('o2'), keepOldRows: true });
      const { definitions } = await engine.run();
      expect(definitions[0].changes).to.deep.equal({ added: 1, removed: 0, changed: 0, unchanged: 1 });
      const customerId = await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' });
      const { items } = await engine.getPage({
        customerId: customerId ?? '',
        timeZone: 'UTC',
        order: 'newest',
        limit: 10,
      });
      expect(items.map(({ title }) => title)).to.deep.equal(['Boots', 'Boots']);
      const lines = await Promise.all(
        items.map(async ({ activityId }) => (await engine.explainActivity({ activityId })).line),
      );
      expect(lines.sort(), 'the old row stands in no file any more').to.deep.equal([0, 2]);
    });
  });
});
