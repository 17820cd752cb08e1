import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AdapterError } from '../../../model/errors.js';
import type { OutputFormat, OutputRow } from '../../../model/output/rows.js';
import { writeRows } from '../../../model/output/write-rows.js';
import { Downloads } from '../downloads.js';
import { asAdapterError } from '../adapter-errors.js';
import type { ListedRow, RowsTable } from './row-list.js';
import type { RowsReader } from './rows-reader.js';

/** Rows that are read at once for a file. */
const PAGE_ROWS = 1000;

const MIME_TYPES: Readonly<Record<OutputFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  ndjson: 'application/x-ndjson',
};

export type RowsExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly rows: number; readonly total: number }
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'failed'; readonly error: AdapterError };

/** The rows that a reader's filter lets through as a file: one at a time, whole or not at all. */
export class RowsExport implements ReactiveController {
  state: RowsExportState = { kind: 'none' };
  readonly #host: ReactiveControllerHost;
  readonly #downloads = new Downloads();
  #call = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
    this.#downloads.release();
  }

  cancel(): void {
    this.#call.abort();
    this.#set({ kind: 'none' });
  }

  async start(format: OutputFormat, table: RowsTable, reader: RowsReader): Promise<void> {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    const update = (state: RowsExportState): void => {
      if (!signal.aborted) this.#set(state);
    };
    let rows = 0;
    const onPage = (count: number, total: number): void =>
      update({ kind: 'running', rows: (rows = count), total });
    try {
      onPage(0, reader.total ?? 0);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      const output = { columns: outputColumns(table), batches: batchesOf(table, reader, signal, onPage) };
      for await (const piece of writeRows(output, format)) pieces.push(piece);
      const file = new Blob(pieces).stream();
      await this.#downloads.take(file, `${table.table}-rows.${format}`, MIME_TYPES[format]);
      update({ kind: 'done', rows });
    } catch (error) {
      update({ kind: 'failed', error: asAdapterError(error) });
    }
  }

  #set(state: RowsExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** Fails with `busy` when rows came or went meanwhile: half an export must not look like a whole one. */
async function* batchesOf(
  { columns, reasons, hops }: RowsTable,
  reader: RowsReader,
  signal: AbortSignal,
  onPage: (rows: number, total: number) => void,
): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const rowOf = ({ line, values, reason, hop }: ListedRow): OutputRow => [
    String(line),
    ...(reasons.length > 0 ? [reason ?? null] : []),
    ...(hops.length > 0 ? [hop === undefined ? null : String(hop)] : []),
    ...columns.map((name) => values[name] ?? ''),
  ];
  let [rows, first]: [number, number | null] = [0, null];
  let cursor: string | undefined;
  do {
    const page = await reader.readPage(cursor, PAGE_ROWS, signal);
    signal.throwIfAborted();
    rows += page.rows.length;
    first ??= page.total;
    if (page.total !== first) throw changed();
    onPage(rows, first);
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
