import { expect } from 'chai';
import type { Engine } from '../../src/engine/index.js';
import type { DataChange } from '../../src/model/timeline-adapter.js';
import { csv, definition, digest, peopleModel, runModel, toPeople, withEngine } from './support/workspace.js';

const MODEL = peopleModel({
  relationships: [toPeople('Shop_Orders'), toPeople('Shop_Visits', 'VisitToPeople')],
  activities: [
    definition({ id: 'orders', name: 'Orders', table: 'Shop_Orders' }),
    definition({ id: 'visits', name: 'Visits', table: 'Shop_Visits', paths: [['VisitToPeople']] }),
  ],
});

const ROWS = 'id,person,at,title\n1,p1,2024-01-01,a\n2,p2,2024-01-02,b\n3,gone,2024-01-03,c\n';

async function fill(engine: Engine): Promise<void> {
  await engine.importTable({ source: 'Crm', table: 'People', data: csv('id,name\np1,Ada\np2,Bo\n') });
  await engine.importTable({ source: 'Shop', table: 'Orders', data: csv(ROWS) });
  await engine.importTable({ source: 'Shop', table: 'Visits', data: csv(ROWS) });
  await runModel(engine, MODEL);
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    ({ code }: { code?: unknown }) => code,
  );

const tablesShown = async (engine: Engine): Promise<unknown[]> => {
  const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
  const { items } = await engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 10 });
  return items.map(({ sourceTable }) => sourceTable);
};

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

describe('deleting activities', () => {
  it('takes definition and rows away at once, keeps relationships, and is undone without a run', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const [before, report] = [await digest(engine), await engine.lastRun()];
      const { model: whole } = await engine.loadModel();
      const { undo, revision } = await engine.deleteActivities(['orders']);
      const { model, revision: stored } = await engine.loadModel();
      expect(stored).to.equal(revision);
      expect(model.activities.map(({ id }) => id)).to.deep.equal(['visits']);
      expect(model.relationships).to.deep.equal(whole.relationships);
      expect(await tablesShown(engine)).to.deep.equal(['Shop_Visits']);
      const after = await engine.lastRun();
      expect(after?.definitions.map((known) => known.definition)).to.deep.equal(['visits']);
      expect(after?.outOfDate).to.equal(false);
      expect((await engine.setAside({ definition: 'orders' })).rows).to.deep.equal([]);

      await engine.undoDelete(undo);
      expect(await digest(engine)).to.equal(before);
      expect(await engine.lastRun()).to.deep.equal(report);
      expect((await engine.loadModel()).model).to.deep.equal(whole);
      expect(await codeOf(engine.undoDelete(undo))).to.equal('not-found');
    });
  });

  it('can be undone after imports and a run, and says what is out of date then', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const before = await digest(engine);
      const { undo } = await engine.deleteActivities(['orders', 'visits']);
      expect(await tablesShown(engine)).to.deep.equal([]);
      await engine.importTable({
        source: 'Shop',
        table: 'Orders',
        data: csv('id,person,at,title\n9,gone,,\n'),
      });
      await engine.run();
      await engine.importTable({ source: 'Shop', table: 'Other', data: csv('id\n1\n') });
      await engine.undoDelete(undo);
      expect(await digest(engine)).to.equal(before);
      const report = await engine.lastRun();
      expect(report?.definitions.map((known) => known.outOfDate)).to.deep.equal([true, false]);
      const [orders] = (await engine.run()).definitions;
      expect(orders.changes).to.deep.equal({ added: 0, removed: 2, changed: 0, unchanged: 0 });
    });
  });

  it('waits for a run that is going, and is not undone by it', async () => {
    await withEngine({ mode: 'inline' }, async (engine) => {
      await fill(engine);
      const run = engine.run();
      const deleted = engine.deleteActivities(['visits']);
      expect((await run).definitions).to.have.length(2);
      await deleted;
      expect(await tablesShown(engine)).to.deep.equal(['Shop_Orders']);
      expect((await engine.run()).definitions).to.have.length(1);
    });
  });

  it('changes nothing when one of the definitions is not there', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const before = await engine.loadModel();
      expect(await codeOf(engine.deleteActivities(['orders', 'gone']))).to.equal('not-found');
      expect(await engine.loadModel()).to.deep.equal(before);
    });
  });

  it('works before the first run', async () => {
    await withEngine({}, async (engine) => {
      await engine.saveModel(MODEL, '0');
      const { undo } = await engine.deleteActivities(['orders']);
      await engine.undoDelete(undo);
      expect((await engine.loadModel()).model.activities).to.deep.equal(MODEL.activities);
    });
  });

  it('comes to the list of before in whatever order several are undone', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const ids = ['a', 'b', 'c', 'd'];
      const activities = ids.map((id) => definition({ id, table: 'Shop_Orders' }));
      await runModel(engine, { ...MODEL, activities });
      const [whole, report] = [(await engine.loadModel()).model, await engine.lastRun()];
      const deletions = [['c'], ['a', 'd'], ['b']];
      for (const order of permutations([0, 1, 2])) {
        const tokens: string[] = [];
        for (const gone of deletions) tokens.push((await engine.deleteActivities(gone)).undo);
        const back = new Set<string>();
        for (const i of order) {
          await engine.undoDelete(tokens[i]);
          for (const id of deletions[i]) back.add(id);
          const { model } = await engine.loadModel();
          expect(model.activities.map(({ id }) => id)).to.deep.equal(ids.filter((id) => back.has(id)));
        }
        expect((await engine.loadModel()).model).to.deep.equal(whole);
        expect(await engine.lastRun()).to.deep.equal(report);
      }
    });
  });

  it('cannot be undone once the name is given to another definition', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const { undo } = await engine.deleteActivities(['orders']);
      await engine.renameActivity('visits', 'ORDERS');
      expect(await codeOf(engine.undoDelete(undo))).to.equal('name-taken');
      await engine.renameActivity('visits', 'Visits');
      expect(await codeOf(engine.undoDelete(undo))).to.equal('done');
    });
  });
});

