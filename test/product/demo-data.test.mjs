// The generator of the demo's data: the same bytes everywhere, and believable ones.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import Papa from 'papaparse';
import { runnerImport } from 'vite';

const digest = (tables) => {
  const hash = createHash('sha256');
  for (const [name, csv] of tables) hash.update(name).update(csv);
  return hash.digest('hex');
};

describe('the generated tables', () => {
  let generateDemoTables;
  /** @type {Map<string, string>} */
  let tables;
  /** Rows by table, each an array of fields. */
  let rows;

  before(async () => {
    ({ generateDemoTables } = (await runnerImport('demo/data/generate.ts', { logLevel: 'warn' })).module);
    tables = generateDemoTables();
    rows = new Map([...tables].map(([name, csv]) => [name, Papa.parse(csv, { skipEmptyLines: true }).data]));
  });

  it('are the same bytes each time, whatever the time zone of the machine', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    try {
      assert.equal(digest(generateDemoTables()), digest(tables));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('hold 30,000 to 40,000 activities of very different customers', () => {
    const activities = [...rows].filter(([name]) => name !== 'CRM_Contacts' && name !== 'Shop_Accounts');
    const count = activities.reduce((sum, [, table]) => sum + table.length - 1, 0);
    assert.ok(count >= 30_000 && count <= 40_000, String(count));
    const byKey = new Map();
    for (const [, [heads, ...table]] of activities) {
      const column = heads.findIndex((head) => head === 'ContactId' || head === 'AccountId');
      for (const row of table) byKey.set(row[column], (byKey.get(row[column]) ?? 0) + 1);
    }
    assert.ok([...byKey.values()].filter((sum) => sum >= 60).length >= 5);
    const contacts = rows.get('CRM_Contacts').slice(1);
    assert.ok(contacts.filter(([key]) => !byKey.has(key)).length > 100);
  });

  it('have rows of the width of their header but for a few', () => {
    for (const [name, [heads, ...table]] of rows) {
      const odd = table.filter((row) => row.length !== heads.length).length;
      assert.ok(odd / table.length <= 0.01, `${name}: ${odd}`);
    }
  });

  it('write dates in several ways, and quote commas and line breaks', () => {
    const column = (name, head) => {
      const [heads, ...table] = rows.get(name);
      return table.map((row) => row[heads.indexOf(head)]);
    };
    const share = (values, form) => values.filter((value) => form.test(value)).length / values.length;
    assert.ok(share(column('Shop_Orders', 'OrderedAt'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[01]:00$/) > 0.99);
    assert.ok(share(column('Service_Cases', 'OpenedAt'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) > 0.99);
    assert.ok(share(column('Shop_Reviews', 'ReviewedOn'), /^\d{4}-\d\d-\d\d$/) > 0.99);
    assert.ok(share(column('Stores_Purchases', 'PurchasedOn'), /^\d{1,2}\/\d{1,2}\/\d{4}$/) > 0.99);
    assert.ok(share(column('Shop_Reviews', 'ReviewText'), /\n/) > 0.01);
    assert.ok(share(column('Shop_Orders', 'Details'), /,/) > 0.9);
  });

  it('never speak of a day after the last one, so that they do not age', () => {
    for (const [name, csv] of tables) {
      // Subscriptions say until when they run.
      if (name === 'Billing_Subscriptions') continue;
      assert.doesNotMatch(csv, /\b2026-1[12]-|\b202[7-9]-|\b1[12]\/\d{1,2}\/2026\b/, name);
    }
  });

  it('name no address or telephone number that could be somebody’s', () => {
    const all = [...tables.values()].join('');
    for (const [, host] of all.matchAll(/(?:@|https:\/\/)([\w.-]+)/g)) {
      assert.match(host.toLowerCase(), /(^|\.)example(\.com|\.net|\.org)?$/);
    }
    const phones = rows
      .get('CRM_Contacts')
      .slice(1)
      .map((row) => row[5]);
    for (const phone of phones) assert.match(phone, /^07700 900\d{3}$/);
  });

  it('vary: no review text is a tenth of all, and most are told once', () => {
    const [heads, ...table] = rows.get('Shop_Reviews');
    const texts = table.map((row) => row[heads.indexOf('ReviewText')]);
    assert.ok(new Set(texts).size / texts.length > 0.6);
  });
});
