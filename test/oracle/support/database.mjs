// DuckDB in memory, with the product's rules for texts written once more, as SQL macros.
import { DuckDBInstance } from '@duckdb/node-api';
import { MACROS, READINGS } from './macros.mjs';

/** A name or a text as SQL has it. */
export const name = (text) => `"${text.replaceAll('"', '""')}"`;
export const text = (value) => `'${value.replaceAll("'", "''")}'`;

/** Opens a database of its own. */
export async function openDatabase() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  for (const macro of [...MACROS, READINGS]) await connection.run(macro);
  const database = {
    run: (sql) => connection.run(sql),
    /** The rows of a query as objects. Whole numbers beyond an int come as texts. */
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    /** Replaces a source table: columns of text, `_row` counted from 0, `_line` of the file. */
    async load(table, columns, rows, lines) {
      await connection.run(
        `create or replace table ${name(table)} (_row integer, _line integer, ${columns.map((column) => `${name(column)} varchar`).join(', ')})`,
      );
      const appender = await connection.createAppender(table);
      rows.forEach((row, i) => {
        appender.appendInteger(i);
        appender.appendInteger(lines[i]);
        columns.forEach((_, field) => appender.appendVarchar(row[field] ?? ''));
        appender.endRow();
      });
      appender.closeSync();
    },
    /** Replaces a source table by a CSV file without line breaks in fields, read by DuckDB itself. */
    async loadCsv(table, file) {
      await connection.run(
        `create or replace temp table raw as select * from read_csv(${text(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`,
      );
      const described = await database.rows('describe raw');
      const columns = described.map(({ column_name }) => column_name);
      const values = columns.map((column) => `coalesce(${name(column)}, '') as ${name(column)}`);
      await connection.run(
        `create or replace table ${name(table)} as select (row_number() over () - 1)::integer as _row, (row_number() over () + 1)::integer as _line, ${values.join(', ')} from raw`,
      );
      return columns;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  return database;
}
