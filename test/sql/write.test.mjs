// How outputs are written: where, which rows, in what order, and only what changed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runEngine } from '../oracle/support/engine.mjs';
import { assertSameRows, readOutputs } from './support/compare.mjs';
import { loadTables, runSql, sourcesOf } from './support/run-sql.mjs';
import { readSpark } from './support/spark.mjs';
import { openSides } from './support/sides.mjs';

const event = (id, person, at, title = 'Visit') => ({ id, person, at, title });

/** Ties of every kind: of one time, by source key in the order of its bytes. */
const before2024 = {
  Crm_People: [
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Bo' },
  ],
  Web_Visits: [
    ...['v10', 'v9', 'V9', 'ä', '\u{1f6b2}', '\uffee'].map((id) => event(id, 'a', '2024-02-01')),
    event('n1', 'a', '2024-02-01T00:00:00Z'),
    event('n2', 'A ', '2024-03-01T10:00:00+02:00'),
    event('n3', 'b', '0001-01-01'),
    event('n4', 'b', 'soon'),
    event('n5', 'nobody', '2024-01-01'),
  ],
};
const after2024 = {
  ...before2024,
  Web_Visits: [...before2024.Web_Visits.filter(({ id }) => id !== 'v9'), event('new', 'b', '2025-01-01')].map(
    (row) => (row.id === 'n2' ? { ...row, title: 'Another' } : row),
  ),
};

const model = (showInTimeline) => ({
  format: 'activity-model/1',
  kind: 'individuals',
  tables: [],
  customers: { tables: [{ table: 'Crm_People', primaryKey: 'id', includeAll: true }], rules: [], fields: [] },
  contacts: [],
  relationships: [
    {
      name: 'ToPerson',
      from: { table: 'Web_Visits', column: 'person' },
      to: { table: 'Crm_People', column: 'id' },
      cardinality: 'many-to-one',
    },
  ],
  activities: [true, showInTimeline].map((shown, i) => ({
    id: `d${i}`,
    name: `Visits${i}`,
    table: 'Web_Visits',
    type: `Visit${i}`,
    primaryKey: 'id',
    timestamp: 'at',
    event: 'title',
    showInTimeline: shown,
    paths: [['ToPerson']],
  })),
});

let sides;
let product;
let sql;
let databases = [];

before(async () => {
  sides = await openSides();
  ({ product, sql, databases } = sides);
});

after(() => sides?.close());

const engineOf = (tables, shown = true) =>
  runEngine(product, model(shown), sourcesOf({ tables, types: {}, primaryKeys: {} }));

test('hidden rows are left out unless they are asked for, and outputs go where they are told', async () => {
  const engine = await engineOf(before2024, false);
  for (const database of databases) {
    await loadTables(database, before2024);
    await database.run('drop schema if exists gold cascade; create schema gold');
    await runSql(sql, database, engine, { includeHidden: false }).then(({ activities, report }) => {
      assertSameRows(
        engine.activities.filter(({ ActivityType }) => ActivityType === 'Visit0'),
        activities,
        'shown rows',
      );
      assert.deepEqual(report.map(({ Shown, Hidden }) => [Shown, Hidden]).sort(), [
        ['0', '9'],
        ['9', '0'],
      ]);
    });
    const tables = engine.infos.map((table) => ({ ...table, order: '_line' }));
    await database.run(
      sql.toSql(engine.model, tables, database.dialect, { schema: ['gold'], includeHidden: true }),
    );
    assertSameRows(engine.activities, await database.rows('select * from gold."UnifiedActivity"'), 'in gold');
  }
});

test('the order that a script names is the engine’s, ties included (D 38)', async () => {
  const engine = await engineOf(before2024);
  const ada = engine.activities.find(({ SourceActivityId }) => SourceActivityId === 'v10').CustomerId;
  const wanted = await pageOf(engine, ada);
  for (const database of databases) {
    await loadTables(database, before2024);
    await runSql(sql, database, engine);
    const bytes = database.dialect === 'postgres' ? ' collate "C"' : '';
    const rows = await database.rows(
      `select "ActivityId" as id from "UnifiedActivity" where "CustomerId" = '${ada}' and "RangeIndex" is not null
       order by cast("RangeIndex" as bigint) desc, "ActivityType"${bytes}, "SourceTableName"${bytes}, "SourceActivityId"${bytes}`,
    );
    assert.deepEqual(
      rows.map(({ id }) => id),
      wanted,
      database.dialect,
    );
  }
});

