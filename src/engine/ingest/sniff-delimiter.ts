import { QUOTE, readCsvRecord, type CsvRecord, type NoCsvRecord } from './csv-record.js';

/** In the order in which they are preferred where nothing else decides. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records that are looked at. */
const MAX_RECORDS = 100;

interface Split {
  delimiter: string;
  /** Fields of the header. */
  fields: number;
  /** Share of the records that have as many, and no quote in the middle of a field. */
  evenness: number;
  /** Splits the header, and, unless it is the comma of RFC 4180, half of the records or more. */
  isLikely: boolean;
}

/**
 * The delimiter that splits the first records most evenly, outside quotes, of those that split the header. Where
 * none does, there is one column, and the delimiter is one that leaves the records whole.
 */
export function detectDelimiter(head: Uint8Array, isWholeSource: boolean): string {
  const splits = DELIMITERS.map((delimiter) => split(head, delimiter, isWholeSource));
  splits.sort(
    (a, b) => Number(b.isLikely) - Number(a.isLikely) || b.evenness - a.evenness || b.fields - a.fields,
  );
  return splits[0].delimiter;
}

function split(head: Uint8Array, delimiter: string, isAtEnd: boolean): Split {
  const options = { delimiter: delimiter.charCodeAt(0), isAtEnd };
  let fields = 0;
  let records = 0;
  let alike = 0;
  let divided = 0;
  for (let at = 0; at < head.length && records < MAX_RECORDS;) {
    const record = readCsvRecord(head, at, head.length, options);
    if (record.state === 'nul') break;
    // A last record that is cut off tells nothing, unless it is all there is.
    if (record.state === 'incomplete' && records > 0) break;
    const isBlank = record.state === 'complete' && record.textEnd === at;
    if (!isBlank) {
      records++;
      fields ||= record.fields;
      if (record.fields === fields && !hasStrayQuote(head, at, record)) alike++;
      if (record.fields > 1) divided++;
    }
    if (record.state === 'incomplete') break;
    at = record.end;
  }
  const isLikely = fields > 1 && (delimiter === ',' || divided * 2 >= records);
  return { delimiter, fields, evenness: alike / Math.max(1, records), isLikely };
}

/** A quote that does not begin a field: seen through the wrong delimiter, quotes stand anywhere. */
function hasStrayQuote(bytes: Uint8Array, at: number, record: CsvRecord | NoCsvRecord): boolean {
  if (record.state !== 'complete') return false;
  if (record.isMalformed) return true;
  const { spans } = record;
  for (let i = 0; i < spans.length; i += 2) {
    const start = spans[i];
    const isQuoted = start > at && bytes[start - 1] === QUOTE;
    if (!isQuoted && bytes.subarray(start, spans[i + 1]).includes(QUOTE)) return true;
  }
  return false;
}
