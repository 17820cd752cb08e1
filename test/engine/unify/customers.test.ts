import { expect } from 'chai';
import type { Engine } from '../../../src/engine/index.js';
import type { ActivityModel, CustomerUnification } from '../../../src/model/model.js';
import type { UnifyReport } from '../../../src/model/reports.js';
import { csv, definition, peopleModel, runModel, toPeople, withEngine } from '../support/workspace.js';

type OutputLine = Record<string, string | null>;

async function importText(engine: Engine, name: string, text: string): Promise<void> {
  const [source, table] = name.split('_');
  await engine.importTable({ source, table, data: csv(text) });
}

async function rowsOf(engine: Engine, output: string): Promise<OutputLine[]> {
  const text = await new Response(engine.exportOutput(output)).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as OutputLine);
}

const PEOPLE = 'Crm_People';
const ACCOUNTS = 'Shop_Accounts';

function modelOf(parts: Partial<CustomerUnification>): ActivityModel {
  return peopleModel({
    customers: {
      tables: [{ table: PEOPLE, primaryKey: 'id', includeAll: true }],
      rules: [],
      fields: [],
      ...parts,
    },
  });
}

/** Two tables, the lower one matched by e-mail. */
function twoTables(parts: Partial<CustomerUnification> = {}): ActivityModel {
  return modelOf({
    tables: [
      { table: PEOPLE, primaryKey: 'id', includeAll: true },
      { table: ACCOUNTS, primaryKey: 'id', includeAll: true },
    ],
    rules: [
      {
        name: 'Email',
        table: ACCOUNTS,
        with: PEOPLE,
        conditions: [{ column: 'email', withColumn: 'email', normalize: ['lowercase'] }],
      },
    ],
    ...parts,
  });
}

async function idOf(engine: Engine, key: string, table = PEOPLE): Promise<string> {
  return String(await engine.resolveCustomer({ table, key }));
}

async function fieldsOf(engine: Engine, key: string, table = PEOPLE): Promise<Record<string, string>> {
  const profile = await engine.getCustomer(await idOf(engine, key, table));
  return Object.fromEntries((profile?.fields ?? []).map(({ name, value }) => [name, value]));
}

function expectConservation({ tables }: UnifyReport): void {
  for (const { read, customers, matched, duplicates, rejected, leftOut } of tables) {
    expect(read).to.equal(customers + matched + duplicates + rejected + leftOut);
  }
}

