import { expect } from 'chai';
import type { Activity } from '../../src/model/activity.js';
import type { ActivityModel, MatchCondition } from '../../src/model/model.js';
import type { Engine } from '../../src/engine/index.js';
import { csv, definition, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

async function importText(engine: Engine, name: string, text: string): Promise<void> {
  const [source, table] = name.split('_');
  await engine.importTable({ source, table, data: csv(text) });
}

async function activitiesOf(engine: Engine, key: string, table = 'Crm_People'): Promise<readonly Activity[]> {
  const customerId = await engine.resolveCustomer({ table, key });
  if (customerId === null) return [];
  return (await engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 1000 })).items;
}

/** Two customer tables with one rule between them. */
function twoTables(conditions: MatchCondition[], includeAll = true): ActivityModel {
  return peopleModel({
    customers: {
      tables: [
        { table: 'Crm_People', primaryKey: 'id', includeAll: true },
        { table: 'Shop_Accounts', primaryKey: 'id', includeAll },
      ],
      rules: [{ name: 'Email', table: 'Shop_Accounts', with: 'Crm_People', conditions }],
      fields: [],
    },
  });
}

const EMAIL: MatchCondition = {
  column: 'email',
  withColumn: 'email',
  normalize: ['lowercase', 'whitespace'],
};

describe('unified customers', () => {
  it('join rows whose normalised values are equal, and account for every row', async () => {
    await withEngine({}, async (engine) => {
      await importText(
        engine,
        'Crm_People',
        'id,name,email\n1,Ada,ada@example.com\n2,Bo,\n3,Cy,cy@example.com\n',
      );
      const accounts = [
        'a, ADA @example.com',
        'b,cy@example.com',
        'c,',
        'd,new@example.com',
        'b,again@example.com',
        ' ,x',
      ];
      await importText(engine, 'Shop_Accounts', `id,email\n${accounts.join('\n')}\n`);
      const { customers } = await runModel(engine, twoTables([EMAIL]));
      expect(customers.customers).to.equal(5);
      expect(customers.rules).to.deep.equal([{ name: 'Email', matched: 2 }]);
      for (const { read, customers: own, matched, duplicates, rejected, leftOut } of customers.tables) {
        expect(read).to.equal(own + matched + duplicates + rejected + leftOut);
      }
      const ada = await engine.resolveCustomer({ table: 'Crm_People', key: '1' });
      expect(await engine.resolveCustomer({ table: 'Shop_Accounts', key: 'A' })).to.equal(ada);
      const profile = await engine.getCustomer(String(ada));
      expect(profile?.fields.map(({ name, value }) => [name, value])).to.deep.equal([
        ['name', 'Ada'],
        ['email', 'ada@example.com'],
      ]);
      const aside = await engine.setAside({ table: 'Shop_Accounts' });
      expect(aside.rows.map(({ reason, line }) => [reason, line])).to.deep.equal([['key-empty', 7]]);
    });
  });

  it('leave rows without a match out when the table does not include all records, and their activities are orphans', async () => {
    await withEngine({}, async (engine) => {
      await importText(engine, 'Crm_People', 'id,name,email\n1,Ada,ada@example.com\n');
      await importText(engine, 'Shop_Accounts', 'id,email\na,ada@example.com\nb,bo@example.com\n');
      await importText(engine, 'Shop_Orders', 'id,person,at,title\n1,a,2024-01-01,x\n2,b,2024-01-01,y\n');
      const report = await runModel(engine, {
        ...twoTables([EMAIL], false),
        relationships: [{ ...toPeople('Shop_Orders'), to: { table: 'Shop_Accounts', column: 'id' } }],
        activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
      });
      expect(report.customers.tables[1]).to.include({ matched: 1, leftOut: 1 });
      expect(report.definitions[0]).to.include({ shown: 1, orphaned: 1 });
      expect(await engine.resolveCustomer({ table: 'Shop_Accounts', key: 'b' })).to.equal(null);
    });
  });

  it('keep their ids when the order of rows and of imports changes', async () => {
    const people = ['1,Ada,ada@example.com', '2,Bo,bo@example.com', '3,Cy,cy@example.com'];
    const accounts = ['a,ada@example.com', 'b,cy@example.com', 'c,new@example.com'];
    const found = new Set<string>();
    for (const turn of [false, true]) {
      await withEngine({}, async (engine) => {
        const order = turn ? [...people].reverse() : people;
        if (turn)
          await importText(engine, 'Shop_Accounts', `id,email\n${[...accounts].reverse().join('\n')}\n`);
        await importText(engine, 'Crm_People', `id,name,email\n${order.join('\n')}\n`);
        if (!turn) await importText(engine, 'Shop_Accounts', `id,email\n${accounts.join('\n')}\n`);
        await runModel(engine, twoTables([EMAIL]));
        found.add(JSON.stringify((await engine.listCustomers()).customers));
      });
    }
    expect(found.size).to.equal(1);
  });

  it('are found by the words of a search in name, e-mail and keys, page by page', async () => {
    await withEngine({}, async (engine) => {
      const rows = Array.from({ length: 700 }, (_, i) => `k${i},Person ${i % 7} ${i},p${i}@example.com`);
      await importText(engine, 'Crm_People', `id,name,email\n${rows.join('\n')}\n`);
      await runModel(engine, peopleModel());
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await engine.listCustomers({ search: 'PERSON 3', limit: 40, ...(cursor && { cursor }) });
        names.push(...page.customers.map(({ name }) => name));
        cursor = page.next;
        expect(page.total).to.equal(rows.filter((row) => /person/i.test(row) && row.includes('3')).length);
      } while (cursor !== undefined);
      expect(new Set(names).size).to.equal(names.length);
      expect(names).to.deep.equal([...names].sort());
      expect((await engine.listCustomers({ search: 'K699' })).total).to.equal(1);
      expect((await engine.listCustomers({ search: 'nobody' })).customers).to.deep.equal([]);
    });
  });
});

