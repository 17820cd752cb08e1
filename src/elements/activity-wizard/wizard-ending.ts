import { RunEndEvent, RunStartEvent } from '../activity-manager/manager-events.js';
import type { RunProgress } from '../../model/reports.js';
import { fill } from '../shared/messages.js';
import { ModelSaveEvent } from './wizard-events.js';
import type { WizardState } from './wizard-state.js';
import type { WizardStrings } from './wizard-strings.js';

/** What is under way. */
export type Busy = { readonly progress: RunProgress | null } | 'saving' | null;

/** What the ending needs of the element that it stands in. */
export interface WizardEndingHost {
  readonly dispatch: (event: Event) => void;
  readonly update: () => void;
  /** Once the element is drawn. */
  readonly focus: (id: string) => void;
  readonly leave: () => void;
  readonly strings: () => WizardStrings;
}

/** Saves what was configured, and runs it. */
export class WizardEnding {
  busy: Busy = null;
  /** What was done, when a person has to know it. */
  message = '';
  /** The one activity is saved, and a person is told so before the wizard closes. */
  isDone = false;
  readonly #state: WizardState;
  readonly #host: WizardEndingHost;

  constructor(state: WizardState, host: WizardEndingHost) {
    this.#state = state;
    this.#host = host;
  }

  async saveAndLeave(): Promise<void> {
    if (await this.#store()) this.#host.leave();
  }

  /** Saves and stays, to say so (§ 5.5). */
  async saveAndTell(): Promise<boolean> {
    if (await this.#store()) this.isDone = true;
    this.#host.update();
    return this.isDone;
  }

  async saveAndRun(): Promise<void> {
    if (!(await this.#store())) return;
    this.#set({ progress: null });
    this.#host.dispatch(new RunStartEvent());
    const outcome = await this.#state.run((progress) => this.#set({ progress }));
    this.#set(null);
    this.#host.focus('heading');
    this.#host.dispatch(new RunEndEvent(outcome));
    if (outcome.report) this.#host.leave();
    else if (!outcome.error) this.#set(null, this.#host.strings().runCanceled);
  }

  /** Somebody else changed these definitions meanwhile, and the changes here are on top of theirs. */
  tellMerged(names: readonly string[]): void {
    this.#set(null, fill(this.#host.strings().merged, { names: names.join(', ') || '–' }));
  }

  /** Answers whether it is saved now. */
  async #store(): Promise<boolean> {
    if (this.busy !== null) return false;
    this.#set('saving');
    // The button that began it is gone, and a key that is held down must not stop it.
    this.#host.focus('heading');
    const outcome = await this.#state.save();
    this.#set(null, outcome.kind === 'canceled' ? this.#host.strings().saveCanceled : '');
    if (outcome.kind === 'merged') this.tellMerged(outcome.names);
    const model = this.#state.draft?.model;
    if (outcome.kind !== 'saved' || !model) {
      this.#host.focus('heading');
      return false;
    }
    this.#host.dispatch(new ModelSaveEvent(model, outcome.revision));
    return true;
  }

  #set(busy: Busy, message = ''): void {
    this.busy = busy;
    this.message = message;
    this.#host.update();
  }
}
