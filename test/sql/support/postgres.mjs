// PostgreSQL in this process, as a script of the product finds it: source tables of text, and nothing else.
import { PGlite } from '@electric-sql/pglite';

const name = (text) => `"${text.replaceAll('"', '""')}"`;
const field = (text) => `"${text.replaceAll('"', '""')}"`;

export async function openPostgres() {
  const database = await PGlite.create();
  return {
    dialect: 'postgres',
    run: (sql) => database.exec(sql),
    rows: async (sql) => (await database.query(sql)).rows,
    async load(table, columns, rows, lines) {
      await database.exec(
        `drop table if exists ${name(table)}; create table ${name(table)} (_line integer, ${columns.map((column) => `${name(column)} text`).join(', ')})`,
      );
      const csv = rows.map((row, i) => [lines[i], ...row.map((value) => field(value ?? ''))].join(','));
      await database.query(`copy ${name(table)} from '/dev/blob' with (format csv, null 'none')`, [], {
        blob: new Blob([csv.join('\n')]),
      });
    },
    close: () => database.close(),
  };
}
