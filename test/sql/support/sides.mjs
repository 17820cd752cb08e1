// The product, its SQL, and a database of each kind that can be had here.
import { loadProduct } from '../../oracle/support/engine.mjs';
import { openDuckDb } from './duckdb.mjs';
import { openPostgres } from './postgres.mjs';

/** Opens all of it; `close` ends it. */
export async function openSides() {
  const product = await loadProduct();
  const sql = await product.load('/src/sql/index.ts');
  const databases = await Promise.all([openDuckDb(), openPostgres()]);
  return {
    product,
    sql,
    databases,
    close: async () => {
      for (const database of databases) await database.close();
      await product.close();
    },
  };
}
