import type { ImportReason } from '../../model/reports.js';

/** In {@link RecordBatch.spans}: the field holds doubled quotes, of which each pair stands for one. */
export const ESCAPED = 0x8000_0000;

/**
 * A run of whole records over one buffer of UTF-8 bytes. No field is a string yet (design § 4.2). `bytes`, `spans`
 * and `lines` are good until the next batch is asked for, which uses their memory again: fresh memory for each
 * costs a third of the scan. The last batch of a source may have no rows.
 */
export interface RecordBatch {
  /** Column names. A later batch may have more at its end, never others: earlier rows are empty there. */
  readonly columns: readonly string[];
  readonly bytes: Uint8Array;
  readonly rows: number;
  /**
   * Two numbers a field, row after row: where it starts in `bytes`, and where it ends, with {@link ESCAPED}
   * in the top bit. Start = end: an empty value. Field f of row r is at `2 * (r * columns.length + f)`.
   */
  readonly spans: Uint32Array;
  /** For each row the line where it begins, from 1; for JSON its position in the array, from 1. */
  readonly lines: Uint32Array;
  /** Records of this stretch that could not be taken, in order. */
  readonly setAside: readonly UnreadRecord[];
  /** Bytes of the source read up to the end of this batch. */
  readonly bytesRead: number;
}

/** A record that was not taken, with its text as it stood (cut after 2,000 characters). */
export interface UnreadRecord {
  readonly reason: ImportReason;
  readonly line: number;
  readonly text: string;
}

/** A source of records: what was found out about it, and its batches. */
export interface RecordSource {
  readonly format: 'csv' | 'json' | 'ndjson' | 'rows';
  readonly delimiter?: string;
  readonly totalBytes?: number;
  /** May be iterated once. Errors of the source come out of it as `AdapterError`. */
  readonly batches: AsyncIterable<RecordBatch>;
}
