import { AdapterError, type AdapterErrorCode } from '../../../../src/model/errors.js';
import {
  openRecords,
  type OpenRecordsOptions,
  type RecordInput,
} from '../../../../src/engine/ingest/open-records.js';
import type { RecordSource, UnreadRecord } from '../../../../src/engine/ingest/record-batch.js';
import { decodeField } from '../../../../src/engine/ingest/unescape.js';

/** All that a source gave, as text. */
export interface ReadTable {
  format: RecordSource['format'];
  delimiter: string | undefined;
  columns: readonly string[];
  rows: string[][];
  lines: number[];
  setAside: UnreadRecord[];
  bytesRead: number;
}

/** Reads a source to its end. Rows of earlier batches get the columns that came later, empty. */
export async function readAll(
  data: RecordInput | string,
  options: OpenRecordsOptions = {},
): Promise<ReadTable> {
  const source = await openRecords(typeof data === 'string' ? new Blob([data]) : data, options);
  const { format, delimiter } = source;
  const table: ReadTable = {
    ...{ format, delimiter, columns: [], rows: [], lines: [], setAside: [], bytesRead: 0 },
  };
  for await (const batch of source.batches) {
    const width = batch.columns.length;
    for (let row = 0; row < batch.rows; row++) {
      table.rows.push(batch.columns.map((_, field) => decodeField(batch, row * width + field)));
    }
    table.columns = batch.columns;
    for (const line of batch.lines) table.lines.push(line);
    for (const record of batch.setAside) table.setAside.push(record);
    table.bytesRead = batch.bytesRead;
  }
  for (const row of table.rows) while (row.length < table.columns.length) row.push('');
  return table;
}

/** What reading comes to: the table, or what the error says. Anything but an `AdapterError` passes through. */
export async function outcome(
  data: RecordInput | string,
  options: OpenRecordsOptions = {},
): Promise<ReadTable | { code: AdapterErrorCode; message: string; detail: unknown }> {
  try {
    return await readAll(data, options);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { code: error.code, message: error.message, detail: error.detail };
  }
}

/** The error with which reading ends. */
export async function failure(
  data: RecordInput | string,
  options: OpenRecordsOptions = {},
): Promise<AdapterError> {
  try {
    await readAll(data, options);
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
  throw new Error('The source was read without an error.');
}

/** Bytes in chunks of the given sizes; the last one as large as it takes. */
export async function* inChunks(
  bytes: Uint8Array,
  sizes: readonly number[],
): AsyncGenerator<Uint8Array, void> {
  let at = 0;
  for (const size of sizes) {
    yield await Promise.resolve(bytes.slice(at, at + size));
    at += size;
  }
  if (at < bytes.length) yield bytes.slice(at);
}
