import { AdapterError } from '../../model/errors.js';
import type { ActivityDefinition } from '../../model/model.js';
import type { DefinitionReport, SetAsideCount } from '../../model/reports.js';
import { compareBytes } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { ActivityColumn, ActivitySegment } from '../store/records.js';
import { RowTexts } from '../store/row-texts.js';
import { packVerdicts } from '../store/verdicts.js';
import { columnIndex, packedTextOf } from '../store/table-reader.js';
import { dateOrderOf, isCoded, planColumns } from './activity-columns.js';
import { writeActivities, type ActivityRows } from './activity-writer.js';
import type { WrittenRows } from './count-changes.js';
import { inputsOf, type DefinitionNeeds } from './definition-needs.js';
import { collectExamples } from './examples.js';
import type { Job } from './job.js';
import { ASIDE, judgeRows, type JudgedRows, type RowList } from './judge-rows.js';
import { describeConflicts, describeKeys } from './path-report.js';
import { pathSource, resolvePaths } from './resolve-paths.js';
import { settleTies, sortActivities } from './sort-activities.js';
import { readTimes, type ReadTimes } from './time-reader.js';
import { NOBODY, type UnifiedContacts } from './unify-contacts.js';
import type { UnifiedCustomers } from './unify-customers.js';

/** The activities of one definition and what became of its rows. */
export interface BuiltDefinition {
  segment: ActivitySegment;
  report: DefinitionReport;
}

/** A definition that was built, with its rows to be compared with former ones. */
export type NewDefinition = BuiltDefinition & { rows: WrittenRows };

/** Turns the rows of one definition's table into its segment (domain § 8), and accounts for each of them. */
export async function buildDefinition(
  job: Job,
  customers: UnifiedCustomers,
  contacts: UnifiedContacts | null,
  definition: ActivityDefinition,
  needs: DefinitionNeeds,
): Promise<NewDefinition> {
  const startedAt = performance.now();
  const table = job.sources.table(definition.table);
  const key = await job.sources.load(definition.table, definition.primaryKey);
  const timestamp = await job.sources.load(definition.table, definition.timestamp);
  const timestampColumn = table.columns[columnIndex(table, definition.timestamp)];
  const { order, isAssumed } = dateOrderOf(definition, timestampColumn);
  await job.pacer.breathe();
  const zone = definition.timeZone;
  const timeForm = { type: timestampColumn.type, order, ...(zone === undefined ? {} : { timeZone: zone }) };
  const read = readTimes(timestamp, timeForm);
  await job.pacer.breathe();
  const paths = await resolvePaths(pathSource(job, customers, contacts), job.model, definition.paths);
  const judged = judgeRows(key, timestamp, read, paths);
  await job.pacer.breathe();

  const plans = planColumns(definition, table);
  const columns = await Promise.all(plans.map(({ source }) => job.sources.load(definition.table, source)));
  const coded = columns.map(isCoded);
  const write = (list: RowList, isDated: boolean): Promise<number | null> =>
    writeRows(
      job,
      orderRows(list, timestamp, read, key, isDated),
      columns.map((column, i) => ({ column, codes: isDated && coded[i] ? column.codes : null })),
      customers.ids,
      contacts,
    );
  const dated = await write(judged.dated, true);
  const undated = await write(judged.undated, false);
  const verdicts = job.newSegment();
  job.sink.add([verdicts, 0], packVerdicts(judged.verdicts));

  const activityColumns = plans.map(({ source, column }, i): ActivityColumn => ({
    ...column,
    source,
    coded: coded[i],
  }));
  const report = await describe(job, definition, judged, key, {
    conflicts: await describeConflicts(job, definition, judged, key, customers.ids),
    keys: await describeKeys(job, definition.paths),
    dateOrderAssumed: isAssumed,
    durationMs: performance.now() - startedAt,
  });
  const segment: ActivitySegment = {
    definition: definition.id,
    name: definition.name,
    type: definition.type,
    ...(definition.icon === undefined ? {} : { icon: definition.icon }),
    sourceTable: table.name,
    table: table.table,
    tableSegment: table.segment,
    hidden: !definition.showInTimeline,
    dated,
    rows: judged.dated.rows.length,
    undated,
    undatedRows: judged.undated.rows.length,
    columns: activityColumns,
    hasContacts: judged.dated.contacts !== null,
    timestamp: { source: definition.timestamp, form: timeForm },
    verdicts,
    customers: customers.segment.segment,
    config: needs.config,
    inputs: inputsOf(job, needs),
    assignments: Object.fromEntries(
      [...needs.targets].map((target) => [target, customers.segment.assignments[target]]),
    ),
  };
  const rows: WrittenRows = {
    type: definition.type,
    verdicts: judged.verdicts,
    ids: customers.ids,
    timestamp,
    timeForm,
    fields: columns.map((column, i) => ({ column, form: activityColumns[i] })),
    contacts: judged.contacts === null ? null : { ...(contacts ?? NOBODY), ofRow: judged.contacts },
  };
  return { segment, report, rows };
}

interface OrderedRows extends Omit<ActivityRows, 'columns' | 'contacts'> {
  contacts: Int32Array<ArrayBuffer> | null;
}

