import { commentLine } from './dialects/quote.js';

/** A statement with the comment lines above it. */
export interface SqlStatement {
  comment: readonly string[];
  sql: string;
}

/** Statements in order, under headings. */
export class Script {
  readonly statements: SqlStatement[] = [];
  #heading: string[] = [];

  /** Stands above the next statement. */
  heading(text: string): void {
    this.#heading.push('', `== ${text} ==`);
  }

  add(comment: string, ...statements: string[]): void {
    statements.forEach((sql, i) => {
      const lines = i === 0 ? [...this.#heading, ...(comment === '' ? [] : comment.split('\n'))] : [];
      this.statements.push({ comment: lines, sql });
    });
    if (statements.length > 0) this.#heading = [];
  }
}

/** The text of statements. */
export function writeStatements(statements: readonly SqlStatement[]): string {
  return statements
    .map(({ comment, sql }) => {
      const lines = comment.map((line) => (line === '' ? '' : commentLine(line)));
      return [...lines, `${sql};`, ''].join('\n');
    })
    .join('\n');
}
