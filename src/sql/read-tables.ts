import { AdapterError } from '../model/errors.js';
import type { ColumnType, DateOrder } from '../model/model.js';
import { list, object, oneOf, optional, text, type Shape } from '../model/shape.js';
import type { SqlColumn, SqlTable } from './options.js';

type Json = Readonly<Record<string, unknown>>;

const dates = object<{ order: DateOrder | 'ambiguous' }>({ order: oneOf('mdy', 'dmy', 'ambiguous') });
const column = object<SqlColumn>({
  name: text(1),
  type: oneOf<ColumnType>(
    'text',
    'number',
    'boolean',
    'date',
    'datetime',
    'unix-seconds',
    'unix-milliseconds',
  ),
  dates: optional(dates),
});
const table = object<SqlTable>({
  name: text(1),
  source: text(),
  table: text(),
  columns: list(picked(column, ['name', 'type', 'dates'])),
  primaryKey: optional(text()),
  relation: optional(list(text(1))),
  order: optional(text(1)),
});
const tables = list(picked(table, ['name', 'source', 'table', 'columns', 'primaryKey', 'relation', 'order']));

/**
 * Reads descriptions of tables from JSON, as text or parsed: what an engine's `listTables()` answered, with `relation` and
 * `order` added by hand where they are needed. Other keys are passed over.
 * @throws AdapterError `model-invalid`, which names the first wrong place.
 */
export function readTables(value: unknown): SqlTable[] {
  try {
    return tables.read(typeof value === 'string' ? (JSON.parse(value) as unknown) : value, []);
  } catch (error) {
    const message =
      error instanceof AdapterError
        ? error.message.replace('The model', 'The description of tables')
        : 'The description of tables is not valid JSON. Check the file or write it again.';
    throw new AdapterError('model-invalid', message, { cause: error });
  }
}

/** The keys that count of an object that may have more; the order of slash dates only where there is one. */
function picked<T>(shape: Shape<T>, keys: readonly string[]): Shape<T> {
  return {
    read(value, path): T {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return shape.read(value, path);
      const source = value as Json;
      const known = keys
        .filter((key) => Object.hasOwn(source, key))
        .map((key) => [key, source[key]] as const);
      const { dates: found, ...rest }: Json = Object.fromEntries(known);
      const order = (found as Json | undefined | null)?.order;
      return shape.read(order === undefined || order === null ? rest : { ...rest, dates: { order } }, path);
    },
  };
}
