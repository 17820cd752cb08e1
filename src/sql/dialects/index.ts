import { AdapterError } from '../../model/errors.js';
import type { Dialect, SqlDialect } from './dialect.js';
import { duckdb } from './duckdb.js';
import { postgres } from './postgres.js';
import { spark } from './spark.js';

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, spark };

/** Names of the dialects, as `toSql` and the command line take them. */
export const SQL_DIALECTS: readonly SqlDialect[] = ['duckdb', 'postgres', 'spark'];

/** Throws `unsupported` for a name that is none. */
export function dialectOf(name: string): Dialect {
  const found = SQL_DIALECTS.find((known) => known === name);
  if (found !== undefined) return DIALECTS[found];
  throw new AdapterError(
    'unsupported',
    `There is no dialect “${name}”. Choose one of ${SQL_DIALECTS.join(', ')}.`,
    { detail: { dialect: name, known: SQL_DIALECTS } },
  );
}
