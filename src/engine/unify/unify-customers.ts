import { AdapterError } from '../../model/errors.js';
import { customerIdBytes, identifier } from '../../model/ids.js';
import type { CustomerTableReport, SetAsideCount, UnifyReport } from '../../model/reports.js';
import { FATE, type CustomerSegment } from '../store/records.js';
import { packSections } from '../store/sections.js';
import { textOf } from '../store/table-reader.js';
import { groupByCustomer, orderById } from './customer-rows.js';
import { writeCustomers } from './customer-writer.js';
import { collectExamples } from './examples.js';
import { customerConfig, type Job } from './job.js';
import { matchCustomers, type CustomerSource, type LoadedRule, type Matched } from './match-customers.js';
import { planFields } from './unified-fields.js';

/** Unified customers in memory, as the rest of a run needs them. */
export interface UnifiedCustomers {
  segment: CustomerSegment;
  /** In order, 16 bytes each. */
  ids: Uint8Array<ArrayBuffer>;
  /** Customer table → customer of each row, -1 for none. */
  customerOfRow: Map<string, Int32Array>;
}

/** Makes the unified customers from the customer tables (domain § 9) and writes their segment. */
export async function unifyCustomers(job: Job): Promise<UnifiedCustomers> {
  const startedAt = performance.now();
  const { customers: config } = job.model;
  if (config.tables.length === 0) {
    throw new AdapterError('model-invalid', 'Choose at least one customer table before you unify.');
  }
  for (const { table } of config.tables) {
    job.sources.prefetch(
      table,
      job.sources.table(table).columns.map(({ name }) => name),
    );
  }
  const sources: CustomerSource[] = [];
  for (const { table, primaryKey, includeAll } of config.tables) {
    const key = await job.sources.load(table, primaryKey);
    sources.push({ name: table, includeAll, key, keys: await job.sources.index(table, primaryKey) });
    await job.pacer.breathe();
  }
  const matched = matchCustomers(sources, await loadRules(job));
  await job.pacer.breathe();
  const { ordinals, ordered } = orderById(customerIds(job, sources, matched));
  matched.customerOfRow.forEach((customers) => {
    for (let row = 0; row < customers.length; row++) {
      if (customers[row] >= 0) customers[row] = ordinals[customers[row]];
    }
  });
  await job.pacer.breathe();
  const segment = job.newSegment();
  const fields = await write(job, segment, sources, matched, ordered);
  const report: UnifyReport = {
    customers: matched.customers,
    tables: await tableReports(job, sources, matched),
    rules: config.rules.map(({ name }, i) => ({ name, matched: matched.matchedByRule[i] })),
    durationMs: performance.now() - startedAt,
  };
  return {
    segment: {
      kind: 'customers',
      segment,
      inputs: inputsOf(job, config.tables),
      config: customerConfig(job.model),
      assignments: {},
      tables: config.tables.map(({ table, primaryKey }) => ({ name: table, primaryKey })),
      fields,
      customers: matched.customers,
      report,
    },
    ids: ordered,
    customerOfRow: new Map(sources.map(({ name }, i) => [name, matched.customerOfRow[i]])),
  };
}

async function loadRules({ model, sources }: Job): Promise<LoadedRule[]> {
  const { tables, rules } = model.customers;
  const position = (name: string): number => tables.findIndex(({ table }) => table === name);
  return Promise.all(
    rules.map(async (rule) => {
      if (rule.conditions.some(({ precision = 100 }) => precision !== 100)) {
        throw new AdapterError(
          'unsupported',
          `The rule “${rule.name}” asks for a precision below 100 %. Set it to exact.`,
        );
      }
      const side = (table: string, column: 'column' | 'withColumn'): Promise<LoadedRule['own']> =>
        Promise.all(
          rule.conditions.map(async (condition) => ({
            column: await sources.load(table, condition[column]),
            normalize: condition.normalize ?? [],
          })),
        );
      return {
        table: position(rule.table),
        with: position(rule.with),
        own: await side(rule.table, 'column'),
        other: await side(rule.with, 'withColumn'),
      };
    }),
  );
}

function customerIds(
  job: Job,
  sources: readonly CustomerSource[],
  matched: Matched,
): Uint8Array<ArrayBuffer>[] {
  return matched.madeBy.map(({ table, row }) => {
    const { name, key, keys } = sources[table];
    const { source, table: tableName } = job.sources.table(name);
    return customerIdBytes(identifier(source, tableName, keys.identityOf(row, key)));
  });
}

async function write(
  job: Job,
  segment: number,
  sources: readonly CustomerSource[],
  matched: Matched,
  ids: Uint8Array<ArrayBuffer>,
): Promise<CustomerSegment['fields']> {
  const { tables } = job.model.customers;
  const plans = planFields(
    job.model.customers,
    tables.map(({ table }) => job.sources.table(table)),
  );
  const columns = await Promise.all(
    plans.map((plan) =>
      Promise.all(plan.sources.map(({ table, column }) => job.sources.load(tables[table].table, column))),
    ),
  );
  const rows = {
    ids,
    plans,
    columns,
    tables: sources.map(({ name, key }, i) => ({
      name,
      key,
      rows: groupByCustomer(matched.customerOfRow[i], matched.customers),
    })),
  };
  const chunks = writeCustomers(segment, rows, (key, chunk) => job.sink.add(key, chunk));
  while (chunks.next().done !== true) {
    await job.sink.relieve();
    if (job.pacer.isDue) await job.pacer.pause();
  }
  sources.forEach((_, i) => {
    job.sink.add([segment, i, 0], packSections([matched.customerOfRow[i]]));
    job.sink.add([segment, i, 1], packSections([matched.fates[i]]));
  });
  return plans.map(({ name, semantic }) => ({ name, ...(semantic === undefined ? {} : { semantic }) }));
}

function tableReports(
  job: Job,
  sources: readonly CustomerSource[],
  matched: Matched,
): Promise<CustomerTableReport[]> {
  return Promise.all(
    sources.map(async ({ name, key }, i) => {
      const fates = matched.fates[i];
      const counts = [0, 0, 0, 0, 0];
      for (const fate of fates) counts[fate]++;
      const lineOf = await job.sources.lineOf(name);
      const examples = (['key-empty', 'left-out'] as const).map((reason): SetAsideCount => {
        const wanted = reason === 'key-empty' ? FATE.keyEmpty : FATE.leftOut;
        return collectExamples(
          reason,
          counts[wanted],
          fates,
          (fate) => fate === wanted,
          (row) => ({
            line: lineOf(row),
            text: textOf(key, row),
          }),
        );
      });
      return {
        table: name,
        read: fates.length,
        customers: counts[FATE.customer],
        matched: counts[FATE.matched],
        duplicates: counts[FATE.duplicate],
        rejected: counts[FATE.keyEmpty],
        leftOut: counts[FATE.leftOut],
        examples: examples.filter(({ count }) => count > 0),
      };
    }),
  );
}

function inputsOf(job: Job, tables: readonly { table: string }[]): Record<string, number> {
  return Object.fromEntries(tables.map(({ table }) => [table, job.sources.table(table).segment]));
}
