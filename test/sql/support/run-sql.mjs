// The product's SQL over the same rows as the engine's.
import { readOutputs } from './compare.mjs';

/** The tables of a generated case as the engine imports them. */
export function sourcesOf({ tables, types, primaryKeys }) {
  return Object.entries(tables).map(([name, data]) => {
    const [source, table] = name.split('_');
    return {
      source,
      table,
      data,
      ...(types[name] && { types: types[name] }),
      ...(primaryKeys[name] && { primaryKey: primaryKeys[name] }),
    };
  });
}

/** Loads source tables: rows by column, in their order. */
export async function loadTables(database, tables) {
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0]);
    await database.load(
      table,
      columns,
      rows.map((row) => columns.map((column) => row[column])),
      rows.map((_, i) => i + 1),
    );
  }
}

const KEYS = 'Given_AlternateKey';

/** Compiles the model as the engine knows it, runs it in a database and reads what came of it. */
export async function runSql({ toSql }, database, engine, { isGiven = false, ...options } = {}) {
  const tables = engine.infos.map((table) => ({ ...table, order: '_line' }));
  if (isGiven) {
    const columns = ['DataSourceName', 'TableName', 'AlternateValue', 'CustomerId'];
    const keys = engine.alternateKeys.map((row) => columns.map((column) => row[column]));
    await database.load(
      KEYS,
      columns,
      keys,
      keys.map((_, i) => i),
    );
  }
  const sql = toSql(engine.model, tables, database.dialect, {
    includeHidden: true,
    ...(isGiven && { alternateKey: { relation: [KEYS] } }),
    ...options,
  });
  await database.run(sql);
  const outputs = await readOutputs(database);
  if (isGiven) return outputs;
  return {
    ...outputs,
    alternateKeys: await outputs.read('AlternateKey'),
    customerReport: await outputs.read('CustomerReport'),
  };
}
