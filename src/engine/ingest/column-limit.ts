import { AdapterError } from '../../model/errors.js';

/** More columns than any table has; beyond it, keys of JSON are data, and each would become a stored column. */
export const MAX_COLUMNS = 4096;

export function tooManyColumns(): AdapterError {
  return new AdapterError(
    'unsupported',
    `The file has more than ${MAX_COLUMNS} columns. Leave out those that are not needed, or turn them into rows.`,
    { detail: { maxColumns: MAX_COLUMNS } },
  );
}
