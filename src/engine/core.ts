import type { ActivityExplanation } from '../model/explanation.js';
import type { ActivityModel } from '../model/model.js';
import type { ImportProgress, ImportReport, RunProgress, RunReport, UnifyReport } from '../model/reports.js';
import { deleteActivities, renameActivity, undoDelete } from './edit-activities.js';
import type { ExportOptions } from './engine.js';
import { importTable, type ImportRequest } from './import-table.js';
import { removeTable } from './remove-table.js';
import type { News } from './news.js';
import { oneAtATime } from './one-at-a-time.js';
import { openOutput, outputNames, type OutputContext } from './output/outputs.js';
import { writeRows } from '../model/output/write-rows.js';
import { OutcomeReader } from './query/outcome-reader.js';
import { SourceTables } from './query/source-tables.js';
import { runActivities, runUnification, type RunOptions } from './run.js';
import type { Descriptions } from './descriptions.js';
import { ReadingCore } from './reading-core.js';
import { customersAreOutOfDate } from './state.js';
import { loadModel, saveModel } from './stored-state.js';
import type { Storage } from './store/storage.js';
import type { WriterLock } from './writer-lock.js';
import { KeptColumns } from './store/kept-columns.js';
import { readCurrent } from './store/current.js';
import { Writer, type WriteJob } from './writer.js';

/** What the core's callers may pass with a call; signals and progress have crossed the thread by then. */
export interface CoreCall<P = never> {
  signal?: AbortSignal;
  onProgress?(progress: P): void;
}

/**
 * The engine itself, on whatever thread it runs: ties storage, unification and queries together. Reads work on one
 * consistent view; writes go through the writer and are announced when they are committed.
 */
export class EngineCore extends ReadingCore {
  readonly #writer: Writer;
  readonly #kept = new KeptColumns();
  readonly #outcome: OutcomeReader;
  readonly #tables: SourceTables;
  readonly #exclusively = oneAtATime();

  constructor(storage: Storage, lock: WriterLock | null, news: News) {
    super(storage, news);
    this.#writer = new Writer(storage, lock);
    this.#outcome = new OutcomeReader(storage, this.descriptions);
    this.#tables = new SourceTables(storage, this.descriptions);
    news.onEnd = () => this.#writer.lose();
  }

  // — tables —

  readonly listTables: SourceTables['list'] = () => this.#tables.list();
  readonly sampleRows: SourceTables['sample'] = (...query) => this.#tables.sample(...query);
  readonly profileColumn: SourceTables['profileColumn'] = (...query) => this.#tables.profileColumn(...query);
  readonly profilePath: SourceTables['profilePath'] = (hops) => this.#tables.profilePath(hops);
  readonly checkRows: SourceTables['check'] = (...query) => this.#tables.check(...query);
  readonly newestRows: SourceTables['newest'] = (...query) => this.#tables.newest(...query);

  async importTable(options: ImportRequest, call: CoreCall<ImportProgress>): Promise<ImportReport> {
    const stores = { storage: this.storage, kept: this.#kept, tableOf: this.#tableOf };
    const report = await this.#writer.write(
      call.signal,
      (job) => importTable(job, options, { ...call, signal: job.signal }, stores),
      `an import of ${options.table}`,
    );
    this.news.announce({ kind: 'tables' });
    return report;
  }

  async removeTable(name: string, call: CoreCall): Promise<void> {
    await this.#writer.write(call.signal, (job) => removeTable(job, name), `the removal of ${name}`);
    this.news.announce({ kind: 'tables' });
  }

  // — model —

  async loadModel(): Promise<{ model: ActivityModel; revision: string }> {
    return this.storage.read(loadModel);
  }

  async saveModel(model: ActivityModel, revision: string): Promise<string> {
    const next = await saveModel(this.storage, model, revision);
    this.news.announce({ kind: 'model', revision: next });
    return next;
  }

  async renameActivity(id: string, name: string): Promise<{ revision: string }> {
    const revision = await renameActivity(this.storage, id, name);
    this.news.announce({ kind: 'model', revision });
    return { revision };
  }

