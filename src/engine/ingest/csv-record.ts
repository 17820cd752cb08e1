import { ESCAPED } from './record-batch.js';

export const QUOTE = 0x22;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
const NUL = 0;

/** A record of CSV, read for itself. Places are places in the bytes. */
export interface CsvRecord {
  state: 'complete';
  /** Start and end of the fields, as in `RecordBatch.spans`, at most as many as were asked for. */
  spans: number[];
  /** Fields there are. */
  fields: number;
  /** Text stands behind a closing quote. */
  isMalformed: boolean;
  /** Line ends in the record and behind it. */
  lines: number;
  /** Where the text ends. */
  textEnd: number;
  /** Where the next record begins: behind the line end, if there is one. */
  end: number;
}

/** Why there is no record. */
export type NoCsvRecord =
  /** The bytes end before it, in its last field so far. `quoteLine`: line ends before the open quote, if one is. */
  { state: 'incomplete'; fields: number; quoteLine?: number } | { state: 'nul'; at: number };

export interface CsvRecordOptions {
  delimiter: number;
  /** The data ends with the bytes, and with it the record. */
  isAtEnd: boolean;
  /** Fields to note at most. Default: all. */
  maxFields?: number;
}

/**
 * Reads one record from `start`, by RFC 4180 and what is found in files: LF, CRLF or CR ends a line, a quote
 * inside an unquoted field is a character. Text after a closing quote goes on to the next delimiter. This is the
 * plain way, byte by byte, for headers and for records that the fast loop of `CsvScanner` hands over.
 */
export function readCsvRecord(
  bytes: Uint8Array,
  start: number,
  length: number,
  { delimiter, isAtEnd, maxFields = Infinity }: CsvRecordOptions,
): CsvRecord | NoCsvRecord {
  const spans: number[] = [];
  let fields = 0;
  let isMalformed = false;
  let lines = 0;
  let at = start;
  for (;;) {
    let from = at;
    let flag = 0;
    let to = -1;
    if (at < length && bytes[at] === QUOTE) {
      const quoteLine = lines;
      from = ++at;
      while (to < 0) {
        if (at >= length) return { state: 'incomplete', fields: fields + 1, quoteLine };
        const byte = bytes[at];
        if (byte === NUL) return { state: 'nul', at };
        if (byte !== QUOTE) {
          if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) lines++;
          at++;
        } else if (at + 1 < length && bytes[at + 1] === QUOTE) {
          flag = ESCAPED;
          at += 2;
        } else {
          to = at++;
        }
      }
    }
    const textStart = at;
    while (at < length && !isFieldEnd(bytes[at], delimiter)) {
      if (bytes[at] === NUL) return { state: 'nul', at };
      at++;
    }
    if (to < 0) {
      to = at;
    } else if (at > textStart) {
      isMalformed = true;
      from--;
      to = at;
      flag = 0;
    }
    if (fields++ < maxFields) spans.push(from, (to | flag) >>> 0);
    if (at < length && bytes[at] === delimiter) {
      at++;
      continue;
    }
    const textEnd = at;
    if (at < length) {
      lines++;
      at += bytes[at] === CARRIAGE_RETURN && at + 1 < length && bytes[at + 1] === LINE_FEED ? 2 : 1;
      // The line feed of a CRLF may be the next byte to come.
      if (at === length && bytes[at - 1] === CARRIAGE_RETURN && !isAtEnd)
        return { state: 'incomplete', fields };
    } else if (!isAtEnd) {
      return { state: 'incomplete', fields };
    }
    return { state: 'complete', spans, fields, isMalformed, lines, textEnd, end: at };
  }
}

function isFieldEnd(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
