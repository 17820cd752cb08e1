import { AdapterError } from '../../model/errors.js';
import { unpackCustomers, type CustomerTexts } from '../store/customer-chunk.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { CustomerSegment, TableSegment } from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { Storage } from '../store/storage.js';
import { columnIndex, loadColumn, textOf } from '../store/table-reader.js';
import { BY } from '../unify/deduplicate.js';
import type { OutputContext } from './outputs.js';

/** The unified customers that an output is about; null before the first unification. */
export function customersOf({
  storage,
  descriptions,
  current,
}: OutputContext): Promise<CustomerSegment | null> {
  return storage.read((view) => descriptions.customers(view, current.customers));
}

/** Chunks of the customers in the order of their ids. */
export async function* customerChunks(
  storage: Storage,
  { segment, customers }: CustomerSegment,
): AsyncGenerator<CustomerTexts, void, void> {
  let after: readonly (number | Uint8Array<ArrayBuffer>)[] = [segment, new Uint8Array(0)];
  for (let read = 0; read < customers;) {
    const buffer = await storage.read((view) => view.first(after, [segment, []]));
    if (buffer === undefined) throw replaced();
    const chunk = unpackCustomers(buffer);
    yield chunk;
    read += chunk.ids.length / 16;
    after = [segment, chunk.ids.slice(-16), 0];
  }
}

/** A run took the segment away before its end: half an export must not look like a whole one. */
function replaced(): AdapterError {
  return new AdapterError(
    'busy',
    'The customers were unified again while they were exported. Export them again.',
    { retryable: true },
  );
}

/** A customer table as it was when the customers were made of it. */
export interface CustomerTableSource {
  table: TableSegment;
  key: LoadedColumn;
}

export async function loadTables(
  { storage, descriptions }: OutputContext,
  { tables, inputs }: CustomerSegment,
): Promise<CustomerTableSource[]> {
  const loaded: CustomerTableSource[] = [];
  for (const { name, primaryKey } of tables) {
    loaded.push(
      await storage.read(async (view) => {
        const table = await descriptions.table(view, inputs[name]);
        if (table === null) throw replaced();
        return { table, key: await loadColumn(view, table, columnIndex(table, primaryKey)) };
      }),
    );
  }
  return loaded;
}

/** Sections of a chunk beside the customers, or null when there is none. */
export async function sectionsAt(storage: Storage, ...key: number[]): Promise<Sections | null> {
  const chunk = await storage.read((view) => view.first(key, key));
  return chunk === undefined ? null : new Sections(chunk);
}

/** Rows of a table that are one record with others, and the keys of each such record. */
export class JoinedRows {
  readonly rows: Uint32Array;
  readonly records: Uint32Array;
  readonly by: Int32Array;
  readonly scores: Float64Array;
  readonly #keys = new Map<number, Set<string>>();
  readonly #recordOf = new Map<number, number>();

  constructor(sections: Sections | null, key: LoadedColumn) {
    this.rows = sections?.u32(0) ?? new Uint32Array(0);
    this.records = sections?.u32(1) ?? new Uint32Array(0);
    this.by = sections?.i32(2) ?? new Int32Array(0);
    this.scores = sections?.f64(3) ?? new Float64Array(0);
    this.rows.forEach((row, i) => {
      const record = this.records[i];
      const keys = this.#keys.get(record) ?? new Set([textOf(key, record)]);
      keys.add(textOf(key, row));
      this.#keys.set(record, keys);
      this.#recordOf.set(row, record);
    });
  }

  static async read(
    storage: Storage,
    { segment }: CustomerSegment,
    position: number,
    key: LoadedColumn,
  ): Promise<JoinedRows> {
    return new JoinedRows(await sectionsAt(storage, segment, position, 2), key);
  }

  /** All keys of the record of a row, that of the winner first, in one text (§ 2.3). */
  alternates(row: number, own: string): string {
    const keys = this.#keys.get(this.#recordOf.get(row) ?? -1);
    return keys === undefined ? own : [...keys].join(';');
  }
}

/** The name of a rule as outputs show it. */
export function ruleName(rules: readonly { name: string }[], by: number): string {
  if (by === BY.always) return 'AlwaysMatch';
  return by === BY.key ? 'PrimaryKey' : rules[by].name;
}

export function scoreText(score: number): string {
  return String(Math.round(score * 10_000) / 10_000);
}
