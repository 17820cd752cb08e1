import type { Dialect, FunctionText } from '../dialects/dialect.js';
import type { FunctionDefinition, FunctionName } from './definition.js';
import { TEXT_FUNCTIONS } from './text-functions.js';
import { TIME_FUNCTIONS } from './time-functions.js';

const FUNCTIONS: Readonly<Record<FunctionName, FunctionDefinition>> = {
  ...TEXT_FUNCTIONS,
  ...TIME_FUNCTIONS,
};

/** The functions that a script calls, written once at its head. */
export class SessionFunctions {
  readonly #dialect: Dialect;
  readonly #used = new Set<FunctionName>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** A call; the function will be there. */
  call(name: FunctionName, ...args: string[]): string {
    if (!this.#used.has(name)) {
      this.#used.add(name);
      this.#bodyOf(name);
    }
    return this.#dialect.call(name, args);
  }

  /** Their definitions, each with a comment. */
  definitions(): { about: string; sql: string }[] {
    const d = this.#dialect;
    const needsOwn = (['at_stamp', 'at_offset'] as const).some((name) => this.#used.has(name));
    return [
      ...(needsOwn ? d.ownFunctions : []).map((own) => ({ about: '', sql: d.define(own) })),
      ...(Object.keys(FUNCTIONS) as FunctionName[])
        .filter((name) => this.#used.has(name))
        .map((name) => ({ about: FUNCTIONS[name].about, sql: d.define(this.#textOf(name)) })),
    ];
  }

  #textOf(name: FunctionName): FunctionText {
    const { parameters, returns } = FUNCTIONS[name];
    return {
      name,
      parameters: Object.entries(parameters),
      returns,
      body: this.#bodyOf(name),
    };
  }

  #bodyOf(name: FunctionName): string {
    return FUNCTIONS[name].body(this.#dialect, (other, ...args) => this.call(other, ...args));
  }
}
