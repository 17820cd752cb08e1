// DuckDB in memory, as a script of the product finds it: source tables of text, and nothing else.
import { DuckDBInstance } from '@duckdb/node-api';

const name = (text) => `"${text.replaceAll('"', '""')}"`;

export async function openDuckDb(options = { threads: '1' }) {
  const instance = await DuckDBInstance.create(':memory:', options);
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    /** Runs a whole script. */
    run: (sql) => connection.run(sql),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    /** Replaces a source table: columns of text, and `_line` of the file. */
    async load(table, columns, rows, lines) {
      await connection.run(
        `create or replace table ${name(table)} (_line integer, ${columns.map((column) => `${name(column)} varchar`).join(', ')})`,
      );
      const appender = await connection.createAppender(table);
      rows.forEach((row, i) => {
        appender.appendInteger(lines[i]);
        for (const value of row) appender.appendVarchar(value ?? '');
        appender.endRow();
      });
      appender.closeSync();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
