import type { Dialect, SqlType } from '../dialects/dialect.js';

/** Functions of the session that a script may define at its head. */
export type FunctionName =
  | 'at_trim'
  | 'at_bare'
  | 'at_blank'
  | 'at_shifted'
  | 'at_number'
  | 'at_lower'
  | 'at_unspaced'
  | 'at_json'
  | 'at_clock'
  | 'at_hour'
  | 'at_zone'
  | 'at_in_range'
  | 'at_day'
  | 'at_iso'
  | 'at_slash'
  | 'at_unblank'
  | 'at_time_mdy'
  | 'at_time_dmy'
  | 'at_offset'
  | 'at_by_offsets'
  | 'at_in_zone'
  | 'at_unix'
  | 'at_stamp';

/** How a function calls another. */
export type CallFunction = (name: FunctionName, ...args: string[]) => string;

/** What a function is for, what it takes and answers, and how it is written. */
export interface FunctionDefinition {
  about: string;
  parameters: Readonly<Record<string, SqlType>>;
  returns: SqlType;
  body(d: Dialect, f: CallFunction): string;
}

/** Functions of one kind, by name. */
export type FunctionDefinitions<Name extends FunctionName> = Readonly<Record<Name, FunctionDefinition>>;

/** Characters by their numbers, alone or from one to another. */
export type CharacterSet = readonly (number | readonly [number, number])[];

/** The parameter of functions of one text. */
export const TEXT = { t: 'text' } as const;

/** A pattern of one character of a set. */
export function characterClass(d: Dialect, characters: CharacterSet): string {
  const set = characters
    .map((range) =>
      typeof range === 'number' ? d.character(range) : range.map((end) => d.character(end)).join('-'),
    )
    .join('');
  return `[${set}]`;
}

/** A pattern of whatever of a set stands before or behind. */
export function around(d: Dialect, characters: CharacterSet): string {
  const set = characterClass(d, characters);
  return `^${set}+|${set}+$`;
}
