import { AdapterError } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import { EngineCore, type CoreCall } from '../core.js';
import { openStorage } from '../store/open-storage.js';
import { offerBytes, takeBytes } from './port-stream.js';
import {
  METHODS,
  packError,
  type Opened,
  type OpenOptions,
  type Request,
  type Response,
} from './protocol.js';

/** The two ends that messages go through: a worker's global scope or a message port. */
export interface Endpoint {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** Things of the page that cannot cross a thread; given when the engine runs inline. */
export interface Surroundings {
  indexedDB?: IDBFactory | null;
  locks?: LockManager;
}

/** Runs an engine at one end of a channel: the same code in a worker and on the page's own thread. */
export function serve(endpoint: Endpoint, surroundings: Surroundings = {}): void {
  let core: EngineCore | null = null;
  let channel: BroadcastChannel | null = null;
  const calls = new Map<number, AbortController>();
  const send = (response: Response): void => endpoint.postMessage(response);

  const open = async ({ workspace, inMemory }: OpenOptions): Promise<Opened> => {
    const storage = await openStorage(workspace, inMemory ? null : surroundings.indexedDB);
    const locks = surroundings.locks ?? (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
    if (storage.persistence === 'indexeddb') {
      // Other tabs of the workspace hear of each change, and we of theirs.
      channel = new BroadcastChannel(`activity-timeline:${workspace}`);
      channel.onmessage = ({ data }: MessageEvent<DataChange>) => {
        core?.noteChange(data);
        send({ kind: 'change', change: data });
      };
    }
    core = new EngineCore(storage, workspace, locks, (change) => {
      send({ kind: 'change', change });
      channel?.postMessage(change);
    });
    return { persistence: core.persistence };
  };

  const answer = async (request: Exclude<Request, { kind: 'abort' }>): Promise<unknown> => {
    if (request.kind === 'open') return open(request.options);
    if (core === null) throw new AdapterError('closed', 'The engine is closed. Open it again.');
    if (request.kind === 'call') return call(core, request);
    if (request.kind === 'export')
      return offerBytes(core.exportOutput(request.output, request.options), request.port);
    const closing = core;
    core = null;
    channel?.close();
    for (const controller of calls.values()) controller.abort();
    return request.kind === 'destroy' ? closing.destroy() : closing.close();
  };

  const call = async (
    engine: EngineCore,
    { id, method, params }: Extract<Request, { kind: 'call' }>,
  ): Promise<unknown> => {
    if (!METHODS.includes(method)) throw new AdapterError('internal', `There is no call ${method}.`);
    const controller = new AbortController();
    calls.set(id, controller);
    const options: CoreCall<unknown> = {
      signal: controller.signal,
      onProgress: throttled((progress) => send({ kind: 'progress', id, progress })),
    };
    try {
      // Parameters were typed by the client; the port made them unknown.
      const target = engine[method] as (...params: unknown[]) => Promise<unknown>;
      return await target.call(engine, ...params.map(received), options);
    } finally {
      calls.delete(id);
    }
  };

  endpoint.onmessage = ({ data }: MessageEvent<Request>) => {
    if (data.kind === 'abort') {
      calls.get(data.id)?.abort();
      return;
    }
    const { id } = data;
    answer(data).then(
      (value) => send({ kind: 'done', id, value }),
      (cause: unknown) => send({ kind: 'failed', id, error: packError(cause) }),
    );
  };
}

/** A stream came as a port (streams themselves cannot be sent in every browser). */
function received(param: unknown): unknown {
  if (typeof param !== 'object' || param === null || !('data' in param)) return param;
  return param.data instanceof MessagePort ? { ...param, data: takeBytes(param.data) } : param;
}

const PROGRESS_INTERVAL_MS = 50;

/** Progress at most twenty times a second; the last word always gets through. */
function throttled(send: (progress: unknown) => void): (progress: unknown) => void {
  let nextAt = 0;
  return (progress) => {
    const now = performance.now();
    const isLast = (progress as { fraction?: number }).fraction === 1;
    if (now < nextAt && !isLast) return;
    nextAt = now + PROGRESS_INTERVAL_MS;
    send(progress);
  };
}
