import { AdapterError } from '../../model/errors.js';
import type { ActivityQuery } from '../../model/activity.js';
import type { ReadingCore } from '../reading-core.js';
import { packError, unpackError, type Method } from './protocol.js';

/** What is read at one go for so many customers or rows takes less than half a slice of the page's thread. */
const MAX_ROWS = 5000;

/** An answer, or null where the question is not one for the page's thread. */
export type FirstAnswer = { value: unknown } | null;

/**
 * Answers on the page's thread what is quickly answered: pages and counts without a look at every row, a profile, and
 * customers while they are few. All else would hold up the page.
 */
export class FirstAnswers {
  readonly #core: ReadingCore;
  #underWay = 0;
  #onIdle: (() => void) | null = null;

  constructor(core: ReadingCore) {
    this.#core = core;
  }

  async answer(method: Method, params: readonly unknown[]): Promise<FirstAnswer> {
    const ask = this.#reading(method, params);
    if (ask === null) return null;
    this.#underWay++;
    try {
      return await ask();
    } catch (cause) {
      throw cause instanceof AdapterError ? cause : unpackError(packError(cause));
    } finally {
      if (--this.#underWay === 0) this.#onIdle?.();
    }
  }

  /** Settles when no answer is under way. */
  async idle(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  #reading(method: Method, [param]: readonly unknown[]): (() => Promise<FirstAnswer>) | null {
    const core = this.#core;
    const known = <T>(read: Promise<T>): Promise<FirstAnswer> => read.then((value) => ({ value }));
    switch (method) {
      case 'getPage': {
        const query = param as ActivityQuery;
        return isQuick(query) ? () => known(core.getPage(query)) : null;
      }
      case 'getSummary': {
        const query = param as ActivityQuery;
        return isQuick(query) ? () => known(core.getSummary(query)) : null;
      }
      case 'getCustomer': {
        const customerId = param as string;
        return () => known(core.getCustomer(customerId));
      }
      case 'listCustomers': {
        const query = param as Parameters<ReadingCore['listCustomers']>[0];
        return async () =>
          (await core.countCustomers()) > MAX_ROWS ? null : known(core.listCustomers(query));
      }
      case 'resolveCustomer': {
        const key = param as Parameters<ReadingCore['resolveCustomer']>[0];
        return async () =>
          (await core.countCustomers(key.table)) > MAX_ROWS ? null : known(core.resolveCustomer(key));
      }
      default:
        return null;
    }
  }
}

/** True when the answer takes a few chunks, whoever the customer is. */
function isQuick({ text = '', contacts = [], from, to, offset = 0 }: ActivityQuery): boolean {
  return text === '' && contacts.length === 0 && from === undefined && to === undefined && offset === 0;
}
