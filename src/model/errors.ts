/**
 * Every way in which a call can fail for a reason that a person or a host can act on.
 * A cancelled call is not in the list: it rejects with the signal's own reason (`AbortError`).
 */
export type AdapterErrorCode =
  // what was given cannot be read
  | 'empty-file'
  | 'not-text'
  | 'encoding'
  | 'unclosed-quote'
  | 'header-duplicate'
  | 'header-empty'
  | 'json-syntax'
  | 'no-rows'
  | 'name-invalid'
  | 'name-taken'
  // what was asked does not fit what is there
  | 'table-missing'
  | 'column-missing'
  | 'table-in-use'
  | 'model-invalid'
  | 'model-format'
  | 'query-invalid'
  | 'cursor-invalid'
  | 'revision-conflict'
  | 'unsupported'
  // the surroundings do not allow it now
  | 'busy'
  | 'lease-lost'
  | 'quota'
  | 'storage-blocked'
  | 'storage-failed'
  | 'storage-lost'
  | 'storage-corrupt'
  | 'storage-outdated'
  | 'worker-failed'
  | 'closed'
  // remote adapters
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'not-found'
  | 'throttled'
  | 'server'
  | 'response-invalid'
  // a fault of ours
  | 'internal';

/** Options of {@link AdapterError}. */
export interface AdapterErrorOptions {
  /** True when the same call may succeed later without any change. Default false. */
  retryable?: boolean;
  /** Facts for programs: line numbers, names, limits. Must survive a structured clone. */
  detail?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/**
 * The one error class of adapters and engine (design § 3). `message` is a sentence for the person reading
 * it and says what to do; `code` is stable and for programs.
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: AdapterErrorCode;
  readonly retryable: boolean;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: AdapterErrorCode, message: string, options: AdapterErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.detail = options.detail ?? {};
  }
}

/** True for the rejection of a cancelled call, whatever realm or worker it comes from. */
export function isAbort(error: unknown): boolean {
  return error instanceof Object && 'name' in error && error.name === 'AbortError';
}
