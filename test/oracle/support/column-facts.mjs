// What the columns of tables are, found over all of their values (D 52), in SQL.
import { name, text } from './database.mjs';
import { READ_CELLS } from './macros.mjs';

const IN_MONTH = 'between 1 and 12';
const BEYOND_MONTH = 'between 13 and 31';

/** How many rows of a column hold a value of a kind. */
const rowsThat = (condition) => `coalesce(sum(times) filter (where ${condition}), 0)::integer`;

/**
 * Reads all values of the tables into `readings`, and finds type and date facts of each column.
 * @returns {Promise<Map<string, Map<string, { type: string, empty: number, dates?: object }>>>}
 */
export async function columnFacts(database, tables) {
  const cells = tables.map(
    (table) => `
      select ${text(table)} as of_table, of_column, value, count(*) as times
      from (unpivot ${name(table)} on columns(* exclude (_row, _line)) into name of_column value value) group by all`,
  );
  await database.run(`create or replace temp table cells as ${cells.join(' union all ')}`);
  const [{ unread }] = await database.rows(
    'select count(*)::integer as unread from cells where value not in (select value from readings)',
  );
  if (unread > 0) await database.run(READ_CELLS);
  const rows = await database.rows(`
    select of_table, of_column,
      ${rowsThat(`value = ''`)} as empty,
      ${rowsThat('not is_blank')} as filled,
      ${rowsThat('number is not null')} as numbers,
      ${rowsThat(`text_key in ('true', 'false', 'yes', 'no')`)} as booleans,
      ${rowsThat('mdy is not null')} as readable_mdy,
      ${rowsThat('dmy is not null')} as readable_dmy,
      ${rowsThat('form is not null and has_time')} as with_time,
      ${rowsThat('form is not null and has_zone')} as with_zone,
      ${rowsThat(`form = 'slash'`)} as slash,
      ${rowsThat(`form = 'slash' and first ${BEYOND_MONTH} and second ${IN_MONTH}`)} as day_first,
      ${rowsThat(`form = 'slash' and second ${BEYOND_MONTH} and first ${IN_MONTH}`)} as month_first
    from cells join readings using (value) group by all`);
  const facts = new Map(tables.map((table) => [table, new Map()]));
  for (const row of rows) facts.get(row.of_table).set(row.of_column, factsOf(row));
  return facts;
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
