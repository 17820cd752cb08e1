import { AdapterError } from '../../model/errors.js';
import { pause, retryAfter } from './pause.js';
import { readAnswer, readReason, type ODataAnswer } from './read-answer.js';
import { foreignLinkError, networkError, statusError, timeoutError } from './response-errors.js';
import { Turns } from './turns.js';

/** How a host lets the client in. Nothing of it is kept or logged. */
export interface ClientOptions {
  url: string;
  fetch?: typeof fetch;
  token?: (request: { refused: boolean }) => string | Promise<string>;
  headers?: Readonly<Record<string, string>>;
  timeoutMs?: number;
}

export interface GetOptions {
  signal: AbortSignal | undefined;
  /** Rows of a page, by the header `Prefer`. */
  pageSize?: number | undefined;
}

interface SentAnswer {
  ok: boolean;
  status: number;
  text: string;
  type: string;
  retryAfter: string | null;
}

/** At the same time, and for one question (D 70). */
const AT_ONCE = 4;
const MOST_TRIES = 5;
/** After a failure of the service itself, which waiting seldom mends. */
const MOST_TRIES_OF_A_FAILURE = 2;
/** Who asks to wait longer than this is told to the person, who decides. */
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 60_000;

/** Asks a service, within its limits. */
export class ODataClient {
  readonly #base: URL;
  readonly #options: ClientOptions;
  readonly #wait: typeof pause;
  readonly #turns = new Turns(AT_ONCE);
  /** Nobody asks before this time, in milliseconds since 1970: one refusal for too many questions holds for all. */
  #notBefore = 0;

  /** `wait` is another clock, for tests. */
  constructor(options: ClientOptions, wait: typeof pause = pause) {
    this.#options = options;
    this.#wait = wait;
    this.#base = baseOf(options.url);
  }

  /** The address of a set with a query. */
  address(set: string, query: string): string {
    return `${this.#base.href}${set}?${query}`;
  }

  /** The address of a next page: any of the service's own server, however it is written. */
  follow(link: string, from: string): string {
    const url = URL.canParse(link, from) ? new URL(link, from) : null;
    if (url?.origin !== this.#base.origin) throw foreignLinkError(url?.origin ?? link.slice(0, 100));
    return url.href;
  }

  /** Reads an address. Rejects with an `AdapterError`, or with the signal's reason. */
  get(address: string, { signal, pageSize }: GetOptions): Promise<ODataAnswer> {
    return this.#turns.take(async () => {
      let isTokenFresh = false;
      for (let tries = 1; ; tries++) {
        const early = this.#notBefore - Date.now();
        if (early > 0) await this.#wait(early, signal);
        const response = await this.#ask(address, { signal, pageSize, refused: isTokenFresh });
        if (response.ok) return readAnswer(response.text, response.type);
        const { status } = response;
        if (status === 401 && this.#options.token && !isTokenFresh) {
          isTokenFresh = true;
          continue;
        }
        const isThrottled = status === 429 || status === 503;
        const asked = isThrottled ? retryAfter(response.retryAfter, Date.now()) : null;
        const error = statusError(
          status,
          readReason(response.text),
          asked === null ? {} : { retryAfterMs: asked },
        );
        const mostTries = isThrottled ? MOST_TRIES : MOST_TRIES_OF_A_FAILURE;
        if (!error.retryable || tries >= mostTries || (asked ?? 0) > LONGEST_WAIT_MS) throw error;
        const waitMs = asked ?? 2 ** (tries - 1) * (500 + 500 * Math.random());
        if (isThrottled) this.#notBefore = Math.max(this.#notBefore, Date.now() + waitMs);
        await this.#wait(waitMs, signal);
      }
    }, signal);
  }

  /** Asks once, token included, and gives up when the signal or the time says so. */
  async #ask(
    address: string,
    { signal, ...options }: GetOptions & { refused: boolean },
  ): Promise<SentAnswer> {
    const { timeoutMs = TIMEOUT_MS } = this.#options;
    signal?.throwIfAborted();
    const call = new AbortController();
    const giveUp = (): void => call.abort(signal?.reason);
    const timer = setTimeout(() => call.abort(timeoutError(timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await this.#send(address, { ...options, signal: call.signal });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  async #send(
    address: string,
    { signal, pageSize, refused }: { signal: AbortSignal; pageSize?: number | undefined; refused: boolean },
  ): Promise<SentAnswer> {
    const { token, headers } = this.#options;
    const bearer = token && (await orGivenUp(token({ refused }), signal));
    try {
      const response = await (this.#options.fetch ?? fetch)(address, {
        signal,
        headers: {
          Accept: 'application/json',
          'OData-Version': '4.0',
          'OData-MaxVersion': '4.01',
          ...(pageSize !== undefined && { Prefer: `odata.maxpagesize=${pageSize}` }),
          ...headers,
          ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
        },
      });
      const { ok, status } = response;
      const text = await response.text();
      signal.throwIfAborted();
      const type = response.headers.get('Content-Type') ?? '';
      return { ok, status, text, type, retryAfter: response.headers.get('Retry-After') };
    } catch (error) {
      // Browsers differ in what a fetch rejects with that was given up.
      if (signal.aborted) throw signal.reason;
      throw error instanceof AdapterError ? error : networkError(error);
    }
  }
}

/** What a promise comes to, or the signal's reason where that comes first. */
function orGivenUp<Value>(value: Value | Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    Promise.resolve(value).then(resolve, reject);
  });
}

/** An address may be relative to the page. */
function baseOf(url: string): URL {
  const page = typeof document === 'undefined' ? undefined : document.baseURI;
  const text = `${url.replace(/\/*$/, '')}/`;
  if (!URL.canParse(text, page)) {
    throw new AdapterError('query-invalid', `"${url}" is not the address of a service. Begin with https://.`);
  }
  return new URL(text, page);
}