describe('deduplication inside a table', () => {
  const TEXT = [
    'id,name,email,phone,at',
    'p1,Ada,ada@x.org,,2024-01-01',
    'p2,Ada,ADA@x.org,1,2023-01-01',
    'p3,Ad,ada@x.org,1,2025-01-01',
    'p4,Bo,bo@x.org,1,2024-01-01',
    'p2,Again,,,',
  ].join('\n');
  const BY_MAIL = [{ name: 'Mail', conditions: [{ column: 'email', normalize: ['lowercase' as const] }] }];

  it('joins rows by any rule and over rows in common; the most filled wins, of equal ones the larger key', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, TEXT);
      await importText(engine, 'Shop_Orders', 'id,person,at,title\n1,p1,2024-01-01,to a loser\n');
      const tables = [
        { table: PEOPLE, primaryKey: 'id', includeAll: true, deduplication: { rules: BY_MAIL } },
      ];
      const model = {
        ...modelOf({ tables }),
        relationships: [toPeople('Shop_Orders')],
        activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
      };
      const { customers, definitions } = await runModel(engine, model);
      expectConservation(customers);
      expect(customers.customers).to.equal(2);
      expect(customers.tables[0]).to.deep.include({ customers: 2, duplicates: 3 });
      expect(customers.tables[0].rules).to.deep.equal([{ name: 'Mail', matched: 2 }]);
      expect(await fieldsOf(engine, 'p1')).to.deep.include({ name: 'Ad', phone: '1' });
      const ids = await Promise.all(['p1', 'p2', 'p3'].map((key) => idOf(engine, key)));
      expect(new Set(ids).size).to.equal(1);
      // An activity of a deduplicated row is the winner's (§ 8.3).
      expect(definitions[0].shown).to.equal(1);
      const page = await engine.getPage({ customerId: ids[2], timeZone: 'UTC', order: 'newest', limit: 5 });
      expect(page.items.map(({ title }) => title)).to.deep.equal(['to a loser']);
      const rows = await rowsOf(engine, 'Deduplication_Crm_People');
      expect(rows.map((row) => [row.id, row.Rule, row.Score, row.Deduplication_WinnerId])).to.deep.equal([
        ['p1', 'Mail', '1', 'p3'],
        ['p2', 'PrimaryKey', '1', 'p3'],
        ['p3', 'Mail', '1', 'p3'],
        ['p2', 'PrimaryKey', '1', 'p3'],
      ]);
      expect(new Set(rows.map((row) => row.Deduplication_GroupId)).size).to.equal(1);
      expect(rows[0].id_Alternate).to.equal('p3;p1;p2');
    });
  });

  it('takes the most or the least recent row when told so', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, TEXT);
      for (const [by, winner] of [
        ['most-recent', '2025-01-01'],
        ['least-recent', '2023-01-01'],
      ] as const) {
        const deduplication = { rules: BY_MAIL, winner: { by, column: 'at' } };
        const tables = [{ table: PEOPLE, primaryKey: 'id', includeAll: true, deduplication }];
        await runModel(engine, modelOf({ tables }));
        expect((await fieldsOf(engine, 'p1')).at).to.equal(winner);
      }
    });
  });

  it('uses the columns of the match rules when a table has no rules of its own, and none when told so', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, TEXT);
      await importText(engine, ACCOUNTS, 'id,email\na1,bo@x.org\na2,new@x.org\na3,NEW@x.org\n');
      const implied = await runModel(engine, twoTables());
      expect(implied.customers.customers).to.equal(3);
      expect(implied.customers.tables.map(({ duplicates }) => duplicates)).to.deep.equal([3, 1]);
      const deduplication = { rules: [] };
      const model = twoTables();
      model.customers.tables = model.customers.tables.map((table) => ({ ...table, deduplication }));
      const none = await runModel(engine, model);
      expect(none.customers.tables.map(({ duplicates }) => duplicates)).to.deep.equal([1, 0]);
    });
  });

  it('keeps rows of a never-pair apart and joins those of an always-pair', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, TEXT);
      const tables = [
        { table: PEOPLE, primaryKey: 'id', includeAll: true, deduplication: { rules: BY_MAIL } },
      ];
      const pair = (key: string, withKey: string): NonNullable<CustomerUnification['neverMatch']> => [
        { table: PEOPLE, key, with: PEOPLE, withKey },
      ];
      const model = modelOf({ tables, neverMatch: pair('p1', 'p3'), alwaysMatch: pair('p3', 'P4') });
      const { customers } = await runModel(engine, model);
      expectConservation(customers);
      expect(customers.pairs).to.deep.equal({ always: 1, never: 1, unknown: 0 });
      const [p1, p2, p3, p4] = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((key) => idOf(engine, key)));
      expect([p2 === p1, p3 === p1, p4 === p3]).to.deep.equal([true, false, true]);
    });
  });
});

