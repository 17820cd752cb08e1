import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAbort } from '../../src/model/errors.js';
import type { DataChange } from '../../src/model/timeline-adapter.js';

export type Loaded<T> =
  | { status: 'loading'; value?: T }
  | { status: 'ready'; value: T }
  | { status: 'failed'; value?: T; error: unknown };

export interface LoaderOptions<T> {
  load(this: void, signal: AbortSignal): Promise<T>;
  /** Starts listening and answers how to stop. */
  subscribe?(this: void, listener: (change: DataChange) => void): () => void;
  /** Kinds of change after which everything is read again. */
  on?: readonly DataChange['kind'][];
}

/**
 * Reads something when its host connects, again when `reload` is called or the data changes, and never shows an
 * answer that a newer question has overtaken. The former value stays on the screen until the new one is there.
 */
export class Loader<T> implements ReactiveController {
  state: Loaded<T> = { status: 'loading' };
  readonly #host: ReactiveControllerHost;
  readonly #options: LoaderOptions<T>;
  #running?: AbortController;
  #unsubscribe?: () => void;

  constructor(host: ReactiveControllerHost, options: LoaderOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { subscribe, on = [] } = this.#options;
    this.#unsubscribe = subscribe?.((change) => {
      if (on.includes(change.kind)) void this.reload();
    });
    void this.reload();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#running?.abort();
  }

  async reload(): Promise<void> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    const { value } = this.state;
    this.#show(value === undefined ? { status: 'loading' } : { status: 'loading', value });
    try {
      const fresh = await this.#options.load(signal);
      if (!signal.aborted) this.#show({ status: 'ready', value: fresh });
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#show(value === undefined ? { status: 'failed', error } : { status: 'failed', value, error });
    }
  }

  /** Shows a value that the host came by in another way, for instance a longer list. */
  replace(value: T): void {
    this.#show({ status: 'ready', value });
  }

  #show(state: Loaded<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
