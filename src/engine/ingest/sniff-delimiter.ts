import { readCsvRecord } from './csv-record.js';

/** In the order in which they are preferred where nothing else decides. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records that are looked at. */
const MAX_RECORDS = 100;

interface Split {
  delimiter: string;
  /** Fields of the header. */
  fields: number;
  /** Share of the records that have as many. */
  evenness: number;
  /** Splits the header, and half of the records or more. */
  isLikely: boolean;
}

/**
 * The delimiter that splits the first records most evenly, outside quotes, of those that split the header and most
 * records at all. Where none does, there is one column, and the delimiter is the first that leaves the header whole.
 */
export function detectDelimiter(head: Uint8Array, isWholeSource: boolean): string {
  const splits = DELIMITERS.map((delimiter) => split(head, delimiter, isWholeSource));
  const likely = splits.filter(({ isLikely }) => isLikely);
  likely.sort((a, b) => b.evenness - a.evenness || b.fields - a.fields);
  return (likely[0] ?? splits.find(({ fields }) => fields === 1) ?? splits[0]).delimiter;
}

function split(head: Uint8Array, delimiter: string, isAtEnd: boolean): Split {
  const options = { delimiter: delimiter.charCodeAt(0), isAtEnd, maxFields: 0 };
  let fields = 0;
  let records = 0;
  let alike = 0;
  let divided = 0;
  for (let at = 0; at < head.length && records < MAX_RECORDS;) {
    const record = readCsvRecord(head, at, head.length, options);
    if (record.state !== 'complete') break;
    if (record.textEnd > at) {
      records++;
      fields ||= record.fields;
      if (record.fields === fields) alike++;
      if (record.fields > 1) divided++;
    }
    at = record.end;
  }
  return { delimiter, fields, evenness: alike / records, isLikely: fields > 1 && divided * 2 >= records };
}
