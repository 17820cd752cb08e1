import { AdapterError } from '../../model/errors.js';
import type { CoreCall, EngineCore } from '../core.js';
import { openCore, type OpenOptions, type Surroundings } from '../open-core.js';
import { offerBytes, takeBytes } from './port-stream.js';
import {
  METHODS,
  packError,
  unpackError,
  type ErrorMessage,
  type Opened,
  type Request,
  type Response,
} from './protocol.js';

/** The two ends that messages go through: a worker's global scope or a message port. */
export interface Endpoint {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** Runs an engine at one end of a channel: the same code in a worker and on the page's own thread. */
export function serve(endpoint: Endpoint, surroundings: Surroundings = {}): void {
  let core: EngineCore | null = null;
  const calls = new Map<number, AbortController>();
  const send = (response: Response): void => endpoint.postMessage(response);

  const open = async (options: OpenOptions): Promise<Opened> => {
    core = await openCore(options, surroundings, (change) => send({ kind: 'change', change }));
    return { persistence: core.persistence };
  };

  const answer = async (request: Exclude<Request, { kind: 'abort' }>): Promise<unknown> => {
    if (request.kind === 'open') return open(request.options);
    if (core === null) throw new AdapterError('closed', 'The engine is closed. Open it again.');
    if (request.kind === 'call') return call(core, request);
    if (request.kind === 'export')
      return offerBytes(core.exportOutput(request.output, request.options), request.port);
    if (request.kind === 'rest') return core.rest();
    if (request.kind === 'wake') return core.wake();
    const closing = core;
    core = null;
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

  send({ kind: 'ready' });
  endpoint.onmessage = ({ data }: MessageEvent<Request>) => {
    if (data.kind === 'abort') {
      calls.get(data.id)?.abort();
      return;
    }
    const { id } = data;
    answer(data).then(
      (value) => {
        send({ kind: 'done', id, value });
        // Behind the answer, so that whoever subscribes at once hears it.
        if (data.kind === 'open' && core?.persistence === 'memory') {
          send({ kind: 'change', change: { kind: 'persistence', persistence: 'memory' } });
        }
      },
      (cause: unknown) => send({ kind: 'failed', id, error: packError(cause) }),
    );
  };
}

/** A stream came as a port (streams themselves cannot be sent in every browser). */
function received(param: unknown): unknown {
  if (typeof param !== 'object' || param === null || !('data' in param)) return param;
  return param.data instanceof MessagePort ? { ...param, data: takeBytes(param.data, unpackForeign) } : param;
}

/** The stream is the caller's: an error that is neither ours nor an abort is no fault of ours, and stays what it is. */
function unpackForeign(error: ErrorMessage): Error {
  const isKnown = error.code !== undefined || error.name === 'AbortError';
  return isKnown ? unpackError(error) : new Error(error.message);
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
