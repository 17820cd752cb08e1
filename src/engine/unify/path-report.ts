import { primaryKeyOf } from '../../model/hops.js';
import { formatId } from '../../model/ids.js';
import type { ActivityDefinition } from '../../model/model.js';
import type { ConflictExample, KeyReport } from '../../model/reports.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { packedTextOf, textOf } from '../store/table-reader.js';
import type { Job } from './job.js';
import type { JudgedRows } from './judge-rows.js';
import { KEY } from './key-index.js';
import { relationshipsOf } from './resolve-paths.js';

const MAX_EXAMPLES = 20;

/** Rows whose paths lead to several customers, with both of them (D 56). */
export async function describeConflicts(
  job: Job,
  { table }: ActivityDefinition,
  { conflicts }: JudgedRows,
  key: LoadedColumn,
  customerIds: Uint8Array,
): Promise<ConflictExample[]> {
  if (conflicts.length === 0) return [];
  const lineOf = await job.sources.lineOf(table);
  const idOf = (customer: number): string =>
    formatId(customerIds.subarray(customer * 16, customer * 16 + 16));
  return conflicts.map(({ row, customer, other }) => ({
    line: lineOf(row),
    text: packedTextOf(key, row),
    customerId: idOf(customer),
    otherCustomerId: idOf(other),
  }));
}

/**
 * Key columns that paths lead to in which something about the keys is worth knowing: values that several rows share
 * (D 22), and different ones that are the same when compared as D 53 says.
 */
export async function describeKeys(job: Job, paths: readonly (readonly string[])[]): Promise<KeyReport[]> {
  const { model, sources } = job;
  const targets = new Map<string, { table: string; column: string }>();
  for (const path of paths) {
    for (const { to } of relationshipsOf(model.relationships, path)) {
      targets.set(JSON.stringify([to.table, to.column]), to);
    }
  }
  const reports: KeyReport[] = [];
  for (const { table, column } of targets.values()) {
    const { states, ambiguous, ambiguousRows } = await sources.index(
      table,
      column,
      primaryKeyOf(model, table),
    );
    // Rows of one key in a customer table are one record (§ 9.2): there is nothing to choose between.
    const isCustomerKey = model.customers.tables.some(
      (customers) => customers.table === table && customers.primaryKey === column,
    );
    const passedOver = isCustomerKey ? 0 : countDuplicates(states);
    if (passedOver + ambiguous === 0) continue;
    const values = await sources.load(table, column);
    reports.push({
      table,
      column,
      notUnique: { count: passedOver, examples: passedOver === 0 ? [] : sharedValues(states, values) },
      ambiguous: {
        count: ambiguous,
        examples: ambiguousRows.map(([a, b]) => [textOf(values, a), textOf(values, b)]),
      },
    });
  }
  return reports;
}

function countDuplicates(states: Uint8Array): number {
  let count = 0;
  for (const state of states) if (state === KEY.duplicate) count++;
  return count;
}

function sharedValues(states: Uint8Array, values: LoadedColumn): string[] {
  const examples = new Set<string>();
  for (let row = 0; row < states.length && examples.size < MAX_EXAMPLES; row++) {
    if (states[row] === KEY.duplicate) examples.add(textOf(values, row));
  }
  return [...examples];
}
