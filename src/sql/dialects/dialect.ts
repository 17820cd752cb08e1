import type { DateOrder } from '../../model/model.js';

/** Engines that {@link toSql} writes for. */
export type SqlDialect = 'duckdb' | 'postgres' | 'spark';

/** Types of columns and parameters, by what they hold. */
export type SqlType = 'text' | 'integer' | 'whole' | 'boolean';

/** A function of the session, as a dialect defines it. */
export interface FunctionText {
  name: string;
  parameters: readonly (readonly [name: string, type: SqlType])[];
  returns: SqlType;
  body: string;
}

/**
 * What one engine writes in its own way. Arguments are expressions of SQL unless they are called a name, a text or a
 * pattern; patterns are those that RE2, Java and PostgreSQL read alike.
 */
export interface Dialect {
  readonly key: SqlDialect;
  /** For people, with the oldest release that has all that is used. */
  readonly label: string;
  /** Column names that differ by case only are the same. */
  readonly ignoresCase: boolean;
  /** Has recursive queries that end where nothing new is found. */
  readonly canRecurse: boolean;
  readonly types: Readonly<Record<SqlType, string>>;

  /** An identifier; throws `name-invalid` for one that the engine cannot have. */
  name(name: string): string;
  /** A literal. Whatever the text holds, it ends where it should. */
  text(text: string): string;
  /** A character in a pattern. */
  character(codePoint: number): string;

  matches(x: string, pattern: string): string;
  /** The first group of a pattern; empty where it does not match. */
  extract(x: string, pattern: string): string;
  /** Without what stands before and behind it; `pattern` matches either. */
  strip(x: string, pattern: string): string;
  /** With a text put before what the first group of a pattern matches, once. */
  replace(x: string, pattern: string, before: string): string;
  lower(x: string): string;
  /** A whole number from digits. */
  integer(x: string): string;
  /** A number from plain decimals; null for what is none. */
  number(x: string): string;
  /** In the order of its bytes. */
  byBytes(x: string): string;
  /** Days since 1970 of a day `YYYY-MM-DD`; null where there is no such day. */
  days(x: string): string;
  /** Milliseconds since 1970 of a day with slashes, where the engine has a quick way; null for none. */
  slashDay(x: string, order: DateOrder): string | null;
  /** `YYYY-MM-DDThh:mm:ss.mmmZ` of milliseconds since 1970. */
  stamp(ms: string): string;
  /** `YYYY-MM-DD` of milliseconds since 1970. */
  dayOf(ms: string): string;
  /** Milliseconds that the clocks of a zone are ahead of UTC at an instant in milliseconds since 1970. */
  offset(ms: string, zone: string): string;
  /** A text as a JSON string. */
  json(x: string): string;
  /** True where {@link json} writes the numbers of control characters in capital letters. */
  hasCapitalEscapes: boolean;
  /** Texts of a group in an order, with commas between. */
  list(x: string, order: string): string;

  /** How a function of the session is called, and made. */
  call(name: string, args: readonly string[]): string;
  define(text: FunctionText): string;
  /** Functions that the others need of this dialect only. */
  readonly ownFunctions: readonly FunctionText[];

  /** Statements before all others, around those that change tables, and for the two kinds of tables. */
  readonly opening: readonly string[];
  readonly begin: string | null;
  readonly commit: string | null;
  step(name: string, query: string): string[];
  output(name: string, query: string): string[];
  /** A table with the columns of a query and without a row, unless it is there. */
  ensure(name: string, query: string): string;
}
