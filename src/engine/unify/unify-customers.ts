import { AdapterError } from '../../model/errors.js';
import { customerIdBytes, identifier } from '../../model/ids.js';
import { compareText } from '../../model/text-order.js';
import type { UnifyReport } from '../../model/reports.js';
import { DIRECTORY } from '../store/customer-chunk.js';
import type { CustomerSegment } from '../store/records.js';
import { packSections } from '../store/sections.js';
import { groupByCustomer, orderById } from './customer-rows.js';
import { writeCustomers } from './customer-writer.js';
import { reportTables, rowExamples } from './customer-report.js';
import { BY, deduplicate, type Records } from './deduplicate.js';
import { packFormerIds, type FormerIds } from './former-ids.js';
import { customerConfig, type Job } from './job.js';
import { keepIds } from './keep-ids.js';
import { loadFormer, type FormerSource } from './load-former.js';
import { findPairs, RuleLoader } from './load-rules.js';
import { matchCustomers, type CustomerSource, type Matched, type PairedRows } from './match-customers.js';
import { Merge } from './merge.js';
import { planFields } from './unified-fields.js';
import { loadWinner, type Wins } from './winner.js';

/** Unified customers in memory, as the rest of a run needs them. */
export interface UnifiedCustomers {
  segment: CustomerSegment;
  /** In order, 16 bytes each. */
  ids: Uint8Array<ArrayBuffer>;
  /** Customer table → customer of each row, -1 for none. */
  customerOfRow: Map<string, Int32Array>;
}

/**
 * Makes the unified customers from the customer tables (domain § 9) and writes their segment. Those that were there
 * before lend them their ids (D 61, 67).
 */
export async function unifyCustomers(job: Job, former: FormerSource | null): Promise<UnifiedCustomers> {
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
  const always = await findPairs(job, config.alwaysMatch ?? []);
  const never = await findPairs(job, config.neverMatch ?? []);
  const { sources, rules } = await loadSources(job, always.found, never.found);
  const matched = await matchCustomers(
    sources,
    { rules, always: always.found, never: never.found },
    job.pacer,
  );
  await job.pacer.breathe();
  const { ids: ordered, formerIds } = await nameCustomers(job, former, sources, matched);
  await job.pacer.breathe();
  const segment = job.newSegment();
  const fields = await write(job, segment, { sources, matched, ids: ordered, formerIds });
  const pairs = { always: always.found.length, never: never.found.length };
  const unknown = always.unknown + never.unknown;
  const report: UnifyReport = {
    customers: matched.customers,
    tables: await reportTables(job, sources, matched),
    rules: await Promise.all(
      config.rules.map(async ({ name, table }, i) => ({
        name,
        matched: matched.rules[i].matched,
        ...(await rowExamples(job, table, matched.rules[i].cut)),
      })),
    ),
    ...(pairs.always + pairs.never + unknown > 0 ? { pairs: { ...pairs, unknown } } : {}),
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
      formerIds: formerIds.size,
      madeAt: Date.now(),
      report,
    },
    ids: ordered,
    customerOfRow: new Map(sources.map(({ name }, i) => [name, matched.customerOfRow[i]])),
  };
}

/** Reads the tables and joins the rows of each that are one record. */
async function loadSources(
  job: Job,
  always: readonly PairedRows[],
  never: readonly PairedRows[],
): Promise<{ sources: CustomerSource[]; rules: Awaited<ReturnType<RuleLoader['matchRules']>> }> {
  const { tables } = job.model.customers;
  const loader = new RuleLoader(job);
  const rules = await loader.matchRules();
  const own = [];
  for (const table of tables) own.push(await loader.deduplicationRules(table));
  const sources: CustomerSource[] = [];
  for (const [position, config] of tables.entries()) {
    const { table, primaryKey, includeAll } = config;
    const key = await job.sources.load(table, primaryKey);
    const keys = await job.sources.index(table, primaryKey);
    const inside = (pairs: readonly PairedRows[]): [number, number][] =>
      pairs
        .filter((pair) => pair.table === position && pair.with === position)
        .map((pair) => [pair.row, pair.withRow]);
    await job.pacer.breathe();
    const records = await deduplicate(
      keys,
      own[position],
      { always: inside(always), never: inside(never) },
      () => loadWinner(job, config),
      job.pacer,
    );
    sources.push({
      name: table,
      includeAll,
      key,
      keys,
      records,
      ruleNames: own[position].map(({ name }) => name),
    });
    await job.pacer.breathe();
  }
  return { sources, rules };
}

