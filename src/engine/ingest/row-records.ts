import { noRows } from './no-rows.js';
import { ObjectRecords } from './object-records.js';
import type { RecordBatch } from './record-batch.js';

/** Reads row objects; their line is their position, from 1. */
export function* readRows(rows: readonly unknown[]): Generator<RecordBatch, void> {
  if (rows.length === 0) throw noRows();
  const records = new ObjectRecords();
  for (const [index, row] of rows.entries()) {
    records.add(row, index + 1);
    if (records.isFull) yield records.takeBatch(0);
  }
  yield records.takeBatch(0);
}
