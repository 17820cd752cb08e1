import {
  describedBy,
  type ActivityOutput,
  type Current,
  type CustomerSegment,
  type TableSegment,
} from './store/records.js';
import type { View } from './store/storage.js';

/** Descriptions by number. A number is never given to another thing, so what was read once stays true. */
export class Descriptions {
  readonly #known = new Map<number, TableSegment | CustomerSegment | ActivityOutput>();

  table(view: View, segment: number): Promise<TableSegment | null> {
    return this.#read(view, segment, 'table');
  }

  customers(view: View, segment: number | null): Promise<CustomerSegment | null> {
    return segment === null ? Promise.resolve(null) : this.#read(view, segment, 'customers');
  }

  activities(view: View, number: number | null): Promise<ActivityOutput | null> {
    return number === null ? Promise.resolve(null) : this.#read(view, number, 'activities');
  }

  /** All current tables by name. */
  async tables(view: View, current: Current): Promise<Map<string, TableSegment>> {
    const tables = await Promise.all(
      Object.values(current.tables).map((segment) => this.table(view, segment)),
    );
    const found = tables.filter((table) => table !== null);
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    return new Map(found.map((table) => [table.name, table]));
  }

  async #read<K extends 'table' | 'customers' | 'activities'>(
    view: View,
    number: number,
    kind: K,
  ): Promise<Extract<TableSegment | CustomerSegment | ActivityOutput, { kind: K }> | null> {
    type Wanted = Extract<TableSegment | CustomerSegment | ActivityOutput, { kind: K }>;
    let record = this.#known.get(number);
    if (record === undefined) {
      record = (await view.meta(describedBy(number))) as typeof record;
      if (record === undefined) return null;
      this.#known.set(number, record);
    }
    return record.kind === kind ? (record as Wanted) : null;
  }
}
