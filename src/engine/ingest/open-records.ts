import { AdapterError } from '../../model/errors.js';
import { ByteReader } from './byte-reader.js';
import { openByteSource, type ByteInput } from './byte-source.js';
import { readCsv } from './csv-records.js';
import { readJson } from './json-records.js';
import { readNdjson } from './ndjson-records.js';
import type { RecordBatch, RecordSource } from './record-batch.js';
import { readRows } from './row-records.js';
import { detectDelimiter } from './sniff-delimiter.js';
import { byteOrderMarkLength, detectFormat, requireTextFile, SNIFF_BYTES } from './sniff.js';

/** Options of {@link openRecords}. */
export interface OpenRecordsOptions {
  /** Default: by the first bytes. Ignored for rows. */
  format?: 'csv' | 'json' | 'ndjson';
  /** CSV only: one ASCII character. Default: by the first lines. */
  delimiter?: string;
  /** Checked before each slice; the call or the iteration rejects with its reason. */
  signal?: AbortSignal;
  /** Bytes that are read and scanned at once, so about the size of a batch. Default 1 MiB. */
  sliceBytes?: number;
}

/** What can be read: bytes, or rows as objects. */
export type RecordInput = ByteInput | readonly object[];

/** The first lines of NDJSON are looked for so far; what has none is JSON. */
const MAX_FIRST_LINES_BYTES = 16 * 1024 * 1024;

/**
 * Opens a source of records and finds out by its first bytes what it is. Rejects with `empty-file`, `not-text`,
 * `encoding` or `unsupported`, and with `network` or `not-found` when the source fails; what else is wrong comes
 * out of the batches. They hold the source until they have been read to the end or given up.
 */
export async function openRecords(
  data: RecordInput,
  options: OpenRecordsOptions = {},
): Promise<RecordSource> {
  const { signal, sliceBytes = 1024 * 1024 } = options;
  signal?.throwIfAborted();
  if (isRows(data)) return { format: 'rows', batches: handOut(readRows(data), signal) };
  const reader = new ByteReader(openByteSource(data), { sliceBytes, signal });
  try {
    return await openText(reader, options);
  } catch (error) {
    reader.close();
    throw error;
  }
}

async function openText(reader: ByteReader, options: OpenRecordsOptions): Promise<RecordSource> {
  const start = await reader.peek(SNIFF_BYTES);
  requireTextFile(start);
  reader.skip(byteOrderMarkLength(start));
  const format = options.format ?? detectFormat(await peekFirstLines(reader));
  const { totalBytes } = reader;
  const common = totalBytes === undefined ? {} : { totalBytes };
  const handed = (batches: AsyncIterable<RecordBatch>): RecordSource['batches'] =>
    handOut(batches, options.signal, reader);
  if (format === 'json') return { ...common, format, batches: handed(readJson(reader)) };
  if (format === 'ndjson') return { ...common, format, batches: handed(readNdjson(reader)) };
  const head = await reader.peek(SNIFF_BYTES);
  const delimiter = options.delimiter ?? detectDelimiter(head, head.length < SNIFF_BYTES);
  requireDelimiter(delimiter);
  return { ...common, format, delimiter, batches: handed(readCsv(reader, delimiter)) };
}

/** The first bytes, and as many more as it takes to see two lines of what begins with a brace. */
async function peekFirstLines(reader: ByteReader): Promise<Uint8Array> {
  let wanted = SNIFF_BYTES;
  for (;;) {
    const head = await reader.peek(wanted);
    const first = head.findIndex((byte) => byte > 0x20);
    const isOpen = head[first] === 0x7b && !hasTwoLines(head, first);
    if (!isOpen || head.length < wanted || head.length >= MAX_FIRST_LINES_BYTES) return head;
    wanted = head.length * 2;
  }
}

function hasTwoLines(head: Uint8Array, start: number): boolean {
  const end = head.indexOf(0x0a, start);
  return end >= 0 && head.includes(0x0a, end + 1);
}

/** Hands out batches until the signal says no, and lets go of the source however that ends. */
async function* handOut(
  batches: AsyncIterable<RecordBatch> | Iterable<RecordBatch>,
  signal: AbortSignal | undefined,
  reader?: ByteReader,
): AsyncGenerator<RecordBatch, void> {
  try {
    for await (const batch of batches) {
      signal?.throwIfAborted();
      yield batch;
    }
  } finally {
    reader?.close();
  }
}

function isRows(data: RecordInput): data is readonly object[] {
  return Array.isArray(data);
}

function requireDelimiter(delimiter: string): void {
  const code = delimiter.charCodeAt(0);
  if (delimiter.length === 1 && code > 0 && code < 0x80 && !'"\r\n'.includes(delimiter)) return;
  throw new AdapterError(
    'unsupported',
    'The delimiter must be one ASCII character, such as a comma, and no quote.',
  );
}
