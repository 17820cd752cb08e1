import type { OutputRow } from './rows.js';

/**
 * What a spreadsheet may take for the start of a formula: the signs, their full-width forms, and white space that some
 * programs drop before they look. Quotes before it are part of the pattern, so that a guard can be told from the text.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;
/** Semicolon and tab too: spreadsheets of many countries split there. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * A line of CSV by RFC 4180, CRLF included. A cell that a spreadsheet might run as a formula gets an apostrophe in
 * front, which makes it text there; plain negative numbers stay numbers. The guard can be undone: whatever begins with
 * apostrophes and one of those signs had one apostrophe less.
 */
export function csvLine(row: OutputRow): string {
  // An only cell without a text would look like no row at all.
  if (row.length === 1 && (row[0] ?? '') === '') return '""\r\n';
  let line = '';
  for (let i = 0; i < row.length; i++) {
    if (i > 0) line += ',';
    line += csvCell(row[i] ?? '');
  }
  return `${line}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
