import type {
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
  CustomerProfile,
  SummaryQuery,
} from '../model/activity.js';
import { Descriptions } from './descriptions.js';
import type { CustomerList } from './engine.js';
import type { News } from './news.js';
import { byFormerId } from './query/by-former-id.js';
import { readContacts } from './query/contacts.js';
import { CustomerReader, type CustomerQuery } from './query/customer-reader.js';
import { getPage } from './query/get-page.js';
import { getSummary, NO_ACTIVITIES } from './query/get-summary.js';
import { OutputReader } from './query/output-reader.js';
import type { Storage } from './store/storage.js';

/**
 * The part of the engine that a timeline asks: reads what is stored, each answer from one consistent view. It is all
 * that a page needs for its first rows, so it must stay small: what writes belongs into {@link EngineCore}.
 */
export class ReadingCore {
  readonly persistence: 'indexeddb' | 'memory';
  protected readonly storage: Storage;
  protected readonly news: News;
  protected readonly descriptions = new Descriptions();
  protected readonly output: OutputReader;
  readonly #customers: CustomerReader;

  constructor(storage: Storage, news: News) {
    this.persistence = storage.persistence;
    this.storage = storage;
    this.news = news;
    this.output = new OutputReader(storage, this.descriptions);
    this.#customers = new CustomerReader(storage, this.descriptions);
    news.onChange = ({ kind }) => {
      if (kind === 'activities') this.output.distrust();
    };
  }

  /** The page may be frozen from now on: nothing of it should hold up other tabs. */
  rest(): void {
    this.news.rest();
  }

  /** The page is back, and may have missed what other tabs announced meanwhile. */
  wake(): Promise<void> {
    return this.news.wake();
  }

  // — timeline —

  getPage(query: ActivityQuery): Promise<ActivityPage> {
    return byFormerId(
      this.#customers,
      query,
      ({ items }) => items.length === 0,
      (own) => this.output.query({ items: [] }, (context) => getPage(context, own)),
    );
  }

  getSummary(query: SummaryQuery): Promise<ActivitySummary> {
    return byFormerId(
      this.#customers,
      query,
      ({ total }) => total === 0,
      (own) => this.output.query(NO_ACTIVITIES, (context) => getSummary(context, own)),
    );
  }

  async getCustomer(customerId: string): Promise<CustomerProfile | null> {
    const profile = await this.#customers.get(customerId);
    if (profile === null) return null;
    const contacts = await this.output.query(null, ({ view, output }) =>
      output.contacts === null
        ? Promise.resolve(null)
        : readContacts(view, output.contacts, profile.customerId),
    );
    return contacts === null ? profile : { ...profile, contacts };
  }

  // — customers —

  /** How many customers there are; with a table, rows of it if these are more. */
  countCustomers(table?: string): Promise<number> {
    return this.#customers.count(table);
  }

  listCustomers(query: CustomerQuery): Promise<CustomerList> {
    return this.#customers.list(query);
  }

  resolveCustomer(key: { table: string; key: string }): Promise<string | null> {
    return this.#customers.resolve(key);
  }

  // — end —

  async close(): Promise<void> {
    this.news.close();
    await this.storage.close();
  }

  async destroy(): Promise<void> {
    this.news.close();
    await this.storage.destroy();
  }
}
