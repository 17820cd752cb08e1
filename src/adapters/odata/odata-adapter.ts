import type { CustomerProfile } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import type { CallOptions, DataChange, TimelineAdapter } from '../../model/timeline-adapter.js';
import type { TypeSetup } from '../shared/activity-count.js';
import { getCustomer } from './get-customer.js';
import { getPage, type Source } from './get-page.js';
import { resolveCustomer } from './alternate-keys.js';
import { Summaries } from './get-summary.js';
import { checkNames } from './names.js';
import { ODataClient } from './odata-client.js';
import { ODATA_SERVICES, type ODataService, type ODataServiceName } from './odata-service.js';
import { PagesAhead } from './pages-ahead.js';
import { ServiceShape } from './service-shape.js';

/** Options of {@link createODataAdapter}. */
export interface ODataOptions {
  /** Root of the service, for instance `https://org.crm.dynamics.com/api/data/v9.2`. */
  url: string;
  /** A service whose names are documented, or what another one is like. Default `dataverse`. */
  service?: ODataServiceName | ODataService;
  /** Instead of the browser's: for hosts that sign their requests in another way. */
  fetch?: typeof fetch;
  /**
   * The bearer token of a request. Asked before each one, so that a host can renew it; with `refused` after the service
   * took the last one for none. It is neither kept nor logged.
   */
  token?: (request: { refused: boolean }) => string | Promise<string>;
  /** Sent with every request, for instance a subscription key. */
  headers?: Readonly<Record<string, string>>;
  /** Types that may be shown. Default: those that occur in the customer's rows. */
  types?: readonly TypeSetup[];
  /** A `$filter` that all rows meet, for instance for rows that are not to be shown. Written by the host, never by data. */
  where?: string;
  /** Pages that are read to count, at most; beyond, counts have a "+" (D 69). Default 5. */
  countPages?: number;
  /** Milliseconds after which a request is given up. Default 60,000. */
  timeoutMs?: number;
}

/** Activities of an OData v4 service. */
export interface ODataAdapter extends TimelineAdapter {
  /** There where the service has customers. */
  getCustomer?(customerId: string, options?: CallOptions): Promise<CustomerProfile | null>;
  /** The customer of a source row's key, compared as D 53 says; null when it reaches none. `table`: `DataSource_Table`. */
  resolveCustomer(key: { table: string; key: string }, options?: CallOptions): Promise<string | null>;
  /** Described columns that the service turned out not to have. What they would hold is empty. */
  readonly missingColumns: readonly string[];
  subscribe(listener: (change: DataChange) => void): () => void;
  /** Tells the elements that rows may have changed: the service itself does not. Absent ids: of anybody. */
  refresh(customerIds?: readonly string[]): void;
}

/**
 * Reads activities from an OData v4 service, and writes nothing there. At most four requests at the same time, five
 * tries where it is asked too much, and what it says in `Retry-After` is obeyed (D 70).
 *
 * Throws `name-invalid` when a table or column is no identifier of OData, and `query-invalid` for an address that is
 * none.
 */
export function createODataAdapter(options: ODataOptions): ODataAdapter {
  return adapterOver(options, new ODataClient(options));
}

/** The same over a client of its own, for tests. */
export function adapterOver(options: ODataOptions, client: ODataClient): ODataAdapter {
  const { service: named = 'dataverse', where, types, countPages = 5 } = options;
  const service: ODataService = typeof named === 'string' ? ODATA_SERVICES[named] : named;
  if (!Number.isInteger(countPages) || countPages < 1) {
    throw new AdapterError('query-invalid', 'countPages is a whole number from 1.');
  }
  checkNames(service);
  const shape = new ServiceShape(service);
  const source: Source = { client, shape, where };
  const summaries = new Summaries(source, { types, answers: countPages });
  const pages = new PagesAhead((query, signal) => getPage(source, query, signal));
  const listeners = new Set<(change: DataChange) => void>();
  return {
    capabilities: {
      counts: service.counts === 'none' ? 'none' : 'capped',
      filterTypes: true,
      filterContacts: service.activities.columns.contactId !== undefined,
      filterDates: true,
      search: service.search !== 'none',
      orders: ['newest', 'oldest'],
    },
    getPage: (query, { signal } = {}) => pages.get(query, signal),
    getSummary: (query, { signal } = {}) => summaries.get(query, signal),
    ...(service.customers && {
      getCustomer: (customerId: string, { signal }: CallOptions = {}) =>
        getCustomer(client, service, customerId, signal),
    }),
    resolveCustomer: (key, { signal } = {}) => resolveCustomer(client, service, key, signal),
    get missingColumns() {
      return shape.missing;
    },
    subscribe(listener) {
      const notify = (change: DataChange): void => listener(change);
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
    refresh(customerIds) {
      summaries.clear();
      pages.clear();
      for (const notify of [...listeners]) {
        notify({ kind: 'activities', ...(customerIds !== undefined && { customerIds }) });
      }
    },
  };
}
