import type {
  CheckedRows,
  ColumnProfile,
  KeyColumn,
  KeyHop,
  KeyProfile,
  NewestRows,
  Row,
  RowCheck,
  RowDates,
  RowsQuery,
  TableInfo,
} from '../../model/tables.js';
import { checkRows } from '../check-rows.js';
import { newestRows } from '../newest-rows.js';
import { profileColumn } from '../profile-column.js';
import { profilePath } from '../profile-path.js';
import type { Descriptions } from '../descriptions.js';
import { tableInfo } from '../stored-state.js';
import type { TableSegment } from '../store/records.js';
import type { Storage, View } from '../store/storage.js';
import { readRows } from '../store/table-reader.js';
import { tableMissing } from '../unify/source-cache.js';
import { readCurrent } from '../store/current.js';

/** Reads what is stored of the source tables. */
export class SourceTables {
  readonly #storage: Storage;
  readonly #descriptions: Descriptions;

  constructor(storage: Storage, descriptions: Descriptions) {
    this.#storage = storage;
    this.#descriptions = descriptions;
  }

  list(): Promise<TableInfo[]> {
    return this.#storage.read(async (view) => {
      const tables = await this.#descriptions.tables(view, await readCurrent(view));
      return [...tables.values()].map(tableInfo);
    });
  }

  /** The first rows. */
  sample(table: string, limit: number): Promise<Row[]> {
    return this.#storage.read(async (view) => {
      const stored = await this.#table(view, table);
      const rows = Array.from({ length: Math.min(limit, stored.rows) }, (_, row) => row);
      return (await readRows(view, stored, rows)).map(({ values }) => values);
    });
  }

  profileColumn(table: string, column: string, target?: KeyColumn): Promise<ColumnProfile> {
    return this.#storage.read(async (view) => {
      const profile = await profileColumn(view, await this.#table(view, table), column);
      if (target === undefined) return profile;
      const [keys] = await this.#profilePath(view, [{ from: { table, column }, to: target }]);
      return { ...profile, target: keys };
    });
  }

  profilePath(hops: readonly KeyHop[]): Promise<KeyProfile[]> {
    return this.#storage.read((view) => this.#profilePath(view, hops));
  }

  newest(table: string, dates: RowDates, limit: number): Promise<NewestRows> {
    return this.#storage.read(async (view) => newestRows(view, await this.#table(view, table), dates, limit));
  }

  check(check: RowCheck, query: RowsQuery): Promise<CheckedRows> {
    return this.#storage.read((view) => checkRows(view, (name) => this.#table(view, name), check, query));
  }

  #profilePath(view: View, hops: readonly KeyHop[]): Promise<KeyProfile[]> {
    return profilePath(view, (name) => this.#table(view, name), hops);
  }

  async #table(view: View, name: string): Promise<TableSegment> {
    const { tables } = await readCurrent(view);
    const table = Object.hasOwn(tables, name) ? await this.#descriptions.table(view, tables[name]) : null;
    if (table === null) throw tableMissing(name);
    return table;
  }
}
