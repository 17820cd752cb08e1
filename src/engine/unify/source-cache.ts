import { AdapterError } from '../../model/errors.js';
import type { ColumnType } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { KeptColumns } from '../store/kept-columns.js';
import { LINES, type Inputs, type TableSegment } from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { Storage } from '../store/storage.js';
import { columnIndex, joinStored, readColumn } from '../store/table-reader.js';
import { joinIndex } from './join-index.js';
import type { KeyIndex } from './key-index.js';

/** The source tables of one job: columns and key indexes are loaded when first needed, and once. */
export class SourceCache {
  readonly #storage: Storage;
  readonly #tables: ReadonlyMap<string, TableSegment>;
  readonly #kept: KeptColumns | undefined;
  readonly #later: SourceCache | null;
  readonly #columns = new Map<string, Promise<LoadedColumn>>();
  readonly #indexes = new Map<string, Promise<KeyIndex>>();
  /** Tables used so far. */
  readonly inputs: Inputs = {};

  /**
   * `kept`: columns in memory. `later`: the tables that replaced these; a column that is stored there byte for byte as it
   * is here is the one from there, so it is unpacked once, and who compares the two has nothing to do.
   */
  constructor(
    storage: Storage,
    tables: ReadonlyMap<string, TableSegment>,
    { kept, later = null }: { kept?: KeptColumns; later?: SourceCache | null } = {},
  ) {
    this.#storage = storage;
    this.#tables = tables;
    this.#kept = kept;
    this.#later = later;
  }

  /** A table by name; one that is gone is `table-missing`. */
  table(name: string): TableSegment {
    const table = this.#tables.get(name);
    if (table === undefined) throw tableMissing(name);
    this.inputs[name] = table.segment;
    return table;
  }

  /** True when a table is still the one of its name. */
  has({ name, segment }: TableSegment): boolean {
    return this.#tables.get(name)?.segment === segment;
  }

  load(table: string, column: string): Promise<LoadedColumn> {
    const stored = this.table(table);
    const index = columnIndex(stored, column);
    return remember(this.#columns, `${stored.segment}/${index}`, async () => {
      const kept = this.#kept?.column(stored.segment, stored.rows, index) ?? null;
      if (kept !== null) return kept;
      const [chunks, later] = await Promise.all([
        this.#storage.read((view) => readColumn(view, stored, index)),
        this.#later?.find(table, column) ?? null,
      ]);
      return later !== null && haveSameBytes(chunks, later.chunks ?? [])
        ? later
        : joinStored(stored, index, chunks);
    });
  }

  /** A column of a table; null where there is no such table or column. */
  find(table: string, column: string): Promise<LoadedColumn> | null {
    const columns = this.#tables.get(table)?.columns ?? [];
    return columns.some(({ name }) => name === column) ? this.load(table, column) : null;
  }

  /** Starts loading columns that will be needed soon: the browser reads while something else is computed. */
  prefetch(table: string, columns: readonly string[]): void {
    if (!this.#tables.has(table)) return;
    for (const column of columns) {
      // Whoever needs the column hears of a failure; nobody may ever need it.
      Promise.resolve()
        .then(() => this.load(table, column))
        .catch(() => undefined);
    }
  }

  async column(table: string, column: string): Promise<{ column: LoadedColumn; type: ColumnType }> {
    const stored = this.table(table);
    return { column: await this.load(table, column), type: stored.columns[columnIndex(stored, column)].type };
  }

  /** Of several rows with one value the first in the order of the primary key is found (D 22), else in that of the table. */
  index(table: string, column: string, primaryKey = column): Promise<KeyIndex> {
    return remember(this.#indexes, JSON.stringify([table, column]), async () => {
      const { column: loaded, type } = await this.column(table, column);
      return joinIndex(loaded, type, primaryKey === column ? null : await this.load(table, primaryKey));
    });
  }

  /** Lets go of the columns of a table that no later step needs. Indexes stay. */
  forget(table: string): void {
    const { segment } = this.table(table);
    for (const key of this.#columns.keys()) if (key.startsWith(`${segment}/`)) this.#columns.delete(key);
  }

  /** Line in the file of a row of the table. */
  async lineOf(name: string): Promise<(row: number) => number> {
    const table = this.table(name);
    const chunks = await this.#storage.read((view) =>
      view.all([table.segment, LINES, 0], [table.segment, LINES, []]),
    );
    const stored = chunks.map((chunk) => new Sections(chunk).u32(0));
    // Line numbers are stored from the first chunk on in which they are not simply one after the other.
    const firstStored = table.rows - stored.reduce((rows, lines) => rows + lines.length, 0);
    const chunkRows = stored[0]?.length ?? 1;
    return (row) => {
      if (row < firstStored) return table.firstLine + row;
      const inside = row - firstStored;
      return stored[Math.floor(inside / chunkRows)][inside % chunkRows];
    };
  }
}

/** True when the same is stored, in chunks of whole words. */
function haveSameBytes(some: readonly ArrayBuffer[], others: readonly ArrayBuffer[]): boolean {
  return (
    some.length === others.length &&
    some.every((chunk, i) => {
      const other = others[i];
      if (chunk.byteLength !== other.byteLength || chunk.byteLength % 4 > 0) return false;
      const [words, otherWords] = [new Uint32Array(chunk), new Uint32Array(other)];
      for (let at = 0; at < words.length; at++) if (words[at] !== otherWords[at]) return false;
      return true;
    })
  );
}

export function tableMissing(name: string): AdapterError {
  return new AdapterError(
    'table-missing',
    `There is no table ${name}. Import it, or take it out of the configuration.`,
    { detail: { table: name } },
  );
}

function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
