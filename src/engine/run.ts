import { AdapterError } from '../model/errors.js';
import type { ActivityDefinition, ActivityModel } from '../model/model.js';
import type { DefinitionReport, RunProgress, RunReport, UnifyReport } from '../model/reports.js';
import { blocksRun, validateModel } from '../model/validation.js';
import { Pacer } from './pacer.js';
import type { ActivityOutput, ActivitySegment, CustomerSegment, TableSegment } from './store/records.js';
import type { Storage } from './store/storage.js';
import { buildDefinition } from './unify/build-activities.js';
import { activityConfig, type Job } from './unify/job.js';
import { loadCustomers } from './unify/load-customers.js';
import { tableInfo } from './stored-state.js';
import { SourceCache } from './unify/source-cache.js';
import { unifyCustomers, type UnifiedCustomers } from './unify/unify-customers.js';
import type { WriteJob } from './writer.js';

/** What a run works on. */
export interface RunOptions {
  storage: Storage;
  job: WriteJob;
  model: ActivityModel;
  tables: ReadonlyMap<string, TableSegment>;
  /** The stored customers when they are up to date; null: unify first. */
  customers: CustomerSegment | null;
  signal?: AbortSignal;
  onProgress?(progress: RunProgress): void;
}

/** Rebuilds the unified customers alone. */
export async function runUnification(options: RunOptions): Promise<UnifyReport> {
  const job = startJob(options);
  requireValid(options, 'customers');
  job.report('resolve-keys', undefined, 0);
  const { segment } = await unifyCustomers(job);
  options.signal?.throwIfAborted();
  job.report('write-output', undefined, 0.9);
  await options.job.commit((current) => ({ ...current, customers: segment.segment }), [segment]);
  return segment.report;
}

/** Unifies customers when they are out of date, then rebuilds all activities; both become current together (§ 8.6). */
export async function runActivities(options: RunOptions): Promise<Omit<RunReport, 'outOfDate'>> {
  const startedAt = Date.now();
  const clock = performance.now();
  const job = startJob(options);
  job.report('check-sources', undefined, 0);
  requireValid(options, 'all');
  job.report('resolve-keys', undefined, 0.05);
  const { activities } = options.model;
  prefetchDefinition(job, activities[0]);
  const customers = await customersOf(options, job);
  const outputSegment = job.newSegment();
  const segments: ActivitySegment[] = [];
  const reports: DefinitionReport[] = [];
  for (const [position, definition] of activities.entries()) {
    job.report('build-activities', definition.name, 0.2 + (0.7 * position) / activities.length);
    prefetchDefinition(job, activities[position + 1]);
    const built = await buildDefinition(job, customers, definition, outputSegment, position);
    segments.push(built.segment);
    reports.push(built.report);
    if (!activities.slice(position + 1).some(({ table }) => table === definition.table)) {
      job.sources.forget(definition.table);
    }
  }
  options.signal?.throwIfAborted();
  job.report('write-output', undefined, 0.9);
  const report: Omit<RunReport, 'outOfDate'> = {
    id: `run-${options.job.current.generation + 1}`,
    status: hasWarnings(customers.segment.report, reports) ? 'completed-with-warnings' : 'successful',
    startedAt,
    durationMs: performance.now() - clock,
    customers: customers.segment.report,
    definitions: reports,
  };
  const output: ActivityOutput = {
    kind: 'activities',
    segment: outputSegment,
    inputs: Object.fromEntries(
      Object.entries(job.sources.inputs).filter(([name]) => activities.some(({ table }) => table === name)),
    ),
    customers: customers.segment.segment,
    config: activityConfig(options.model),
    segments,
    report,
  };
  await options.job.commit(
    (current) => ({ ...current, customers: customers.segment.segment, activities: outputSegment }),
    [customers.segment, output],
  );
  job.report('refresh-counts', undefined, 1);
  return report;
}

/** The columns of a definition are read while the one before it is built. */
function prefetchDefinition({ sources, model }: Job, definition: ActivityDefinition | undefined): void {
  if (definition === undefined) return;
  const { table, primaryKey, timestamp, event, detail, url, attributes = {}, paths } = definition;
  const keys = paths.map(([first]) => model.relationships.find(({ name }) => name === first)?.from.column);
  const wanted = [primaryKey, timestamp, ...keys, event, detail, url, ...Object.values(attributes)];
  sources.prefetch(
    table,
    wanted.filter((column) => column !== undefined),
  );
}

function startJob({ storage, job, model, tables, signal, onProgress }: RunOptions): Job {
  return {
    model,
    sources: new SourceCache(storage, tables),
    sink: job.sink,
    pacer: new Pacer(signal),
    newSegment: () => job.newSegment(),
    report: (task, subject, fraction) =>
      onProgress?.({ task, fraction, ...(subject === undefined ? {} : { subject }) }),
  };
}

function customersOf(options: RunOptions, job: Job): Promise<UnifiedCustomers> {
  if (options.customers === null) return unifyCustomers(job);
  return loadCustomers(options.storage, options.customers);
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
    customers.tables.some(({ rejected }) => rejected > 0) ||
    definitions.some(({ rejected, orphaned, undated }) => rejected + orphaned + undated > 0)
  );
}
