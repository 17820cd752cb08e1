/** A row of the service. */
export type ServiceRow = Readonly<Record<string, string | number | null>>;
type Value = string | number | boolean | null;
type Expression = (row: ServiceRow) => Value;

export interface FilterRules {
  columns: ReadonlySet<string>;
  /** Texts are compared and searched without heed of case, and `%` and `_` stand for others in `contains`. */
  ignoresCase: boolean;
}

/** The `$filter` is no filter, or names a column that there is none of. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)|(-?\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([(),]))/uy;

interface Token {
  kind: 'text' | 'time' | 'number' | 'name' | 'sign';
  text: string;
}

function tokens(filter: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(filter);
    if (!match) throw new FilterError(`There is an error at position ${at} of the filter.`);
    const [, text, time, number, name, sign] = match;
    if (text !== undefined) found.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (time !== undefined) found.push({ kind: 'time', text: time });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

/** Reads the part of OData's filters that timelines need: and, or, not, comparisons, `contains` and `tolower`. */
export function readFilter(filter: string, rules: FilterRules): (row: ServiceRow) => boolean {
  const reader = new FilterReader(tokens(filter), rules);
  const passes = reader.whole();
  return (row) => passes(row) === true;
}

class FilterReader {
  readonly #tokens: readonly Token[];
  readonly #rules: FilterRules;
  #at = 0;

  constructor(read: readonly Token[], rules: FilterRules) {
    this.#tokens = read;
    this.#rules = rules;
  }

  whole(): Expression {
    const passes = this.#any();
    if (this.#at < this.#tokens.length) throw this.#error();
    return passes;
  }

  #any(): Expression {
    const parts = [this.#all()];
    while (this.#take('or')) parts.push(this.#all());
    return parts.length === 1 ? parts[0] : (row) => parts.some((part) => part(row) === true);
  }

  #all(): Expression {
    const parts = [this.#comparison()];
    while (this.#take('and')) parts.push(this.#comparison());
    return parts.length === 1 ? parts[0] : (row) => parts.every((part) => part(row) === true);
  }

  #comparison(): Expression {
    if (this.#take('not')) {
      const part = this.#comparison();
      return (row) => part(row) !== true;
    }
    const left = this.#operand();
    const operator = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].find((name) => this.#take(name));
    if (!operator) return left;
    const right = this.#operand();
    return (row) => this.#compare(left(row), operator, right(row));
  }

  #operand(): Expression {
    const token = this.#tokens[this.#at++] as Token | undefined;
    if (token?.kind === 'text') return () => token.text;
    if (token?.kind === 'number') return () => Number(token.text);
    if (token?.kind === 'time') return () => new Date(token.text).toISOString();
    if (token?.text === '(') {
      const inside = this.#any();
      this.#need(')');
      return inside;
    }
    if (token?.kind !== 'name') throw this.#error();
    if (token.text === 'null') return () => null;
    if (token.text === 'contains') {
      const [whole, part] = this.#arguments(2);
      return (row) => this.#contains(whole(row), part(row));
    }
    if (token.text === 'tolower' && !this.#rules.ignoresCase) {
      const [value] = this.#arguments(1);
      // As a database without Unicode rules does it.
      return (row) => textOf(value(row)).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    }
    const name = token.text;
    if (!this.#rules.columns.has(name)) {
      throw new FilterError(`Could not find a property named '${name}'.`);
    }
    return (row) => row[name] ?? null;
  }

  #arguments(count: number): Expression[] {
    this.#need('(');
    const read = [this.#any()];
    while (read.length < count) {
      this.#need(',');
      read.push(this.#any());
    }
    this.#need(')');
    return read;
  }

  #compare(left: Value, operator: string, right: Value): boolean {
    if (left === null || right === null) return operator === (left === right ? 'eq' : 'ne');
    const [one, other] = [this.#folded(left), this.#folded(right)];
    if (operator === 'eq') return one === other;
    if (operator === 'ne') return one !== other;
    if (operator === 'gt') return one > other;
    if (operator === 'ge') return one >= other;
    return operator === 'lt' ? one < other : one <= other;
  }

  #contains(whole: Value, part: Value): boolean {
    if (whole === null || part === null) return false;
    const [text, wanted] = [textOf(this.#folded(whole)), textOf(this.#folded(part))];
    if (!this.#rules.ignoresCase) return text.includes(wanted);
    const pattern = wanted
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.');
    return new RegExp(pattern, 's').test(text);
  }

  #folded(value: Exclude<Value, null>): Exclude<Value, null> {
    return this.#rules.ignoresCase && typeof value === 'string' ? value.toLowerCase() : value;
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at] as Token | undefined;
    const isThere = token?.text === text && (token.kind === 'name' || token.kind === 'sign');
    if (isThere) this.#at++;
    return isThere;
  }

  #need(text: string): void {
    if (!this.#take(text)) throw this.#error();
  }

  #error(): FilterError {
    return new FilterError('There is an error in the filter.');
  }
}

function textOf(value: Value): string {
  return value === null ? '' : String(value);
}
