// The demo's generated tables, which are soiled on purpose, through the engine and through SQL.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertSame } from './support/compare.mjs';
import { readCsv } from './support/csv-rows.mjs';
import { openDatabase } from './support/database.mjs';
import { loadProduct, runEngine } from './support/engine.mjs';
import { runOracle } from './support/run-oracle.mjs';

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

const worlds = {
  outfitters: (product) => load(product, 'outfitters', 'generateOutfittersTables', 'outfittersModel'),
  coffee: (product) => load(product, 'coffee', 'generateCoffeeTables', 'coffeeModel'),
};

async function load(product, folder, generate, model) {
  const generated = await product.load(`/demo/data/${folder}/generate.ts`);
  const described = await product.load(`/demo/data/${folder}/model.ts`);
  return { files: generated[generate](), model: described[model] };
}

for (const [world, open] of Object.entries(worlds)) {
  test(`the demo data of the ${world} world come to the same by the engine and by SQL, row by row`, async () => {
    const { files, model } = await open(product);
    const tables = [];
    const wrongWidth = new Map();
    for (const [table, csv] of files) {
      const [, source, name] = /^(.+?)_(.+)$/.exec(table);
      const read = readCsv(csv);
      await database.load(table, read.columns, read.rows, read.lines);
      wrongWidth.set(table, read.wrongWidth.length);
      tables.push({ source, table: name, data: new Blob([csv]) });
    }
    const engine = await runEngine(product, model, tables);
    for (const [table, report] of engine.imports) {
      const setAside = report.setAside.reduce((sum, { count }) => sum + count, 0);
      assert.equal(setAside, wrongWidth.get(table), `rows of ${table} set aside`);
    }
    assertSame(engine, await runOracle(database, engine.model));
  });
}
