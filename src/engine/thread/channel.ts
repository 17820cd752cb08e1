import { AdapterError } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import { unpackError, type Method, type Request, type Response } from './protocol.js';

/** The page's end: a worker, or one port of a channel to an inline engine. */
export interface Connection {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  /** Ends the other side for good. */
  end(): void;
}

export interface ChannelCall<P> {
  signal?: AbortSignal;
  onProgress?(progress: P): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(cause: unknown): void;
  onProgress?(progress: unknown): void;
}

type Unsent<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Pairs requests with their answers. */
export class Channel {
  readonly #connection: Connection;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #isClosed = false;
  onChange: (change: DataChange) => void = () => undefined;
  /** The other side runs; it may still take time to open. */
  onReady: () => void = () => undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.onmessage = ({ data }: MessageEvent<Response>) => this.#receive(data);
  }

  /** Calls a method of the core. A cancelled call settles when the engine has let go of it. */
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

  /** Sends any other request. */
  request(
    request: Unsent<Exclude<Request, { kind: 'call' | 'abort' }>>,
    transfer: Transferable[] = [],
  ): Promise<unknown> {
    return this.#send(request, transfer).answer;
  }

  /** Ends the other side; whatever is under way is rejected. */
  close(reason: AdapterError = closedError()): void {
    this.#isClosed = true;
    this.#connection.onmessage = null;
    this.#connection.end();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #send(
    request: Unsent<Exclude<Request, { kind: 'abort' }>>,
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
        throw new AdapterError('query-invalid', 'Only plain data can be given to the engine.', { cause });
      }
    });
    return { id, answer };
  }

  #receive(response: Response): void {
    if (response.kind === 'ready') return this.onReady();
    if (response.kind === 'change') {
      this.onChange(response.change);
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

function closedError(): AdapterError {
  return new AdapterError('closed', 'The engine is closed. Open it again.');
}
