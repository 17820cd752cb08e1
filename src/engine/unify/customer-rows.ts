import { compareBytes } from '../store/byte-list.js';

/** Orders customers by id. Answers for each former ordinal the new one, and the ids in their order. */
export function orderById(ids: readonly Uint8Array<ArrayBuffer>[]): {
  ordinals: Int32Array<ArrayBuffer>;
  ordered: Uint8Array<ArrayBuffer>;
} {
  const byId = ids.map((_, i) => i);
  byId.sort((a, b) => compareBytes(ids[a], 0, 16, ids[b], 0, 16));
  const ordinals = new Int32Array(ids.length);
  const ordered = new Uint8Array(ids.length * 16);
  byId.forEach((former, ordinal) => {
    ordinals[former] = ordinal;
    ordered.set(ids[former], ordinal * 16);
  });
  return { ordinals, ordered };
}

/** The rows of each customer in one table: customer c has `rows[starts[c] … starts[c + 1])`, in row order. */
export interface RowsOfCustomers {
  starts: Uint32Array;
  rows: Uint32Array;
}

export function groupByCustomer(customerOfRow: Int32Array, customers: number): RowsOfCustomers {
  const starts = new Uint32Array(customers + 1);
  for (const customer of customerOfRow) if (customer >= 0) starts[customer + 1]++;
  for (let c = 0; c < customers; c++) starts[c + 1] += starts[c];
  const rows = new Uint32Array(starts[customers]);
  const next = starts.slice();
  customerOfRow.forEach((customer, row) => {
    if (customer >= 0) rows[next[customer]++] = row;
  });
  return { starts, rows };
}
