import { csvLine } from './csv.js';
import type { OutputFormat, OutputRow, OutputTable } from './rows.js';

/** Size of a piece at most; a value longer than that goes over several. */
const PIECE_BYTES = 64 << 10;

/**
 * Writes rows as UTF-8 without a byte order mark, in pieces of bounded size. CSV: a header, then one line for each row
 * ({@link csvLine}); NDJSON: one object for each row, with all columns.
 */
export async function* writeRows(
  { columns, batches }: OutputTable,
  format: OutputFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const lineOf = format === 'csv' ? csvLine : jsonLine(columns);
  let text = format === 'csv' ? csvLine(columns) : '';
  for await (const batch of batches) {
    for (const row of batch) {
      text += lineOf(row);
      if (text.length < PIECE_BYTES) continue;
      yield* pieces(text);
      text = '';
    }
  }
  yield* pieces(text);
}

function jsonLine(columns: readonly string[]): (row: OutputRow) => string {
  const names = columns.map((column, i) => `${i === 0 ? '{' : ','}${JSON.stringify(column)}:`);
  return (row) => {
    let line = '';
    for (let i = 0; i < names.length; i++) line += names[i] + JSON.stringify(row[i] ?? null);
    return `${line}}\n`;
  };
}

function* pieces(text: string): Generator<Uint8Array<ArrayBuffer>, void, void> {
  const encoder = new TextEncoder();
  const piece = new Uint8Array(PIECE_BYTES);
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + PIECE_BYTES);
    // A surrogate pair cut in two would come out as two replacement marks.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    const { read, written } = encoder.encodeInto(text.slice(at, end), piece);
    at += read;
    yield piece.slice(0, written);
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
