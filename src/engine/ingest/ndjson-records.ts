import { mayLoseDigits, parseWithAllDigits } from './all-digits.js';
import type { ByteReader } from './byte-reader.js';
import { LINE_FEED } from './csv-record.js';
import { decodeWhole } from './decode-whole.js';
import { noRows } from './no-rows.js';
import { ObjectRecords } from './object-records.js';
import type { RecordBatch } from './record-batch.js';
import { requireText } from './text-check.js';

/** Reads NDJSON: an object a line. Blank lines are no records; a line that is no JSON is set aside. */
export async function* readNdjson(reader: ByteReader): AsyncGenerator<RecordBatch, void> {
  const records = new ObjectRecords();
  let line = 0;
  let from = 0;
  while (!reader.isAtEnd) {
    await reader.refill(from);
    const data = reader.bytes.subarray(0, reader.length);
    const end = reader.isAtEnd ? data.length : data.lastIndexOf(LINE_FEED) + 1;
    requireText(reader, 0, end);
    const complete = data.subarray(0, end);
    const parse = mayLoseDigits(complete) ? parseWithAllDigits : parseJson;
    // A line feed ends a line; what follows the last one is empty, or the last line.
    for (const text of linesOf(decodeWhole(complete))) {
      line++;
      takeLine(records, text, { line, parse });
      if (records.isFull) yield records.takeBatch(reader.offset + end);
    }
    if (reader.isAtEnd && records.read === 0) throw noRows();
    if (reader.isAtEnd || records.hasPending) yield records.takeBatch(reader.offset + end);
    from = end;
  }
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function takeLine(
  records: ObjectRecords,
  text: string,
  { line, parse }: { line: number; parse(text: string): unknown },
): void {
  if (text.trim() === '') return;
  let record: unknown;
  try {
    record = parse(text);
  } catch {
    records.setAside({ reason: 'json-invalid', line, text });
    return;
  }
  records.add(record, line);
}

function* linesOf(text: string): Generator<string, void> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
  }
}
