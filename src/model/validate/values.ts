import type { DateColumnFacts } from '../dates.js';
import type { DateOrder } from '../model.js';
import type { Inspection } from './inspection.js';

/** n of m values do not fit. */
export interface Misfits {
  n: number;
  m: number;
}

/**
 * Values of a column that are no dates; none while nobody has looked at them, and none of a column whose
 * numbers the model declares to be Unix times, of which no date fact speaks.
 */
export function misfitDates(
  inspection: Inspection,
  table: string,
  column: string,
  order?: DateOrder,
): Misfits {
  const type = inspection.column(table, column)?.type;
  if (type === 'unix-seconds' || type === 'unix-milliseconds') return { n: 0, m: 0 };
  const facts = inspection.dateFacts(table, column);
  const m = inspection.filledRows(table, column);
  // A column is looked at for dates whenever it is looked at; no facts mean that no value is one.
  if (facts === undefined) return { n: m, m };
  const values = facts.readable + facts.unreadable;
  return { n: unreadableIn(facts, values, order), m: values };
}

/**
 * Values of a column that are no numbers. A profile has counted them; without one, values that were found to
 * be dates or yes and no are none, and of a text it is not known.
 */
export function misfitNumbers(inspection: Inspection, table: string, column: string): Misfits {
  const profile = inspection.profile(table, column);
  if (profile?.numbers !== undefined) {
    const m = profile.rows - profile.empty;
    return { n: m - profile.numbers, m };
  }
  const type = inspection.foundColumn(table, column)?.type;
  const m = inspection.filledRows(table, column);
  return { n: type === 'date' || type === 'datetime' || type === 'boolean' ? m : 0, m };
}

/**
 * The facts count under the order that the values settled. Under the other one, the dates that only the
 * first can read drop out and those that only the other can read come in.
 */
function unreadableIn(facts: DateColumnFacts, values: number, order: DateOrder | undefined): number {
  const { unreadable, dayFirst, monthFirst } = facts;
  const counted = facts.order === 'dmy' ? 'dmy' : 'mdy';
  if (order === undefined || order === counted) return unreadable;
  const change = counted === 'dmy' ? dayFirst - monthFirst : monthFirst - dayFirst;
  return Math.min(Math.max(unreadable + change, 0), values);
}
