import { AdapterError } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import type { ChannelCall, Link, OtherRequest } from './link.js';
import { unpackError, type Method, type Request, type Response } from './protocol.js';

/** The page's end: a worker, or one port of a channel to an inline engine. */
export interface Connection {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  /** Ends the other side for good. */
  end(): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(cause: unknown): void;
  onProgress?(progress: unknown): void;
}

/** Pairs requests with their answers. */
export class Channel implements Link {
  readonly mode: 'worker' | 'inline';
  readonly #connection: Connection;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #isClosed = false;
  #hear: ((change: DataChange) => void) | null = null;
  /** Changes told before anybody listened. */
  readonly #unheard: DataChange[] = [];
  /** The other side runs; it may still take time to open. */
  onReady: () => void = () => undefined;

  constructor(connection: Connection, mode: 'worker' | 'inline') {
    this.#connection = connection;
    this.mode = mode;
    connection.onmessage = ({ data }: MessageEvent<Response>) => this.#receive(data);
  }

  set onChange(hear: (change: DataChange) => void) {
    this.#hear = hear;
    for (const change of this.#unheard.splice(0)) hear(change);
  }

  async call<T, P = never>(
    method: Method,
    params: unknown[],
    { signal, onProgress }: ChannelCall<P> = {},
    transfer: Transferable[] = [],
  ): Promise<T> {
    signal?.throwIfAborted();
    const { id, answer } = this.#send({ kind: 'call', method, params }, transfer, onProgress);
    const abort = (): void => this.#connection.postMessage({ kind: 'abort', id } satisfies Request, []);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return (await answer) as T;
    } catch (cause) {
      if (signal?.aborted === true) throw signal.reason;
      throw cause;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  request(request: OtherRequest, transfer: Transferable[] = []): Promise<unknown> {
    return this.#send(request, transfer).answer;
  }

  close(reason: AdapterError = closedError()): void {
    this.#isClosed = true;
    this.#connection.onmessage = null;
    this.#connection.end();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #send(
    request: OtherRequest | Omit<Extract<Request, { kind: 'call' }>, 'id'>,
    transfer: Transferable[],
    onProgress?: Pending['onProgress'],
  ): { id: number; answer: Promise<unknown> } {
    const id = ++this.#last;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#isClosed) throw closedError();
      this.#pending.set(id, { resolve, reject, ...(onProgress === undefined ? {} : { onProgress }) });
      try {
        this.#connection.postMessage({ ...request, id }, transfer);
      } catch (cause) {
        this.#pending.delete(id);
        throw notPlain(cause);
      }
    });
    return { id, answer };
  }

  #receive(response: Response): void {
    if (response.kind === 'ready') return this.onReady();
    if (response.kind === 'change') {
      if (this.#hear === null) this.#unheard.push(response.change);
      else this.#hear(response.change);
      return;
    }
    const pending = this.#pending.get(response.id);
    if (pending === undefined) return;
    if (response.kind === 'progress') {
      pending.onProgress?.(response.progress);
      return;
    }
    this.#pending.delete(response.id);
    if (response.kind === 'done') pending.resolve(response.value);
    else pending.reject(unpackError(response.error));
  }
}

/** For what cannot be sent to another thread. */
export function notPlain(cause: unknown): AdapterError {
  return new AdapterError('query-invalid', 'Only plain data can be given to the engine.', { cause });
}

export function closedError(): AdapterError {
  return new AdapterError('closed', 'The engine is closed. Open it again.');
}
