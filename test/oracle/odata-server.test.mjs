// The OData adapter over a server that is not ours, filled with the demo's activities: every law, and its own faults.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadProduct } from './support/engine.mjs';
import { installODataServer, startODataServer } from './support/odata-server.mjs';

const obstacle = await installODataServer();

/** Accounts of the demo whose activities the server gets: of a size that the laws can walk in single steps. */
const ACCOUNTS = 4;
const MOST_ROWS = 60;

if (obstacle) it('an OData server of npm', { skip: `it could not be installed: ${obstacle}` });
else
  describe('the OData adapter over a real server', () => {
    let product;
    let server;
    let odata;
    let conformance;
    let activities;
    let keys;

    before(async () => {
      product = await loadProduct();
      odata = await product.load('/src/adapters/odata/index.ts');
      conformance = await product.load('/src/adapters/conformance/index.ts');
      const { toUnifiedActivity } = await product.load('/src/model/unified-activity.ts');
      const demo = await readDemo(product);
      const written = demo.activities.map((row) => toUnifiedActivity(row, columns()));
      // What the columns can hold: no date without a time, no empty title.
      activities = demo.activities.map((row, i) => ({
        ...row,
        timestamp: written[i].ActivityTimeStamp,
        title: written[i].Title,
      }));
      keys = demo.keys;
      server = await startODataServer({ UnifiedActivity: written, AlternateKey: keys });
    });

    after(async () => {
      await server?.close();
      await product?.close();
    });

    const columns = () => ({ ...odata.ACTIVITY_COLUMNS.documented, contactName: 'ContactName' });
    const adapterOver = (parts = {}, set = 'UnifiedActivity') =>
      odata.createODataAdapter({
        url: server.url,
        service: {
          ...odata.ODATA_SERVICES.customerInsights,
          activities: { set, columns: columns() },
          customers: undefined,
          ...parts,
        },
      });

    const setUps = [
      ['with pages as long as asked for', () => adapterOver()],
      ['with short pages, counted by the server', () => adapterOver({ counts: 'apply' }, 'ShortPages')],
    ];
    for (const [name, open] of setUps) {
      it(`keeps every law ${name}`, async () => {
        const outcomes = await conformance.checkTimelineAdapter({ adapter: open(), activities });
        assert.deepEqual(
          outcomes.flatMap(({ breach }) => (breach ? [breach.message] : [])),
          [],
        );
        assert.ok(outcomes.length >= 13);
      });
    }

    it('finds the customer of each source key', async () => {
      const adapter = adapterOver();
      assert.ok(keys.length >= ACCOUNTS);
      for (const { DataSourceName, TableName, AlternateValue, CustomerId } of keys) {
        const key = { table: `${DataSourceName}_${TableName}`, key: AlternateValue.toLowerCase() };
        assert.equal(await adapter.resolveCustomer(key), CustomerId);
      }
      assert.equal(await adapter.resolveCustomer({ table: 'No_Table', key: keys[0].AlternateValue }), null);
    });

    it('goes without a column that the server does not have', async () => {
      const adapter = adapterOver({
        activities: { set: 'UnifiedActivity', columns: { ...columns(), url: 'WebAddress' } },
      });
      const [{ customerId }] = activities;
      const { items } = await adapter.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 5 });
      assert.equal(items.length, 5);
      assert.deepEqual(adapter.missingColumns, ['WebAddress']);
    });

    it('says what is wrong with a table that the server does not have', async () => {
      const call = adapterOver({}, 'Nothing').getPage({
        customerId: '1',
        timeZone: 'UTC',
        order: 'newest',
        limit: 5,
      });
      await assert.rejects(call, { name: 'AdapterError', code: 'not-found' });
    });
  });

/** Activities and keys of some accounts of the demo's supplier. */
async function readDemo({ openEngine, load }) {
  const { generateCoffeeTables } = await load('/demo/data/coffee/generate.ts');
  const { coffeeModel } = await load('/demo/data/coffee/model.ts');
  const engine = await openEngine({ name: 'odata', mode: 'inline', indexedDB: null });
  try {
    for (const [name, csv] of generateCoffeeTables()) {
      const [, source, table] = /^(.+?)_(.+)$/.exec(name);
      await engine.importTable({ source, table, data: new Blob([csv]), format: 'csv' });
    }
    await engine.saveModel(coffeeModel, (await engine.loadModel()).revision);
    await engine.run();
    const { customers } = await engine.listCustomers({ limit: 1000 });
    const sizes = await Promise.all(
      customers.map(async ({ customerId }) => {
        const { total } = await engine.getSummary({ customerId, timeZone: 'UTC', order: 'newest', limit: 1 });
        return { customerId, total };
      }),
    );
    const chosen = sizes
      .filter(({ total }) => total <= MOST_ROWS)
      .sort((a, b) => b.total - a.total)
      .slice(0, ACCOUNTS);
    const pages = await Promise.all(
      chosen.map(({ customerId }) =>
        engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 1000 }),
      ),
    );
    const ids = new Set(chosen.map(({ customerId }) => customerId));
    const exported = await new Response(engine.exportOutput('AlternateKey')).text();
    const keys = exported
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return {
      activities: pages.flatMap(({ items }) => items),
      keys: keys.filter(({ CustomerId }) => ids.has(CustomerId)),
    };
  } finally {
    await engine.destroy();
  }
}
