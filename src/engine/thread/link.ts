import type { AdapterError } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import type { Method, Request } from './protocol.js';

/** What goes with a call. */
export interface ChannelCall<P> {
  signal?: AbortSignal;
  onProgress?(progress: P): void;
}

type Unsent<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A request that is no call of a method. */
export type OtherRequest = Unsent<Exclude<Request, { kind: 'call' | 'abort' }>>;

/** What the page's end of an engine calls. */
export interface Link {
  /** Where the code runs now. */
  readonly mode: 'worker' | 'inline';
  /** Whoever is told of changes; those before are kept until then. */
  set onChange(hear: (change: DataChange) => void);
  /** Calls a method of the core. A cancelled call settles when the engine has let go of it. */
  call<T, P = never>(
    method: Method,
    params: unknown[],
    call?: ChannelCall<P>,
    transfer?: Transferable[],
  ): Promise<T>;
  /** Sends any other request. */
  request(request: OtherRequest, transfer?: Transferable[]): Promise<unknown>;
  /** Ends the other side; whatever is under way is rejected. */
  close(reason?: AdapterError): void;
}
