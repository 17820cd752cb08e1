import type { ColumnType } from '../../model/model.js';
import { formatId } from '../../model/ids.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import type { CustomerSegment, TableSegment } from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { View } from '../store/storage.js';
import { columnIndex, loadColumn } from '../store/table-reader.js';
import { KeyIndex } from '../unify/key-index.js';
import { KeyText } from '../unify/key-text.js';

const encoder = new TextEncoder();

/** AlternateKey of one customer table (§ 2.2): source key → customer, compared as D 53 says. */
export class AlternateKeys {
  readonly #index: KeyIndex;
  readonly #type: ColumnType;
  readonly #customerOfRow: Int32Array;
  readonly #ids: Uint8Array;

  constructor(index: KeyIndex, type: ColumnType, customerOfRow: Int32Array, ids: Uint8Array) {
    this.#index = index;
    this.#type = type;
    this.#customerOfRow = customerOfRow;
    this.#ids = ids;
  }

  /** Reads the keys of the table at `position` of the customer tables. */
  static async read(
    view: View,
    customers: CustomerSegment,
    position: number,
    table: TableSegment,
  ): Promise<AlternateKeys> {
    const column = columnIndex(table, customers.tables[position].primaryKey);
    const [keys, rows, directory] = await Promise.all([
      loadColumn(view, table, column),
      view.first([customers.segment, position, 0], [customers.segment, position, 0]),
      view.first([customers.segment, DIRECTORY, 0], [customers.segment, DIRECTORY, 0]),
    ]);
    const { type } = table.columns[column];
    return new AlternateKeys(
      new KeyIndex(keys, type),
      type,
      new Sections(rows ?? new ArrayBuffer(0)).i32(0),
      unpackCustomers(directory ?? new ArrayBuffer(0)).ids,
    );
  }

  /** The customer of a key, or null. */
  find(key: string): string | null {
    const bytes = encoder.encode(key);
    const row = this.#index.find(new KeyText(this.#type), bytes, 0, bytes.length);
    const customer = row < 0 ? -1 : this.#customerOfRow[row];
    return customer < 0 ? null : formatId(this.#ids.subarray(customer * 16, customer * 16 + 16));
  }
}