describe('keys', () => {
  it('meet in spite of blanks, case and the way a number is written, and exactly where that would make two one', async () => {
    await withEngine({}, async (engine) => {
      await importText(engine, 'Crm_People', 'id,name\nAB,One\nab,Two\nÄX,Three\n');
      const orders = ['1, äx ', '2,AB', '3,ab', '4,Ab'].map((row) => `${row},2024-01-01,t`);
      await importText(engine, 'Shop_Orders', `id,person,at,title\n${orders.join('\n')}\n`);
      const model = peopleModel({
        relationships: [toPeople('Shop_Orders')],
        activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
      });
      const report = await runModel(engine, model);
      expect(report.customers.customers).to.equal(3);
      expect(report.definitions[0]).to.include({ shown: 3, orphaned: 1 });
      const idsOf = async (key: string): Promise<string[]> =>
        (await activitiesOf(engine, key)).map(({ sourceActivityId }) => sourceActivityId);
      expect([await idsOf('ÄX'), await idsOf('AB'), await idsOf('ab')]).to.deep.equal([['1'], ['2'], ['3']]);

      await importText(engine, 'Crm_People', 'id,name\n12,Dozen\n7.5,Half\n');
      await importText(
        engine,
        'Shop_Orders',
        'id,person,at,title\n1,12.0,2024-01-01,t\n2,7.50,2024-01-01,t\n',
      );
      expect((await runModel(engine, model)).definitions[0]).to.include({ shown: 2, orphaned: 0 });
    });
  });
});

