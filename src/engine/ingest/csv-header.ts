import { AdapterError } from '../../model/errors.js';
import type { ByteReader } from './byte-reader.js';
import { MAX_COLUMNS, tooManyColumns } from './column-limit.js';
import { takeCsvRecord } from './take-csv-record.js';
import { decodeSpan } from './unescape.js';

export interface CsvHeader {
  /** Column names without the blanks around them. */
  columns: readonly string[];
  /** Where the bytes behind it begin in the reader's buffer, and their line. */
  end: number;
  line: number;
}

/**
 * Reads the header row: the first line that is not blank. Throws `header-empty` and `header-duplicate`, and
 * `empty-file` when there is no such line, and `unsupported` for too many columns.
 */
export async function readCsvHeader(reader: ByteReader, delimiter: number): Promise<CsvHeader> {
  let at = 0;
  let line = 1;
  await reader.refill(0);
  for (;;) {
    if (at >= reader.length && reader.isAtEnd) throw blankFile();
    const record = takeCsvRecord(reader, at, { delimiter, line, maxFields: MAX_COLUMNS });
    if (record === undefined) {
      await reader.refill(at);
      at = 0;
      continue;
    }
    line += record.lines;
    if (record.fields > MAX_COLUMNS) throw tooManyColumns();
    if (record.textEnd > at) {
      const columns = columnNames(reader.bytes, record.spans);
      requireDistinctNames(columns);
      return { columns, end: record.end, line };
    }
    at = record.end;
  }
}

function columnNames(bytes: Uint8Array, spans: readonly number[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < spans.length; i += 2) names.push(decodeSpan(bytes, spans[i], spans[i + 1]).trim());
  return names;
}

function requireDistinctNames(columns: readonly string[]): void {
  const position = columns.indexOf('') + 1;
  if (position > 0) {
    throw new AdapterError(
      'header-empty',
      `Column ${position} of the header row has no name. Give every column a name of its own.`,
      { detail: { position } },
    );
  }
  const names = new Set<string>();
  for (const name of columns) {
    if (names.has(name)) {
      const positions = columns.flatMap((other, index) => (other === name ? [index + 1] : []));
      throw new AdapterError(
        'header-duplicate',
        `Columns ${positions.join(' and ')} of the header row are called “${name}”. Give every column a name of its own.`,
        { detail: { name, positions } },
      );
    }
    names.add(name);
  }
}

function blankFile(): AdapterError {
  return new AdapterError(
    'empty-file',
    'The file holds blank lines only. Choose one with a header row and rows.',
  );
}