/** Ids of a customer's page as the timeline shows it. */
async function pageOf({ model: described }, customerId) {
  const engine = await product.openEngine({ name: 'order', mode: 'inline', indexedDB: null });
  try {
    for (const source of sourcesOf({ tables: before2024, types: {}, primaryKeys: {} }))
      await engine.importTable(source);
    await engine.saveModel(described, (await engine.loadModel()).revision);
    await engine.run();
    const { items } = await engine.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 100 });
    return items.map(({ activityId }) => activityId);
  } finally {
    await engine.destroy();
  }
}

test('a merge writes only rows that came, went or became others (D 60)', async () => {
  const [first, second] = [await engineOf(before2024), await engineOf(after2024)];
  for (const database of databases) {
    await database.run('drop table if exists "UnifiedActivity"');
    for (const [engine, tables] of [
      [first, before2024],
      [first, before2024],
      [second, after2024],
    ]) {
      await loadTables(database, tables);
      const versions = await versionsOf(database);
      const { activities } = await runSql(sql, database, engine, { write: 'merge' });
      assertSameRows(engine.activities, activities, database.dialect);
      if (database.dialect !== 'postgres' || versions.size === 0) continue;
      const written = [...(await versionsOf(database))].filter(
        ([id, version]) => versions.get(id) !== version,
      );
      // In either definition the row that is another now and the one that came.
      assert.equal(written.length, engine === first ? 0 : 4);
    }
  }
});

/** Which transaction wrote each row. */
async function versionsOf({ dialect, rows }) {
  if (dialect !== 'postgres') return new Map();
  const known = await rows(`select to_regclass('"UnifiedActivity"') is not null as found`);
  if (!known[0].found) return new Map();
  const found = await rows('select "ActivityId" as id, cast(xmin as text) as version from "UnifiedActivity"');
  return new Map(found.map(({ id, version }) => [id, version]));
}

test('columns of other types than text read as their text does', async () => {
  const rows = [event('1', '7', '2024-02-01 10:00:00'), event('2', '8', '2024-12-31 23:59:59.5')];
  const tables = { Crm_People: [{ id: '7', name: 'Ada' }], Web_Visits: rows };
  const engine = await engineOf(tables);
  for (const database of databases) {
    await loadTables(database, tables);
    const typed = `create table typed as select _line, cast(id as integer) as id, cast(person as decimal(9, 2)) as person,
      cast("at" as timestamp) as "at", title from "Web_Visits"`;
    await database.run(
      `drop table if exists typed; ${typed}; drop table "Web_Visits"; alter table typed rename to "Web_Visits"`,
    );
    const { activities, setAside } = await runSql(sql, database, engine);
    assertSameRows(engine.activities, activities, database.dialect);
    // An orphan's key is told as the database writes it.
    assert.deepEqual([...new Set(setAside.map(({ TriedKey }) => TriedKey))], ['8.00']);
    await database.run('drop table "Web_Visits"');
  }
});

test('without an order of rows the outcome does not hang on chance', async () => {
  const twice = {
    ...before2024,
    Web_Visits: [event('x', 'a', '2024-01-01', 'B'), event('x', 'b', '2024-01-01', 'A')],
  };
  const engine = await engineOf(twice);
  for (const database of databases) {
    for (const rows of [twice.Web_Visits, [...twice.Web_Visits].reverse()]) {
      await loadTables(database, { ...twice, Web_Visits: rows });
      await database.run(sql.toSql(engine.model, engine.infos, database.dialect));
      const { activities, setAside } = await readOutputs(database);
      assert.deepEqual(
        activities.map(({ Title }) => Title),
        ['A', 'A'],
        database.dialect,
      );
      assert.deepEqual([...new Set(setAside.map(({ Line }) => Line))], [null]);
    }
  }
});

test('Spark’s script calls documented functions only, in all forms', async () => {
  const engine = await engineOf(before2024, false);
  const described = engine.model;
  described.customers.tables[0].deduplication = { rules: [] };
  described.activities[0].timeZone = 'Europe/Berlin';
  for (const options of [{}, { write: 'merge', includeHidden: true }, { schema: ['lake', 'gold'] }]) {
    const calls = readSpark(sql.toSql(described, engine.infos, 'spark', options));
    assert.ok(calls.has('regexp_replace') && calls.has('md5'));
  }
  assert.throws(() => readSpark(`select get_json_object(a, 'b')`), /documented|word/);
  assert.throws(() => readSpark(`select 'a`), /no token/);
});
