import { AdapterError } from '../model/errors.js';
import { isSourceName, tableName } from '../model/names.js';
import type { ImportProgress, ImportReport } from '../model/reports.js';
import type { ImportOptions } from './engine.js';
import { openRecords } from './ingest/open-records.js';
import { Pacer } from './pacer.js';
import { keyToKeepBy, OldRows } from './keep-old-rows.js';
import type { TableSegment } from './store/records.js';
import type { Storage } from './store/storage.js';
import { KeptTable, type KeptColumns } from './store/kept-columns.js';
import { TableBuilder } from './store/table-builder.js';
import type { WriteJob } from './writer.js';

/** The data of an import, as it reaches the engine's own thread. */
export type ImportData = Exclude<ImportOptions['data'], ReadableStream> | AsyncIterable<Uint8Array>;

/** Import options with data that the engine's own thread can read. */
export type ImportRequest = Omit<ImportOptions, 'data'> & { data: ImportData };

interface ImportCall {
  signal?: AbortSignal;
  onProgress?(progress: ImportProgress): void;
}

/** Where an import finds the table of before, and leaves columns for the run that usually follows. */
interface ImportStores {
  storage: Storage;
  kept: KeptColumns;
  /** A table by number. */
  tableOf(segment: number): Promise<TableSegment | null>;
}

/** A name that breaks the rule for data sources and tables is `name-invalid`. */
function requireName(name: string): void {
  if (isSourceName(name)) return;
  throw new AdapterError(
    'name-invalid',
    `“${name}” cannot be a name here. Start with a letter and use letters, digits, “_” and “-” only.`,
    { detail: { name } },
  );
}

/** Two tables may come to one name, such as `a_b` + `c` and `a` + `b_c`: the second is `name-taken`. */
function requireOwnTable(known: TableSegment | null, { source, table }: ImportRequest): void {
  if (known === null || (known.source === source && known.table === table)) return;
  throw new AdapterError(
    'name-taken',
    `Table “${known.table}” of “${known.source}” is called ${known.name} too. Give this table or its data source another name.`,
    { detail: { name: known.name, source: known.source, table: known.table } },
  );
}

/** Reads a source into a new segment and makes it the table of its name. */
export async function importTable(
  job: WriteJob,
  options: ImportRequest,
  call: ImportCall,
  { storage, kept, tableOf }: ImportStores,
): Promise<ImportReport> {
  const startedAt = performance.now();
  requireName(options.source);
  requireName(options.table);
  const name = tableName(options.source, options.table);
  const pacer = new Pacer(call.signal);
  const { tables } = job.current;
  const known = Object.hasOwn(tables, name) ? await tableOf(tables[name]) : null;
  requireOwnTable(known, options);
  const former = options.keepOldRows === true ? known : null;
  const primaryKey = options.primaryKey ?? former?.primaryKey;
  const oldRows =
    former === null ? null : new OldRows(storage, former, keyToKeepBy(name, primaryKey), options.types);
  const source = await openRecords(options.data, {
    ...(options.format === undefined ? {} : { format: options.format }),
    ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  const segment = job.newSegment();
  const firstLine = source.format === 'csv' ? 2 : 1;
  const columnsToKeep = new KeptTable();
  const builder = new TableBuilder(segment, firstLine, (key, chunk) => {
    job.sink.add(key, chunk);
    columnsToKeep.add(key, chunk);
  });
  let bytes = 0;
  let names: readonly string[] = [];
  for await (const batch of source.batches) {
    builder.add(batch);
    oldRows?.see(batch);
    names = batch.columns;
    bytes = batch.bytesRead;
    await job.sink.relieve();
    call.onProgress?.({
      bytes,
      ...(source.totalBytes === undefined ? {} : { totalBytes: source.totalBytes }),
      rows: builder.rows,
    });
    await pacer.breathe();
  }
  const read = builder.rows + builder.setAside;
  if (oldRows !== null && primaryKey !== undefined) {
    if (!names.includes(primaryKey)) throw columnMissing(name, primaryKey);
    for await (const batch of oldRows.batches(names, bytes)) {
      builder.add(batch);
      await job.sink.relieve();
      await pacer.breathe();
    }
  }
  const columns = builder.finish(options.types ?? {});
  for (const column of [
    ...Object.keys(options.types ?? {}),
    ...(primaryKey === undefined ? [] : [primaryKey]),
  ]) {
    if (!columns.some((known) => known.name === column)) throw columnMissing(name, column);
  }
  const report: ImportReport = {
    table: name,
    read,
    rows: builder.rows,
    ...(former === null ? {} : { keptOldRows: builder.rows + builder.setAside - read }),
    setAside: builder.setAsideCounts,
    columns: columns.map(({ dictionary: _, ...column }) => column),
    format: source.format,
    ...(source.delimiter === undefined ? {} : { delimiter: source.delimiter }),
    bytes,
    durationMs: performance.now() - startedAt,
  };
  const stored: TableSegment = {
    kind: 'table',
    segment,
    name,
    source: options.source,
    table: options.table,
    rows: builder.rows,
    chunkRows: builder.chunkRows,
    columns,
    ...(primaryKey === undefined ? {} : { primaryKey }),
    importedAt: Date.now(),
    report,
    firstLine,
    setAside: builder.setAside,
  };
  call.signal?.throwIfAborted();
  await job.commit((current) => ({ ...current, tables: { ...current.tables, [name]: segment } }), [stored]);
  kept.add(segment, columnsToKeep);
  return report;
}

function columnMissing(table: string, column: string): AdapterError {
  return new AdapterError(
    'column-missing',
    `The file of ${table} has no column “${column}”. Choose one of its columns.`,
    { detail: { table, column } },
  );
}
