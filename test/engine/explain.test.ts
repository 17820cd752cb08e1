import { expect } from 'chai';
import Papa from 'papaparse';
import type { Engine } from '../../src/engine/index.js';
import { activityId } from '../../src/model/ids.js';
import { holdPauses } from './support/hold-pauses.js';
import { csv, definition, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

const MODEL = peopleModel({
  relationships: [
    toPeople('Shop_Orders', 'OrderToPerson'),
    toPeople('Shop_Parcels', 'ParcelToPerson'),
    {
      name: 'ParcelToOrder',
      from: { table: 'Shop_Parcels', column: 'order' },
      to: { table: 'Shop_Orders', column: 'id' },
      cardinality: 'many-to-one',
    },
  ],
  activities: [
    definition({
      id: 'parcels',
      name: 'Parcels',
      table: 'Shop_Parcels',
      paths: [['ParcelToOrder', 'OrderToPerson'], ['ParcelToPerson']],
    }),
  ],
});

async function fill(engine: Engine): Promise<void> {
  const tables = {
    People: 'id,name\nP1,Ada\np2,Bo\n',
    Orders: 'id,person\no1, p1\no2,gone\n',
    Parcels: [
      'id,order,person,at,title',
      'k1,o1,p2,2024-01-01,=1+1',
      'k2,o2,p2,2024-01-02,',
      'k3,o9,,2024-01-03,c',
      ',o1,p1,2024-01-04,d',
      'k1,o1,p1,2024-01-05,e',
      'k6,o1,p1,soon,f',
    ].join('\n'),
  };
  await engine.importTable({ source: 'Crm', table: 'People', data: csv(tables.People) });
  await engine.importTable({ source: 'Shop', table: 'Orders', data: csv(tables.Orders) });
  await engine.importTable({ source: 'Shop', table: 'Parcels', data: csv(tables.Parcels) });
  await runModel(engine, MODEL);
}

const customer = (engine: Engine, key: string): Promise<string> =>
  engine.resolveCustomer({ table: 'Crm_People', key }).then(String);

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch(({ code }: { code?: unknown }) => code);

describe('the explanation of an activity', () => {
  it('names each key on the way, the entry that gave the customer, and where the other path led', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const [ada, bo] = [await customer(engine, 'p1'), await customer(engine, 'p2')];
      const wanted = activityId('Shop_Parcels', 'parcels', 'k1');
      const explained = await engine.explainActivity({ activityId: wanted, customerId: ada });
      expect(explained).to.deep.include({
        definition: 'parcels',
        name: 'Parcels',
        activityId: wanted,
        customerId: ada,
        table: 'Shop_Parcels',
        line: 2,
        decidedBy: 0,
      });
      expect(explained.values).to.include({ id: 'k1', title: '=1+1' });
      const [first, second] = explained.paths;
      expect(
        first.hops.map(({ relationship, value, found }) => [relationship, value, found?.line]),
      ).to.deep.equal([
        ['ParcelToOrder', 'o1', 2],
        ['OrderToPerson', ' p1', 2],
      ]);
      expect(first.alternateKey).to.deep.equal({
        dataSourceName: 'Crm',
        tableName: 'People',
        alternateValue: 'P1',
        identifier: 'Crm|People|p1',
        customerId: ada,
      });
      expect(second).to.deep.include({ customerId: bo });
      expect(await engine.explainActivity({ activityId: wanted })).to.deep.equal(explained);
      expect(await engine.explainRow({ definition: 'parcels', line: 2 })).to.deep.equal(explained);
    });
  });

  it('agrees with the run on every row, set aside or not', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const bo = await customer(engine, 'p2');
      const row = (line: number): ReturnType<Engine['explainRow']> =>
        engine.explainRow({ definition: 'parcels', line });
      const second = await row(3);
      expect(second).to.deep.include({ customerId: bo, decidedBy: 1 });
      expect(second.paths[0]).to.deep.include({ customerId: null, failedAt: 2 });
      expect((await row(4)).paths.map(({ failedAt }) => failedAt)).to.deep.equal([1, 1]);
      const reasons = [];
      for (const line of [2, 3, 4, 5, 6, 7]) reasons.push((await row(line)).reason);
      expect(reasons).to.deep.equal([
        undefined,
        undefined,
        'orphan',
        'key-empty',
        'key-duplicate',
        'no-valid-date',
      ]);
    });
  });

  it('reads the tables that the activities were made of', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const before = await engine.explainRow({ definition: 'parcels', line: 2 });
      await engine.importTable({ source: 'Shop', table: 'Orders', data: csv('id,person\nx,y\n') });
      expect(await engine.explainRow({ definition: 'parcels', line: 2 })).to.deep.equal(before);
    });
  });

  it('follows the paths that the activities were made by, whatever was changed since', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      await engine.importTable({ source: 'Shop', table: 'Cards', data: csv('id,person\no1,p2\n') });
      const before = await Promise.all(
        [2, 3, 4].map((line) => engine.explainRow({ definition: 'parcels', line })),
      );
      const { model, revision } = await engine.loadModel();
      const [first, ...others] = model.relationships;
      const changed = {
        ...model,
        relationships: [
          { ...first, from: { table: 'Shop_Orders', column: 'id' } },
          ...others,
          toPeople('Shop_Cards', 'CardToPerson'),
          {
            name: 'ParcelToCard',
            from: { table: 'Shop_Parcels', column: 'order' },
            to: { table: 'Shop_Cards', column: 'id' },
            cardinality: 'many-to-one' as const,
          },
        ],
        activities: [
          { ...model.activities[0], paths: [['ParcelToCard', 'CardToPerson'], ...model.activities[0].paths] },
        ],
      };
      await engine.saveModel(changed, revision);
      const after = await Promise.all(
        [2, 3, 4].map((line) => engine.explainRow({ definition: 'parcels', line })),
      );
      expect(after).to.deep.equal(before);
    });
  });

  it('says that an activity or a row is gone', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const gone = 'f'.repeat(32);
      expect(await codeOf(engine.explainActivity({ activityId: gone }))).to.equal('not-found');
      expect(await codeOf(engine.explainActivity({ activityId: gone, customerId: 'x' }))).to.equal(
        'not-found',
      );
      expect(await codeOf(engine.explainRow({ definition: 'parcels', line: 99 }))).to.equal('not-found');
      expect(await codeOf(engine.explainRow({ definition: 'gone', line: 2 }))).to.equal('not-found');
    });
  });
});

