import { AdapterError, isAbort, type AdapterErrorCode } from '../../model/errors.js';
import type { DataChange } from '../../model/timeline-adapter.js';
import type { OpenOptions } from '../open-core.js';
import type { ExportOptions } from '../engine.js';

/** Methods of the core that a client may call. Nothing else is reachable by a message. */
export const METHODS = [
  'getPage',
  'getSummary',
  'getCustomer',
  'listCustomers',
  'resolveCustomer',
  'listTables',
  'sampleRows',
  'profileColumn',
  'profilePath',
  'newestRows',
  'checkRows',
  'importTable',
  'removeTable',
  'loadModel',
  'saveModel',
  'renameActivity',
  'deleteActivities',
  'undoDelete',
  'unifyCustomers',
  'run',
  'lastRun',
  'lastUnification',
  'setAside',
  'explainActivity',
  'explainRow',
  'listOutputs',
] as const;

export type Method = (typeof METHODS)[number];

/** Page → engine thread. */
export type Request =
  | { kind: 'open'; id: number; options: OpenOptions }
  | { kind: 'call'; id: number; method: Method; params: unknown[] }
  | { kind: 'abort'; id: number }
  | { kind: 'export'; id: number; output: string; options: ExportOptions; port: MessagePort }
  /** The page is hidden and may be frozen; the page is shown again. */
  | { kind: 'rest'; id: number }
  | { kind: 'wake'; id: number }
  | { kind: 'close'; id: number }
  | { kind: 'destroy'; id: number };

/** Engine thread → page. */
export type Response =
  /** The script runs. */
  | { kind: 'ready' }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; error: ErrorMessage }
  | { kind: 'progress'; id: number; progress: unknown }
  | { kind: 'change'; change: DataChange };

/** What the engine says when it is open. */
export interface Opened {
  persistence: 'indexeddb' | 'memory';
}

/** An error as a message: classes do not survive the way between threads. */
export interface ErrorMessage {
  name: string;
  message: string;
  code?: AdapterErrorCode;
  retryable?: boolean;
  detail?: Record<string, unknown>;
}

export function packError(cause: unknown): ErrorMessage {
  if (cause instanceof AdapterError) {
    const { name, message, code, retryable, detail } = cause;
    return { name, message, code, retryable, detail };
  }
  if (cause instanceof Error || isAbort(cause)) {
    const { name, message } = cause as Error;
    return { name, message };
  }
  return { name: 'Error', message: String(cause) };
}

/** The error that was packed; what is not ours is a fault of ours and `internal`. */
export function unpackError({ name, message, code, retryable, detail }: ErrorMessage): Error {
  if (code !== undefined) {
    return new AdapterError(code, message, {
      retryable: retryable ?? false,
      ...(detail === undefined ? {} : { detail }),
    });
  }
  if (name === 'AbortError') return new DOMException(message, name);
  return new AdapterError('internal', `Something went wrong in the engine: ${message}`, { detail: { name } });
}
