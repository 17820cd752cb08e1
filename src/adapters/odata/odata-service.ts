import { ACTIVITY_COLUMNS, type ActivityColumns } from '../../model/unified-activity.js';

/** Where and under which names a service keeps alternate keys (§ 2.2). */
export interface AlternateKeyColumns {
  customerId: string;
  dataSource: string;
  /** Both spellings where the service has had both (D 8b); the first one that a row has counts. */
  table: string | readonly string[];
  /** Key of the row in that table. */
  value: string;
  /** All source keys of the customer as JSON. */
  keyRing?: string;
}

export interface CustomerColumns {
  customerId: string;
  /** Columns that make the name, joined by a blank. Absent: the id stands for it. */
  name?: readonly string[];
}

/** What a service has, what it is called, and what of OData v4 it understands. */
export interface ODataService {
  activities: {
    set: string;
    columns: ActivityColumns;
    /** The column of the time holds dates without a time (`Edm.Date`). Default: `Edm.DateTimeOffset`. */
    isDate?: boolean;
    /** A row without a contact may have an empty text for it, not only null: the filter asks for both. Default false. */
    emptyContact?: boolean;
  };
  /** For `resolveCustomer` and the keys of a customer. */
  alternateKeys?: { set: string; columns: AlternateKeyColumns };
  /** For `getCustomer`. */
  customers?: { set: string; columns: CustomerColumns };
  /**
   * How a page's size is asked for: `prefer`: by `Prefer: odata.maxpagesize` and never by `$top` or `$skip`; `top`: by
   * `$top`.
   */
  paging: 'prefer' | 'top';
  /**
   * `contains`: the service's own ignores case (and may take `%` and `_` for wildcards, which does no harm); `tolower`:
   * it does not, and has the function; `none`: there is no search.
   */
  search: 'contains' | 'tolower' | 'none';
  /**
   * `pages`: type and time of all rows are read, up to a number of pages (D 69); `apply`: the service groups rows by
   * type and time (`$apply`); `none`: the elements count what they loaded.
   */
  counts: 'pages' | 'apply' | 'none';
  /** Rows of a page of the pass that counts. Absent: the service's own size. */
  countPageSize?: number;
}

/** Services whose names are documented (§§ 2.7, 10). Another one is described by an {@link ODataService}. */
export const ODATA_SERVICES = {
  dataverse: {
    activities: { set: 'msdynci_unifiedactivities', columns: ACTIVITY_COLUMNS.dataverse },
    alternateKeys: {
      set: 'msdynci_alternatekeys',
      columns: {
        customerId: 'msdynci_customerid',
        dataSource: 'msdynci_datasourcename',
        table: ['msdynci_entityname', 'msdynci_tablename'],
        value: 'msdynci_alternatevalue',
        keyRing: 'msdynci_keyring',
      },
    },
    paging: 'prefer',
    search: 'contains',
    counts: 'pages',
    countPageSize: 5000,
  },
  customerInsights: {
    activities: {
      set: 'UnifiedActivity',
      columns: ACTIVITY_COLUMNS.customerInsights,
      emptyContact: true,
    },
    alternateKeys: {
      set: 'AlternateKey',
      columns: {
        customerId: 'CustomerId',
        dataSource: 'DataSourceName',
        table: ['TableName', 'EntityName'],
        value: 'AlternateValue',
        keyRing: 'KeyRing',
      },
    },
    customers: { set: 'Customer', columns: { customerId: 'CustomerId' } },
    paging: 'top',
    search: 'tolower',
    counts: 'pages',
  },
} as const satisfies Record<string, ODataService>;

export type ODataServiceName = keyof typeof ODATA_SERVICES;
