import { AdapterError } from '../model/errors.js';
import type { Comparison, Normalization } from '../model/model.js';
import type { TableInfo } from '../model/tables.js';
import { blocksRun, validateModel } from '../model/validation.js';
import type { SqlTable } from './options.js';
import type { Scope } from './scope.js';

/** Normalisations that all engines can do alike. The others need Unicode tables or lists of words. */
const EXACT: ReadonlySet<Normalization> = new Set<Normalization>(['lowercase', 'whitespace']);

const WAY_OUT =
  'Export AlternateKey from the browser engine, load it into the database, and give it as the option alternateKey.';

/** Refuses what cannot be compiled truly, before a word is written. */
export function requireUsable(scope: Scope): void {
  requireValid(scope);
  for (const table of scope.tables) requireDistinctColumns(scope, table);
  for (const { timeZone, name } of scope.model.activities) {
    if (timeZone !== undefined) requireZone(timeZone, name);
  }
  if (scope.options.alternateKey === undefined) requireExactUnification(scope);
}

/** As a run of the engine would judge the model. */
function requireValid({ model, tables }: Scope): void {
  const infos = [...tables].map((table): TableInfo => ({
    ...table,
    rows: 0,
    setAside: 0,
    importedAt: 0,
    columns: table.columns.map(({ name, type }) => ({ name, type, empty: 0 })),
  }));
  const [first] = validateModel(model, infos).filter(blocksRun);
  if (first === undefined) return;
  const code =
    first.code === 'table-missing' || first.code === 'column-missing' ? first.code : 'model-invalid';
  throw new AdapterError(code, first.text, { detail: { issues: [first] } });
}

/** Engines that ignore the case of names take two such columns, or tables, for one. */
function requireDistinctColumns({ dialect }: Scope, { name, columns }: SqlTable): void {
  if (!dialect.ignoresCase) return;
  const seen = new Map<string, string>();
  for (const { name: column } of columns) {
    const other = seen.get(column.toLowerCase());
    if (other !== undefined) {
      throw new AdapterError(
        'name-taken',
        `${dialect.label} cannot tell the columns ${other} and ${column} of ${name} apart. Rename one.`,
        { detail: { table: name, columns: [other, column] } },
      );
    }
    seen.set(column.toLowerCase(), column);
  }
}

function requireZone(timeZone: string, name: string): void {
  const known = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  if (known === 'UTC' || known === 'GMT' || /^[A-Za-z_]+\//.test(known)) return;
  throw new AdapterError(
    'unsupported',
    `The time zone “${timeZone}” of ${name} means different things in different databases. Use a name such as Europe/Berlin or UTC.`,
    { detail: { timeZone } },
  );
}

/** Without AlternateKey the SQL unifies itself, as far as rules are exact. */
function requireExactUnification({ model, dialect }: Scope): void {
  const { customers } = model;
  const refuse = (what: string): never => {
    throw new AdapterError('unsupported', `${what} ${WAY_OUT}`, { detail: { dialect: dialect.key } });
  };
  if ((customers.alwaysMatch ?? []).length + (customers.neverMatch ?? []).length > 0) {
    refuse('SQL cannot unify customers with pairs that always or never match.');
  }
  const rules = [
    ...customers.rules,
    ...customers.tables.flatMap(({ deduplication }) => deduplication?.rules ?? []),
  ];
  for (const { name, conditions, exceptions = [] } of rules) {
    if (exceptions.length > 0)
      refuse(`SQL cannot unify customers by the rule “${name}”, which has exceptions.`);
    for (const condition of conditions) requireExact(condition, name, refuse);
  }
  if (dialect.canRecurse) return;
  const joins = customers.tables.find(
    ({ table, deduplication }) =>
      (deduplication?.rules ?? customers.rules.filter((rule) => rule.table === table || rule.with === table))
        .length > 0,
  );
  if (joins !== undefined) {
    refuse(
      `${dialect.label} has no query that joins rows of ${joins.table} over any number of others, which its deduplication needs: give the table deduplication without rules, or leave the unification to the browser engine.`,
    );
  }
}

function requireExact(
  { precision = 100, normalize = [] }: Comparison,
  rule: string,
  refuse: (what: string) => never,
): void {
  if (precision < 100)
    refuse(`SQL cannot unify customers by the rule “${rule}”, which takes similar values.`);
  const other = normalize.find((normalization) => !EXACT.has(normalization));
  if (other !== undefined) {
    refuse(`SQL cannot unify customers by the rule “${rule}”, which puts values into form by “${other}”.`);
  }
}
