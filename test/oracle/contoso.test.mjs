// The Contoso sample data through the engine and through SQL, which reads the files itself.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { assertSame } from './support/compare.mjs';
import { openDatabase } from './support/database.mjs';
import { loadProduct, runEngine } from './support/engine.mjs';
import { runOracle } from './support/run-oracle.mjs';

const folder = resolve('../shared/data/contoso');
const skip = existsSync(folder) ? false : `the sample data is not at hand: ${folder}`;

let product;
let database;

before(async () => {
  if (skip) return;
  product = await loadProduct();
  database = await openDatabase();
});

after(async () => {
  database?.close();
  await product?.close();
});

test('the Contoso sample data comes to the same by the engine and by SQL, row by row', { skip }, async () => {
  const { contosoModel, CONTOSO_TABLES } = await product.load('/test/engine/support/contoso.ts');
  const tables = [];
  for (const [file, names] of Object.entries(CONTOSO_TABLES)) {
    await database.loadCsv(`${names.source}_${names.table}`, join(folder, file));
    tables.push({ ...names, data: new Blob([await readFile(join(folder, file))]) });
  }
  const engine = await runEngine(product, contosoModel(), tables);
  assertSame(engine, await runOracle(database, engine.model));
});
