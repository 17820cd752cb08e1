import { AdapterError } from '../model/errors.js';
import type { ActivityDefinition, ActivityModel } from '../model/model.js';
import type {
  DefinitionReport,
  RunProgress,
  RuleReport,
  RunTask,
  TaskReport,
  UnifyReport,
} from '../model/reports.js';
import { blocksRun, validateModel } from '../model/validation.js';
import { recentDeletions } from './edit-activities.js';
import { Pacer } from './pacer.js';
import {
  DELETED,
  type ActivityOutput,
  type ActivitySegment,
  type CustomerSegment,
  type StoredRunReport,
  type TableSegment,
} from './store/records.js';
import type { KeptColumns } from './store/kept-columns.js';
import type { Storage } from './store/storage.js';
import { tableInfo } from './stored-state.js';
import { settleAssignments } from './unify/assignments.js';
import { buildDefinition, type BuiltDefinition } from './unify/build-activities.js';
import { definitionNeeds, hasSameInputs, type DefinitionNeeds } from './unify/definition-needs.js';
import {
  changesSince,
  isUnchanged,
  openFormer,
  prefetchFormer,
  reuseDefinition,
  type Former,
} from './unify/former.js';
import type { Job } from './unify/job.js';
import { loadCustomers } from './unify/load-customers.js';
import { SourceCache } from './unify/source-cache.js';
import { ContactStep } from './unify/unify-contacts.js';
import { unifyCustomers, type UnifiedCustomers } from './unify/unify-customers.js';
import type { WriteJob } from './writer.js';

/** What a run works on. */
export interface RunOptions {
  storage: Storage;
  /** Columns that were imported lately; let go of at the end of the run. */
  kept: KeptColumns;
  job: WriteJob;
  model: ActivityModel;
  tables: ReadonlyMap<string, TableSegment>;
  /** The stored customers, up to date or not. */
  customers: CustomerSegment | null;
  areCustomersOutOfDate: boolean;
  /** The activities of the run before. */
  former: ActivityOutput | null;
  /** A table by number, also one that was replaced since. */
  tableOf(segment: number): Promise<TableSegment | null>;
  signal?: AbortSignal;
  onProgress?(progress: RunProgress): void;
}

/** Rebuilds the unified customers alone. */
export async function runUnification(options: RunOptions): Promise<UnifyReport> {
  const { job } = startJob(options);
  requireValid(options, 'customers');
  job.report('resolve-keys', undefined, 0);
  const { segment } = await makeCustomers(options, job);
  options.signal?.throwIfAborted();
  job.report('write-output', undefined, 0.9);
  await options.job.commit((current) => ({ ...current, customers: segment.segment }), [segment]);
  return segment.report;
}

/** What a run found. */
export interface RunOutcome {
  report: StoredRunReport;
  /** Rows came, went or became others, or are shown under other settings. */
  hasChanged: boolean;
}

/**
 * Unifies customers when they are out of date, then rebuilds the activities of each definition whose inputs have
 * changed and takes the others over; all become current together (§ 8.6, D 60).
 */
export async function runActivities(options: RunOptions): Promise<RunOutcome> {
  const startedAt = Date.now();
  const clock = performance.now();
  const { job, tasks } = startJob(options);
  job.report('check-sources', undefined, 0);
  requireValid(options, 'all');
  job.report('resolve-keys', undefined, 0.05);
  const { activities } = options.model;
  const plans = activities.map((definition) => planDefinition(options, definition));
  prefetchDefinition(job, plans[0]);
  const customers = await customersOf(options, job);
  const contacts = new ContactStep(job, customers);
  const built: BuiltDefinition[] = [];
  for (const [position, plan] of plans.entries()) {
    const { definition } = plan;
    job.report('build-activities', definition.name, 0.2 + (0.7 * position) / plans.length);
    prefetchDefinition(job, plans[position + 1]);
    built.push(await refreshDefinition(options, job, customers, contacts, plan));
    if (!activities.slice(position + 1).some(({ table }) => table === definition.table)) {
      job.sources.forget(definition.table);
    }
  }
  const contactOutput = await contacts.output(options.former?.contacts ?? null);
  options.signal?.throwIfAborted();
  job.report('write-output', undefined, 0.9);
  const outputSegment = job.newSegment();
  const reports = built.map(({ report }) => report);
  // Counts are stored with the rows and become current with them.
  job.report('refresh-counts', undefined, 0.95);
  const report: StoredRunReport = {
    id: `run-${options.job.current.generation + 1}`,
    status: hasWarnings(customers.segment.report, reports) ? 'completed-with-warnings' : 'successful',
    startedAt,
    durationMs: performance.now() - clock,
    tasks: tasks(built.some(({ report: { isRebuilt } }) => isRebuilt)),
    customers: customers.segment.report,
    contacts: contactOutput?.report ?? [],
    definitions: reports,
  };
  const output: ActivityOutput = {
    kind: 'activities',
    segment: outputSegment,
    customers: customers.segment.segment,
    contacts: contactOutput,
    segments: built.map(({ segment }) => segment),
    report,
  };
  await options.job.commit(
    (current) => ({ ...current, customers: customers.segment.segment, activities: outputSegment }),
    [customers.segment, output],
    async (view) => [[DELETED, await recentDeletions(view)]],
  );
  options.kept.clear();
  job.report('refresh-counts', undefined, 1);
  return { report, hasChanged: differs(options.former, output) };
}

