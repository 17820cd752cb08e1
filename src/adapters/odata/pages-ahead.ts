import type { ActivityPage, ActivityQuery } from '../../model/activity.js';

type Ask = (query: ActivityQuery, signal: AbortSignal | undefined) => Promise<ActivityPage>;

interface Ahead {
  key: string;
  call: AbortController;
  /** Null: it failed. Whoever wants the page asks again, and is told why. */
  page: Promise<ActivityPage | null>;
}

/**
 * Reads the page behind the one that was asked for, once a reader has gone on from the first. One at a time: another
 * question gives it up, so that at most one request is in vain.
 */
export class PagesAhead {
  readonly #ask: Ask;
  #ahead: Ahead | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async get(query: ActivityQuery, signal: AbortSignal | undefined): Promise<ActivityPage> {
    signal?.throwIfAborted();
    const page = (await this.#take(query, signal)) ?? (await this.#ask(query, signal));
    if (query.cursor !== undefined && page.next !== undefined) this.#begin({ ...query, cursor: page.next });
    return page;
  }

  /** Forgets what was read. */
  clear(): void {
    this.#ahead?.call.abort();
    this.#ahead = null;
  }

  async #take(query: ActivityQuery, signal: AbortSignal | undefined): Promise<ActivityPage | null> {
    const ahead = this.#ahead;
    if (ahead?.key !== keyOf(query)) {
      this.clear();
      return null;
    }
    this.#ahead = null;
    const giveUp = (): void => ahead.call.abort();
    signal?.addEventListener('abort', giveUp, { once: true });
    const page = await ahead.page;
    signal?.removeEventListener('abort', giveUp);
    signal?.throwIfAborted();
    return page;
  }

  #begin(query: ActivityQuery): void {
    this.clear();
    const call = new AbortController();
    const page = this.#ask(query, call.signal).catch(() => null);
    this.#ahead = { key: keyOf(query), call, page };
  }
}

/** Order of the fields aside: elements make each query in the same way. */
function keyOf(query: ActivityQuery): string {
  return JSON.stringify(query);
}
