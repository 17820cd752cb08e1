// Generated models and tables through the engine and through SQL. SEED repeats a run, RUNS sets its length.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { assertSame } from './support/compare.mjs';
import { openDatabase } from './support/database.mjs';
import { loadProduct, runEngine } from './support/engine.mjs';
import { generatedCase } from './support/generated-case.mjs';
import { runOracle } from './support/run-oracle.mjs';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = Number(process.env.RUNS ?? 80);

let product;
let database;

before(async () => {
  product = await loadProduct();
  database = await openDatabase();
});

after(async () => {
  database?.close();
  await product?.close();
});

async function bothSides({ model, tables, types, primaryKeys }) {
  const sources = Object.entries(tables).map(([name, data]) => {
    const [source, table] = name.split('_');
    const primaryKey = primaryKeys[name];
    return {
      source,
      table,
      data,
      ...(primaryKey && { primaryKey }),
      ...(types[name] && { types: types[name] }),
    };
  });
  const engine = await runEngine(product, model, sources);
  for (const [name, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0]);
    await database.load(
      name,
      columns,
      rows.map((row) => columns.map((column) => row[column])),
      rows.map((_, i) => i + 1),
    );
  }
  return { engine, oracle: await runOracle(database, engine.model, types) };
}

test(`${numRuns} generated models come to the same by the engine and by SQL (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(generatedCase, async (generated) => {
      const { engine, oracle } = await bothSides(generated);
      assertSame(engine, oracle);
    }),
    { seed, numRuns, includeErrorInReport: true },
  );
});

test('the comparison sees a difference in any value of any row', async () => {
  const [generated] = fc.sample(
    generatedCase.filter(({ tables }) => tables.Shop_Events.some(({ person }) => person === 'k1')),
    { numRuns: 1, seed: 3 },
  );
  const { engine, oracle } = await bothSides(generated);
  assertSame(engine, oracle);
  assert.ok(engine.activities.length > 0);
  for (const column of Object.keys(engine.activities[0])) {
    const [first, ...rest] = engine.activities;
    const activities = [{ ...first, [column]: '"another"' }, ...rest];
    assert.throws(() => assertSame({ ...engine, activities }, oracle), assert.AssertionError, column);
  }
  assert.throws(() => assertSame({ ...engine, activities: engine.activities.slice(1) }, oracle));
});
