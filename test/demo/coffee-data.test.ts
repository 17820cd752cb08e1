import { expect } from 'chai';
import { seedDemo } from '../../demo/app/seed.js';
import { worldOf } from '../../demo/app/worlds.js';
import { openEngine } from '../../src/engine/index.js';
import type { Engine } from '../../src/engine/engine.js';
import { blocksRun, validateModel } from '../../src/model/index.js';

const data = new URL('/demo-data/coffee/', location.href);

describe('the sample data of the coffee supplier', () => {
  let engine: Engine;

  before(async function () {
    this.timeout(60_000);
    engine = await openEngine({ name: 'coffee-data', indexedDB: null });
    await seedDemo(engine, { data });
  });

  after(() => engine.close());

  it('has a model that runs', async () => {
    const { model } = await engine.loadModel();
    expect(validateModel(model, await engine.listTables()).filter(blocksRun)).to.deep.equal([]);
  });

  it('keeps the promise that no row disappears', async () => {
    const report = await engine.lastRun();
    expect(report?.definitions).to.have.lengthOf(7);
    for (const { name, read, shown, hidden, undated, rejected, orphaned } of report?.definitions ?? []) {
      expect(shown + hidden + undated + rejected + orphaned, name).to.equal(read);
    }
  });

  it('has orphans at every relationship of every single path', async () => {
    const report = await engine.lastRun();
    const hops = (name: string): readonly number[] =>
      report?.definitions.find((definition) => definition.name === name)?.orphanedByHop ?? [];
    for (const [name, length] of [
      ['Orders', 1],
      ['Shipments', 2],
      ['SupportCases', 2],
      ['WebEnquiries', 2],
    ] as const) {
      expect(hops(name), name).to.have.lengthOf(length);
      for (const count of hops(name)) expect(count, name).to.be.above(0);
    }
  });

  it('has visits whose two ways lead to different accounts', async () => {
    const visits = (await engine.lastRun())?.definitions.find(({ name }) => name === 'ServiceVisits');
    expect(visits?.conflicting).to.be.within(10, 200);
  });

  it('has accounts that both account tables know', async () => {
    const { customers, tables } = (await engine.lastUnification()) ?? { customers: 0, tables: [] };
    expect(customers).to.be.within(600, 760);
    expect(tables[1].matched).to.be.above(300);
    expect(tables[1].customers).to.be.above(50);
  });

  it('shows first an account whose history is worth a look', async () => {
    const customerId = await engine.resolveCustomer(worldOf('coffee').featured!);
    const { total, types } = await engine.getSummary({
      customerId: customerId ?? '',
      timeZone: 'UTC',
      order: 'newest',
      limit: 1,
    });
    expect(total).to.be.above(100);
    expect(types.filter(({ count }) => count > 0)).to.have.lengthOf.above(5);
  });
});
