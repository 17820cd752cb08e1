import type { RunReason } from './reports.js';
import type { Row } from './tables.js';

/** Why a row of an activity table is with its customer, or with none: its source row and each path, key by key. */
export interface ActivityExplanation {
  definition: string;
  /** Name of the definition. */
  name: string;
  /** Absent for a row without a key. */
  activityId?: string;
  /** Absent for a row that reached nobody. */
  customerId?: string;
  /** Absent for a row that became an activity with a date, shown or hidden. */
  reason?: RunReason;
  /** `DataSource_Table` and line of the source row. */
  table: string;
  line: number;
  values: Row;
  /** In the order of the definition. */
  paths: readonly PathTrace[];
  /** Position of the path that decided: the first that reached a customer (D 56). Absent for none. */
  decidedBy?: number;
}

/** One way from a row towards a customer. */
export interface PathTrace {
  hops: readonly HopTrace[];
  /** Where it led. */
  customerId: string | null;
  /** The relationship that led nowhere, counted from 1; the last one also when its row belongs to no customer. */
  failedAt?: number;
  alternateKey?: AlternateKeyEntry;
  /** The first contact on the way (D 21). */
  contact?: { table: string; key: string };
}

export interface HopTrace {
  relationship: string;
  from: { table: string; column: string };
  /** The key that was looked up. */
  value: string;
  to: { table: string; column: string };
  /** The row that has it; absent for none. */
  found?: { line: number; values: Row };
}

/** The entry of AlternateKey (§ 2.2) that names the customer. */
export interface AlternateKeyEntry {
  dataSourceName: string;
  tableName: string;
  alternateValue: string;
  identifier: string;
  customerId: string;
}
