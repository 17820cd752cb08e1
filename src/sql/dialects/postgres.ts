import { AdapterError } from '../../model/errors.js';
import type { Dialect, FunctionText } from './dialect.js';
import { doubled, escaped, isPlain, checked } from './quote.js';

/** Longer names are cut by the engine without a word, and might then be another's. */
const NAME_BYTES = 63;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'" };

/** A timestamp to the millisecond, whatever its year: an interval times a number would be rounded. */
const ownFunctions: readonly FunctionText[] = [
  {
    name: 'at_timestamp',
    parameters: [['ms', 'whole']],
    returns: 'text',
    body: `timestamp '1970-01-01' + make_interval(
    days => cast(floor(ms / 86400000.0) as integer),
    secs => cast(ms - floor(ms / 86400000.0) * 86400000 as double precision) / 1000)`,
  },
];

/** PostgreSQL: functions live in the session's own schema, so nothing of them stays. */
export const postgres: Dialect = {
  key: 'postgres',
  label: 'PostgreSQL 17 or later, in UTF-8',
  ignoresCase: false,
  canRecurse: true,
  types: { text: 'text', integer: 'integer', whole: 'bigint', boolean: 'boolean' },

  name: (name) => {
    if (new TextEncoder().encode(checked(name)).length <= NAME_BYTES) return doubled(name, '"');
    throw new AdapterError(
      'name-invalid',
      `The name “${name}” has more than ${NAME_BYTES} bytes, which PostgreSQL cuts off. Choose a shorter one.`,
      { detail: { name } },
    );
  },
  // E'' means the same whatever the server's standard_conforming_strings says.
  text: (text) =>
    isPlain(text) && !text.includes('\\') ? doubled(text, "'") : `E'${escaped(checked(text), ESCAPES)}'`,
  character: (codePoint) => `\\u${codePoint.toString(16).padStart(4, '0')}`,

  matches: (x, pattern) => `${x} ~ ${postgres.text(pattern)}`,
  extract: (x, pattern) => `coalesce((regexp_match(${x}, ${postgres.text(pattern)}))[1], '')`,
  strip: (x, pattern) => `regexp_replace(${x}, ${postgres.text(pattern)}, '', 'g')`,
  replace: (x, pattern, before) =>
    `regexp_replace(${x}, ${postgres.text(pattern)}, ${postgres.text(`${before}\\1`)})`,
  lower: (x) => `lower(${x} collate "pg_c_utf8")`,
  integer: (x) => `cast(${x} as integer)`,
  number: (x) => `case when pg_input_is_valid(${x}, 'numeric') then cast(${x} as numeric) end`,
  byBytes: (x) => `${x} collate "C"`,
  days: (x) => `case when pg_input_is_valid(${x}, 'date') then cast(${x} as date) - date '1970-01-01' end`,
  slashDay: () => null,
  stamp: (ms) => `to_char(pg_temp.at_timestamp(${ms}), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  dayOf: (ms) => `to_char(pg_temp.at_timestamp(${ms}), 'YYYY-MM-DD')`,
  offset: (ms, zone) =>
    `cast(extract(epoch from ((pg_temp.at_timestamp(${ms}) at time zone 'UTC') at time zone ${zone}) - pg_temp.at_timestamp(${ms})) * 1000 as bigint)`,
  json: (x) => `cast(to_json(${x}) as text)`,
  hasCapitalEscapes: false,
  list: (x, order) => `string_agg(${x}, ',' order by ${order})`,

  call: (name, args) => `pg_temp.${name}(${args.join(', ')})`,
  define: ({ name, parameters, returns, body }) => {
    const type = name === 'at_timestamp' ? 'timestamp' : postgres.types[returns];
    const list = parameters.map(([parameter, of]) => `${parameter} ${postgres.types[of]}`).join(', ');
    return `create or replace function pg_temp.${name}(${list}) returns ${type}\n  language sql immutable\n  return ${body}`;
  },
  ownFunctions,

  opening: [`set datestyle = 'ISO, YMD'`],
  begin: 'begin',
  commit: 'commit',
  step: (name, query) => [
    `drop table if exists pg_temp.${name}`,
    `create temporary table ${name} as\n${query}`,
    `analyze pg_temp.${name}`,
  ],
  output: (name, query) => [`drop table if exists ${name}`, `create table ${name} as\n${query}`],
  ensure: (name, query) => `create table if not exists ${name} as\n${query}\nwith no data`,
};
