/** One side of the comparison, as the page drives it. A customer is asked for by what {@link find} answers. */
export interface Peer {
  /** Opens what is stored, or something empty. */
  open(): Promise<void>;
  /** The whole job: from files to rows that are joined, in order, indexed and stored. */
  load(files: readonly File[]): Promise<Loaded>;
  /** The handle of the customer with this key. */
  find(customerKey: string): Promise<string>;
  /** The 50 newest rows, as objects on the page's thread. */
  page(customer: string): Promise<readonly PageRow[]>;
  /** The total, and counts by type and month. */
  summary(customer: string): Promise<Summary>;
  close(): Promise<void>;
}

export interface Loaded {
  /** Rows that a timeline can show. */
  shown: number;
  /** Milliseconds of the parts, where a side has such. */
  parts?: Readonly<Record<string, number>>;
}

export interface PageRow {
  /** Milliseconds since 1970. */
  time: number;
  type: string;
  title: string;
  detail: string;
  url: string;
}

export interface Summary {
  total: number;
}

export const PAGE_ROWS = 50;
