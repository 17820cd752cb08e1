import { noRows } from './no-rows.js';
import { ObjectRecords } from './object-records.js';
import type { RecordBatch } from './record-batch.js';

export interface RowRecordsOptions {
  /** Bytes of the source, spread evenly over the rows to tell the progress. Default: none. */
  totalBytes?: number;
  signal?: AbortSignal;
}

/** Reads row objects; their line is their position, from 1. */
export async function* readRows(
  rows: readonly unknown[],
  { totalBytes = 0, signal }: RowRecordsOptions = {},
): AsyncGenerator<RecordBatch, void> {
  if (rows.length === 0) throw noRows();
  const records = new ObjectRecords();
  for (const [index, row] of rows.entries()) {
    records.add(row, index + 1);
    if (!records.isFull) continue;
    signal?.throwIfAborted();
    yield records.takeBatch(Math.floor((totalBytes * (index + 1)) / rows.length));
  }
  signal?.throwIfAborted();
  yield records.takeBatch(totalBytes);
}
