import { AdapterError } from '../../model/errors.js';

/** A source with a header at the most. */
export function noRows(): AdapterError {
  return new AdapterError(
    'no-rows',
    'The file holds no rows. Choose one with at least one row below its header.',
  );
}
