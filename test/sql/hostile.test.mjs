// Names and texts that try to break out of the SQL: nothing of them runs, and the results are the engine's. Spark's script
// is read token by token, because no Spark is at hand. SEED repeats a run.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { runEngine } from '../oracle/support/engine.mjs';
import { generatedCase } from '../oracle/support/generated-case.mjs';
import { assertSame } from './support/compare.mjs';
import { CANARY, HOSTILE } from './support/hostile.mjs';
import { withoutExceptions } from './support/sql-case.mjs';
import { loadTables, runSql, sourcesOf } from './support/run-sql.mjs';
import { readSpark } from './support/spark.mjs';
import { openSides } from './support/sides.mjs';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = Number(process.env.RUNS ?? 25);

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .tuple(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 }))
    .map((parts) => parts.join('')),
);
/** Column names: none of an engine's rules is broken, only everybody's patience. */
const columnName = hostile
  .map((text) => `c${text.replaceAll('\0', '')}c`)
  .filter((text) => new TextEncoder().encode(text).length <= 63 && text.isWellFormed?.() !== false);
const columnNames = fc.uniqueArray(columnName, {
  minLength: 15,
  maxLength: 15,
  selector: (text) => text.toLowerCase().normalize('NFC'),
});

/** A generated model whose columns, ids and values have other names. */
const hostileCase = fc
  .record({
    generated: generatedCase,
    names: columnNames,
    ids: fc.array(hostile, { minLength: 3, maxLength: 3 }),
    texts: fc.array(hostile, { minLength: 2, maxLength: 2 }),
  })
  .map(({ generated: { model, tables, types, primaryKeys }, names, ids, texts }) => {
    const known = [
      'id',
      'name',
      'email',
      'mail',
      'number',
      'person',
      'account',
      'order',
      'parcel',
      'at',
      'title',
      'amount',
      'contact',
      'first',
      'last',
    ];
    const named = new Map(known.map((column, i) => [column, names[i]]));
    const of = (column) => named.get(column) ?? column;
    const text = (value) => value.replaceAll('\0', '');
    const rename = (value) =>
      Array.isArray(value)
        ? value.map(rename)
        : value === null || typeof value !== 'object'
          ? value
          : Object.fromEntries(
              Object.entries(value).map(([key, inner]) => [
                key,
                COLUMN_KEYS.has(key) && typeof inner === 'string'
                  ? of(inner)
                  : key === 'attributes'
                    ? Object.fromEntries(
                        Object.entries(inner).map(([attribute, column]) => [attribute, of(column)]),
                      )
                    : rename(inner),
              ]),
            );
    const renamed = rename(model);
    return {
      model: {
        ...renamed,
        customers: {
          ...renamed.customers,
          tables: renamed.customers.tables.map(withoutExceptions),
          rules: renamed.customers.rules.map((rule) => ({
            ...rule,
            conditions: rule.conditions.map((condition) => ({
              ...condition,
              alias: { [text(texts[0])]: text(texts[1]) },
              bypass: [text(texts[1])],
            })),
          })),
        },
        activities: renamed.activities.map((definition, i) => ({ ...definition, id: `${i}${text(ids[i])}` })),
      },
      tables: Object.fromEntries(
        Object.entries(tables).map(([table, rows]) => [
          table,
          rows.map((row, i) =>
            Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                of(column),
                column === 'title' && i % 2 === 0
                  ? text(texts[0])
                  : column === 'email' && i % 3 === 0
                    ? text(texts[1])
                    : value,
              ]),
            ),
          ),
        ]),
      ),
      primaryKeys: Object.fromEntries(
        Object.entries(primaryKeys).map(([table, column]) => [table, of(column)]),
      ),
      types: Object.fromEntries(
        Object.entries(types).map(([table, columns]) => [
          table,
          Object.fromEntries(Object.entries(columns).map(([column, type]) => [of(column), type])),
        ]),
      ),
    };
  });
const COLUMN_KEYS = new Set(['column', 'withColumn', 'primaryKey', 'timestamp', 'event', 'detail', 'url']);

let sides;
let product;
let sql;
let databases = [];

before(async () => {
  sides = await openSides();
  ({ product, sql, databases } = sides);
  for (const { run } of databases) await run(`create table ${CANARY} as select 1 as sings`);
});

after(() => sides?.close());

test(`hostile names and texts stay names and texts in ${numRuns} models (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(hostileCase, async (generated) => {
      const engine = await runEngine(product, generated.model, sourcesOf(generated));
      for (const database of databases) {
        await loadTables(database, generated.tables);
        assertSame(engine, await runSql(sql, database, engine));
        assert.equal((await database.rows(`select * from ${CANARY}`)).length, 1);
      }
      if (JSON.stringify(generated.model).includes('${')) return;
      readSpark(
        sql.toSql(engine.model, engine.infos, 'spark', {
          alternateKey: { relation: ['lake', 'AlternateKey'] },
        }),
      );
    }),
    { seed, numRuns, includeErrorInReport: true },
  );
});
