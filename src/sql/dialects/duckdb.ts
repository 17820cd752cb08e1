import type { Dialect } from './dialect.js';
import { doubled, checked, splitHidden } from './quote.js';

/** DuckDB: functions of the session are macros, which cost nothing to call. */
export const duckdb: Dialect = {
  key: 'duckdb',
  label: 'DuckDB 1.4 or later',
  ignoresCase: true,
  canRecurse: true,
  types: { text: 'varchar', integer: 'integer', whole: 'bigint', boolean: 'boolean' },

  name: (name) => doubled(checked(name), '"'),
  // A literal has no escapes here: what nobody could see is written by its number.
  text: (text) => {
    const parts = splitHidden(checked(text)).map((part) =>
      typeof part === 'number' ? `chr(${part})` : doubled(part, "'"),
    );
    return parts.length === 1 ? parts[0] : `(${parts.join(' || ')})`;
  },
  character: (codePoint) => `\\x{${codePoint.toString(16)}}`,

  matches: (x, pattern) => `regexp_matches(${x}, ${duckdb.text(pattern)})`,
  extract: (x, pattern) => `regexp_extract(${x}, ${duckdb.text(pattern)}, 1)`,
  // Nearly all values begin and end with a sign that can be seen, which is found out without a pattern.
  strip: (x, pattern) =>
    `case when left(${x}, 1) between '!' and '~' and right(${x}, 1) between '!' and '~' then ${x}\n    else regexp_replace(${x}, ${duckdb.text(pattern)}, '', 'g') end`,
  replace: (x, pattern, before) =>
    `regexp_replace(${x}, ${duckdb.text(pattern)}, ${duckdb.text(`${before}\\1`)})`,
  lower: (x) => `lower(${x})`,
  integer: (x) => `try_cast(${x} as integer)`,
  number: (x) => `try_cast(${x} as double)`,
  byBytes: (x) => x,
  days: (x) => `(try_cast(${x} as date) - date '1970-01-01')`,
  slashDay: (x, order) => `epoch_ms(try_strptime(${x}, '${order === 'dmy' ? '%d/%m/%Y' : '%m/%d/%Y'}'))`,
  stamp: (ms) => `strftime(make_timestamp(${ms} * 1000), '%Y-%m-%dT%H:%M:%S.%gZ')`,
  dayOf: (ms) => `cast(cast(make_timestamp(${ms} * 1000) as date) as varchar)`,
  offset: (ms, zone) => `(epoch_ms(timezone(${zone}, make_timestamptz((${ms}) * 1000))) - (${ms}))`,
  json: (x) => `cast(to_json(${x}) as varchar)`,
  hasCapitalEscapes: true,
  list: (x, order) => `string_agg(${x}, ',' order by ${order})`,

  call: (name, args) => `${name}(${args.join(', ')})`,
  define: ({ name, parameters, body }) =>
    `create or replace temp macro ${name}(${parameters.map(([parameter]) => parameter).join(', ')}) as\n  ${body}`,
  ownFunctions: [],

  opening: [],
  begin: 'begin transaction',
  commit: 'commit',
  step: (name, query) => [`create or replace temp table ${name} as\n${query}`],
  output: (name, query) => [`create or replace table ${name} as\n${query}`],
  ensure: (name, query) => `create table if not exists ${name} as\n${query}\nlimit 0`,
};
