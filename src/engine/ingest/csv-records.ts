import type { ByteReader } from './byte-reader.js';
import { readCsvHeader } from './csv-header.js';
import { CsvScanner } from './csv-scanner.js';
import { noRows } from './no-rows.js';
import type { RecordBatch } from './record-batch.js';

/** Reads CSV with a header row. The last batch may be empty; it stands for the end of the source. */
export async function* readCsv(reader: ByteReader, delimiter: string): AsyncGenerator<RecordBatch, void> {
  const delimiterByte = delimiter.charCodeAt(0);
  const { columns, end, line } = await readCsvHeader(reader, delimiterByte);
  const scanner = new CsvScanner({ columns: columns.length, delimiter: delimiterByte, line });
  let from = end;
  let read = 0;
  for (;;) {
    const to = scanner.scan(reader, from);
    const { rows, spans, lines, setAside } = scanner;
    const found = rows + setAside.length;
    read += found;
    if (reader.isAtEnd && read === 0) throw noRows();
    if (reader.isAtEnd || found > 0) {
      yield { columns, bytes: reader.bytes, rows, spans, lines, setAside, bytesRead: reader.offset + to };
    }
    if (reader.isAtEnd) return;
    await reader.refill(to);
    from = 0;
  }
}