/** A definition and what is known of it before the customers are. */
interface DefinitionPlan {
  definition: ActivityDefinition;
  needs: DefinitionNeeds;
  former: ActivitySegment | null;
  /** Its tables and the model have changed, so its columns will be needed. */
  willLoad: boolean;
}

function planDefinition({ model, former, job }: RunOptions, definition: ActivityDefinition): DefinitionPlan {
  const needs = definitionNeeds(model, definition);
  const segment = former?.segments.find((known) => known.definition === definition.id) ?? null;
  return {
    definition,
    needs,
    former: segment,
    willLoad: segment === null || !hasSameInputs(segment, needs, job.current.tables),
  };
}

async function refreshDefinition(
  options: RunOptions,
  job: Job,
  customers: UnifiedCustomers,
  contacts: ContactStep,
  { definition, needs, former: segment }: DefinitionPlan,
): Promise<BuiltDefinition> {
  const former = segment === null ? null : await formerOf(options, job, segment);
  if (former !== null) prefetchFormer(job, former);
  if (former !== null && (await isUnchanged(job, former, needs, customers))) {
    return reuseDefinition(job, former, definition, needs, customers);
  }
  const { rows, ...built } = await buildDefinition(
    job,
    customers,
    await contacts.contacts(),
    definition,
    needs,
  );
  if (former === null) return built;
  const changes = await changesSince(job, former, rows, customers);
  return { ...built, report: { ...built.report, changes } };
}

async function formerOf(
  { former, storage, tableOf }: RunOptions,
  { sources }: Job,
  segment: ActivitySegment,
): Promise<Former | null> {
  const report = former?.report.definitions.find(({ definition }) => definition === segment.definition);
  const tables = await Promise.all(Object.values(segment.inputs).map(tableOf));
  const found = tables.filter((table) => table !== null);
  if (report === undefined || found.length < tables.length) return null;
  return openFormer(storage, segment, report, { tables: found, later: sources });
}

/** The columns of a definition are read while the one before it is built. */
function prefetchDefinition({ sources }: Job, plan: DefinitionPlan | undefined): void {
  if (plan?.willLoad !== true) return;
  const { table } = plan.definition;
  sources.prefetch(table, [...(plan.needs.columns.get(table) ?? [])]);
}

function startJob({ storage, kept, job, model, tables, signal, onProgress }: RunOptions): {
  job: Job;
  /** How long each task took until now. */
  tasks(hasBuilt: boolean): TaskReport[];
} {
  const starts: { task: RunTask; at: number }[] = [];
  return {
    job: {
      model,
      sources: new SourceCache(storage, tables, { kept }),
      sink: job.sink,
      pacer: new Pacer(signal),
      newSegment: () => job.newSegment(),
      report: (task, subject, fraction) => {
        if (starts.at(-1)?.task !== task) starts.push({ task, at: performance.now() });
        onProgress?.({ task, fraction, ...(subject === undefined ? {} : { subject }) });
      },
    },
    tasks: (hasBuilt) =>
      starts.map(({ task, at }, i) => ({
        task,
        status: task === 'build-activities' && !hasBuilt ? 'skipped' : 'successful',
        durationMs: (starts[i + 1]?.at ?? performance.now()) - at,
      })),
  };
}

function customersOf(options: RunOptions, job: Job): Promise<UnifiedCustomers> {
  const { storage, customers, areCustomersOutOfDate } = options;
  if (customers === null || areCustomersOutOfDate) return makeCustomers(options, job);
  return loadCustomers(storage, customers);
}

async function makeCustomers(
  { storage, customers, tableOf }: RunOptions,
  job: Job,
): Promise<UnifiedCustomers> {
  const former = customers === null ? null : { storage, segment: customers, tableOf };
  return settleAssignments(storage, await unifyCustomers(job, former), customers);
}

/** A model with an error is refused before anything is built. Keys are judged row by row instead (D 24). */
function requireValid({ model, tables }: RunOptions, what: 'customers' | 'all'): void {
  const errors = validateModel(model, [...tables.values()].map(tableInfo)).filter(
    (issue) => blocksRun(issue) && (what === 'all' || issue.step === 'customers'),
  );
  if (errors.length === 0) return;
  const missing = errors.find(({ code }) => code === 'table-missing' || code === 'column-missing');
  const first = missing ?? errors[0];
  const code =
    missing === undefined
      ? 'model-invalid'
      : missing.code === 'table-missing'
        ? 'table-missing'
        : 'column-missing';
  throw new AdapterError(code, first.text, { detail: { issues: errors } });
}

function hasWarnings(customers: UnifyReport, definitions: readonly DefinitionReport[]): boolean {
  return (
    customers.tables.some(({ rejected, rules }) => rejected > 0 || rules.some(isCut)) ||
    customers.rules.some(isCut) ||
    (customers.pairs?.unknown ?? 0) > 0 ||
    definitions.some(({ rejected, orphaned, undated }) => rejected + orphaned + undated > 0)
  );
}

function isCut({ cut }: RuleReport): boolean {
  return cut !== undefined;
}

/** True when a customer's timeline may look another way than before. */
function differs(former: ActivityOutput | null, { segments, contacts, report }: ActivityOutput): boolean {
  if (former?.segments.length !== segments.length) return true;
  if (former.contacts?.segment !== contacts?.segment) return true;
  const settings = ({ definition, icon, hidden, type }: ActivitySegment): string =>
    JSON.stringify([definition, icon, hidden, type]);
  return (
    segments.some((segment, i) => settings(segment) !== settings(former.segments[i])) ||
    report.definitions.some(({ changes }) => changes.added + changes.removed + changes.changed > 0)
  );
}
