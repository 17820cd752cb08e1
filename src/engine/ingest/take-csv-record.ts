import { AdapterError } from '../../model/errors.js';
import type { TextBuffer } from './byte-reader.js';
import { readCsvRecord, type CsvRecord } from './csv-record.js';
import { nonText, requireText } from './text-check.js';

/** A longer record is taken for a quote that nobody closed, before it fills the memory. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

export interface TakeCsvRecordOptions {
  delimiter: number;
  maxFields?: number;
  /** Line of the record. */
  line: number;
}

/**
 * Reads and checks the record at a place of a buffer; undefined: more bytes have to come first. Throws
 * `unclosed-quote`, and `not-text` or `encoding` for what is no text.
 */
export function takeCsvRecord(
  buffer: TextBuffer,
  at: number,
  { delimiter, maxFields, line }: TakeCsvRecordOptions,
): CsvRecord | undefined {
  const { bytes, length } = buffer;
  const isTooLong = length - at > MAX_RECORD_BYTES;
  const isAtEnd = buffer.isAtEnd && !isTooLong;
  const limit = isTooLong ? at + MAX_RECORD_BYTES : length;
  const record = readCsvRecord(bytes, at, limit, { delimiter, isAtEnd, maxFields });
  if (record.state === 'incomplete' && !isTooLong && !isAtEnd) return undefined;
  // Bytes that are no text come first: they may be why the record makes no sense.
  if (record.state === 'nul') {
    requireText(buffer, at, record.at);
    throw nonText(buffer, record.at);
  }
  if (record.state === 'complete') {
    requireText(buffer, at, record.end);
    return record;
  }
  if (isAtEnd) requireText(buffer, at, length);
  throw record.quoteLine === undefined ? tooLong(line) : unclosedQuote(line + record.quoteLine);
}

function unclosedQuote(line: number): AdapterError {
  return new AdapterError(
    'unclosed-quote',
    `A quote opens in line ${line} and is never closed. Close it, or double it if it belongs to the text.`,
    { detail: { line } },
  );
}

function tooLong(line: number): AdapterError {
  return new AdapterError(
    'not-text',
    `Line ${line} is longer than 16 MiB, so the file is hardly a table. Choose a CSV, JSON or NDJSON file.`,
    { detail: { line } },
  );
}
