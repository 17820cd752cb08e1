import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import type { DataChange, TimelineAdapter } from '../../model/timeline-adapter.js';
import { asAdapterError } from '../shared/adapter-errors.js';
import {
  askFirst,
  askNext,
  isAboutSame,
  isSameQuestion,
  recount,
  type Question,
} from './timeline-question.js';
import {
  beginLoad,
  beginPage,
  canPage,
  failLoad,
  failPage,
  finishLoad,
  finishPage,
  IDLE,
  markOutdated,
  stopPaging,
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
  #isFirstPageUnderWay = false;
  #isConnected = false;
  #isAtTop = true;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, listener: TimelineDataListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  get state(): TimelineState {
    return this.#state;
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
    this.#set(stopPaging(this.#state));
  }

  /** Asks for what the host shows from now on; null: nothing. The same question again does nothing. */
  ask(question: Question | null): void {
    this.#wanted = question;
    this.#follow();
  }

  /** Asks the present question again, after a failure. */
  retry(): void {
    this.#load('change');
  }

  /** Reads the next page if there is one and nothing else is under way. */
  loadMore(): void {
    const question = this.#wanted;
    const state = this.#state;
    if (!question || !canPage(state)) {
      return;
    }
    const paging = beginPage(state);
    // News may mark the state as outdated before the page is there.
    const latest = (): ReadyState => (this.#state.phase === 'ready' ? this.#state : paging);
    this.#set(paging);
    void this.#run({
      ask: (signal) => askNext(question, state.next, signal),
      finish: (page) => recount(question, finishPage(latest(), page)),
      fail: (error) => failPage(latest(), error),
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
    // Another filter leaves the counts of all activities as they are.
    const overall = reason === 'change' && this.#state.phase !== 'idle' ? this.#state.overall : undefined;
    const loading = beginLoad(this.#state, reason);
    this.#isFirstPageUnderWay = true;
    this.#set(loading);
    void this.#run({
      ask: (signal) => askFirst(question, { signal, overall }),
      finish: finishLoad,
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
      state = finish(await ask(signal));
    } catch (error) {
      failure = asAdapterError(error);
      state = fail(failure);
    }
    if (signal.aborted) {
      return;
    }
    this.#isFirstPageUnderWay = false;
    this.#set(state);
    await this.#host.updateComplete;
    if (failure) this.#listener.onFailed(failure);
    else if (!signal.aborted) this.#listener.onLoaded();
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
    }
  }

  #set(state: TimelineState): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#host.requestUpdate();
    }
  }
}
