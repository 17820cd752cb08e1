import { AdapterError } from '../model/errors.js';
import type { ActivityModel, ColumnType, Relationship } from '../model/model.js';
import type { Dialect } from './dialects/dialect.js';
import type { FunctionName } from './functions/definition.js';
import { SessionFunctions } from './functions/session-functions.js';
import type { SqlColumn, SqlOptions, SqlTable } from './options.js';
import { Script } from './script.js';

/** Names of output tables. */
export type OutputName = 'UnifiedActivity' | 'AlternateKey' | 'SetAside' | 'RunReport' | 'CustomerReport';

/** What all parts of a script are written with. */
export class Scope {
  readonly model: ActivityModel;
  readonly dialect: Dialect;
  readonly options: SqlOptions;
  readonly script = new Script();
  readonly functions: SessionFunctions;
  /** Steps made so far, and outputs. */
  readonly made = new Set<string>();
  readonly #tables: ReadonlyMap<string, SqlTable>;

  constructor(model: ActivityModel, tables: readonly SqlTable[], dialect: Dialect, options: SqlOptions) {
    this.model = model;
    this.dialect = dialect;
    this.options = options;
    this.functions = new SessionFunctions(dialect);
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  get tables(): Iterable<SqlTable> {
    return this.#tables.values();
  }

  /** Throws `table-missing`. */
  table(name: string): SqlTable {
    const found = this.#tables.get(name);
    if (found !== undefined) return found;
    throw new AdapterError(
      'table-missing',
      `The table ${name} is not described. Add it to the tables that the SQL is made for.`,
      { detail: { table: name } },
    );
  }

  /** Throws `column-missing`. */
  column(table: string, name: string): SqlColumn {
    const found = this.table(table).columns.find((column) => column.name === name);
    if (found !== undefined) return found;
    throw new AdapterError(
      'column-missing',
      `The table ${table} has no column ${name}. Choose another one.`,
      {
        detail: { table, column: name },
      },
    );
  }

  relationships(path: readonly string[]): Relationship[] {
    return path.map((name) => {
      const found = this.model.relationships.find((relationship) => relationship.name === name);
      if (found !== undefined) return found;
      throw new AdapterError('model-invalid', `The relationship “${name}” does not exist.`);
    });
  }

  /** A source table in a query, under the name `t`. */
  from(table: string): string {
    const { relation = [table] } = this.table(table);
    return `${this.path(relation)} t`;
  }

  /** A text as the JSON string that the engine makes of it. */
  json(text: string): string {
    return this.dialect.hasCapitalEscapes ? this.call('at_json', text) : this.dialect.json(text);
  }

  path(relation: readonly string[]): string {
    return relation.map((part) => this.dialect.name(part)).join('.');
  }

  /** The value of a column of `t` as text; empty for none. */
  value(table: string, column: string): string {
    this.column(table, column);
    return `coalesce(cast(t.${this.dialect.name(column)} as ${this.dialect.types.text}), '')`;
  }

  /** The line of a row of `t`, as it is told; null where there is none. */
  line(table: string): string {
    const { order } = this.table(table);
    const { text } = this.dialect.types;
    return order === undefined ? `cast(null as ${text})` : `cast(t.${this.dialect.name(order)} as ${text})`;
  }

  /** A key of `t` without what may stand around it, from which {@link keyForm} makes its form. */
  bareKey(table: string, column: string): string {
    return this.call('at_bare', this.value(table, column));
  }

  /** The form in which a key is compared (D 53, 54), from the column of an earlier query that holds it bare. */
  keyForm(type: ColumnType, bare: string): string {
    return this.call('at_lower', type === 'number' ? this.call('at_number', bare) : bare);
  }

  call(name: FunctionName, ...args: string[]): string {
    return this.functions.call(name, ...args);
  }

  text(text: string): string {
    return this.dialect.text(text);
  }

  /** Makes a table of the session and answers its name. */
  step(name: string, comment: string, query: string): string {
    this.made.add(name);
    this.script.add(comment, ...this.dialect.step(name, query));
    return name;
  }

  /** The name of an output table in a statement. */
  outputName(name: OutputName): string {
    const path = [...(this.options.schema ?? []), name];
    this.made.add(path.join('.'));
    return this.path(path);
  }
}
