import type { ColumnType, Comparison } from '../model/model.js';
import type { Scope } from './scope.js';
import { timeOf } from './times.js';

/** What values of a column are compared as: numbers and dates are the same when they mean the same. */
export type ValueKind = 'text' | 'number' | 'date';

/** A value as expressions of one query after another: what is used twice has to be a column. */
export interface StagedValue {
  /** From the table `t`. */
  read: string;
  /** From `s`, where what was read has this name. */
  work(name: string): string;
  /** From `f`, where what was worked out has this name and what was read the other. */
  done(name: string, read: string): string;
}

export function kindOf(type: ColumnType): ValueKind {
  if (type === 'text' || type === 'boolean') return 'text';
  return type === 'number' ? 'number' : 'date';
}

/**
 * A value in the form in which a condition compares it; null where it is never the same as another (D 65). As the engine
 * has it, only a condition that changes nothing takes numbers and dates by their meaning.
 */
export function comparedValue(
  scope: Scope,
  table: string,
  column: string,
  kind: ValueKind,
  comparison: Comparison,
): StagedValue {
  const { normalize = [], alias = {}, bypass = [] } = comparison;
  const isPlain = normalize.length + Object.keys(alias).length + bypass.length === 0;
  if (isPlain && kind === 'number') return numberValue(scope, table, column);
  if (isPlain && kind === 'date') {
    const time = timeValue(scope, table, column);
    const { text } = scope.dialect.types;
    return {
      ...time,
      read: scope.value(table, column),
      work: (name) => time.work(scope.call('at_unblank', name)),
      done: (name, read) =>
        `nullif(coalesce(cast(${time.done(name, scope.call('at_unblank', read))} as ${text}), ${read}), '')`,
    };
  }
  const read = normalize.reduce(
    (x, step) => scope.call(step === 'lowercase' ? 'at_lower' : 'at_unspaced', x),
    scope.value(table, column),
  );
  return { read, work: (name) => mapped(scope, name, comparison), done: (name) => `nullif(${name}, '')` };
}

/** Aliases and values that match nothing, both compared as they are after normalisation. */
function mapped(scope: Scope, x: string, { normalize = [], alias = {}, bypass = [] }: Comparison): string {
  const inForm = (text: string): string =>
    normalize.reduce(
      (value, step) => (step === 'lowercase' ? value.toLowerCase() : value.replace(/\s+/gu, '')),
      text,
    );
  const passed = new Set(bypass.map(inForm));
  const targets = new Map([...passed].map((text): [string, string | null] => [text, null]));
  for (const [from, to] of Object.entries(alias)) {
    if (!passed.has(inForm(from))) targets.set(inForm(from), passed.has(inForm(to)) ? null : inForm(to));
  }
  if (targets.size === 0) return x;
  const cases = [...targets].map(
    ([from, to]) => `when ${scope.text(from)} then ${to === null ? 'null' : scope.text(to)}`,
  );
  return `case ${x} ${cases.join(' ')} else ${x} end`;
}

/** Plain decimals of a column of numbers. */
export function numberValue(scope: Scope, table: string, column: string): StagedValue {
  return {
    read: scope.call('at_trim', scope.value(table, column)),
    work: (name) => scope.call('at_number', name),
    done: (name) => `nullif(${name}, '')`,
  };
}

/** Milliseconds of a column of dates, read by what the column itself settles. */
export function timeValue(scope: Scope, table: string, column: string): StagedValue {
  const { type, dates } = scope.column(table, column);
  const time = timeOf(scope, type, dates?.order === 'dmy' ? 'dmy' : 'mdy');
  return {
    read: time.trimmed(scope.value(table, column)),
    work: time.written,
    done: time.ms,
  };
}