describe('matching between tables', () => {
  it('obeys always and never, above all rules, and counts pairs whose keys are not there', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, 'id,email\np1,a@x.org\np2,b@x.org\n');
      await importText(engine, ACCOUNTS, 'id,email\na1,a@x.org\na2,b@x.org\n');
      const { customers, status } = await runModel(
        engine,
        twoTables({
          alwaysMatch: [
            { table: PEOPLE, key: 'p2', with: ACCOUNTS, withKey: 'a1' },
            { table: PEOPLE, key: 'p9', with: ACCOUNTS, withKey: 'a1' },
          ],
          neverMatch: [{ table: ACCOUNTS, key: 'a2', with: PEOPLE, withKey: 'p2' }],
        }),
      );
      expect(customers.pairs).to.deep.equal({ always: 1, never: 1, unknown: 1 });
      expect(status).to.equal('completed-with-warnings');
      expect(await idOf(engine, 'a1', ACCOUNTS)).to.equal(await idOf(engine, 'p2'));
      expect(customers.customers).to.equal(3);
      const [match] = await rowsOf(engine, 'ConflationMatchPairs');
      expect(match).to.include({
        PrimaryKey: 'a1',
        MatchedPrimaryKey: 'p2',
        Rule: 'AlwaysMatch',
        Score: '1',
      });
    });
  });

  it('leaves bypassed values unmatched, takes aliases for what they stand for, and words a model adds', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(
        engine,
        PEOPLE,
        'id,email,city\np1,none@x.org,Köln\np2,b@x.org,Bonn\np3,c@x.org,Scott Nill\n',
      );
      await importText(
        engine,
        ACCOUNTS,
        'id,email,city\na1,NONE@x.org,Cologne\na2,d@x.org,bonn\na3,e@x.org,scooter nill\n',
      );
      const model = twoTables({ words: { name: { scooter: 'scott' } } });
      const [rule] = model.customers.rules;
      model.customers.rules = [
        { ...rule, conditions: [{ ...rule.conditions[0], bypass: ['None@x.org'] }] },
        {
          ...rule,
          name: 'City',
          conditions: [
            { column: 'city', withColumn: 'city', normalize: ['lowercase'], alias: { KÖLN: 'cologne' } },
          ],
        },
        { ...rule, name: 'Name', conditions: [{ column: 'city', withColumn: 'city', normalize: ['name'] }] },
      ];
      const { customers } = await runModel(engine, model);
      expect(customers.rules).to.deep.equal([
        { name: 'Email', matched: 0 },
        { name: 'City', matched: 2 },
        { name: 'Name', matched: 1 },
      ]);
    });
  });

  it('takes numbers and dates for the same when they mean the same', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, 'id,born,size\np1,1/31/1980,12.0\np2,2/28/1981,7\n');
      await importText(engine, ACCOUNTS, 'id,born,size\na1,1980-01-31,12\na2,1981-02-27,7\n');
      const conditions = ['born', 'size'].map((column) => ({ column, withColumn: column }));
      const { customers } = await runModel(
        engine,
        twoTables({ rules: [{ name: 'Born', table: ACCOUNTS, with: PEOPLE, conditions }] }),
      );
      expect(customers.rules).to.deep.equal([{ name: 'Born', matched: 1 }]);
    });
  });
});

describe('merging', () => {
  it('takes the most important value, or the most or least recent, and moves groups together', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, 'id,email,street,city,at\np1,a@x.org,,Bonn,2020-01-01\n');
      await importText(engine, ACCOUNTS, 'id,email,street,city,at\na1,A@x.org,Main 1,Ulm,2024-01-01\n');
      const sources = (column: string, by?: string): CustomerUnification['fields'][0]['sources'] =>
        [PEOPLE, ACCOUNTS].map((table) => ({ table, column, ...(by === undefined ? {} : { by }) }));
      const run = async (fields: CustomerUnification['fields']): Promise<Record<string, string>> => {
        await runModel(engine, twoTables({ fields }));
        return fieldsOf(engine, 'p1');
      };
      expect(
        await run([
          { name: 'street', sources: sources('street') },
          { name: 'city', sources: sources('city') },
        ]),
      ).to.deep.equal({ street: 'Main 1', city: 'Bonn' });
      expect(
        await run([
          { name: 'street', sources: sources('street'), group: 'address' },
          { name: 'city', sources: sources('city'), group: 'address' },
        ]),
      ).to.deep.equal({ city: 'Bonn' });
      expect(
        await run([{ name: 'city', sources: sources('city', 'at'), merge: 'most-recent' }]),
      ).to.deep.equal({
        city: 'Ulm',
      });
      expect(
        await run([{ name: 'city', sources: sources('city', 'at'), merge: 'least-recent' }]),
      ).to.deep.equal({
        city: 'Bonn',
      });
    });
  });
});