describe('the search for an activity of an unknown customer', () => {
  it('gives way to other questions, and ends when it is given up', async () => {
    await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
      await fill(engine);
      const rows = Array.from({ length: 2000 }, (_, i) => `n${i},o1,p1,2024-01-01,x`);
      const data = csv(['id,order,person,at,title', ...rows].join('\n'));
      await engine.importTable({ source: 'Shop', table: 'Parcels', data });
      await engine.run();
      const customerId = await customer(engine, 'p1');
      let goOn: () => void = () => undefined;
      holdPauses(new Promise<void>((resolve) => (goOn = resolve)));
      try {
        const giveUp = new AbortController();
        const wanted = { activityId: 'f'.repeat(32) };
        const search = engine
          .explainActivity(wanted, { signal: giveUp.signal })
          .catch((cause: unknown) => cause);
        let isOver = false;
        void search.then(() => (isOver = true));
        // Answered while the search waits at its first pause.
        const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 1 } as const;
        for (let i = 0; i < 3; i++) expect((await engine.getPage(query)).items).to.have.length(1);
        expect(isOver).to.equal(false);
        const reason = new Error('moved on');
        giveUp.abort(reason);
        // Behind the abort in the same channel.
        await engine.getPage(query);
        goOn();
        expect(await search).to.equal(reason);
        expect(await codeOf(engine.explainActivity(wanted))).to.equal('not-found');
      } finally {
        goOn();
      }
    });
  });
});

describe('exports', () => {
  it('have the columns of UnifiedActivity, the type for an empty title, and nothing for a missing date', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const text = await new Response(engine.exportActivities({ format: 'csv' })).text();
      const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      expect(meta.fields).to.deep.equal([
        ...['CustomerId', 'ActivityId', 'SourceTableName', 'SourceActivityId', 'ActivityType'],
        ...['ActivityTimeStamp', 'Title', 'Description', 'URL', 'SemanticData', 'RangeIndex'],
        ...['UnifiedActivityId', 'ActivityTypeDisplay', 'ContactId'],
      ]);
      const byKey = new Map(data.map((row) => [row.SourceActivityId, row]));
      expect([...byKey.keys()].sort()).to.deep.equal(['k1', 'k2', 'k6']);
      expect(byKey.get('k1')).to.include({
        CustomerId: await customer(engine, 'p1'),
        ActivityId: activityId('Shop_Parcels', 'parcels', 'k1'),
        ActivityTimeStamp: '2024-01-01',
        RangeIndex: '1704067200000',
        Title: "'=1+1",
      });
      expect(byKey.get('k2')?.Title).to.equal('Other');
      expect(byKey.get('k6')).to.include({ ActivityTimeStamp: '', RangeIndex: '' });
    });
  });

  it('list what there is, hold the rows set aside, and refuse an unknown name', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      expect(await engine.listOutputs()).to.include.members(['UnifiedActivity', 'SetAside']);
      const text = await new Response(engine.exportOutput('SetAside')).text();
      const rows = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>);
      expect(rows.map(({ Line, Reason, Hop }) => [Line, Reason, Hop])).to.deep.equal([
        ['4', 'orphan', '1'],
        ['5', 'key-empty', null],
        ['6', 'key-duplicate', null],
        ['7', 'no-valid-date', null],
      ]);
      const failure: unknown = await engine
        .exportOutput('Nothing')
        .getReader()
        .read()
        .catch((cause: unknown) => cause);
      expect(failure).to.have.property('code', 'not-found');
    });
  });
});