describe('activities', () => {
  it('reach their customer over several tables, and an orphan says at which one its path broke', async () => {
    await withEngine({}, async (engine) => {
      await importText(engine, 'Crm_People', 'id,name\np1,Ada\n');
      await importText(engine, 'Shop_Orders', 'id,person\no1,p1\no2,gone\n');
      await importText(
        engine,
        'Shop_Parcels',
        'id,order,at,title\n1,o1,2024-01-01,a\n2,o2,2024-01-01,b\n3,o9,2024-01-01,c\n',
      );
      const report = await runModel(
        engine,
        peopleModel({
          relationships: [
            toPeople('Shop_Orders', 'OrderToPerson'),
            {
              name: 'ParcelToOrder',
              from: { table: 'Shop_Parcels', column: 'order' },
              to: { table: 'Shop_Orders', column: 'id' },
              cardinality: 'many-to-one',
            },
          ],
          activities: [
            definition({ id: 'parcels', table: 'Shop_Parcels', paths: [['ParcelToOrder', 'OrderToPerson']] }),
          ],
        }),
      );
      expect(report.definitions[0]).to.deep.include({ shown: 1, orphaned: 2, orphanedByHop: [1, 1] });
      const { rows } = await engine.setAside({ definition: 'parcels' });
      expect(rows.map(({ key, hop }) => [key, hop])).to.deep.equal([
        ['2', 2],
        ['3', 1],
      ]);
    });
  });

  it('read slash dates by what the column settles, zones by the definition, and attributes in normal form', async () => {
    await withEngine({}, async (engine) => {
      await importText(engine, 'Crm_People', 'id,name\np1,Ada\n');
      const lines = ['1,p1,25/12/2023 10:30,"1,5",007', '2,p1,03/04/2024 00:15,12.50,8'];
      await importText(engine, 'Shop_Orders', `id,person,at,price,code\n${lines.join('\n')}\n`);
      await runModel(
        engine,
        peopleModel({
          relationships: [toPeople('Shop_Orders')],
          activities: [
            definition({
              id: 'orders',
              table: 'Shop_Orders',
              type: 'SalesOrder',
              event: 'code',
              timeZone: 'Europe/Berlin',
              attributes: { SalesOrderId: 'code', OrderDate: 'at', SalesAmount: 'price' },
            }),
          ],
        }),
      );
      const items = await activitiesOf(engine, 'p1');
      expect(
        items.map(({ timestamp, title, attributes }) => ({ timestamp, title, attributes })),
      ).to.deep.equal([
        {
          timestamp: '2024-04-02T22:15:00.000Z',
          title: '8',
          attributes: { SalesOrderId: '8', OrderDate: '2024-04-02T22:15:00.000Z', SalesAmount: '12.5' },
        },
        {
          timestamp: '2023-12-25T09:30:00.000Z',
          title: '007',
          attributes: { SalesOrderId: '007', OrderDate: '2023-12-25T09:30:00.000Z', SalesAmount: '1,5' },
        },
      ]);
    });
  });

  it('say that month first was assumed when nothing settles the order', async () => {
    await withEngine({}, async (engine) => {
      await importText(engine, 'Crm_People', 'id,name\np1,Ada\n');
      await importText(engine, 'Shop_Orders', 'id,person,at,title\n1,p1,03/04/2024,t\n');
      const model = peopleModel({
        relationships: [toPeople('Shop_Orders')],
        activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
      });
      expect((await runModel(engine, model)).definitions[0].dateOrderAssumed).to.equal(true);
      expect((await activitiesOf(engine, 'p1'))[0].timestamp).to.equal('2024-03-04');
      const chosen = { ...model, activities: [{ ...model.activities[0], dateOrder: 'dmy' as const }] };
      expect((await runModel(engine, chosen)).definitions[0].dateOrderAssumed).to.equal(false);
      expect((await activitiesOf(engine, 'p1'))[0].timestamp).to.equal('2024-04-03');
    });
  });

  it('keep years from 0001 to 9999 and any text as they are', async () => {
    await withEngine({}, async (engine) => {
      const hostile = '<img src=x onerror=alert(1)> ‮ 🙂 "q"';
      await importText(engine, 'Crm_People', 'id,name\np1,Ada\n');
      const rows = [
        { id: 'a', person: 'p1', at: '0001-01-01', title: hostile },
        { id: 'b', person: 'p1', at: '9999-12-31T23:59:59Z', title: 'x'.repeat(100_000) },
        { id: 'c', person: 'p1', at: '1969-12-31T23:59:59.999Z', title: '' },
      ];
      await engine.importTable({ source: 'Shop', table: 'Orders', data: rows });
      await runModel(
        engine,
        peopleModel({
          relationships: [toPeople('Shop_Orders')],
          activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
        }),
      );
      const items = await activitiesOf(engine, 'p1');
      expect(items.map(({ timestamp }) => timestamp)).to.deep.equal([
        '9999-12-31T23:59:59.000Z',
        '1969-12-31T23:59:59.999Z',
        '0001-01-01',
      ]);
      expect(items[2].title).to.equal(hostile);
      expect(items[0].title.length).to.equal(100_000);
    });
  });
});
