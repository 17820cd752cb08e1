// What the columns of a table are, found over all of their values (D 52), in SQL.
import { name } from './database.mjs';
import { readDates, utcMs } from './macros.mjs';

const IN_MONTH = 'between 1 and 12';
const BEYOND_MONTH = 'between 13 and 31';

/**
 * Types and date facts of columns, by name.
 * @returns {Promise<Map<string, { type: string, empty: number, dates?: object }>>}
 */
export async function columnFacts(database, table, columns) {
  const queries = columns.map((column, i) => factsQuery(name(table), name(column), i));
  const rows = await database.rows(queries.join(' union all ') + ' order by position');
  return new Map(rows.map((row, i) => [columns[i], factsOf(row)]));
}

function factsQuery(table, column, position) {
  const mdy = utcMs('mdy', 'false', 'true', undefined);
  const dmy = utcMs('dmy', 'false', 'true', undefined);
  return `
    select ${position} as position,
      coalesce(sum(times) filter (where bare_ascii(d.value) = ''), 0)::integer as blank,
      coalesce(sum(times) filter (where d.value = ''), 0)::integer as empty,
      coalesce(sum(times) filter (where bare_ascii(d.value) <> ''), 0)::integer as filled,
      coalesce(sum(times) filter (where is_number(bare_ascii(d.value))), 0)::integer as numbers,
      coalesce(sum(times) filter (where lower(bare_ascii(d.value)) in ('true', 'false', 'yes', 'no')), 0)::integer as booleans,
      coalesce(sum(times) filter (where (${mdy}) is not null), 0)::integer as readable_mdy,
      coalesce(sum(times) filter (where (${dmy}) is not null), 0)::integer as readable_dmy,
      coalesce(sum(times) filter (where form is not null and has_time), 0)::integer as with_time,
      coalesce(sum(times) filter (where form is not null and has_zone), 0)::integer as with_zone,
      coalesce(sum(times) filter (where form = 'slash'), 0)::integer as slash,
      coalesce(sum(times) filter (where form = 'slash' and first ${BEYOND_MONTH} and second ${IN_MONTH}), 0)::integer as day_first,
      coalesce(sum(times) filter (where form = 'slash' and second ${BEYOND_MONTH} and first ${IN_MONTH}), 0)::integer as month_first
    from (${readDates(table, column)}) d
    join (select ${column} as value, count(*) as times from ${table} group by 1) c on c.value = d.value`;
}

function factsOf(row) {
  const order =
    row.slash === 0
      ? null
      : row.day_first === 0 && row.month_first === 0
        ? 'ambiguous'
        : row.day_first > row.month_first
          ? 'dmy'
          : 'mdy';
  const readable = order === 'dmy' ? row.readable_dmy : row.readable_mdy;
  const unreadable = row.filled - readable;
  const plain =
    row.filled === 0
      ? 'text'
      : row.numbers === row.filled
        ? 'number'
        : row.booleans === row.filled
          ? 'boolean'
          : 'text';
  const areDates = readable > 0 && unreadable * 10 <= row.filled;
  return {
    type: areDates ? (row.with_time > 0 ? 'datetime' : 'date') : plain,
    empty: row.empty,
    ...(readable > 0 && {
      dates: {
        readable,
        unreadable,
        withTime: row.with_time,
        withZone: row.with_zone,
        slash: row.slash,
        dayFirst: row.day_first,
        monthFirst: row.month_first,
        order,
      },
    }),
  };
}
