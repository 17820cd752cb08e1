import { AdapterError } from '../../model/errors.js';
import type { Dialect } from './dialect.js';
import { doubled, escaped, checked } from './quote.js';

// Spark replaces ${…} in the text of a statement before it reads it, also inside of literals.
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", $: '\\u0024' };

/** Spark SQL: steps are views that are kept in memory, outputs are Delta tables. */
export const spark: Dialect = {
  key: 'spark',
  label: 'Spark 4.0 or later with Delta Lake',
  ignoresCase: true,
  canRecurse: false,
  types: { text: 'string', integer: 'int', whole: 'bigint', boolean: 'boolean' },

  name: (name) => {
    if (!checked(name).includes('${')) return doubled(name, '`');
    throw new AdapterError(
      'name-invalid',
      `The name “${name}” holds \${, which Spark would replace by a variable. Choose another name.`,
      { detail: { name } },
    );
  },
  text: (text) => `'${escaped(checked(text), ESCAPES)}'`,
  character: (codePoint) => `\\x{${codePoint.toString(16)}}`,

  matches: (x, pattern) => `${x} rlike ${spark.text(atEnd(pattern))}`,
  extract: (x, pattern) => `regexp_extract(${x}, ${spark.text(atEnd(pattern))}, 1)`,
  strip: (x, pattern) => `regexp_replace(${x}, ${spark.text(atEnd(pattern))}, '')`,
  replace: (x, pattern, before) =>
    `regexp_replace(${x}, ${spark.text(atEnd(pattern))}, ${spark.text(`${before}$1`)})`,
  lower: (x) => `lower(${x})`,
  integer: (x) => `try_cast(${x} as int)`,
  number: (x) => `try_cast(${x} as double)`,
  byBytes: (x) => x,
  days: (x) => `datediff(try_cast(${x} as date), date'1970-01-01')`,
  slashDay: () => null,
  stamp: (ms) => `date_format(timestamp_millis(${ms}), ${spark.text("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")})`,
  dayOf: (ms) => `date_format(timestamp_millis(${ms}), 'yyyy-MM-dd')`,
  offset: (ms, zone) => `(unix_millis(from_utc_timestamp(timestamp_millis(${ms}), ${zone})) - (${ms}))`,
  // A value in an array, without the array's brackets: to_json writes no bare text.
  json: (x) => `substr(to_json(array(${x})), 2, length(to_json(array(${x}))) - 2)`,
  hasCapitalEscapes: true,
  list: (x, order) =>
    `array_join(transform(array_sort(collect_list(struct(${order}, ${x} as item))), found -> found.item), ',')`,

  call: (name, args) => `${name}(${args.join(', ')})`,
  define: ({ name, parameters, returns, body }) =>
    `create or replace temporary function ${name}(${parameters.map(([parameter, type]) => `${parameter} ${spark.types[type]}`).join(', ')})\n  returns ${spark.types[returns]}\n  return ${body}`,
  ownFunctions: [],

  opening: [`set time zone 'UTC'`],
  begin: null,
  commit: null,
  step: (name, query) => [
    `create or replace temporary view ${name} as\n${query}`,
    `cache lazy table ${name}`,
  ],
  output: (name, query) => [`create or replace table ${name} using delta as\n${query}`],
  ensure: (name, query) => `create table if not exists ${name} using delta as\n${query}\nlimit 0`,
};

/** Java's $ also stands before a line break at the end. */
function atEnd(pattern: string): string {
  return pattern.replace(/\$(?=$|[|)])/g, '\\z');
}
