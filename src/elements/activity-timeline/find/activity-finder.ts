import type { ReactiveController, ReactiveElement } from 'lit';
import type { AdapterError } from '../../../model/errors.js';
import { asAdapterError } from '../../shared/adapter-errors.js';
import { lateCode } from '../../shared/late-part.js';
import type { Question } from '../timeline-question.js';
import type { ReadyState, TimelineState } from '../timeline-state.js';
import type { ActivityPointer, FoundRow } from './find-row.js';
import type { RowOpener } from './row-opener.js';

/**
 * How showing an activity ended. `hidden`: the filters do not let it through, which the timeline says, with a button
 * that clears them. `missing`: the customer has none of that id. `failed`: the adapter failed, with Try again.
 * `given-up`: another one was asked for, the customer changed, or the element left the page.
 */
export type ShowOutcome = 'shown' | 'hidden' | 'missing' | 'failed' | 'given-up';

/** What is to be seen of it. */
export type FindState =
  | { readonly kind: 'none' | 'finding' | 'missing' }
  | { readonly kind: 'hidden'; readonly pointer: ActivityPointer }
  | { readonly kind: 'failed'; readonly pointer: ActivityPointer; readonly error: AdapterError };

export interface FinderOptions {
  readonly settings: { readonly customerId?: string };
  /** Throws while there is nothing to ask. */
  readonly question: () => Question;
  readonly state: () => TimelineState;
  readonly rows: RowOpener;
  /** Has the list read anew from its top. */
  readonly renew: () => void;
  readonly clearFilters: () => void;
}

/** How often the list may be behind what was found before it is given up. */
const MOST_TRIES = 3;

/** Finds an activity wherever it is in the list, read or not, and shows it. */
export class ActivityFinder implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: FinderOptions;
  #state: FindState = { kind: 'none' };
  #call = new AbortController();
  /** Whose activity is looked for. */
  #customerId: string | undefined;
  #updated = (): void => undefined;

  constructor(host: ReactiveElement, options: FinderOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): FindState {
    return this.#state;
  }

  hostUpdated(): void {
    this.#updated();
  }

  hostDisconnected(): void {
    this.dismiss();
  }

  /** Gives up what is looked for, and forgets how it ended. */
  readonly dismiss = (): void => {
    this.#call.abort();
    this.#updated();
    this.#set({ kind: 'none' });
  };

  /** Gives up what is looked for among another customer's; what was asked for together with this one goes on. */
  keepOnly(customerId: string | undefined): void {
    if (customerId !== this.#customerId) this.dismiss();
  }

  /** Throws, as a rejection, `query-invalid` while there is no customer or no adapter. */
  async show(pointer: ActivityPointer): Promise<ShowOutcome> {
    this.dismiss();
    this.#call = new AbortController();
    this.#customerId = this.#options.settings.customerId;
    const { signal } = this.#call;
    const end = (state: FindState, outcome: ShowOutcome): ShowOutcome => {
      if (signal.aborted) return 'given-up';
      this.#set(state);
      return outcome;
    };
    // What the host set just now is taken in first.
    await this.#host.updateComplete;
    if (signal.aborted) return 'given-up';
    this.#options.question();
    this.#set({ kind: 'finding' });
    try {
      const outcome = await this.#find(pointer, signal);
      return end(outcome === 'hidden' ? { kind: outcome, pointer } : stateOf(outcome), outcome);
    } catch (error) {
      return end({ kind: 'failed', pointer, error: asAdapterError(error) }, 'failed');
    }
  }

  /** Clears the filters that hide an activity, and shows it. */
  readonly showHidden = (pointer: ActivityPointer): void => {
    this.#options.clearFilters();
    void this.show(pointer);
  };

  async #find(pointer: ActivityPointer, signal: AbortSignal): Promise<'shown' | 'hidden' | 'missing'> {
    const { findActivity, unsteadyOrder } = await lateCode(() => import('./find-row.js'));
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      // The data has a row that the list lacks: the list was read before.
      if (tries > 0) this.#options.renew();
      const found = await findActivity(this.#options.question(), pointer, signal);
      if (typeof found === 'string') return found;
      if (await this.#reach(found, signal)) return 'shown';
    }
    throw unsteadyOrder();
  }

  /** Waits until the list has the row. False: another one is in its place, or nothing that is read leads to it. */
  async #reach(found: FoundRow, signal: AbortSignal): Promise<boolean> {
    const { state: stateNow, rows } = this.#options;
    let reached: TimelineState | null = null;
    for (;;) {
      signal.throwIfAborted();
      const state = stateNow();
      if (state.phase === 'failed') throw state.error;
      if (state.phase !== 'ready' || isLoading(state)) {
        await this.#update();
        continue;
      }
      const there = state.book.months.get(found.month)?.[found.row];
      if (there) {
        const isSame = there.activityId === found.activity.activityId;
        if (isSame) await rows.open(found);
        return isSame;
      }
      if (state.work.kind === 'read-failed') throw state.work.error;
      // Going there again leads no further unless something was read meanwhile.
      if (state === reached && state.work.kind === 'none') return false;
      if (state !== reached) {
        reached = state;
        rows.unfold(found);
        await this.#update();
        signal.throwIfAborted();
        rows.reach(found);
      }
      await this.#update();
    }
  }

  /** Settles after an update; what the list needs is asked for in it. */
  #update(): Promise<void> {
    return new Promise((resolve) => (this.#updated = resolve));
  }

  #set(state: FindState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** Other rows are about to stand in the list. */
function isLoading({ work }: ReadyState): boolean {
  return work.kind === 'changing' || work.kind === 'renewing';
}

function stateOf(outcome: 'shown' | 'missing'): FindState {
  return { kind: outcome === 'shown' ? 'none' : 'missing' };
}
