export { toSql, toSqlStatements } from './to-sql.js';
export { SQL_DIALECTS } from './dialects/index.js';
export type { SqlDialect } from './dialects/dialect.js';
export type { AlternateKeyTable, SqlColumn, SqlOptions, SqlTable } from './options.js';
export { readTables } from './read-tables.js';
export type { SqlStatement } from './script.js';
