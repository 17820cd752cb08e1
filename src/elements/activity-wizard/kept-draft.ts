import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActivityModel } from '../../model/model.js';
import { mergeModels } from './merge-models.js';
import { edit, type WizardDraft } from './wizard-draft.js';
import type { WizardStep } from './wizard-flow.js';
import type { WizardState } from './wizard-state.js';
import type { WizardWalk } from './wizard-walk.js';

/** Unsaved work as it is kept: the model that it began with, and what was made of it. */
interface KeptDraft {
  readonly format: 'activity-draft/1';
  readonly keptAt: number;
  /** Which wizard it belongs to: all definitions, the one of an id, or a new one. */
  readonly scope: string;
  readonly single: string;
  readonly step: WizardStep;
  readonly chosen: string;
  readonly base: ActivityModel;
  readonly model: ActivityModel;
}

/** What keeping needs of the element whose work it keeps. */
export interface DraftKeeperHost {
  readonly state: WizardState;
  readonly walk: WizardWalk;
  /** Name in the storage; undefined: nothing is kept. */
  readonly key: () => string | undefined;
  readonly scope: () => string;
  readonly single: () => string;
  /** Goes on with the one definition of this id. */
  readonly setSingle: (id: string) => void;
  /** Somebody else changed these definitions meanwhile. */
  readonly tellMerged: (names: readonly string[]) => void;
}

/** How long nothing has to be changed until it is written; milliseconds. */
const PAUSE = 300;

/**
 * Keeps unsaved work in the tab's session storage, where a host names a key (`draft-key`), so that it survives a reload,
 * and offers it when the wizard opens again. It goes with the tab, and is written nowhere else (D 71).
 */
export class DraftKeeper implements ReactiveController {
  /** Since when the work that is offered is kept; null: none is. */
  offeredSince: number | null = null;
  readonly #element: ReactiveControllerHost;
  readonly #host: DraftKeeperHost;
  #offered: KeptDraft | null = null;
  #isOpened = false;
  #written: WizardDraft | null = null;
  #writtenStep = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: ReactiveControllerHost, host: DraftKeeperHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#write);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#write);
    this.#write();
    // A wizard that is only moved has its own work in hand.
    this.#isOpened = this.#host.state.isChanged;
  }

  /** Looks for kept work once there is a model; afterwards it notes what has changed. */
  hostUpdated(): void {
    const { state, walk } = this.#host;
    const { draft, stored } = state;
    if (!draft || !stored || this.#host.key() === undefined) return;
    if (!this.#isOpened) {
      this.#isOpened = true;
      this.#written = draft;
      this.#writtenStep = walk.step;
      this.#offer(stored.model);
    } else if ((draft !== this.#written || walk.step !== this.#writtenStep) && !this.#offered) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#write, PAUSE);
    }
  }

  /** There is unsaved work to take up. */
  get isKept(): boolean {
    return this.#read() !== null;
  }

  /** Takes the kept work up, on top of what others saved meanwhile. It is an edit, so it can be undone. */
  resume(): void {
    const { state, walk, setSingle, tellMerged } = this.#host;
    const kept = this.#offered;
    if (!kept || !state.draft || !state.stored) return;
    this.#withdraw();
    setSingle(kept.single);
    const { model, changed } = mergeModels(kept.base, kept.model, state.stored.model);
    state.change(edit(state.draft, model));
    walk.chosen = kept.chosen;
    walk.visited = new Set([...walk.visited, kept.step]);
    void walk.go(kept.step);
    if (changed.length > 0) tellMerged(changed);
  }

  /** The kept work is no longer wanted. */
  discard(): void {
    this.#withdraw();
    this.forget();
    this.#element.requestUpdate();
  }

  /** Saved or discarded: there is nothing to keep. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#written = this.#host.state.draft;
    const key = this.#storageKey();
    if (key && !this.#offered) attempt((storage) => storage.removeItem(key));
  }

  #offer({ activities, relationships }: ActivityModel): void {
    const kept = this.#read();
    if (!kept) return;
    const { model } = mergeModels(kept.base, kept.model, { ...kept.base, activities, relationships });
    const isSaved =
      JSON.stringify([model.activities, model.relationships]) === JSON.stringify([activities, relationships]);
    if (isSaved) return this.forget();
    this.#offered = kept;
    this.offeredSince = kept.keptAt;
    this.#element.requestUpdate();
  }

  #withdraw(): void {
    this.#offered = null;
    this.offeredSince = null;
  }

  #read(): KeptDraft | null {
    const key = this.#storageKey();
    const text = key && attempt((storage) => storage.getItem(key));
    if (!text) return null;
    try {
      const kept = JSON.parse(text) as KeptDraft | null;
      const isWhole =
        kept?.format === 'activity-draft/1' &&
        Array.isArray(kept.model.activities) &&
        Array.isArray(kept.base.activities);
      return isWhole && kept.scope === this.#host.scope() ? kept : null;
    } catch {
      // Nothing of ours, or cut off: there is no work in it.
      return null;
    }
  }

  readonly #write = (): void => {
    clearTimeout(this.#timer);
    const { state, walk, scope, single } = this.#host;
    const { draft, stored } = state;
    const key = this.#storageKey();
    if (!key || !draft || !stored || this.#offered) return;
    if (draft === this.#written && walk.step === this.#writtenStep) return;
    if (!state.isChanged) return this.forget();
    this.#written = draft;
    this.#writtenStep = walk.step;
    const kept: KeptDraft = {
      format: 'activity-draft/1',
      keptAt: Date.now(),
      scope: scope(),
      single: single(),
      step: walk.step,
      chosen: walk.chosen,
      base: stored.model,
      model: draft.model,
    };
    attempt((storage) => storage.setItem(key, JSON.stringify(kept)));
  };

  #storageKey(): string | undefined {
    const key = this.#host.key();
    return key === undefined ? undefined : `activity-wizard:${key}`;
  }
}

/** A storage may be forbidden or full: then nothing is kept, and the wizard works as without. */
function attempt<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
