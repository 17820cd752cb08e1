import type { ActivityExplanation } from './explanation.js';
import type {
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
  CustomerProfile,
  SummaryQuery,
} from './activity.js';

/** What every call of an adapter accepts. */
export interface CallOptions {
  /** Cancels the call, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** What an adapter can do, so that elements hide or replace what it cannot (domain § 10.3). */
export interface TimelineCapabilities {
  /** `exact`: all rows are counted; `capped`: up to a limit, then "+"; `none`: elements count what they loaded. */
  counts: 'exact' | 'capped' | 'none';
  filterTypes: boolean;
  filterContacts: boolean;
  filterDates: boolean;
  search: boolean;
  /** `ActivityQuery.offset` is obeyed. Absent: elements read on from the start of a month instead. */
  offset?: boolean;
  orders: readonly ('newest' | 'oldest')[];
}

/**
 * Where data is kept. `memory`: gone with the page, because IndexedDB could not be used. `closed`: a newer release of
 * the page has taken the data over, and every call rejects with `storage-outdated` until the page is reloaded.
 */
export type Persistence = 'indexeddb' | 'memory' | 'closed';

/** Something that an adapter announces without being asked. */
export type DataChange =
  | { kind: 'tables' }
  | { kind: 'model'; revision: string }
  /** Rows may have changed; absent customer ids: for anybody. */
  | { kind: 'activities'; customerIds?: readonly string[] }
  | { kind: 'persistence'; persistence: Persistence };

/**
 * What the timeline needs of a data source (design § 3). Hidden rows never leave through it (D 6); a filter
 * applies to all the data, never to the loaded page; every failure is an `AdapterError`.
 */
export interface TimelineAdapter {
  readonly capabilities: TimelineCapabilities;
  /** One page of a customer's activities. An unknown customer has none: an empty page. */
  getPage(query: ActivityQuery, options?: CallOptions): Promise<ActivityPage>;
  /** Counts of a customer's activities. */
  getSummary(query: SummaryQuery, options?: CallOptions): Promise<ActivitySummary>;
  /** The unified customer, null when there is none of that id. */
  getCustomer?(customerId: string, options?: CallOptions): Promise<CustomerProfile | null>;
  /** How an activity reached its customer, for adapters that know it. */
  explainActivity?(
    activity: { activityId: string; customerId?: string },
    options?: CallOptions,
  ): Promise<ActivityExplanation>;
  /** Calls the listener after each change until the returned function is called. */
  subscribe?(listener: (change: DataChange) => void): () => void;
}
