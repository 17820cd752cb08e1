import { AdapterError } from '../model/errors.js';
import type { ActivityModel } from '../model/model.js';
import { judgeRows } from './activities.js';
import { dialectOf } from './dialects/index.js';
import type { SqlDialect } from './dialects/dialect.js';
import { givenCustomers } from './given-customers.js';
import type { SqlOptions, SqlTable } from './options.js';
import { writeActivities, writeReport, writeSetAside } from './outputs.js';
import { PathSteps } from './paths.js';
import { requireUsable } from './require-usable.js';
import { Scope } from './scope.js';
import { Script, writeStatements, type SqlStatement } from './script.js';
import { unifyCustomers } from './unify-customers.js';

/**
 * Compiles a model to a script of SQL that makes UnifiedActivity, SetAside and RunReport – and AlternateKey and
 * CustomerReport, unless AlternateKey is given – from tables of a database: the same rows as the browser engine makes.
 *
 * @param tables Where the source tables are and how their columns read; what an engine's `listTables()` answers will do.
 * @param dialect `duckdb`, `postgres` or `spark`.
 * @returns Plain text with a comment above each statement. Run it as one script.
 * @throws AdapterError `unsupported` for what a dialect or SQL cannot do, with the way out in its message;
 *   `model-invalid`, `table-missing` and `column-missing` as a run of the engine would; `name-invalid` and
 *   `name-taken` for names that the dialect cannot have or tell apart.
 */
export function toSql(
  model: ActivityModel,
  tables: readonly SqlTable[],
  dialect: SqlDialect,
  options: SqlOptions = {},
): string {
  return writeStatements(toSqlStatements(model, tables, dialect, options));
}

/** As {@link toSql}, statement by statement, for hosts that run them one at a time in one session. */
export function toSqlStatements(
  model: ActivityModel,
  tables: readonly SqlTable[],
  dialect: SqlDialect,
  options: SqlOptions = {},
): SqlStatement[] {
  const scope = new Scope(model, tables, dialectOf(dialect), options);
  requireUsable(scope);
  const customers =
    options.alternateKey === undefined
      ? unifyCustomers(scope)
      : { steps: givenCustomers(scope, options.alternateKey), write: null };
  const paths = new PathSteps(scope, customers.steps);
  scope.script.heading('Activities');
  const definitions = model.activities.map((definition, i) => judgeRows(scope, paths, definition, i + 1));
  scope.script.heading('Outputs');
  const { begin, commit } = scope.dialect;
  if (begin !== null) scope.script.add('All outputs change together', begin);
  const more = customers.write?.(scope) ?? [];
  writeActivities(scope, definitions);
  if (definitions.length + more.length > 0) writeSetAside(scope, definitions, more);
  if (definitions.length > 0) writeReport(scope, definitions);
  if (commit !== null) scope.script.add('', commit);
  requireOtherNames(scope);
  return [...head(scope).statements, ...scope.script.statements];
}

/** What stands before everything: what the script is, and the functions of the session. */
function head({ dialect, functions }: Scope): Script {
  const script = new Script();
  script.heading(`Unified activities, for ${dialect.label}`);
  const about = 'Made by activity-timeline from an activity model. Change the model, not this text.';
  const definitions = functions.definitions();
  if (dialect.opening.length > 0) script.add(about, ...dialect.opening);
  script.heading('Functions of this session');
  definitions.forEach(({ about: comment, sql }, i) => {
    script.add(i === 0 && dialect.opening.length === 0 ? `${about}\n${comment}` : comment, sql);
  });
  return script;
}

/** A step or an output must not stand in the way of a source table. */
function requireOtherNames({ tables, made, options }: Scope): void {
  const taken = new Set([...made].map((name) => name.toLowerCase()));
  const sources = [...tables].map(({ name, relation = [name] }) => relation);
  for (const relation of [...sources, ...(options.alternateKey ? [options.alternateKey.relation] : [])]) {
    if (!taken.has(relation.join('.').toLowerCase())) continue;
    throw new AdapterError(
      'name-taken',
      `The script makes a table ${relation.join('.')} of its own. Give the source table or the schema of the outputs another name.`,
      { detail: { relation } },
    );
  }
}
