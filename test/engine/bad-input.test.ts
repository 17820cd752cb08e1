import { expect } from 'chai';
import type { AdapterErrorCode } from '../../src/model/errors.js';
import type { Engine, ImportOptions } from '../../src/engine/index.js';
import { csv, definition, digest, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

const PEOPLE = csv('id,name\np1,Ada\np2,Grace\n');
const ORDERS = csv('id,person,at,title\no1,p1,2024-05-01,First\no2,p2,2024-05-02,Second\n');
const MODEL = peopleModel({
  relationships: [toPeople('Shop_Orders')],
  activities: [definition({ id: 'orders', table: 'Shop_Orders' })],
});

async function fill(engine: Engine): Promise<void> {
  await engine.importTable({ source: 'Crm', table: 'People', data: PEOPLE });
  await engine.importTable({ source: 'Shop', table: 'Orders', data: ORDERS });
  await runModel(engine, MODEL);
}

async function failure(
  work: Promise<unknown>,
): Promise<{ name: string; code?: AdapterErrorCode; message: string }> {
  try {
    await work;
  } catch (cause) {
    return cause as { name: string; code?: AdapterErrorCode; message: string };
  }
  throw new Error('It was expected to fail.');
}

const orders = (data: ImportOptions['data']): ImportOptions => ({ source: 'Shop', table: 'Orders', data });

describe('bad input', () => {
  const files: [string, Blob, AdapterErrorCode][] = [
    [
      'a picture',
      new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)]),
      'not-text',
    ],
    ['UTF-16', new Blob([Uint8Array.of(0xff, 0xfe, 0x69, 0, 0x64, 0, 0x0a, 0)]), 'encoding'],
    ['Latin-1', new Blob([Uint8Array.of(0x69, 0x64, 0x0a, 0x4d, 0xfc, 0x0a)]), 'encoding'],
    ['an empty file', csv(''), 'empty-file'],
    ['a header without rows', csv('id,person,at,title\n'), 'no-rows'],
    ['a quote that nobody closes', csv('id,person\n1,"p1\n2,p2\n'), 'unclosed-quote'],
    ['two columns of one name', csv('id,id\n1,2\n'), 'header-duplicate'],
    ['a column without a name', csv('id,,at\n1,2,3\n'), 'header-empty'],
    ['broken JSON', new Blob(['[{"id":1},']), 'json-syntax'],
  ];
  for (const [what, data, code] of files) {
    it(`says what is wrong with ${what}, and leaves the table and the output untouched`, async () => {
      await withEngine({ mode: 'inline' }, async (engine) => {
        await fill(engine);
        const [before, tables] = [await digest(engine), await engine.listTables()];
        const error = await failure(engine.importTable(orders(data)));
        expect(error).to.include({ name: 'AdapterError', code });
        expect(error.message).to.match(/^[A-Z“].*\.$/s);
        expect(await engine.listTables()).to.deep.equal(tables);
        expect(await digest(engine)).to.equal(before);
        expect((await engine.lastRun())?.outOfDate).to.equal(false);
      });
    });
  }

  it('sets rows with too few or too many fields aside with line and reason, and never shifts them', async () => {
    await withEngine({}, async (engine) => {
      const data = csv(
        'id,person,at,title\n1,p1,2024-05-01,"two\nlines"\n2,p1\n3,p1,2024-05-02,x,y\n4,p2,2024-05-03,z\n',
      );
      const report = await engine.importTable(orders(data));
      expect(report).to.include({ read: 4, rows: 2 });
      const { rows } = await engine.setAside({ table: 'Shop_Orders' });
      expect(rows.map(({ reason, line, raw }) => [reason, line, raw])).to.deep.equal([
        ['too-few-fields', 4, '2,p1'],
        ['too-many-fields', 5, '3,p1,2024-05-02,x,y'],
      ]);
      const found = await engine.setAside({ table: 'Shop_Orders', text: 'X,Y' });
      expect([found.total, found.rows[0].line]).to.deep.equal([1, 5]);
      const sample = await engine.sampleRows('Shop_Orders', 10);
      expect(sample.map((row) => row.title)).to.deep.equal(['two\nlines', 'z']);
    });
  });

  it('takes columns called __proto__ and constructor for columns', async () => {
    await withEngine({}, async (engine) => {
      await engine.importTable(orders(csv('id,__proto__,constructor\n1,a,b\n')));
      const [row] = await engine.sampleRows('Shop_Orders', 1);
      expect(Object.entries(row)).to.deep.equal([
        ['id', '1'],
        ['__proto__', 'a'],
        ['constructor', 'b'],
      ]);
      expect(({} as Record<string, unknown>).a).to.equal(undefined);
    });
  });

  it('accounts for duplicate and empty keys, bad dates, orphans and hidden rows', async () => {
    await withEngine({}, async (engine) => {
      await engine.importTable({ source: 'Crm', table: 'People', data: PEOPLE });
      const lines = [
        'o1,p1,2024-05-01,shown',
        'o1,p2,2024-05-01,the key again',
        ' ,p1,2024-05-01,no key',
        'o2,nobody,2024-05-01,orphan',
        'o3,,2024-05-01,orphan without a key',
        'o4,p1,2024-02-30,no such day',
        'o5,p2,,no date',
        'O1, P1 ,2024-05-02,another key by case',
      ];
      await engine.importTable(orders(csv(`id,person,at,title\n${lines.join('\n')}\n`)));
      const report = await runModel(engine, MODEL);
      const [counts] = report.definitions;
      expect(counts).to.include({ read: 8, shown: 2, hidden: 0, undated: 2, rejected: 2, orphaned: 2 });
      expect(counts.orphanedByHop).to.deep.equal([2]);
      expect(report.status).to.equal('completed-with-warnings');
      const { rows } = await engine.setAside({ definition: 'orders' });
      expect(
        rows.map(({ reason, line, key, hop, triedKey }) => [reason, line, key, hop, triedKey]),
      ).to.deep.equal([
        ['key-duplicate', 3, 'o1', undefined, undefined],
        ['key-empty', 4, ' ', undefined, undefined],
        ['orphan', 5, 'o2', 1, 'nobody'],
        ['orphan', 6, 'o3', 1, ''],
        ['no-valid-date', 7, 'o4', undefined, undefined],
        ['no-valid-date', 8, 'o5', undefined, undefined],
      ]);
      const only = await engine.setAside({ definition: 'orders', reason: 'orphan', limit: 1 });
      expect(only.rows).to.have.length(1);
      expect(only.total).to.equal(2);
      expect(only.next).to.be.a('string');
      const filters = [
        [{ reason: ['key-empty', 'key-duplicate'] }, [3, 4]],
        [{ text: 'ORPHAN' }, [5, 6]],
        [{ text: 'orphan', reason: 'no-valid-date' }, []],
        [{ text: ' nobody ' }, [5]],
        [{ hop: 1 }, [5, 6]],
      ] as const;
      for (const [filter, expected] of filters) {
        const page = await engine.setAside({ definition: 'orders', ...filter });
        expect(page.rows.map(({ line }) => line)).to.deep.equal(expected);
        expect(page.total).to.equal(expected.length);
      }
    });
  });

  it('never shows a hidden definition, and exports it only on demand', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const hidden = { ...MODEL, activities: [{ ...MODEL.activities[0], showInTimeline: false }] };
      const report = await runModel(engine, hidden);
      expect(report.definitions[0]).to.include({ shown: 0, hidden: 2 });
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 10 } as const;
      expect((await engine.getPage(query)).items).to.deep.equal([]);
      expect(await engine.getSummary(query)).to.deep.include({ total: 0, types: [] });
      expect(await new Response(engine.exportActivities()).text()).to.equal('');
      const all = await new Response(engine.exportActivities({ includeHidden: true })).text();
      expect(all.trim().split('\n')).to.have.length(2);
    });
  });

  it('refuses to run a model whose table or column is gone, and keeps the output', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const before = await digest(engine);
      await engine.importTable(orders(csv('id,person,at\n1,p1,2024-05-01\n')));
      expect(await failure(engine.run())).to.include({ code: 'column-missing' });
      await engine.removeTable('Shop_Orders');
      expect(await failure(engine.run())).to.include({ code: 'table-missing' });
      expect(await failure(engine.removeTable('Shop_Orders'))).to.include({ code: 'table-missing' });
      expect(await digest(engine)).to.equal(before);
      expect((await engine.lastRun())?.outOfDate).to.equal(true);
    });
  });

  it('refuses a name that cannot be one', async () => {
    await withEngine({}, async (engine) => {
      for (const table of ['', '1st', 'a b', 'a/b', '../x']) {
        expect(await failure(engine.importTable({ ...orders(ORDERS), table }))).to.include({
          code: 'name-invalid',
        });
      }
    });
  });

  it('refuses a table whose name another one has, and takes that one again', async () => {
    await withEngine({}, async (engine) => {
      await engine.importTable({ source: 'a_b', table: 'c', data: csv('x\n1\n') });
      const other = { source: 'a', table: 'b_c', data: csv('y\n2\n') };
      const error = await failure(engine.importTable(other));
      expect(error).to.include({ code: 'name-taken' });
      expect(String(error.message)).to.contain('“c” of “a_b”');
      await engine.importTable({ source: 'a_b', table: 'c', data: csv('x\n3\n') });
      expect((await engine.sampleRows('a_b_c', 1))[0]).to.deep.include({ x: '3' });
      await engine.removeTable('a_b_c');
      await engine.importTable(other);
      expect((await engine.sampleRows('a_b_c', 1))[0]).to.deep.include({ y: '2' });
    });
  });

  it('refuses a save on top of somebody else’s', async () => {
    await withEngine({}, async (engine) => {
      const { revision } = await engine.loadModel();
      const next = await engine.saveModel(MODEL, revision);
      expect(await failure(engine.saveModel(MODEL, revision))).to.include({ code: 'revision-conflict' });
      expect((await engine.loadModel()).revision).to.equal(next);
    });
  });
});