function orderRows(
  list: RowList,
  timestamp: LoadedColumn,
  read: ReadTimes,
  key: LoadedColumn,
  isDated: boolean,
): OrderedRows {
  const { rows, customers, contacts } = list;
  const times = new Float64Array(rows.length);
  if (isDated) {
    for (let i = 0; i < rows.length; i++) times[i] = read.times[itemOf(timestamp, rows[i])];
  }
  const order = sortActivities(customers, times);
  const ordered: OrderedRows = {
    sourceRows: new Uint32Array(rows.length),
    customers: new Int32Array(rows.length),
    times: new Float64Array(rows.length),
    hasTimes: new Uint8Array(rows.length),
    contacts: contacts === null ? null : new Int32Array(rows.length),
  };
  for (let i = 0; i < order.length; i++) {
    ordered.customers[i] = customers[order[i]];
    ordered.times[i] = times[order[i]];
  }
  settleTies(order, ordered.customers, ordered.times, compareBy(key, rows));
  for (let i = 0; i < order.length; i++) {
    const from = order[i];
    ordered.sourceRows[i] = rows[from];
    ordered.hasTimes[i] = isDated ? read.hasTimes[itemOf(timestamp, rows[from])] : 0;
    if (ordered.contacts !== null && contacts !== null) ordered.contacts[i] = contacts[from];
  }
  return ordered;
}

function itemOf({ codes }: LoadedColumn, row: number): number {
  return codes === null ? row : codes[row];
}

async function writeRows(
  job: Job,
  rows: OrderedRows,
  columns: ActivityRows['columns'],
  customerIds: Uint8Array<ArrayBuffer>,
  contacts: UnifiedContacts | null,
): Promise<number | null> {
  if (rows.sourceRows.length === 0) return null;
  const segment = job.newSegment();
  await job.pacer.breathe();
  const { keys, names } = contacts ?? NOBODY;
  const ofRow = rows.contacts;
  const written = { ...rows, columns, contacts: ofRow === null ? null : { ofRow, keys, names } };
  const chunks = writeActivities(segment, written, customerIds, (at, chunk) => job.sink.add(at, chunk));
  while (chunks.next().done !== true) {
    await job.sink.relieve();
    if (job.pacer.isDue) await job.pacer.pause();
  }
  return segment;
}

/** The order of the keys of listed rows. */
function compareBy(key: LoadedColumn, rows: Uint32Array): (a: number, b: number) => number {
  const [one, other] = [new RowTexts(key), new RowTexts(key)];
  return (a, b) => {
    one.read(rows[a]);
    other.read(rows[b]);
    return compareBytes(one.bytes, one.start, one.end, other.bytes, other.start, other.end);
  };
}

async function describe(
  job: Job,
  definition: ActivityDefinition,
  { dated, undated, aside, conflicting }: JudgedRows,
  key: LoadedColumn,
  rest: Pick<DefinitionReport, 'conflicts' | 'keys' | 'dateOrderAssumed' | 'durationMs'>,
): Promise<DefinitionReport> {
  const orphanedByHop = new Array<number>(Math.max(...definition.paths.map((path) => path.length))).fill(0);
  const counts = [0, 0, 0, 0];
  aside.reasons.forEach((reason, i) => {
    counts[reason]++;
    if (reason === ASIDE.orphan) orphanedByHop[aside.hops[i] - 1]++;
  });
  const lineOf = await job.sources.lineOf(definition.table);
  const example = (row: number): { line: number; text: string } => ({
    line: lineOf(row),
    text: packedTextOf(key, row),
  });
  const reasons = [
    ['key-empty', ASIDE.keyEmpty],
    ['key-duplicate', ASIDE.keyDuplicate],
    ['orphan', ASIDE.orphan],
  ] as const;
  const setAside: SetAsideCount[] = reasons.map(([reason, mark]) =>
    collectExamples(
      reason,
      counts[mark],
      aside.reasons,
      (other) => other === mark,
      (i) => example(aside.rows[i]),
    ),
  );
  setAside.push(
    collectExamples(
      'no-valid-date',
      undated.rows.length,
      undated.rows,
      () => true,
      (i) => example(undated.rows[i]),
    ),
  );
  const report: DefinitionReport = {
    definition: definition.id,
    name: definition.name,
    table: definition.table,
    read: key.rows,
    shown: definition.showInTimeline ? dated.rows.length : 0,
    hidden: definition.showInTimeline ? 0 : dated.rows.length,
    undated: undated.rows.length,
    rejected: counts[ASIDE.keyEmpty] + counts[ASIDE.keyDuplicate],
    orphaned: counts[ASIDE.orphan],
    orphanedByHop,
    conflicting,
    setAside: setAside.filter(({ count }) => count > 0),
    changes: { added: dated.rows.length + undated.rows.length, removed: 0, changed: 0, unchanged: 0 },
    isRebuilt: true,
    ...rest,
  };
  assertConservation(report);
  return report;
}

/** The law of design § 4.2. It can only fail by a fault of ours, and then no output may be believed. */
function assertConservation(report: DefinitionReport): void {
  const { read, shown, hidden, undated, rejected, orphaned } = report;
  if (read !== shown + hidden + undated + rejected + orphaned) {
    throw new AdapterError(
      'internal',
      `The rows of ${report.name} do not add up. The run was stopped and the former output kept. Please report this.`,
      { detail: { report } },
    );
  }
}
