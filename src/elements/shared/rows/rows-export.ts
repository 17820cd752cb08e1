import { AdapterError } from '../../../model/errors.js';
import type { OutputRow } from '../../../model/output/rows.js';
import { writeRows } from '../../../model/output/write-rows.js';
import type { ExportCall } from '../file-export.js';
import type { ListedRow, RowsTable } from './row-list.js';
import type { RowsReader } from './rows-reader.js';

/** Rows that are read at once for a file. */
const PAGE_ROWS = 1000;

/** The bytes of all rows that a reader's filter lets through, the filter of now. */
export function writeListedRows(
  table: RowsTable,
  reader: RowsReader,
  call: ExportCall,
): AsyncGenerator<Uint8Array, void, void> {
  return writeRows({ columns: outputColumns(table), batches: batchesOf(table, reader, call) }, call.format);
}

/** Fails with `busy` when rows came or went meanwhile: half an export must not look like a whole one. */
async function* batchesOf(
  { columns, reasons, hops }: RowsTable,
  reader: RowsReader,
  { signal, onProgress }: ExportCall,
): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const rowOf = ({ line, values, reason, hop }: ListedRow): OutputRow => [
    String(line),
    ...(reasons.length > 0 ? [reason ?? null] : []),
    ...(hops.length > 0 ? [hop === undefined ? null : String(hop)] : []),
    ...columns.map((name) => values[name] ?? ''),
  ];
  const read = reader.pages();
  onProgress({ rows: 0, total: reader.total });
  let [rows, first]: [number, number | null] = [0, null];
  let cursor: string | undefined;
  do {
    const page = await read(cursor, PAGE_ROWS, signal);
    signal.throwIfAborted();
    rows += page.rows.length;
    first ??= page.total;
    if (page.total !== first) throw changed();
    onProgress({ rows, total: first });
    yield page.rows.map(rowOf);
    cursor = page.next;
  } while (cursor !== undefined);
  if (rows !== first) throw changed();
}

/** What is told of a row stands before its values, by names that no column of the table has. */
function outputColumns({ columns, reasons, hops }: RowsTable): string[] {
  const taken = new Set(columns);
  const own = ['Line', ...(reasons.length > 0 ? ['Reason'] : []), ...(hops.length > 0 ? ['Hop'] : [])];
  return [
    ...own.map((name) => {
      let free = name;
      while (taken.has(free)) free += '_';
      return free;
    }),
    ...columns,
  ];
}

function changed(): AdapterError {
  return new AdapterError('busy', 'The rows changed while they were exported. Export them again.', {
    retryable: true,
  });
}
