import { AdapterError } from '../model/errors.js';

/** A gate for runs: a second one while one is going is refused, since it would repeat the first one's work. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let isBusy = false;
  return async (work) => {
    if (isBusy) {
      throw new AdapterError('busy', 'A run is already going. Wait until it is finished, or cancel it.', {
        retryable: true,
      });
    }
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
}