  deleteActivities(ids: readonly string[], call: CoreCall): Promise<{ undo: string; revision: string }> {
    return this.#edit(call, (job) => deleteActivities(this.storage, this.descriptions, job, ids));
  }

  undoDelete(token: string, call: CoreCall): Promise<{ revision: string }> {
    return this.#edit(call, (job) => undoDelete(this.storage, this.descriptions, job, token));
  }

  async #edit<T extends { revision: string }>(
    { signal }: CoreCall,
    work: (job: WriteJob) => Promise<T>,
  ): Promise<T> {
    const result = await this.#writer.write(signal, work, 'a change of activities');
    this.news.announce({ kind: 'model', revision: result.revision });
    this.news.announce({ kind: 'activities' });
    return result;
  }

  // — runs —

  async unifyCustomers(call: CoreCall<RunProgress>): Promise<UnifyReport> {
    const report = await this.#exclusively(() =>
      this.#writer.write(
        call.signal,
        async (job) => runUnification({ ...(await this.#inputs(job)), ...call, signal: job.signal }),
        'a unification of customers',
      ),
    );
    this.news.announce({ kind: 'activities' });
    return report;
  }

  async run(call: CoreCall<RunProgress>): Promise<RunReport> {
    const { report, hasChanged } = await this.#exclusively(() =>
      this.#writer.write(
        call.signal,
        async (job) => runActivities({ ...(await this.#inputs(job)), ...call, signal: job.signal }),
        'a run',
      ),
    );
    this.news.announce(hasChanged ? { kind: 'activities' } : { kind: 'activities', customerIds: [] });
    const definitions = report.definitions.map((definition) => ({ ...definition, outOfDate: false }));
    return { ...report, definitions, outOfDate: false };
  }

  lastRun(): Promise<RunReport | null> {
    return this.#outcome.lastRun();
  }

  lastUnification(): Promise<(UnifyReport & { outOfDate: boolean }) | null> {
    return this.#outcome.lastUnification();
  }

  readonly setAside: OutcomeReader['setAside'] = (filter) => this.#outcome.setAside(filter);

  explainActivity(
    activity: { activityId: string; customerId?: string },
    { signal }: CoreCall,
  ): Promise<ActivityExplanation> {
    return this.#outcome.explainActivity(activity, signal);
  }

  explainRow(place: { definition: string; line: number }): Promise<ActivityExplanation> {
    return this.#outcome.explainRow(place);
  }

  // — outputs —

  async listOutputs(): Promise<string[]> {
    return outputNames(await this.#outputContext());
  }

  async *exportOutput(
    name: string,
    { format = 'ndjson', includeHidden = false }: ExportOptions,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    const table = await openOutput(await this.#outputContext(includeHidden), name);
    yield* writeRows(table, format);
  }

  // — end —

  override async close(): Promise<void> {
    const closing = this.storage.close();
    await this.#writer.idle();
    await Promise.all([closing, super.close()]);
  }

  override async destroy(): Promise<void> {
    await this.#writer.idle();
    await super.destroy();
  }

  async #outputContext(includeHidden = false): Promise<OutputContext> {
    return {
      storage: this.storage,
      descriptions: this.descriptions,
      dictionaries: this.output.dictionaries,
      current: await this.storage.read(readCurrent),
      includeHidden,
    };
  }

  #inputs(job: WriteJob): Promise<RunOptions> {
    return this.storage.read(async (view) => {
      const { model, customers, current, output } = await this.#outcome.state(view);
      return {
        storage: this.storage,
        kept: this.#kept,
        job,
        model,
        tables: await this.descriptions.tables(view, current),
        customers,
        areCustomersOutOfDate: customers === null || customersAreOutOfDate(customers, current, model),
        former: output,
        tableOf: this.#tableOf,
      };
    });
  }

  /** A table by number, also one that was replaced since. */
  readonly #tableOf = (segment: number): ReturnType<Descriptions['table']> =>
    this.storage.read((view) => this.descriptions.table(view, segment));
}
