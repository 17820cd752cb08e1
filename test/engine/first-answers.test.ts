import { expect } from 'chai';
import { openEngine, type Engine } from '../../src/engine/index.js';
import { databaseName } from '../../src/engine/store/idb-storage.js';
import type { ActivityQuery, DataChange } from '../../src/index.js';
import { fillFixture } from './support/fixture-workspace.js';
import { codeOf } from './support/outcome.js';
import { patch } from './support/patch.js';
import { csv, digest, uniqueName, withEngine } from './support/workspace.js';

const CUSTOMER = { table: 'Crm_People', key: 'p1' };

/** Opens a filled workspace again, as a page does that has just loaded, and removes it whatever happens. */
async function withReopened(
  work: (engine: Engine, customerId: string, name: string) => Promise<void>,
): Promise<void> {
  const name = uniqueName();
  const before = await openEngine({ name });
  await fillFixture(before, 'individuals');
  const customerId = (await before.resolveCustomer(CUSTOMER)) ?? '';
  await before.close();
  const engine = await openEngine({ name });
  try {
    await work(engine, customerId, name);
  } finally {
    await engine.close();
    await (await openEngine({ name })).destroy();
  }
}

async function wholeEngine(engine: Engine): Promise<void> {
  while (engine.mode !== 'worker') await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Everything that a timeline asks of a customer, at once. */
function ask(engine: Engine, customerId: string): Promise<unknown[]> {
  const query: ActivityQuery = { customerId, timeZone: 'Europe/Berlin', order: 'newest', limit: 3 };
  return Promise.all([
    engine.getPage(query),
    engine.getPage({ ...query, order: 'oldest', types: ['Other'] }),
    engine.getPage({ ...query, types: ['None'] }),
    engine.getSummary(query),
    engine.getCustomer(customerId),
    engine.getCustomer('0'.repeat(32)),
    engine.resolveCustomer(CUSTOMER),
    engine.resolveCustomer({ ...CUSTOMER, table: 'None' }),
    engine.listCustomers({ search: 'person', limit: 4 }),
    codeOf(engine.getPage({ ...query, limit: 0 })),
    codeOf(engine.getPage({ ...query, cursor: 'none' })),
    codeOf(engine.getPage({ ...query, customerId: (() => '') as unknown as string })),
  ]);
}

const databaseNames = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

describe('the first answers of an engine', () => {
  it('are given on the page, and are those of the whole engine, which takes over behind them', async () => {
    await withReopened(async (engine, customerId, name) => {
      expect(engine.mode).to.equal('inline');
      const answers = await ask(engine, customerId);
      expect(answers.slice(-3)).to.deep.equal(['query-invalid', 'cursor-invalid', 'query-invalid']);
      await wholeEngine(engine);
      expect(await ask(engine, customerId)).to.deep.equal(answers);
      const alone = await openEngine({ name, mode: 'worker' });
      expect(await ask(alone, customerId)).to.deep.equal(answers);
      await alone.close();
    });
  });

  it('go on while the whole engine takes over', async () => {
    await withReopened(async (engine, customerId) => {
      const answers = await ask(engine, customerId);
      const expected = JSON.stringify(answers);
      const differing: string[] = [];
      for (let behind = 0; behind < 5; behind += engine.mode === 'worker' ? 1 : 0) {
        const found = JSON.stringify(await ask(engine, customerId));
        if (found !== expected) differing.push(found);
      }
      expect(differing).to.deep.equal([]);
    });
  });

  it('are not given on the page where all rows would be looked at', async () => {
    const query: Omit<ActivityQuery, 'customerId'> = { timeZone: 'UTC', order: 'newest', limit: 5 };
    const heavy: Partial<ActivityQuery>[] = [
      { text: 'Order' },
      { contacts: [null] },
      { from: '2024-01-01' },
      { to: '2024-12-31' },
      { offset: 1 },
    ];
    for (const parts of heavy) {
      await withReopened(async (engine, customerId) => {
        await engine.getSummary({ ...query, ...parts, customerId });
        expect(engine.mode).to.equal('worker');
      });
    }
  });

  it('leave a list of many customers to the whole engine', async () => {
    await withReopened(async (engine, _, name) => {
      const lines = Array.from({ length: 6000 }, (_, i) => `p${i},Person ${i},`);
      const people = csv(`id,name,mail\n${lines.join('\n')}\n`);
      await engine.importTable({ source: 'Crm', table: 'People', data: people });
      await engine.run();
      for (const call of [
        (again: Engine) => again.listCustomers(),
        (again: Engine) => again.resolveCustomer(CUSTOMER),
      ]) {
        const again = await openEngine({ name });
        expect(await call(again)).to.not.equal(null);
        expect(again.mode).to.equal('worker');
        await again.close();
      }
    });
  });

  it('leave a call that waits for the whole engine what it was when it was made', async () => {
    await withReopened(async (engine) => {
      const ids = ['none'];
      const deleted = codeOf(engine.deleteActivities(ids));
      ids[0] = 'orders';
      expect(await deleted).to.equal('not-found');
    });
  });

  it('do not change with what the caller does to the question', async () => {
    await withReopened(async (engine, customerId) => {
      const fresh: ActivityQuery = { customerId, timeZone: 'UTC', order: 'newest', limit: 2 };
      const query = { ...fresh };
      const asked = engine.getPage(query);
      query.limit = 1;
      expect((await asked).items).to.have.length(2);
    });
  });
});

describe('an engine that has not started as a whole', () => {
  it('hears of the changes of other pages, then and later', async () => {
    await withReopened(async (engine, customerId, name) => {
      const other = await openEngine({ name });
      const importPeople = (): Promise<unknown> =>
        other.importTable({ source: 'Crm', table: 'People', data: csv('id,name,mail\np1,Ada,\n') });
      for (const mode of ['inline', 'worker'] as const) {
        if (mode === 'worker') {
          await ask(engine, customerId);
          await wholeEngine(engine);
        }
        const heard = new Promise<DataChange>((resolve) => engine.subscribe(resolve));
        await importPeople();
        expect(await heard).to.deep.equal({ kind: 'tables' });
        expect(engine.mode).to.equal(mode);
      }
      await other.close();
    });
  });

  it('takes a stream for its first call', async () => {
    await withEngine({}, async (engine) => {
      const data = csv('id\n1\n').stream();
      expect(await engine.importTable({ source: 'Shop', table: 'Orders', data })).to.include({ rows: 1 });
    });
  });

  it('shows at once what it has written itself', async () => {
    await withReopened(async (engine, customerId) => {
      await ask(engine, customerId);
      await engine.importTable({
        source: 'Shop',
        table: 'Orders',
        data: csv('id,person,at,title,note\no1,p1,2024-01-01,New,\n'),
      });
      await engine.run();
      const { items } = await engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 5 });
      expect(items.map(({ title }) => title)).to.deep.equal(['New']);
    });
  });

  it('works on the page where no worker can be started', async () => {
    const undo = patch(globalThis, 'Worker', () => {
      throw new DOMException('refused', 'SecurityError');
    });
    try {
      await withReopened(async (engine, customerId) => {
        await ask(engine, customerId);
        expect(await engine.listTables()).to.have.length(2);
        expect(engine.mode).to.equal('inline');
        expect(await digest(engine)).to.have.length(64);
      });
    } finally {
      undo();
    }
  });

  it('can be closed before, while and after it starts', async () => {
    await withReopened(async (_engine, _customer, name) => {
      for (const use of [
        () => undefined,
        (engine: Engine) => engine.listCustomers(),
        (engine: Engine) => void engine.listTables().catch(() => undefined),
        (engine: Engine) => engine.listTables(),
      ]) {
        const engine = await openEngine({ name });
        await use(engine);
        await engine.close();
        await engine.close();
        expect(await codeOf(engine.listCustomers())).to.equal('closed');
        expect(await codeOf(engine.listTables())).to.equal('closed');
      }
    });
  });

  it('removes its data for good, whenever it is told to', async () => {
    for (const use of [
      () => undefined,
      (engine: Engine) => engine.listCustomers(),
      (engine: Engine) => void engine.listTables().catch(() => undefined),
    ]) {
      const name = uniqueName();
      const engine = await openEngine({ name });
      await use(engine);
      await engine.destroy();
      expect(await codeOf(engine.listCustomers())).to.equal('closed');
      expect(await databaseNames()).to.not.include(databaseName(name));
    }
  });
});
