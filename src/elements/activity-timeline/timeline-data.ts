import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActivitySummary } from '../../model/activity.js';
import type { AdapterError } from '../../model/errors.js';
import type { DataChange, TimelineAdapter } from '../../model/timeline-adapter.js';
import { asAdapterError } from '../shared/adapter-errors.js';
import { withinLimit } from '../shared/time-limit.js';
import type { Read, ReadTarget } from './list/next-read.js';
import {
  askCounts,
  askFirst,
  askRead,
  isAboutSame,
  isSameQuestion,
  takeRead,
  type Question,
} from './timeline-question.js';
import {
  beginLoad,
  beginRead,
  canRead,
  failLoad,
  failRead,
  finishLoad,
  finishRead,
  IDLE,
  markOutdated,
  noteArrivals,
  stopReading,
  type LoadReason,
  type ReadyState,
  type TimelineState,
} from './timeline-state.js';

/** What the controller reports, each time once the new state is on the screen. */
export interface TimelineDataListener {
  readonly onLoaded: () => void;
  readonly onFailed: (error: AdapterError) => void;
}

/** A call to the adapter and what its outcome makes of the state. */
interface Work<Value> {
  readonly ask: (signal: AbortSignal) => Promise<Value>;
  readonly finish: (value: Value) => TimelineState;
  readonly fail: (error: AdapterError) => TimelineState;
}

/**
 * Keeps the state true to the newest question. A newer question aborts the older one, and an answer that
 * comes all the same is dropped. Nothing is asked, and no adapter listened to, while the host is not connected.
 */