/** Gives the customers their ids and puts them in the order of these. */
async function nameCustomers(
  job: Job,
  former: FormerSource | null,
  sources: readonly CustomerSource[],
  matched: Matched,
): Promise<{ ids: Uint8Array<ArrayBuffer>; formerIds: FormerIds }> {
  const smallest = sources.map(smallestKeys);
  const identifierOf = (customer: number): string => {
    const { table, row } = matched.madeBy[customer];
    const { name, key, keys } = sources[table];
    const { source, table: tableName } = job.sources.table(name);
    return identifier(source, tableName, smallest[table].get(row) ?? keys.identityOf(row, key));
  };
  const before = former === null ? null : await loadFormer(job, former, sources, matched.customerOfRow);
  const own = matched.madeBy.map((_, customer) => customerIdBytes(identifierOf(customer)));
  await job.pacer.breathe();
  const kept = keepIds(
    own,
    (customer, attempt) => customerIdBytes(`${identifierOf(customer)}|${attempt}`),
    before,
  );
  const { ordinals, ordered } = orderById(kept.ids);
  matched.customerOfRow.forEach((customers) => {
    for (let row = 0; row < customers.length; row++) {
      if (customers[row] >= 0) customers[row] = ordinals[customers[row]];
    }
  });
  return {
    ids: ordered,
    formerIds: new Map([...kept.formerIds].map(([customer, ids]) => [ordinals[customer], ids])),
  };
}

/** Records of several keys are named by the smallest (D 67). */
function smallestKeys({ records: { recordOf }, keys, key }: CustomerSource): Map<number, string> {
  const smallest = new Map<number, string>();
  for (let row = 0; row < recordOf.length; row++) {
    const record = recordOf[row];
    if (record < 0 || record === row) continue;
    const known = smallest.get(record) ?? keys.identityOf(record, key);
    const other = keys.identityOf(row, key);
    smallest.set(record, compareText(other, known) < 0 ? other : known);
  }
  return smallest;
}

interface Written {
  sources: readonly CustomerSource[];
  matched: Matched;
  ids: Uint8Array<ArrayBuffer>;
  formerIds: FormerIds;
}

async function write(
  job: Job,
  segment: number,
  { sources, matched, ids, formerIds }: Written,
): Promise<CustomerSegment['fields']> {
  const { tables } = job.model.customers;
  const plans = planFields(
    job.model.customers,
    tables.map(({ table }) => job.sources.table(table)),
  );
  const winners: Int32Array[] = [];
  for (const i of tables.keys()) {
    winners.push(
      await winnersOf(sources[i].records, matched.customerOfRow[i], matched.customers, () =>
        loadWinner(job, tables[i]),
      ),
    );
  }
  const rows = {
    ids,
    plans,
    merge: await Merge.load(job, plans, winners),
    tables: sources.map(({ name, key }, i) => ({
      name,
      key,
      rows: groupByCustomer(matched.customerOfRow[i], matched.customers),
      winners: winners[i],
    })),
  };
  const chunks = writeCustomers(segment, rows, (key, chunk) => job.sink.add(key, chunk));
  while (chunks.next().done !== true) {
    await job.sink.relieve();
    if (job.pacer.isDue) await job.pacer.pause();
  }
  sources.forEach(({ records }, i) => {
    job.sink.add([segment, i, 0], packSections([matched.customerOfRow[i]]));
    job.sink.add([segment, i, 1], packSections([matched.fates[i]]));
    const joined = packJoined(records);
    if (joined !== null) job.sink.add([segment, i, 2], joined);
    const matches = packMatches(matched, i);
    if (matches !== null) job.sink.add([segment, i, 3], matches);
  });
  if (formerIds.size > 0) job.sink.add([segment, DIRECTORY, 1], packFormerIds(formerIds));
  return plans.map(({ name, semantic }) => ({ name, ...(semantic === undefined ? {} : { semantic }) }));
}

/** The row of a table that stands for each customer: its record's, or the winner among several that matched it. */
async function winnersOf(
  { recordOf }: Records,
  customerOfRow: Int32Array,
  customers: number,
  load: () => Promise<Wins>,
): Promise<Int32Array> {
  const winners = new Int32Array(customers).fill(-1);
  let wins: Wins | null = null;
  for (let row = 0; row < recordOf.length; row++) {
    const customer = customerOfRow[row];
    if (recordOf[row] !== row || customer < 0) continue;
    if (winners[customer] < 0) {
      winners[customer] = row;
    } else {
      wins ??= await load();
      if (wins(row, winners[customer])) winners[customer] = row;
    }
  }
  return winners;
}

/** Rows that are one record with others: row, record, by what ({@link BY}) and score. */
function packJoined({ recordOf, joinedBy, scores }: Records): ArrayBuffer | null {
  const rows = Uint32Array.from(recordOf.keys()).filter((row) => joinedBy[row] !== BY.itself);
  if (rows.length === 0) return null;
  return packSections([
    rows,
    rows.map((row) => recordOf[row]),
    Int32Array.from(rows, (row) => joinedBy[row]),
    Float64Array.from(rows, (row) => scores[row]),
  ]);
}

function packMatches({ matches }: Matched, table: number): ArrayBuffer | null {
  const { rows, with: tables, withRows, rules, scores } = matches[table];
  if (rows.length === 0) return null;
  return packSections([
    Uint32Array.from(rows),
    Uint32Array.from(tables),
    Uint32Array.from(withRows),
    Int32Array.from(rules),
    Float64Array.from(scores),
  ]);
}

function inputsOf(job: Job, tables: readonly { table: string }[]): Record<string, number> {
  return Object.fromEntries(tables.map(({ table }) => [table, job.sources.table(table).segment]));
}
