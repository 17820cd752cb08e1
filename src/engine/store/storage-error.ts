import { AdapterError, isAbort } from '../../model/errors.js';

/** True for the errors by which browsers say that a connection is no longer one. */
export function isLost(cause: unknown): boolean {
  if (cause instanceof AdapterError) return cause.code === 'storage-lost';
  return cause instanceof Error && (cause.name === 'UnknownError' || cause.name === 'InvalidStateError');
}

/** Says in our words what IndexedDB said in its own; an error of ours and a cancel pass through. */
export function storageError(cause: unknown): unknown {
  if (cause instanceof AdapterError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return new AdapterError(
        'quota',
        'There is no room left for this data in the browser. Remove tables you no longer need or free disk space, then try again. Nothing was changed.',
        { retryable: true, cause },
      );
    case 'UnknownError':
    case 'InvalidStateError':
      return new AdapterError(
        'storage-lost',
        'The connection to the browser’s storage was lost. Try again; reload the page if it happens again.',
        { retryable: true, cause },
      );
    case 'AbortError':
    case 'TransactionInactiveError':
    case 'DataError':
    case 'ReadOnlyError':
    case 'TimeoutError':
    case 'SecurityError':
      return new AdapterError(
        'storage-failed',
        'The browser refused to store the data. Nothing was changed. Try again.',
        { retryable: true, cause },
      );
    default:
      return cause;
  }
}

/** The rejection of a transaction that was aborted; the browser gives null where it knows no reason. */
export function transactionError(cause: unknown): unknown {
  if (cause === null || cause === undefined || isAbort(cause)) {
    return storageError(new DOMException('The transaction was aborted.', 'AbortError'));
  }
  return storageError(cause);
}

/** Stored bytes that no release of ours wrote. */
export function storageCorrupt(): AdapterError {
  return new AdapterError(
    'storage-corrupt',
    'The stored data cannot be read. Reset the workspace and import the tables again.',
  );
}
