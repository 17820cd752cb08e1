// The Contoso sample data through the engine and through the SQL that its model is compiled to.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { readCsv } from '../oracle/support/csv-rows.mjs';
import { loadProduct, runEngine } from '../oracle/support/engine.mjs';
import { assertSame } from './support/compare.mjs';
import { openDuckDb } from './support/duckdb.mjs';
import { openPostgres } from './support/postgres.mjs';
import { runSql } from './support/run-sql.mjs';

const folder = resolve('../shared/data/contoso');
const skip = existsSync(folder) ? false : `the sample data is not at hand: ${folder}`;

let product;
let sql;
let engine;
const files = new Map();

before(async () => {
  if (skip) return;
  product = await loadProduct();
  sql = await product.load('/src/sql/index.ts');
  const { contosoModel, CONTOSO_TABLES } = await product.load('/test/engine/support/contoso.ts');
  const tables = [];
  for (const [file, names] of Object.entries(CONTOSO_TABLES)) {
    const text = await readFile(join(folder, file), 'utf8');
    files.set(`${names.source}_${names.table}`, readCsv(text));
    tables.push({ ...names, data: new Blob([text]) });
  }
  engine = await runEngine(product, contosoModel(), tables);
});

after(() => product?.close());

for (const open of [openDuckDb, openPostgres]) {
  test(
    `the Contoso sample data comes to the same by the engine and by ${open.name}, row by row`,
    { skip },
    async () => {
      const database = await open();
      for (const [table, { columns, rows, lines }] of files) await database.load(table, columns, rows, lines);
      const outputs = await runSql(sql, database, engine);
      assertSame(engine, outputs);
      assert.equal(outputs.activities.length, 52_387);
      assert.equal(outputs.setAside.filter(({ Reason }) => Reason === 'orphan').length, 26);
      await database.close();
    },
  );
}
