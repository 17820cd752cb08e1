import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import { describeTables } from '../../model/describe-tables.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel } from '../../model/model.js';
import type { RunProgress } from '../../model/reports.js';
import type { TableInfo } from '../../model/tables.js';
import { asAdapterError } from '../shared/adapter-errors.js';
import { runToEnd, type RunOutcome } from '../shared/run-outcome.js';
import { mergeModels } from './merge-models.js';
import {
  bareProposal,
  proposeDefinition,
  withProposals,
  type Proposal,
  type ProposedField,
  type Reason,
} from './proposals.js';
import { openReasons, withProposal, withTable } from './single-activity.js';
import { beginDraft, edit, removeActivity, withoutTables, type WizardDraft } from './wizard-draft.js';
import { WizardFacts } from './wizard-facts.js';

/** What a save came to: saved, or put on top of what somebody else changed. In each case the edits are still there. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: string }
  | { readonly kind: 'merged'; readonly names: readonly string[] }
  | { readonly kind: 'failed' | 'canceled' };

/**
 * The model under edit, what is stored, and what is known of the tables. It reads when its host connects; a model that
 * was changed here is never read again over the changes.
 */
export class WizardState implements ReactiveController {
  draft: WizardDraft | null = null;
  tables: readonly TableInfo[] = [];
  error: AdapterError | null = null;
  readonly reasons = new Map<string, Readonly<Partial<Record<ProposedField, Reason>>>>();
  readonly facts = new WizardFacts(() => this.#host.requestUpdate());
  readonly #host: ReactiveControllerHost;
  readonly #prepare: (model: ActivityModel) => ActivityModel;
  #adapter: ModelAdapter | undefined;
  #stored: { model: ActivityModel; revision: string } | null = null;
  #reading = new AbortController();
  #run = new AbortController();
  #save = new AbortController();
  #unsubscribe: (() => void) | undefined;
  #isConnected = false;

  /** @param prepare What is edited of a model that was read. */
  constructor(host: ReactiveControllerHost, prepare: (model: ActivityModel) => ActivityModel) {
    this.#host = host;
    this.#prepare = prepare;
    host.addController(this);
  }

  get adapter(): ModelAdapter | undefined {
    return this.#adapter;
  }

  /** The model as it was read or saved last. */
  get stored(): { readonly model: ActivityModel; readonly revision: string } | null {
    return this.#stored;
  }

  get isChanged(): boolean {
    return (this.draft?.past.length ?? 0) > 0;
  }

  /** The stored model has a definition of this id. */
  isStored(id: string): boolean {
    return this.#stored?.model.activities.some((known) => known.id === id) ?? false;
  }

  use(adapter: ModelAdapter | undefined): void {
    if (adapter === this.#adapter) return;
    this.#end();
    // What a save answers is of the former one's model.
    this.#save.abort();
    this.#adapter = adapter;
    this.draft = null;
    this.facts.clear();
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

  change(draft: WizardDraft): void {
    this.draft = { ...draft, model: describeTables(draft.model, this.tables) };
    this.#host.requestUpdate();
  }

  /** A value that a person chose is no proposal any more. */
  dropReason(id: string, field: string): void {
    const reasons = this.reasons.get(id);
    if (reasons && field in reasons) this.reasons.set(id, { ...reasons, [field]: undefined });
  }

  /** Reads the tables, and the model unless it was changed here. */
  async load(): Promise<void> {
    const adapter = this.#adapter;
    if (!adapter) return;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      const [stored, tables] = await Promise.all([
        adapter.loadModel({ signal }),
        adapter.listTables({ signal }),
      ]);
      if (signal.aborted) return;
      this.tables = tables;
      this.error = null;
      this.facts.clear();
      if (this.draft && this.isChanged) this.change(this.draft);
      else {
        this.#stored = stored;
        this.change(beginDraft(this.#prepare(stored.model)));
      }
    } catch (error) {
      if (!signal.aborted) this.error = asAdapterError(error);
    }
    this.#host.requestUpdate();
  }

  /**
   * Selects these tables; those that are new get the definition that their columns propose. Answers the ids of those.
   * @param signal Once aborted, nothing is selected.
   */
  async selectTables(
    names: ReadonlySet<string>,
    newId: () => string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const [adapter, before] = [this.#adapter, this.draft?.model];
    if (!adapter || !before) return [];
    const proposals: Proposal[] = [];
    const known = tablesOf(before);
    for (const info of this.tables.filter(({ name }) => names.has(name) && !known.has(name))) {
      const context = { model: withProposals(before, proposals), tables: this.tables, id: newId() };
      proposals.push(await this.#propose(adapter, info, context, signal));
      if (signal.aborted) return [];
    }
    if (!this.draft || adapter !== this.#adapter) return [];
    // The model may have been read anew while the tables were looked at, with some of them or with others in it.
    const { model } = this.draft;
    const have = tablesOf(model);
    const missing = proposals.filter(({ definition }) => !have.has(definition.table));
    for (const { definition, reasons } of missing) this.reasons.set(definition.id, reasons);
    const dropped = new Set([...known].filter((table) => !names.has(table)));
    this.change(edit(this.draft, withProposals(withoutTables(model, dropped), missing)));
    return missing.map(({ definition }) => definition.id);
  }

  /** What a table proposes; of one that cannot be read nothing but its name, and a person is told why. */
  async #propose(
    adapter: ModelAdapter,
    info: TableInfo,
    context: Parameters<typeof proposeDefinition>[2],
    signal: AbortSignal,
  ): Promise<Proposal> {
    try {
      return await proposeDefinition(adapter, info, context, { signal });
    } catch (error) {
      if (!signal.aborted) this.error = asAdapterError(error);
      return bareProposal(info, context);
    }
  }

  /** Gives a definition another table, and then what the columns of that propose. */
  async chooseTable(id: string, name: string): Promise<void> {
    if (!this.draft) return;
    const field = `${id} table`;
    this.reasons.delete(id);
    this.change(edit(this.draft, withTable(this.draft.model, id, name), field));
    const info = this.tables.find((table) => table.name === name);
    if (!info || !this.#adapter) return;
    const context = { model: removeActivity(this.draft.model, id), tables: this.tables, id };
    try {
      const proposal = await proposeDefinition(this.#adapter, info, context);
      const now = this.draft.model.activities.find((known) => known.id === id);
      if (now?.table !== name) return;
      this.reasons.set(id, openReasons(now, proposal));
      this.change(edit(this.draft, withProposal(this.draft.model, proposal), field));
    } catch (error) {
      this.error = asAdapterError(error);
      this.#host.requestUpdate();
    }
  }

  /** Stores the model. Where somebody else saved first, the edits go on top of theirs and are to be saved again. */
  async save(): Promise<SaveOutcome> {
    const [adapter, draft, stored] = [this.#adapter, this.draft, this.#stored];
    if (!adapter || !draft || !stored) return { kind: 'failed' };
    this.error = null;
    const { signal } = (this.#save = new AbortController());
    try {
      const revision = await adapter.saveModel(draft.model, stored.revision, { signal });
      if (signal.aborted) return { kind: 'canceled' };
      this.#stored = { model: draft.model, revision };
      this.draft = beginDraft(draft.model);
      return { kind: 'saved', revision };
    } catch (error) {
      if (signal.aborted) return { kind: 'canceled' };
      const failure = asAdapterError(error);
      if (failure.code !== 'revision-conflict') {
        this.error = failure;
        return { kind: 'failed' };
      }
    }
    return this.#mergeOnto(adapter, draft, stored.model, signal);
  }

  async #mergeOnto(
    adapter: ModelAdapter,
    draft: WizardDraft,
    base: ActivityModel,
    signal: AbortSignal,
  ): Promise<SaveOutcome> {
    try {
      const theirs = await adapter.loadModel({ signal });
      if (signal.aborted) return { kind: 'canceled' };
      const { model, changed } = mergeModels(base, draft.model, theirs.model);
      this.#stored = theirs;
      this.change(edit(draft, model));
      return { kind: 'merged', names: changed };
    } catch (error) {
      if (signal.aborted) return { kind: 'canceled' };
      this.error = asAdapterError(error);
      return { kind: 'failed' };
    }
  }

  async run(onProgress: (progress: RunProgress) => void): Promise<RunOutcome> {
    const { signal } = (this.#run = new AbortController());
    if (!this.#adapter) return { report: null, error: null };
    const outcome = await runToEnd(this.#adapter, signal, onProgress);
    if (outcome.error) this.error = outcome.error;
    return outcome;
  }

  cancelRun(): void {
    this.#run.abort();
  }

  /** Where it was too late to cancel, the next save finds what this one stored. */
  cancelSave(): void {
    this.#save.abort();
  }

  #begin(): void {
    this.#unsubscribe = this.#adapter?.subscribe?.(({ kind }) => {
      if (kind === 'tables' || (kind === 'model' && !this.isChanged)) void this.load();
    });
    void this.load();
  }

  #end(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#reading.abort();
  }
}

const tablesOf = ({ activities }: ActivityModel): ReadonlySet<string> =>
  new Set(activities.map(({ table }) => table));
