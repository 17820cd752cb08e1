// Generated models through the engine and through the SQL they are compiled to. SEED repeats a run, RUNS sets its length.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { runEngine } from '../oracle/support/engine.mjs';
import { assertSame } from './support/compare.mjs';
import { loadTables, runSql, sourcesOf } from './support/run-sql.mjs';
import { sqlCase } from './support/sql-case.mjs';
import { openSides } from './support/sides.mjs';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = Number(process.env.RUNS ?? 200);

let sides;
let product;
let sql;
let databases = [];

before(async () => {
  sides = await openSides();
  ({ product, sql, databases } = sides);
});

after(() => sides?.close());

/** What the models have to hold so that equal results say something. */
const met = { activities: 0, contacts: 0, orphans: 0, undated: 0, conflicts: 0, duplicates: 0, givenKeys: 0 };

function note({ activities, report, alternateKeys }, isGiven) {
  met.activities += activities.length;
  met.contacts += activities.filter(({ ContactId }) => ContactId !== null).length;
  for (const { orphaned, undated, conflicting } of report.definitions) {
    met.orphans += orphaned;
    met.undated += undated;
    met.conflicts += conflicting;
  }
  for (const { duplicates } of report.customers.tables) met.duplicates += duplicates;
  if (isGiven) met.givenKeys += alternateKeys.length;
}

test(`${numRuns} generated models come to the same by the engine, DuckDB and PostgreSQL (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(sqlCase, async ({ isGiven, ...generated }) => {
      const engine = await runEngine(product, generated.model, sourcesOf(generated));
      note(engine, isGiven);
      await Promise.all(
        databases.map(async (database) => {
          await loadTables(database, generated.tables);
          assertSame(engine, await runSql(sql, database, engine, { isGiven }));
        }),
      );
    }),
    { seed, numRuns, includeErrorInReport: true },
  );
  if (numRuns < 50) return;
  for (const [what, count] of Object.entries(met)) assert.ok(count > 10, `${what}: ${count}`);
});

test('the comparison sees a difference in any value of any row', async () => {
  const [generated] = fc.sample(
    sqlCase.filter(({ tables, types }) => types.Shop_Events === undefined && tables.Shop_Events.length > 6),
    { numRuns: 1, seed: 3 },
  );
  const engine = await runEngine(product, generated.model, sourcesOf(generated));
  const [database] = databases;
  await loadTables(database, generated.tables);
  const outputs = await runSql(sql, database, engine);
  assertSame(engine, outputs);
  for (const table of ['activities', 'setAside', 'report', 'alternateKeys', 'customerReport']) {
    const [first, ...rest] = outputs[table];
    assert.ok(first !== undefined, table);
    assert.throws(() => assertSame(engine, { ...outputs, [table]: rest }), `${table}: a row less`);
    for (const column of Object.keys(first)) {
      const rows = [{ ...first, [column]: 'another' }, ...rest];
      assert.throws(() => assertSame(engine, { ...outputs, [table]: rows }), `${table}: another ${column}`);
    }
  }
});
