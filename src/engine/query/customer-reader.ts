import type { CustomerProfile } from '../../model/activity.js';
import type { CustomerList } from '../engine.js';
import type { Descriptions } from '../descriptions.js';
import type { CustomerSegment } from '../store/records.js';
import type { Storage, View } from '../store/storage.js';
import { readCurrent } from '../store/current.js';
import { AlternateKeys } from './alternate-keys.js';
import { CustomerDirectory, type CustomerQuery } from './customer-directory.js';
import { getCustomer } from './get-customer.js';
import { readIdHistory, type IdHistory } from '../unify/former-ids.js';

export type { CustomerQuery } from './customer-directory.js';

/** Reads the current unified customers; keeps the directory and the source keys of the segment it read last. */
export class CustomerReader {
  readonly #storage: Storage;
  readonly #descriptions: Descriptions;
  #segment = 0;
  #directory: Promise<CustomerDirectory | null> | null = null;
  #history: Promise<IdHistory> | null = null;
  /** By position of the customer table. */
  readonly #alternateKeys = new Map<number, Promise<AlternateKeys | null>>();

  constructor(storage: Storage, descriptions: Descriptions) {
    this.#storage = storage;
    this.#descriptions = descriptions;
  }

  get(customerId: string): Promise<CustomerProfile | null> {
    return this.#read(null, async (view, customers) => {
      const found = await getCustomer(view, customers, customerId);
      if (customers.formerIds === 0) return found;
      const { former, current } = await this.#idHistory(view, customers);
      const id = found === null ? current.get(customerId) : customerId;
      const profile = found ?? (id === undefined ? null : await getCustomer(view, customers, id));
      if (profile === null || id === undefined) return null;
      const previousCustomerIds = former.get(id);
      return {
        ...profile,
        ...(previousCustomerIds === undefined ? {} : { previousCustomerIds }),
        ...(id === customerId ? {} : { requestedId: customerId }),
      };
    });
  }

  /** The id that a customer has now, when `customerId` is a former one of it and nobody's now (D 61); else null. */
  currentId(customerId: string): Promise<string | null> {
    return this.#read(null, async (view, customers) => {
      if (customers.formerIds === 0) return null;
      return (await this.#idHistory(view, customers)).current.get(customerId) ?? null;
    });
  }

  count(table?: string): Promise<number> {
    return this.#read(0, async (view, customers) => {
      const segment = table === undefined ? undefined : customers.inputs[table];
      const stored = segment === undefined ? null : await this.#descriptions.table(view, segment);
      return Math.max(customers.customers, stored?.rows ?? 0);
    });
  }

  list(query: CustomerQuery): Promise<CustomerList> {
    return this.#read({ customers: [], total: 0 }, async (view, customers) => {
      this.#directory ??= forgetOnFailure(
        CustomerDirectory.read(view, customers),
        () => (this.#directory = null),
      );
      return (await this.#directory)?.list(query) ?? { customers: [], total: 0 };
    });
  }

  resolve({ table, key }: { table: string; key: string }): Promise<string | null> {
    return this.#read(null, async (view, customers) => {
      const position = customers.tables.findIndex(({ name }) => name === table);
      if (position < 0) return null;
      let keys = this.#alternateKeys.get(position);
      if (keys === undefined) {
        keys = forgetOnFailure(this.#readKeys(view, customers, position), () =>
          this.#alternateKeys.delete(position),
        );
        this.#alternateKeys.set(position, keys);
      }
      return (await keys)?.find(key) ?? null;
    });
  }

  #idHistory(view: View, customers: CustomerSegment): Promise<IdHistory> {
    this.#history ??= forgetOnFailure(readIdHistory(view, customers), () => (this.#history = null));
    return this.#history;
  }

  async #readKeys(view: View, customers: CustomerSegment, position: number): Promise<AlternateKeys | null> {
    const table = await this.#descriptions.table(view, customers.inputs[customers.tables[position].name]);
    return table === null ? null : AlternateKeys.read(view, customers, position, table);
  }

  #read<T>(none: T, work: (view: View, customers: CustomerSegment) => Promise<T>): Promise<T> {
    return this.#storage.read(async (view) => {
      const { customers: number } = await readCurrent(view);
      const customers = await this.#descriptions.customers(view, number);
      if (customers === null) return none;
      if (this.#segment !== customers.segment) {
        this.#segment = customers.segment;
        this.#directory = null;
        this.#history = null;
        this.#alternateKeys.clear();
      }
      return work(view, customers);
    });
  }
}

/** A failed read must not be remembered: the next call may succeed. */
function forgetOnFailure<T>(read: Promise<T>, forget: () => void): Promise<T> {
  read.catch(forget);
  return read;
}
