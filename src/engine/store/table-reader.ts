import { AdapterError } from '../../model/errors.js';
import type { Row } from '../../model/tables.js';
import { ByteList } from './byte-list.js';
import { joinColumn, type LoadedColumn } from './column-chunk.js';
import { COLUMN_CHUNK_ROWS, DICTIONARY, LINES, type TableSegment } from './records.js';
import { Sections } from './sections.js';
import type { View } from './storage.js';

/** A row of a table in words: its line in the file and its values. */
export interface SourceRow {
  line: number;
  values: Row;
}

/** Position of a column; an unknown name is `column-missing`. */
export function columnIndex(table: TableSegment, name: string): number {
  const index = table.columns.findIndex((column) => column.name === name);
  if (index < 0) {
    throw new AdapterError(
      'column-missing',
      `The table ${table.name} has no column “${name}”. Import the table again or choose another column.`,
      { detail: { table: table.name, column: name } },
    );
  }
  return index;
}

/** A whole column, in one request. */
export async function loadColumn(view: View, table: TableSegment, column: number): Promise<LoadedColumn> {
  return joinStored(table, column, await readColumn(view, table, column));
}

/** All that is stored of a column, to be put together by {@link joinStored}. */
export function readColumn(
  view: View,
  { segment }: TableSegment,
  column: number,
): Promise<readonly ArrayBuffer[]> {
  return view.all([segment, column, DICTIONARY], [segment, column, []]);
}

export function joinStored(
  table: TableSegment,
  column: number,
  stored: readonly ArrayBuffer[],
): LoadedColumn {
  const { rows } = table;
  const chunks = [...stored];
  const dictionary = hasDictionary(table, column, chunks.length) ? chunks.shift() : undefined;
  return joinColumn(rowsOf(table, column, rows), dictionary, chunks);
}

/** The rows of the given numbers, in their order. Reads only the chunks that hold them. */
export async function readRows(
  view: View,
  table: TableSegment,
  rowNumbers: readonly number[],
): Promise<SourceRow[]> {
  const { chunkRows = COLUMN_CHUNK_ROWS } = table;
  const wanted = [...new Set(rowNumbers.map((row) => Math.floor(row / chunkRows)))];
  const columns = await Promise.all(
    table.columns.map(async (_, column) => {
      const dictionary = table.columns[column].dictionary
        ? await view.first([table.segment, column, DICTIONARY], [table.segment, column, DICTIONARY])
        : undefined;
      const chunks = new Map<number, LoadedColumn>();
      for (const chunk of wanted) {
        const key = [table.segment, column, chunk] as const;
        const buffer = await view.first(key, key);
        if (buffer === undefined) continue;
        const rows = Math.min(chunkRows, table.rows - chunk * chunkRows);
        chunks.set(chunk, joinColumn(rows, dictionary, [buffer]));
      }
      return chunks;
    }),
  );
  const lines = await readLines(view, table, wanted);
  return rowNumbers.map((row) => {
    const chunk = Math.floor(row / chunkRows);
    const inside = row % chunkRows;
    const values = Object.create(null) as Record<string, string>;
    table.columns.forEach(({ name }, column) => {
      const loaded = columns[column].get(chunk);
      // Defined, not assigned: a column may be called `__proto__`.
      Object.defineProperty(values, name, {
        value: loaded === undefined ? '' : packedTextOf(loaded, inside),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    });
    return { line: lines.get(chunk)?.[inside] ?? table.firstLine + row, values };
  });
}

export function textOf(column: LoadedColumn, row: number): string {
  return column.values.text(column.codes === null ? row : column.codes[row]);
}

/** The same where few rows are read of a column that nobody else wants. */
export function packedTextOf({ codes, packed }: LoadedColumn, row: number): string {
  const text = new ByteList();
  packed.appendTo(text, codes === null ? row : codes[row]);
  return text.text(0);
}

/** The row that begins at a line of the file, or null. */
export async function rowAt(
  view: View,
  { segment, rows, firstLine }: TableSegment,
  line: number | undefined,
): Promise<number | null> {
  // 0 is the line of rows that no file has any more.
  if (line === undefined || line === 0) return null;
  const chunks = await view.all([segment, LINES, 0], [segment, LINES, []]);
  const stored = chunks.flatMap((chunk) => [...new Sections(chunk).u32(0)]);
  // Lines are stored from the first chunk on in which they do not simply follow each other.
  const first = rows - stored.length;
  const plain = line - firstLine;
  if (plain >= 0 && plain < first) return plain;
  const found = stored.indexOf(line);
  return found < 0 ? null : first + found;
}

async function readLines(
  view: View,
  table: TableSegment,
  chunks: readonly number[],
): Promise<Map<number, Uint32Array>> {
  const lines = new Map<number, Uint32Array>();
  for (const chunk of chunks) {
    const key = [table.segment, LINES, chunk] as const;
    const buffer = await view.first(key, key);
    if (buffer !== undefined) lines.set(chunk, new Sections(buffer).u32(0));
  }
  return lines;
}

function rowsOf(table: TableSegment, column: number, rows: number): number {
  return column < 0 ? table.setAside : rows;
}

/** The columns of set-aside rows are not described; their dictionary shows in the number of chunks. */
function hasDictionary(table: TableSegment, column: number, chunks: number): boolean {
  if (column >= 0) return table.columns[column].dictionary;
  return chunks > Math.ceil(table.setAside / COLUMN_CHUNK_ROWS);
}
