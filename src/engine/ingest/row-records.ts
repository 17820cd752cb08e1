import { noRows } from './no-rows.js';
import { ObjectRecords } from './object-records.js';
import type { RecordBatch } from './record-batch.js';

/**
 * Reads row objects; their line is their position, from 1. `totalBytes` of the text they come from, if they do, are
 * spread evenly over them to tell the progress.
 */
export function* readRows(rows: readonly unknown[], totalBytes = 0): Generator<RecordBatch, void> {
  if (rows.length === 0) throw noRows();
  const records = new ObjectRecords();
  for (const [index, row] of rows.entries()) {
    records.add(row, index + 1);
    if (records.isFull) yield records.takeBatch(Math.floor((totalBytes * (index + 1)) / rows.length));
  }
  yield records.takeBatch(totalBytes);
}
