import type { AdapterError } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import type { ReadingCore } from '../reading-core.js';
import { closedError, notPlain, type Channel } from './channel.js';
import { FirstAnswers } from './first-answers.js';
import type { ChannelCall, Link, OtherRequest } from './link.js';
import type { Method } from './protocol.js';

/**
 * The engine of a page that has just opened it. The start of a worker takes longer than the first rows do: so these are
 * read on the page's thread, and the whole engine, which takes over everything, starts behind the first answer or
 * with the first call that needs it.
 */
export class EarlyLink implements Link {
  readonly #reading: ReadingCore;
  readonly #first: FirstAnswers;
  readonly #startWhole: () => Promise<Channel>;
  #whole: Channel | null = null;
  #starting: Promise<Channel> | null = null;
  #behindAnswer: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;
  #closed: AdapterError | null = null;
  #hear: (change: DataChange) => void = () => undefined;

  constructor(reading: ReadingCore, startWhole: () => Promise<Channel>) {
    this.#reading = reading;
    this.#first = new FirstAnswers(reading);
    this.#startWhole = startWhole;
  }

  get mode(): 'worker' | 'inline' {
    return this.#whole?.mode ?? 'inline';
  }

  set onChange(hear: (change: DataChange) => void) {
    this.#hear = hear;
  }

  /** A change of which the part that reads has heard. */
  hear(change: DataChange): void {
    this.#hear(change);
  }

  async call<T, P = never>(
    method: Method,
    params: unknown[],
    call: ChannelCall<P> = {},
    transfer: Transferable[] = [],
  ): Promise<T> {
    call.signal?.throwIfAborted();
    if (this.#whole === null && this.#closed === null) {
      // Rows to import may be many, and a stream is no plain data.
      if (method !== 'importTable') params = copyOf(params);
      const answer = await this.#first.answer(method, params);
      if (answer !== null) {
        this.#startBehindAnswer();
        return answer.value as T;
      }
    }
    return (await this.#start()).call(method, params, call, transfer);
  }

  async request(request: OtherRequest, transfer: Transferable[] = []): Promise<unknown> {
    if (this.#whole === null && this.#closed === null) {
      if (request.kind === 'rest') {
        this.#isResting = true;
        return this.#reading.rest();
      }
      if (request.kind === 'wake') {
        this.#isResting = false;
        return this.#reading.wake();
      }
      if (request.kind === 'close' || request.kind === 'destroy') return this.#end(request);
    }
    return (await this.#start()).request(request, transfer);
  }

  close(reason = closedError()): void {
    this.#closed = reason;
    this.#whole?.close(reason);
  }

  async #end(request: OtherRequest & { kind: 'close' | 'destroy' }): Promise<unknown> {
    const starting = this.#starting;
    // Nothing starts from here on: it would open again what is closed or deleted now.
    this.#closed = closedError();
    clearTimeout(this.#behindAnswer);
    const whole = (await starting?.catch(() => null)) ?? null;
    return whole === null ? this.#reading[request.kind]() : whole.request(request);
  }

  #startBehindAnswer(): void {
    this.#behindAnswer ??= setTimeout(() => {
      // A failure is for the first call that needs what did not start.
      this.#start().catch(() => undefined);
    });
  }

  /** The whole engine, started once; after a failure the next call tries again. */
  #start(): Promise<Channel> {
    if (this.#closed !== null) return Promise.reject(this.#closed);
    this.#starting ??= this.#startWhole().then(
      (whole) => this.#handOver(whole),
      (cause: unknown) => {
        this.#starting = null;
        throw cause;
      },
    );
    return this.#starting;
  }

  #handOver(whole: Channel): Channel {
    this.#whole = whole;
    whole.onChange = this.#hear;
    if (this.#isResting) whole.request({ kind: 'rest' }).catch(() => undefined);
    // Answers under way are still given by the part that began them.
    void this.#first.idle().then(() => this.#reading.close());
    return whole;
  }
}

/** As they cross to another thread: what the caller does to them afterwards changes nothing. */
function copyOf(params: unknown[]): unknown[] {
  try {
    return structuredClone(params);
  } catch (cause) {
    throw notPlain(cause);
  }
}