describe('ids of customers over runs', () => {
  it('stay on a merge and a split, lead from former ids to the present one, and are given once', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      const people = 'id,email\np1,a@x.org\np2,b@x.org\n';
      await importText(engine, PEOPLE, people);
      await importText(engine, ACCOUNTS, 'id,email\na1,a@x.org\na2,c@x.org\na3,c@x.org\n');
      await importText(engine, 'Shop_Orders', 'id,person,at,title\n1,p1,2024-01-01,first\n');
      const model = {
        ...twoTables(),
        relationships: [toPeople('Shop_Orders')],
        activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
      };
      await runModel(engine, model);
      const p1 = await idOf(engine, 'p1');
      const pair = await idOf(engine, 'a2', ACCOUNTS);
      // p1 takes the e-mail of two accounts: they share more keys with the new customer than p1 does.
      await importText(engine, PEOPLE, 'id,email\np1,c@x.org\np2,b@x.org\n');
      await engine.run();
      expect(await idOf(engine, 'p1')).to.equal(pair);
      const split = await idOf(engine, 'a1', ACCOUNTS);
      // The row of a1 alone keeps what it shared: the former id of p1 and a1.
      expect(split).to.equal(p1);
      // Now all of it is one, and a former id still leads there.
      await importText(engine, PEOPLE, 'id,email\np1,c@x.org\np2,b@x.org\n');
      await importText(engine, ACCOUNTS, 'id,email\na1,c@x.org\na2,c@x.org\na3,c@x.org\n');
      await engine.run();
      const merged = await engine.getCustomer(p1);
      expect(merged).to.deep.include({ customerId: pair, requestedId: p1, previousCustomerIds: [p1] });
      const query = { customerId: p1, timeZone: 'UTC', order: 'newest', limit: 5 } as const;
      const page = await engine.getPage(query);
      expect(page.requestedId).to.equal(p1);
      expect(page.items.map(({ customerId, title }) => [customerId, title])).to.deep.equal([[pair, 'first']]);
      expect(await engine.getSummary(query)).to.include({ total: 1, requestedId: p1 });
      // A rerun changes nothing, and the former id is still known after it.
      await engine.unifyCustomers();
      await engine.unifyCustomers();
      expect((await engine.getCustomer(p1))?.previousCustomerIds).to.deep.equal([p1]);
      const [row] = (await rowsOf(engine, 'Customer')).filter(({ CustomerId }) => CustomerId === pair);
      expect(row).to.include({
        Crm_People_id: 'p1',
        Crm_People_id_Alternate: 'p1',
        Shop_Accounts_id: 'a3',
        Shop_Accounts_id_Alternate: 'a3;a1;a2',
        PreviousCustomerId: p1,
      });
      // One that is split off names whom it was split from, and never takes an id that is in use.
      await importText(engine, ACCOUNTS, 'id,email\na1,c@x.org\na2,z@x.org\na3,c@x.org\n');
      await engine.run();
      const off = await engine.getCustomer(await idOf(engine, 'a2', ACCOUNTS));
      expect(await idOf(engine, 'p1')).to.equal(pair);
      expect(off?.customerId).not.to.equal(pair);
      expect(off?.previousCustomerIds).to.deep.equal([pair]);
      expect((await engine.getCustomer(pair))?.customerId).to.equal(pair);
      expect(await engine.getCustomer('0'.repeat(32))).to.equal(null);
    });
  });
});

describe('the output AlternateKey', () => {
  it('holds every key with its ring, keys of deduplicated rows included', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      await importText(engine, PEOPLE, 'id,email\nP1,a@x.org\n');
      await importText(engine, ACCOUNTS, 'id,email\nA1,a@x.org\nA2,A@x.org\n,a@x.org\n');
      await runModel(engine, twoTables());
      const rows = await rowsOf(engine, 'AlternateKey');
      expect(rows.map(({ AlternateValue, Identifier }) => [AlternateValue, Identifier])).to.deep.equal([
        ['P1', 'Crm|People|p1'],
        ['A2', 'Shop|Accounts|a2'],
        ['A1', 'Shop|Accounts|a1'],
      ]);
      expect(Object.keys(rows[0])).to.deep.equal([
        'DataSourceName',
        'TableName',
        'AlternateValue',
        'KeyRing',
        'CustomerId',
        'AlternateKeyId',
        'Identifier',
      ]);
      expect(JSON.parse(String(rows[0].KeyRing))).to.deep.equal([
        { dataSourceName: 'Crm', tableName: 'People', preferredKey: 'P1', keys: ['P1'] },
        { dataSourceName: 'Shop', tableName: 'Accounts', preferredKey: 'A2', keys: ['A2', 'A1'] },
      ]);
      const [id] = rows.map(({ CustomerId }) => CustomerId);
      expect(String(rows[0].AlternateKeyId).replaceAll('-', '')).to.equal(id);
      expect(rows[0].AlternateKeyId).to.match(
        /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      );
      expect(await engine.listOutputs()).to.include.members([
        'UnifiedActivity',
        'Customer',
        'AlternateKey',
        'Deduplication_Crm_People',
        'Deduplication_Shop_Accounts',
        'ConflationMatchPairs',
      ]);
    });
  });
});
