import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition, ActivityModel } from '../../model/model.js';
import type { RunProgress, RunReport } from '../../model/reports.js';
import type { TableInfo } from '../../model/tables.js';
import { asAdapterError } from '../shared/adapter-errors.js';
import { runToEnd, type RunOutcome } from '../shared/run-outcome.js';
import { saveChange } from '../shared/save-change.js';

/** What was read last. */
export interface ManagerContent {
  readonly model: ActivityModel;
  readonly tables: readonly TableInfo[];
  readonly report: RunReport | null;
}

/** A run under way. */
export interface RunningRun {
  readonly progress: RunProgress | null;
}

/**
 * Reads what the manager shows when its host connects and after each change of the data, and does what a person asks
 * for. Reading ends with the host's connection; a run goes on, for it is the person's and not the element's.
 */
export class ManagerData implements ReactiveController {
  content: ManagerContent | null = null;
  error: AdapterError | null = null;
  running: RunningRun | null = null;
  readonly #host: ReactiveControllerHost;
  #adapter: ModelAdapter | undefined;
  #reading = new AbortController();
  #runControl = new AbortController();
  #unsubscribe: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get adapter(): ModelAdapter | undefined {
    return this.#adapter;
  }

  /** Another adapter is another model: nothing of the former one stays. */
  use(adapter: ModelAdapter | undefined): void {
    if (adapter === this.#adapter) return;
    this.#end();
    this.#runControl.abort();
    this.#adapter = adapter;
    this.content = null;
    this.error = null;
    this.running = null;
    if (this.#isConnected) this.#begin();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#begin();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#end();
  }

  /** Reads everything again; a newer reading overtakes an older one. */
  async reload(): Promise<void> {
    const adapter = this.#adapter;
    if (!adapter) return;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      const [{ model }, tables, report] = await Promise.all([
        adapter.loadModel({ signal }),
        adapter.listTables({ signal }),
        adapter.lastRun({ signal }),
      ]);
      if (signal.aborted) return;
      this.content = { model, tables, report };
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      this.error = asAdapterError(error);
    }
    this.#host.requestUpdate();
  }

  /** Runs until the end; null when a run is under way already. */
  async run(): Promise<RunOutcome | null> {
    const adapter = this.#adapter;
    if (!adapter || this.running) return null;
    const { signal } = (this.#runControl = new AbortController());
    this.#report({ progress: null });
    const outcome = await runToEnd(adapter, signal, (progress) => this.#report({ progress }));
    if (adapter !== this.#adapter) return outcome;
    this.#report(null);
    await this.reload();
    return outcome;
  }

  cancelRun(): void {
    this.#runControl.abort();
  }

  async rename({ id }: ActivityDefinition, name: string): Promise<void> {
    const adapter = this.#adapter;
    if (!adapter) return;
    if (adapter.renameActivity) await adapter.renameActivity(id, name);
    else {
      await saveChange(adapter, (model) => ({
        ...model,
        activities: model.activities.map((known) => (known.id === id ? { ...known, name } : known)),
      }));
    }
    await this.reload();
  }

  /** Answers how to take it back. */
  async delete(definitions: readonly ActivityDefinition[]): Promise<() => Promise<void>> {
    const adapter = this.#adapter;
    if (!adapter) return () => Promise.resolve();
    const ids = definitions.map(({ id }) => id);
    const undo = await deleteWith(adapter, ids);
    await this.reload();
    return async () => {
      await undo();
      await this.reload();
    };
  }

  #report(running: RunningRun | null): void {
    this.running = running;
    this.#host.requestUpdate();
  }

  #begin(): void {
    this.#unsubscribe = this.#adapter?.subscribe?.(({ kind }) => {
      if (kind !== 'persistence') void this.reload();
    });
    void this.reload();
  }

  #end(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#reading.abort();
  }
}

/** Without an undo of the adapter's own, the definitions are put back where they were in the model. */
async function deleteWith(adapter: ModelAdapter, ids: readonly string[]): Promise<() => Promise<unknown>> {
  if (adapter.deleteActivities && adapter.undoDelete) {
    const { undo } = await adapter.deleteActivities(ids);
    return () => adapter.undoDelete?.(undo) ?? Promise.resolve();
  }
  const { former } = await saveChange(adapter, (model) => ({
    ...model,
    activities: model.activities.filter(({ id }) => !ids.includes(id)),
  }));
  return () =>
    saveChange(adapter, (model) => {
      const activities = [...model.activities];
      for (const [place, definition] of former.activities.entries()) {
        if (ids.includes(definition.id)) activities.splice(place, 0, definition);
      }
      return { ...model, activities };
    });
}
