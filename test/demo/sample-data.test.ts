import { expect } from 'chai';
import { seedDemo } from '../../demo/app/seed.js';
import { featured } from '../../demo/data/outfitters/world.js';
import { openEngine } from '../../src/engine/index.js';
import type { Engine } from '../../src/engine/engine.js';
import { blocksRun, validateModel } from '../../src/model/index.js';
import type { Activity } from '../../src/model/activity.js';

const data = new URL('/demo-data/outfitters/', location.href);
const timeZone = 'UTC';

describe('the sample data', () => {
  let engine: Engine;

  before(async function () {
    this.timeout(60_000);
    engine = await openEngine({ name: 'sample-data', indexedDB: null });
    await seedDemo(engine, { data });
  });

  after(() => engine.close());

  const allActivities = async (customerId: string): Promise<Activity[]> => {
    const activities: Activity[] = [];
    let cursor: string | undefined;
    do {
      const page = await engine.getPage({
        customerId,
        timeZone,
        order: 'newest',
        limit: 25,
        ...(cursor && { cursor }),
      });
      activities.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return activities;
  };

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

  it('has a little dirt in every table of activities, never more than one row in a hundred', async () => {
    const report = await engine.lastRun();
    for (const { name, read, undated, rejected, orphaned } of report?.definitions ?? []) {
      const dirt = undated + rejected + orphaned;
      expect(dirt, name).to.be.above(0);
      expect(dirt / read, name).to.be.at.most(0.011);
    }
  });

  it('has about 3,000 customers, two of three known to both customer tables', async () => {
    const { customers, rules } = (await engine.lastUnification()) ?? { customers: 0, rules: [] };
    expect(customers).to.be.within(2900, 3100);
    expect(rules[0].matched / customers).to.be.within(0.6, 0.72);
  });

  it('shows first a customer whose history is worth a look', async () => {
    const customerId = await engine.resolveCustomer(featured);
    expect(customerId).to.be.a('string');
    const activities = await allActivities(customerId ?? '');
    expect(activities.length).to.be.above(60);
    expect(new Set(activities.map(({ type }) => type)).size).to.equal(6);
  });

  it('gives every activity the key and the title of its own row', async () => {
    const forms: Record<string, RegExp> = {
      Shop_Orders: /^O-\d{6}$/,
      Stores_Purchases: /^S-\d{6}$/,
      Shop_Reviews: /^R-\d{5}$/,
      Service_Cases: /^CASE-\d{5}$/,
      Billing_Subscriptions: /^T-\d{5}$/,
      Club_Points: /^L-\d{6}$/,
    };
    const activities = await allActivities((await engine.resolveCustomer(featured)) ?? '');
    for (const { sourceTable, sourceActivityId, title } of activities) {
      expect(sourceActivityId).to.match(forms[sourceTable]);
      expect(title).to.not.equal('');
    }
    expect(new Set(activities.map(({ activityId }) => activityId)).size).to.equal(activities.length);
  });

  it('keeps hidden newsletters off every timeline', async () => {
    const newsletters = (await engine.lastRun())?.definitions.find(
      ({ definition }) => definition === 'newsletters',
    );
    expect(newsletters?.hidden).to.be.above(1000);
    const activities = await allActivities((await engine.resolveCustomer(featured)) ?? '');
    expect(activities.some(({ type }) => type === 'Newsletter')).to.equal(false);
  });

  it('is the same after a reset', async () => {
    const before = await engine.lastRun();
    await engine.importTable({ source: 'Own', table: 'Rows', data: [{ Id: '1' }] });
    await seedDemo(engine, { data });
    const after = await engine.lastRun();
    const figures = (report: typeof after): unknown[] =>
      report?.definitions.map(({ durationMs: _ms, changes: _changes, isRebuilt: _built, ...rest }) => rest) ??
      [];
    expect(figures(after)).to.deep.equal(figures(before));
    expect((await engine.listTables()).map(({ name }) => name)).to.not.include('Own_Rows');
  }).timeout(60_000);

  it('changes nothing when it cannot be fetched', async () => {
    const before = await engine.listTables();
    const failure = await seedDemo(engine, { data: new URL('/nowhere/', location.href) }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: 'network', retryable: true });
    expect(await engine.listTables()).to.deep.equal(before);
  });
});
