import type { ActivityDefinition } from '../../model/model.js';
import type { ChangeCounts, DefinitionReport } from '../../model/reports.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import { VERDICT, type ActivitySegment, type TableSegment } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import { packVerdicts, readVerdicts } from '../store/verdicts.js';
import type { BuiltDefinition } from './build-activities.js';
import { countChanges, ordinalsIn, type WrittenRows } from './count-changes.js';
import { inputsOf, type DefinitionNeeds } from './definition-needs.js';
import { formerContacts } from './former-contacts.js';
import type { Job } from './job.js';
import { haveSameColumns } from './same-columns.js';
import { SourceCache } from './source-cache.js';
import type { UnifiedCustomers } from './unify-customers.js';

/** What a definition gave in the run before, and the tables it was made of then. */
export interface Former {
  storage: Storage;
  segment: ActivitySegment;
  report: DefinitionReport;
  sources: SourceCache;
}

/** Opens the former output of a definition, given its tables of then and those of now. */
export function openFormer(
  storage: Storage,
  segment: ActivitySegment,
  report: DefinitionReport,
  { tables, later }: { tables: readonly TableSegment[]; later: SourceCache },
): Former {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return { storage, segment, report, sources: new SourceCache(storage, byName, { later }) };
}

/** Starts reading what the rows of a replaced table are compared with, while the new ones are built. */
export function prefetchFormer(job: Job, { segment, sources }: Former): void {
  const table = sources.table(segment.sourceTable);
  if (job.sources.has(table)) return;
  sources.prefetch(table.name, [...segment.columns.map(({ source }) => source), segment.timestamp.source]);
}

/** True when the rows would come out as they are: tables that were imported again may hold the same values. */
export async function isUnchanged(
  job: Job,
  { segment, sources }: Former,
  needs: DefinitionNeeds,
  { segment: customers }: UnifiedCustomers,
): Promise<boolean> {
  const { config, inputs, assignments, sourceTable } = segment;
  if (config !== needs.config) return false;
  for (const target of needs.targets) {
    if (assignments[target] !== customers.assignments[target]) return false;
  }
  for (const [name, columns] of needs.columns) {
    if (inputs[name] === job.sources.table(name).segment) continue;
    if (!(await haveSameColumns(sources, job.sources, name, columns))) return false;
    await job.pacer.breathe();
  }
  return haveSameLines(job, sources, sourceTable);
}

/** Lines are told in reports; rows that moved in their file are found elsewhere. */
async function haveSameLines(job: Job, former: SourceCache, name: string): Promise<boolean> {
  const [before, after] = [former.table(name), job.sources.table(name)];
  if (before.segment === after.segment) return true;
  const [lineBefore, lineAfter] = [await former.lineOf(name), await job.sources.lineOf(name)];
  for (let row = 0; row < after.rows; row++) if (lineBefore(row) !== lineAfter(row)) return false;
  return true;
}

/** Takes the former rows over. What does not change them, name, icon and visibility, is that of the model. */
export async function reuseDefinition(
  job: Job,
  former: Former,
  definition: ActivityDefinition,
  needs: DefinitionNeeds,
  customers: UnifiedCustomers,
): Promise<BuiltDefinition> {
  const { icon: _, ...segment } = former.segment;
  const { shown, hidden, undated } = former.report;
  const dated = shown + hidden;
  return {
    segment: {
      ...segment,
      name: definition.name,
      ...(definition.icon === undefined ? {} : { icon: definition.icon }),
      hidden: !definition.showInTimeline,
      tableSegment: job.sources.table(definition.table).segment,
      inputs: inputsOf(job, needs),
      ...(await renumbered(job, former, customers)),
    },
    report: {
      ...former.report,
      name: definition.name,
      shown: definition.showInTimeline ? dated : 0,
      hidden: definition.showInTimeline ? 0 : dated,
      changes: { added: 0, removed: 0, changed: 0, unchanged: dated + undated },
      isRebuilt: false,
      durationMs: 0,
    },
  };
}

/** The same customers may have other ordinals after a unification; verdicts are written again then. */
async function renumbered(
  job: Job,
  former: Former,
  customers: UnifiedCustomers,
): Promise<{ customers: number; verdicts: number }> {
  const number = customers.segment.segment;
  const kept = { customers: number, verdicts: former.segment.verdicts };
  if (former.segment.customers === number) return kept;
  const ids = await readIds(former.storage, former.segment.customers);
  const ordinals = ordinalsIn(ids, customers.ids);
  if (ids.length === customers.ids.length && ordinals.every((ordinal, i) => ordinal === i)) return kept;
  const verdicts = (await former.storage.read((view) => readVerdicts(view, former.segment))).map((verdict) =>
    verdict < 0 ? verdict : renumber(verdict, ordinals),
  );
  const segment = job.newSegment();
  job.sink.add([segment, 0], packVerdicts(verdicts));
  return { customers: number, verdicts: segment };
}

function renumber(verdict: number, ordinals: Int32Array): number {
  const flag = verdict & VERDICT.undated;
  return ordinals[verdict ^ flag] | flag;
}

/** How the rows differ from those of the run before. */
export async function changesSince(
  job: Job,
  { storage, segment, sources }: Former,
  now: WrittenRows,
  customers: UnifiedCustomers,
): Promise<ChangeCounts> {
  const table = sources.table(segment.sourceTable);
  const isSameTable = job.sources.has(table);
  const cache = isSameTable ? job.sources : sources;
  const load = (source: string): Promise<LoadedColumn> => cache.load(segment.sourceTable, source);
  const former: WrittenRows = {
    type: segment.type,
    verdicts: await storage.read((view) => readVerdicts(view, segment)),
    ids:
      segment.customers === customers.segment.segment
        ? customers.ids
        : await readIds(storage, segment.customers),
    timestamp: await load(segment.timestamp.source),
    timeForm: segment.timestamp.form,
    fields: await Promise.all(
      segment.columns.map(async (form) => ({ column: await load(form.source), form })),
    ),
    contacts: await formerContacts(job, storage, segment, table.rows),
  };
  await job.pacer.breathe();
  const counting = countChanges(former, now);
  for (;;) {
    const { done, value } = counting.next();
    if (done === true) return value;
    if (job.pacer.isDue) await job.pacer.pause();
  }
}

async function readIds(storage: Storage, segment: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = [segment, DIRECTORY, 0];
  const chunk = await storage.read((view) => view.first(key, key));
  return unpackCustomers(chunk ?? new ArrayBuffer(0)).ids;
}
