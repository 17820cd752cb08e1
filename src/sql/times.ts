import type { ColumnType, DateOrder } from '../model/model.js';
import type { Scope } from './scope.js';

/**
 * How the times of a column are read (D 52), as expressions for one query after another: a function of DuckDB is no more
 * than text put in its place, so that what is used twice has to be a column.
 */
export interface TimeExpressions {
  /** A value without what may stand around a time. */
  trimmed(x: string): string;
  /** Of a trimmed value the milliseconds since 1970, as far as it tells them itself; null for what is no time. */
  written(x: string): string;
  /** Of what is written and the trimmed value the instant; null outside of the years 0001 to 9999. */
  ms(written: string, x: string): string;
  /** False for a calendar date. */
  hasTime(x: string): string;
}

export function timeOf(scope: Scope, type: ColumnType, order: DateOrder, timeZone?: string): TimeExpressions {
  const trimmed = (x: string): string => scope.call('at_unblank', x);
  const hasTime = (x: string): string => `position(':' in ${x}) > 0`;
  const inRange = (x: string): string => scope.call('at_in_range', x);
  if (type === 'unix-seconds' || type === 'unix-milliseconds') {
    const unit = type === 'unix-seconds' ? '1000' : '1';
    return { trimmed, written: (x) => scope.call('at_unix', x, unit), ms: inRange, hasTime: () => 'true' };
  }
  const written = (x: string): string => scope.call(order === 'dmy' ? 'at_time_dmy' : 'at_time_mdy', x);
  const zone = timeZone === undefined ? null : zoneName(timeZone);
  if (zone === null) return { trimmed, written, ms: inRange, hasTime };
  return {
    trimmed,
    written,
    hasTime,
    // Times with a zone of their own, and days, are as written.
    ms: (at, x) =>
      `case when ${hasTime(x)} and not ${scope.dialect.matches(`substr(${x}, 17)`, '[Zz+-]')} then ${inRange(scope.call('at_in_zone', inRange(at), scope.text(zone)))} else ${inRange(at)} end`,
  };
}

/** The name that all engines have for a zone; null for UTC. */
function zoneName(timeZone: string): string | null {
  const name = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  return ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'].includes(name) ? null : name;
}
