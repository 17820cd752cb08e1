/** One thing a customer did or that happened to them, as an adapter hands it to an element. */
export interface Activity {
  /** Lower-case hex MD5 of `SourceTableName|definition id|SourceActivityId` (D 58). */
  activityId: string;
  customerId: string;
  /** `DataSource_Table` (D 4). */
  sourceTable: string;
  sourceActivityId: string;
  /** Machine name; people see the label of the summary's type (D 31). */
  type: string;
  /**
   * `YYYY-MM-DD` for a calendar date, which no time zone shifts, else ISO 8601 in UTC with milliseconds
   * (D 37).
   */
  timestamp: string;
  /** Value of the event column. Empty when the source is empty: the element shows the type instead (D 59). */
  title: string;
  detail?: string;
  /** As in the source; the element links only safe ones (D 41). */
  url?: string;
  /** Key of the contact; absent when none (D 3). */
  contactId?: string;
  contactName?: string;
  /** Mapped attributes (D 2). */
  attributes?: Readonly<Record<string, string>>;
}

/** What to read. Filters: OR inside one, AND between them (D 43). */
export interface ActivityQuery {
  customerId: string;
  /** Only these types. Absent or empty: all. */
  types?: readonly string[];
  /** Only these contacts; null = not mapped to a contact. Absent or empty: all. */
  contacts?: readonly (string | null)[];
  /** First calendar day `YYYY-MM-DD` in `timeZone`, inclusive (D 44). */
  from?: string;
  /** Last calendar day, inclusive (D 44). */
  to?: string;
  /**
   * Only rows in which this text stands, in one piece and whatever the case: in the title, the detail, the name or key
   * of the contact, or an attribute. Blanks around it do not count. Absent or empty: all.
   */
  text?: string;
  /** IANA name; days and months of timestamps with a time are those of this zone. */
  timeZone: string;
  order: ActivityOrder;
  /** Rows wanted at most, 1 to 1,000. */
  limit: number;
  /** `next` of the page before. */
  cursor?: string;
  /**
   * Rows to pass over first, for a jump into the middle of a long list. Default 0. Only where the adapter's
   * capabilities have `offset`, and not together with `cursor`.
   */
  offset?: number;
}

/** What to count: as what to read. What makes up a page plays no part, so the query of a page will do. */
export type SummaryQuery = Omit<ActivityQuery, 'order' | 'limit'> &
  Partial<Pick<ActivityQuery, 'order' | 'limit'>>;

export type ActivityOrder = 'newest' | 'oldest';

/** Rows in total order: time, then type, source table, source id (D 38). */
export interface ActivityPage {
  items: readonly Activity[];
  /**
   * Opaque position behind the last row; absent when nothing follows. It survives inserts: rows that
   * arrive before it are not shown twice, rows that arrive behind it are met.
   */
  next?: string;
  /** The id that was asked for, when it is a former one and the customer has another now (D 61). */
  requestedId?: string;
}

/** Counts over all that the query's filters let through. */
export interface ActivitySummary {
  total: number;
  /** False: the counts are a lower bound and are shown with "+" (D 39). */
  exact: boolean;
  /** All types that are configured to be shown, those without a row included, so that colours are stable (D 32). */
  types: readonly TypeSummary[];
  /** Months that have rows, newest first. */
  months: readonly MonthSummary[];
  /**
   * Contacts with a row, by name, rows without a contact before them. Absent where no activity of the customer has a
   * definition with contacts (D 47).
   */
  contacts?: readonly ContactSummary[];
  /** Timestamps of the oldest and the newest row, in the form of {@link Activity.timestamp}. */
  first?: string;
  last?: string;
  /** The id that was asked for, when it is a former one and the customer has another now (D 61). */
  requestedId?: string;
}

export interface TypeSummary {
  type: string;
  count: number;
  /** Source tables that this type's rows come from; one alone gives the chip its label (D 31). */
  sourceTables: readonly { name: string; table: string }[];
  icon?: string;
  /**
   * Timestamp of the newest of these rows, in the form of {@link Activity.timestamp}: types are offered in this order
   * (D 48). Absent when there is no row, or when the adapter does not know.
   */
  last?: string;
}

export interface ContactSummary {
  /** null: not mapped to a contact. */
  contactId: string | null;
  /** First and last name, else e-mail, else the key (D 35). Empty for null. */
  name: string;
  count: number;
}

export interface MonthSummary {
  /** `YYYY-MM` in the query's time zone. */
  month: string;
  count: number;
  /** Type → count; types without a row are absent. */
  types: Readonly<Record<string, number>>;
}

/** One unified customer. */
export interface CustomerProfile {
  customerId: string;
  /** Name of the card (§ 2.3), else e-mail, else the preferred key. */
  name: string;
  /** Unified columns with a value, in the order of the model. */
  fields: readonly ProfileField[];
  /** Source keys of the customer (§ 2.2 KeyRing), in the order of the customer tables. */
  keys: readonly SourceKey[];
  /** Contacts of the account by name (§ 9.6); absent where the data has none. */
  contacts?: readonly CustomerContact[];
  /** Former ids (§ 2.3). */
  previousCustomerIds?: readonly string[];
  /** The id that was asked for, when it is a former one and the customer has another now (D 61). */
  requestedId?: string;
}

/** A contact of an account. */
export interface CustomerContact {
  contactId: string;
  /** First and last name, else e-mail, else the key (D 35). */
  name: string;
  /** Attributes with a value (§ 3.6), by attribute key. */
  fields: readonly ProfileField[];
}

export interface ProfileField {
  name: string;
  value: string;
  semantic?: string;
}

/** The rows of one source table that went into a customer. */
export interface SourceKey {
  /** `DataSource_Table`. */
  table: string;
  /** Key of the row that won. */
  preferredKey: string;
  /** All keys, the preferred one first. */
  keys: readonly string[];
}
