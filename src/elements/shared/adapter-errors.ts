import { AdapterError } from '../../model/errors.js';

/** What an adapter rejected with, as the one class that elements and hosts deal with. */
export function asAdapterError(error: unknown): AdapterError {
  // By name too: an adapter built with another copy of the library has a class of its own.
  if (error instanceof AdapterError || (error instanceof Error && error.name === 'AdapterError')) {
    return error as AdapterError;
  }
  return new AdapterError('internal', 'The data source failed in a way it does not explain. Try again.', {
    retryable: true,
    cause: error,
  });
}