export class TimelineData implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: TimelineDataListener;
  #state: TimelineState = IDLE;
  /** The question that the host wants answered, and the one that the state belongs to. */
  #wanted: Question | null = null;
  #asked: Question | null = null;
  #call = new AbortController();
  #counting = new AbortController();
  #loads = 0;
  /** Zone of the counts of all activities. */
  #countedIn: string | undefined;
  #isFirstPageUnderWay = false;
  #isConnected = false;
  #isAtTop = true;
  #unsubscribe: (() => void) | undefined;
  /** Somebody waits for the next state. */
  #onState: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, listener: TimelineDataListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  get state(): TimelineState {
    return this.#state;
  }

  /** Grows with each list that begins at its top. */
  get loads(): number {
    return this.#loads;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#subscribe(this.#wanted?.adapter);
    if (!isSameQuestion(this.#wanted, this.#asked)) {
      this.#follow();
    } else if (this.#isFirstPageUnderWay) {
      this.#load('change');
    } else if (this.#unsubscribe) {
      // Changes went unheard in the meantime.
      this.#becomeOutdated();
    }
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#subscribe(undefined);
    this.#call.abort();
    this.#counting.abort();
    this.#set(stopReading(this.#state));
  }

  /** Resolves with the next state while a first page is awaited, and without one when the present task is over. */
  async settleSoon(): Promise<void> {
    if (this.#state.phase !== 'loading') return;
    await new Promise<void>((resolve) => {
      this.#onState = resolve;
      setTimeout(resolve);
    });
  }

  /** Asks for what the host shows from now on; null: nothing. The same question again does nothing. */
  ask(question: Question | null): void {
    this.#wanted = question;
    this.#follow();
  }

  /** Asks again what failed. */
  retry(): void {
    const { phase } = this.#state;
    if (phase === 'ready') this.#set(stopReading(this.#state));
    else this.#load('change');
  }

  /** Shows the rows that came in meanwhile. */
  renew(): void {
    this.#load('renew');
  }

  /**
   * Reads rows that the list needs. While others are read it waits, unless nobody needs those any more; after a
   * failure until a person tries again.
   */
  read(read: Read, isWanted: (target: ReadTarget) => boolean): void {
    const question = this.#asked;
    if (this.#state.phase === 'ready' && this.#state.work.kind === 'reading') {
      if (isWanted(this.#state.work.read.target)) return;
      this.#set(stopReading(this.#state));
    }
    const state = this.#state;
    if (!question || !canRead(state)) {
      return;
    }
    const reading = beginRead(state, read);
    // News may mark the state as outdated before the rows are there.
    const latest = (): ReadyState => (this.#state.phase === 'ready' ? this.#state : reading);
    this.#set(reading);
    void this.#run({
      ask: (signal) => askRead(question, read, signal),
      finish: (page) => finishRead(latest(), read, takeRead(question, latest(), read, page)),
      fail: (error) => failRead(latest(), read, error),
    });
  }

  /** Rows that are being read stay: data that changed is read again once the reader is at the top. */
  setAtTop(isAtTop: boolean): void {
    this.#isAtTop = isAtTop;
    if (isAtTop && this.#state.phase === 'ready' && this.#state.isOutdated) {
      this.#load('renew');
    }
  }

  #follow(): void {
    const former = this.#asked;
    const wanted = this.#wanted;
    if (!this.#isConnected || isSameQuestion(wanted, former)) {
      return;
    }
    this.#asked = wanted;
    if (wanted?.adapter !== former?.adapter) {
      this.#subscribe(wanted?.adapter);
    }
    if (wanted) {
      this.#load(isAboutSame(wanted, former) ? 'change' : 'start');
    } else {
      this.#call.abort();
      this.#isFirstPageUnderWay = false;
      this.#set(IDLE);
    }
  }

  #load(reason: LoadReason): void {
    const question = this.#asked;
    if (!question || !this.#isConnected) {
      return;
    }
    // Another filter leaves the counts of all activities as they are; another zone has other months.
    const isCounted = reason === 'change' && question.timeZone === this.#countedIn;
    const overall = isCounted && this.#state.phase !== 'idle' ? this.#state.overall : undefined;
    const loading = beginLoad(this.#state, reason);
    this.#isFirstPageUnderWay = true;
    this.#set(loading);
    void this.#run({
      ask: (signal) => askFirst(question, { signal, overall }),
      finish: (answer) => {
        this.#loads++;
        this.#countedIn = question.timeZone;
        return finishLoad(answer);
      },
      fail: (error) => failLoad(loading, error),
    });
  }

  async #run<Value>({ ask, finish, fail }: Work<Value>): Promise<void> {
    this.#call.abort();
    this.#call = new AbortController();
    const { signal } = this.#call;
    let failure: AdapterError | null = null;
    let state: TimelineState;
    try {
      state = finish(await withinLimit(ask, signal, this.#asked?.timeLimit ?? 0));
    } catch (error) {
      failure = asAdapterError(error);
      state = fail(failure);
    }
    if (signal.aborted) {
      return;
    }
    // Over: the next call, which the rendered list may make at once, has nothing to abort.
    this.#call = new AbortController();
    this.#isFirstPageUnderWay = false;
    const asked = this.#asked;
    this.#set(state);
    await this.#host.updateComplete;
    if (failure) this.#listener.onFailed(failure);
    else if (asked === this.#asked) this.#listener.onLoaded();
  }

  #subscribe(adapter: TimelineAdapter | undefined): void {
    this.#unsubscribe?.();
    this.#unsubscribe = adapter?.subscribe?.((change) => this.#onChange(change));
  }

  #onChange(change: DataChange): void {
    const customerId = this.#asked?.customerId;
    const isOurs =
      change.kind === 'activities' &&
      (!change.customerIds || (customerId !== undefined && change.customerIds.includes(customerId)));
    if (isOurs) {
      this.#becomeOutdated();
    }
  }

  #becomeOutdated(): void {
    this.#set(markOutdated(this.#state));
    if (this.#isAtTop || this.#isFirstPageUnderWay) {
      this.#load('renew');
    } else {
      void this.#countArrivals();
    }
  }

  /** Only the counts are read: what stands on the screen is not touched. */
  async #countArrivals(): Promise<void> {
    const question = this.#asked;
    if (!question || question.adapter.capabilities.counts === 'none') {
      return;
    }
    this.#counting.abort();
    this.#counting = new AbortController();
    const { signal } = this.#counting;
    try {
      const count = (own: AbortSignal): Promise<ActivitySummary> => askCounts(question, own);
      const { total } = await withinLimit(count, signal, question.timeLimit);
      if (!signal.aborted && question === this.#asked) this.#set(noteArrivals(this.#state, total));
    } catch {
      // Nobody asked for it: the rows stay marked as outdated and are read again at the top, where a failure shows.
    }
  }

  #set(state: TimelineState): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#onState?.();
      this.#host.requestUpdate();
    }
  }
}
