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

const load = async (path) => (await runnerImport(path, { logLevel: 'warn' })).module;

const rowsOf = (tables) =>
  new Map([...tables].map(([name, csv]) => [name, Papa.parse(csv, { skipEmptyLines: true }).data]));

describe('the tables of the outfitters', () => {
  let generateOutfittersTables;
  /** @type {Map<string, string>} */
  let tables;
  /** Rows by table, each an array of fields. */
  let rows;

  before(async () => {
    ({ generateOutfittersTables } = await load('demo/data/outfitters/generate.ts'));
    tables = generateOutfittersTables();
    rows = rowsOf(tables);
  });

  it('are the same bytes each time, whatever the time zone of the machine', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    try {
      assert.equal(digest(generateOutfittersTables()), digest(tables));
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

describe('the tables of the coffee supplier', () => {
  let generateCoffeeTables;
  /** @type {Map<string, string>} */
  let tables;
  let rows;
  let model;

  before(async () => {
    ({ generateCoffeeTables } = await load('demo/data/coffee/generate.ts'));
    ({ coffeeModel: model } = await load('demo/data/coffee/model.ts'));
    tables = generateCoffeeTables();
    rows = rowsOf(tables);
  });

  /** Values of a column, `Table.Column`. */
  const column = (place) => {
    const [name, head] = place.split('.');
    const [heads, ...table] = rows.get(name);
    assert.ok(heads.includes(head), place);
    return table.map((row) => row[heads.indexOf(head)]);
  };
  const keyed = (place) => new Set(column(place).map((key) => key.trim().toLowerCase()));

  it('are the same bytes each time, whatever the time zone of the machine', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    try {
      assert.equal(digest(generateCoffeeTables()), digest(tables));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('are those of the model, with the columns of the model', () => {
    assert.deepEqual([...tables.keys()].sort(), model.tables.map(({ name }) => name).sort());
    for (const { name, columns } of model.tables) {
      assert.deepEqual(
        rows.get(name)[0],
        columns.map((known) => known.name),
        name,
      );
    }
  });

  it('are small enough to be there in a moment', () => {
    const bytes = [...tables.values()].reduce((sum, csv) => sum + csv.length, 0);
    const count = [...rows.values()].reduce((sum, table) => sum + table.length - 1, 0);
    assert.ok(bytes < 4_000_000, `${bytes} bytes`);
    assert.ok(count >= 18_000 && count <= 30_000, `${count} rows`);
  });

  it('have keys that occur once but for the rows that were spoiled', () => {
    for (const { name, primaryKey } of model.tables) {
      const keys = column(`${name}.${primaryKey}`).filter(Boolean);
      const again = keys.length - new Set(keys).size;
      assert.ok(again <= 11, `${name}: ${again}`);
    }
  });

  it('have a key that leads nowhere at every relationship, and mostly such that lead somewhere', () => {
    for (const { name, from, to } of model.relationships) {
      const targets = keyed(`${to.table}.${to.column}`);
      const keys = column(`${from.table}.${from.column}`).filter((key) => key !== '');
      const lost = keys.filter((key) => !targets.has(key.trim().toLowerCase())).length;
      assert.ok(lost / keys.length < 0.05, `${name}: ${lost} of ${keys.length}`);
      if (name !== 'ReviewToContact' && name !== 'VisitToAccount') assert.ok(lost > 0, name);
    }
  });

  it('know every kind of path', () => {
    const { activities, relationships } = model;
    const lengths = activities.flatMap(({ paths }) => paths.map((path) => path.length));
    assert.deepEqual([...new Set(lengths)].sort(), [1, 2, 3]);
    assert.ok(activities.some(({ paths }) => paths.length > 1 && paths.some((path) => path.length === 1)));
    assert.ok(activities.some(({ paths }) => paths.length > 1 && paths.every((path) => path.length > 1)));
    const keyOf = new Map(model.tables.map(({ name, primaryKey }) => [name, primaryKey]));
    assert.ok(relationships.some(({ to }) => keyOf.get(to.table) !== to.column));
  });

  it('have firms in one account table, in the other, in both, and twice in one', () => {
    const domains = column('CRM_Accounts.Domain');
    const inCrm = new Set(domains);
    const debtors = column('ERP_Debtors.WebDomain').map((domain) => domain.trim().toLowerCase());
    const inErp = new Set(debtors.filter(Boolean));
    const both = [...inErp].filter((domain) => inCrm.has(domain)).length;
    assert.ok(both > 250 && both < inCrm.size && both < inErp.size, String(both));
    assert.ok(domains.length - inCrm.size > 20);
    assert.ok(debtors.filter((domain) => domain === '').length > 20);
  });

  it('have contacts without a firm, and visits whose two ways disagree', () => {
    const firms = column('CRM_Contacts.AccountId');
    assert.ok(firms.filter((key) => key === '').length > 30);
    const firmOf = new Map(column('CRM_Contacts.ContactId').map((key, index) => [key, firms[index]]));
    const named = column('Service_Visits.AccountId');
    const domainOf = new Map(
      column('CRM_Accounts.AccountId').map((key, index) => [key, column('CRM_Accounts.Domain')[index]]),
    );
    const disagree = column('Service_Visits.ContactId').filter((contact, index) => {
      const [one, other] = [domainOf.get(firmOf.get(contact)), domainOf.get(named[index])];
      return contact && one && other && one !== other;
    });
    assert.ok(
      disagree.length > named.length * 0.01 && disagree.length < named.length * 0.2,
      String(disagree.length),
    );
  });

  it('name no address that could be somebody’s, and no day after the last one', () => {
    for (const [name, csv] of tables) {
      assert.doesNotMatch(csv, /\b2026-1[12]-|\b202[7-9]-|\b\d{1,2}\/1[12]\/2026\b/, name);
      for (const [, host] of csv.matchAll(/(?:@|https:\/\/)([\w.-]+)/g)) {
        assert.match(host.toLowerCase(), /(^|\.)example(\.com)?$/);
      }
    }
    for (const phone of column('CRM_Contacts.Phone').filter(Boolean)) assert.match(phone, /^07700 900\d{3}$/);
    for (const phone of column('CRM_Accounts.Phone').filter(Boolean)) assert.match(phone, /^01632 960\d{3}$/);
  });
});
