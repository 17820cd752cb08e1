import { AdapterError } from '../model/errors.js';
import type { ColumnType, DateOrder } from '../model/model.js';
import { TypeTally } from './ingest/infer-type.js';
import { unescapeField } from './ingest/unescape.js';
import { ESCAPED, type RecordBatch } from './ingest/record-batch.js';
import { ByteList } from './store/byte-list.js';
import { ByteTable } from './store/byte-table.js';
import type { LoadedColumn } from './store/column-chunk.js';
import { COLUMN_CHUNK_ROWS, type TableColumn, type TableSegment } from './store/records.js';
import type { Storage } from './store/storage.js';
import { loadColumn } from './store/table-reader.js';
import { KeyText } from './unify/key-text.js';

/** The line of a row that stands in no file any more: it was kept from an import before the last one. */
export const NO_LINE = 0;

/**
 * The rows of a table that a new import of it does not have, by primary key, compared as D 53 and 54 say. With them
 * a row whose key has changed in the source stands in the output twice, as on 10 Feb 2023 (D 60).
 *
 * Rows without a key are not kept: nothing could tell whether the new data have them.
 */
export class OldRows {
  readonly #storage: Storage;
  readonly #table: TableSegment;
  readonly #primaryKey: string;
  readonly #text: KeyText;
  readonly #keys = new ByteTable();
  /** New values of the columns in which old dates begin with the day, or with the month. */
  readonly #dates: ReadonlyMap<string, TypeTally>;
  #scratch = new Uint8Array(256);

  /** `types`: column → type that the import names in place of the inferred one. */
  constructor(
    storage: Storage,
    table: TableSegment,
    primaryKey: string,
    types: Readonly<Record<string, ColumnType>> = {},
  ) {
    this.#storage = storage;
    this.#table = table;
    this.#primaryKey = primaryKey;
    const type = Object.hasOwn(types, primaryKey) ? types[primaryKey] : this.#keyColumn()?.type;
    this.#text = new KeyText(type ?? 'text');
    const withOrder = table.columns.filter((column) => orderOf(column) !== null);
    this.#dates = new Map(withOrder.map(({ name }) => [name, new TypeTally()]));
  }

  /** Notes the keys of new rows, and how their dates are written. */
  see(batch: RecordBatch): void {
    this.#eachValue(batch, this.#primaryKey, (bytes, start, end) => this.#note(bytes, start, end));
    for (const [name, tally] of this.#dates) {
      this.#eachValue(batch, name, (bytes, start, end) => tally.add(bytes, start, end));
    }
  }

  /**
   * The rows to keep, after all new ones were seen; `columns` are those of the new data. Rejects with `query-invalid`
   * where old dates begin with the day and new ones with the month, or the other way round: in one column, one of them
   * would be read wrongly.
   */
  async *batches(columns: readonly string[], bytesRead: number): AsyncGenerator<RecordBatch> {
    if (this.#keyColumn() === undefined) return;
    const names = [
      ...columns,
      ...this.#table.columns.map(({ name }) => name).filter((name) => !columns.includes(name)),
    ];
    const loaded = await this.#storage.read((view) =>
      Promise.all(
        names.map((name) => {
          const column = this.#table.columns.findIndex((known) => known.name === name);
          return column < 0 ? Promise.resolve(null) : loadColumn(view, this.#table, column);
        }),
      ),
    );
    const kept = this.#keptRows(loaded[names.indexOf(this.#primaryKey)]);
    if (kept.length > 0) this.#requireSameDates();
    for (let from = 0; from < kept.length; from += COLUMN_CHUNK_ROWS) {
      const rows = kept.slice(from, from + COLUMN_CHUNK_ROWS);
      yield { ...packRows(rows, loaded), columns: names, setAside: [], bytesRead };
    }
  }

  #keyColumn(): TableSegment['columns'][number] | undefined {
    return this.#table.columns.find(({ name }) => name === this.#primaryKey);
  }

  #keptRows(key: LoadedColumn | null): number[] {
    const rows: number[] = [];
    for (let row = 0; key !== null && row < key.rows; row++) {
      const [start, end] = spanOf(key, row);
      const hasKey = this.#text.read(key.values.bytes, start, end);
      if (hasKey && this.#keys.find(this.#text.bytes, 0, this.#text.length) < 0) rows.push(row);
    }
    return rows;
  }

  #note(bytes: Uint8Array, start: number, end: number): void {
    if (this.#text.read(bytes, start, end)) this.#keys.intern(this.#text.bytes, 0, this.#text.length);
  }

  #eachValue(
    { columns, rows, bytes, spans }: RecordBatch,
    name: string,
    take: (bytes: Uint8Array, start: number, end: number) => void,
  ): void {
    const field = columns.indexOf(name);
    if (field < 0) return;
    for (let row = 0; row < rows; row++) {
      const at = 2 * (row * columns.length + field);
      const [start, end] = [spans[at], spans[at + 1]];
      if (end < ESCAPED) {
        take(bytes, start, end);
        continue;
      }
      const length = (end & ~ESCAPED) - start;
      if (this.#scratch.length < length) this.#scratch = new Uint8Array(length * 2);
      take(this.#scratch, 0, unescapeField(bytes, start, end & ~ESCAPED, this.#scratch, 0));
    }
  }

  #requireSameDates(): void {
    for (const column of this.#table.columns) {
      const [before, now] = [orderOf(column), orderOf(this.#dates.get(column.name)?.result())];
      if (before === null || now === null || before === now) continue;
      throw new AdapterError(
        'query-invalid',
        `Old dates of column “${column.name}” are written ${before === 'dmy' ? 'day' : 'month'} first, new ones are not. Import all rows anew.`,
        { detail: { table: this.#table.name, column: column.name } },
      );
    }
  }
}

/** Which comes first in the dates of a column; null where they do not tell, or there are none. */
function orderOf(column: Pick<TableColumn, 'type' | 'dates'> | undefined): DateOrder | null {
  const order = column?.dates?.order ?? 'ambiguous';
  const hasDates = column?.type === 'date' || column?.type === 'datetime';
  return hasDates && order !== 'ambiguous' ? order : null;
}

/** The key that old rows are found by: that of the import, else the one that the table has. */
export function keyToKeepBy(table: string, primaryKey: string | undefined): string {
  if (primaryKey !== undefined) return primaryKey;
  throw new AdapterError(
    'query-invalid',
    `Old rows of ${table} can only be kept where a primary key tells which are old. Choose its primary key.`,
    { detail: { table } },
  );
}

function spanOf({ codes, values }: LoadedColumn, row: number): [number, number] {
  const item = codes === null ? row : codes[row];
  return [values.offsets[item], values.offsets[item + 1]];
}

/** Rows of loaded columns, one field after another; a column that is not there is empty. */
function packRows(
  rows: readonly number[],
  columns: readonly (LoadedColumn | null)[],
): Pick<RecordBatch, 'bytes' | 'spans' | 'rows' | 'lines'> {
  const fields = new ByteList();
  const spans = new Uint32Array(2 * rows.length * columns.length);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      const start = fields.size;
      if (column !== null) fields.push(column.values.bytes, ...spanOf(column, row));
      spans[at++] = start;
      spans[at++] = fields.size;
    }
  }
  return { bytes: fields.bytes, spans, rows: rows.length, lines: new Uint32Array(rows.length).fill(NO_LINE) };
}