describe('renaming an activity', () => {
  it('counts at once in model and report, keeps every row and id, and needs no run', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const before = await digest(engine);
      const heard: DataChange[] = [];
      engine.subscribe((change) => heard.push(change));
      const { revision } = await engine.renameActivity('orders', 'Purchases');
      expect((await engine.loadModel()).revision).to.equal(revision);
      const report = await engine.lastRun();
      expect(report?.definitions[0].name).to.equal('Purchases');
      expect(report?.outOfDate).to.equal(false);
      expect(await digest(engine)).to.equal(before);
      expect(heard).to.deep.equal([{ kind: 'model', revision }]);
    });
  });

  it('refuses a name that is taken, ignoring case, or that breaks the rule, and an unknown id', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      expect(await codeOf(engine.renameActivity('orders', 'VISITS'))).to.equal('name-taken');
      expect(await codeOf(engine.renameActivity('orders', '1st'))).to.equal('name-invalid');
      expect(await codeOf(engine.renameActivity('gone', 'Free'))).to.equal('not-found');
      expect(await codeOf(engine.renameActivity('orders', 'ORDERS'))).to.equal('done');
    });
  });
});

describe('rows set aside', () => {
  it('are found by reason, hop and line', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const lines = async (filter: object): Promise<number[]> =>
        (await engine.setAside({ definition: 'orders', ...filter })).rows.map(({ line }) => line);
      expect(await lines({})).to.deep.equal([4]);
      expect(await lines({ reason: 'orphan', hop: 1, line: 4 })).to.deep.equal([4]);
      expect(await lines({ hop: 2 })).to.deep.equal([]);
      expect(await lines({ line: 3 })).to.deep.equal([]);
    });
  });
});

describe('orphans', () => {
  it('find their customer after the next unification', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine);
      const people = csv('id,name\np1,Ada\np2,Bo\ngone,Cy\n');
      await engine.importTable({ source: 'Crm', table: 'People', data: people });
      expect((await engine.lastRun())?.definitions.map(({ outOfDate }) => outOfDate)).to.deep.equal([
        true,
        true,
      ]);
      const [orders] = (await engine.run()).definitions;
      expect(orders).to.deep.include({ shown: 3, orphaned: 0 });
      expect(orders.changes).to.deep.equal({ added: 1, removed: 0, changed: 0, unchanged: 2 });
    });
  });
});
