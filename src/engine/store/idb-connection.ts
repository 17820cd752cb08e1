import { wrap, type IDBPDatabase } from 'idb';
import { AdapterError } from '../../model/errors.js';
import type { StorageEnd } from './storage.js';

/** How long the browser may take to open or delete a database before the call gives up. */
export const ANSWER_TIMEOUT_MS = 8000;

/** A connection and what is known of it. */
export interface Connected {
  readonly database: IDBPDatabase;
  /** The browser closed it: transactions on it were aborted without a reason of ours. */
  isLost: boolean;
}

/**
 * The connection to one database: made when it is first needed, given up while the page rests or when another page
 * wants the database for itself, and made again by the next call.
 */
export class IdbConnection {
  readonly #factory: IDBFactory;
  readonly #name: string;
  readonly #timeoutMs: number;
  #connected: Promise<Connected> | null = null;
  /** What it came to, to know it by. */
  #latest: Connected | null = null;
  #end: AdapterError | null = null;
  /** Another page deleted the database, or a newer one took it over. */
  onEnd: (how: StorageEnd) => void = () => undefined;

  constructor(factory: IDBFactory, name: string, timeoutMs: number) {
    this.#factory = factory;
    this.#name = name;
    this.#timeoutMs = timeoutMs;
  }

  /** The open connection. Rejects with the browser's own error, or with ours when there is no answer in time. */
  get(): Promise<Connected> {
    if (this.#end !== null) return Promise.reject(this.#end);
    if (this.#connected === null) {
      const opening = this.#open();
      this.#connected = opening;
      opening.catch(() => {
        if (this.#connected === opening) this.#connected = null;
      });
    }
    return this.#connected;
  }

  /** Gives the connection up, once its transactions are through; the next call makes another. */
  rest(): void {
    const connected = this.#connected;
    this.#connected = null;
    this.#latest = null;
    connected?.then(({ database }) => database.close()).catch(() => undefined);
  }

  /** Closes a connection that failed, unless another has taken its place. */
  giveUp(connected: Connected): void {
    connected.database.close();
    this.#forget(connected);
  }

  /** Gives the connection up for good: later calls reject. */
  close(reason = new AdapterError('closed', 'The engine is closed. Open it again.')): void {
    this.#end ??= reason;
    this.rest();
  }

  /** Closes and deletes the database. */
  async deleteDatabase(): Promise<void> {
    this.close();
    await this.#answer(() => this.#factory.deleteDatabase(this.#name));
  }

  async #open(): Promise<Connected> {
    const request = await this.#answer(
      () => this.#factory.open(this.#name, 1),
      createStores,
      (late) => late.result.close(),
    );
    const connected: Connected = { database: wrap(request.result), isLost: false };
    this.#latest = connected;
    request.result.onclose = () => {
      connected.isLost = true;
      this.#forget(connected);
    };
    request.result.onversionchange = ({ newVersion }) => {
      request.result.close();
      this.#forget(connected);
      if (newVersion !== null) this.close(outdated());
      this.onEnd(newVersion === null ? 'deleted' : 'outdated');
    };
    return connected;
  }

  /** Settles with the request, or rejects when the browser says nothing for too long. */
  #answer(
    ask: () => IDBOpenDBRequest,
    onUpgrade: (database: IDBDatabase) => void = () => undefined,
    onLate: (request: IDBOpenDBRequest) => void = () => undefined,
  ): Promise<IDBOpenDBRequest> {
    return new Promise((resolve, reject) => {
      const request = ask();
      const timer = setTimeout(() => {
        // It may still succeed; its connection would then block others and is of no use to anybody.
        request.onsuccess = () => onLate(request);
        reject(blocked());
      }, this.#timeoutMs);
      request.onupgradeneeded = () => onUpgrade(request.result);
      request.onerror = () => {
        clearTimeout(timer);
        const cause = request.error ?? new DOMException('The database could not be opened.', 'UnknownError');
        reject(cause.name === 'VersionError' ? outdated() : cause);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        resolve(request);
      };
    });
  }

  /** Unless another has taken its place. */
  #forget(connected: Connected): void {
    if (this.#latest === connected) this.#connected = null;
  }
}

export const META = 'meta';
export const CHUNKS = 'chunks';

function createStores(database: IDBDatabase): void {
  database.createObjectStore(META);
  database.createObjectStore(CHUNKS);
}

function blocked(): AdapterError {
  return new AdapterError(
    'storage-blocked',
    'The browser’s storage does not answer. Close other tabs of this page and reload.',
    { retryable: true },
  );
}

function outdated(): AdapterError {
  return new AdapterError(
    'storage-outdated',
    'A newer version of this page has taken over the data. Reload this page.',
  );
}
