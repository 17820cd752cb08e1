import { unwrap, wrap, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb';
import { AdapterError } from '../../model/errors.js';
import { storageError, transactionError } from './storage-error.js';
import type { ChunkBatch, ChunkKey, MetaChange, MetaKey, Storage, View } from './storage.js';

/** Part of the database's name: a page of another storage version has its own database (design § 4.1). */
const STORAGE_VERSION = 2;
const OPEN_TIMEOUT_MS = 8000;

const META = 'meta';
const CHUNKS = 'chunks';

/** Name of the database of a workspace. */
export function databaseName(workspace: string): string {
  return `activity-timeline:${workspace}:v${STORAGE_VERSION}`;
}

/** Chunks and small records in two object stores of one IndexedDB database. */
export class IdbStorage implements Storage {
  readonly persistence = 'indexeddb';
  readonly #factory: IDBFactory;
  readonly #name: string;
  #database: Promise<IDBPDatabase> | null = null;

  constructor(factory: IDBFactory, workspace: string) {
    this.#factory = factory;
    this.#name = databaseName(workspace);
  }

  /** Connects; rejects with the browser's own error where IndexedDB cannot be used at all. */
  async open(): Promise<void> {
    await this.#connect();
  }

  async read<T>(work: (view: View) => Promise<T>): Promise<T> {
    const database = await this.#connect();
    let transaction: IDBPTransaction<unknown, string[]> | null = null;
    // Begun with the first request: a query that finds everything in its cache needs none.
    const store = (name: string): ReadableStore => {
      transaction ??= database.transaction([META, CHUNKS]);
      return transaction.objectStore(name);
    };
    try {
      return await work(
        viewOf(
          () => store(META),
          () => store(CHUNKS),
        ),
      );
    } catch (cause) {
      throw this.#failed(cause);
    }
  }

  async write(chunks: ChunkBatch): Promise<void> {
    if (chunks.length === 0) return;
    const database = await this.#connect();
    try {
      const transaction = database.transaction(CHUNKS, 'readwrite', { durability: 'relaxed' });
      putAll(unwrap(transaction.objectStore(CHUNKS)), chunks);
      await transaction.done;
    } catch (cause) {
      throw this.#failed(cause, true);
    }
  }

  async commit<T>(
    work: (view: View) => Promise<{ changes: readonly MetaChange[]; result: T }>,
    chunks: ChunkBatch = [],
  ): Promise<T> {
    const database = await this.#connect();
    try {
      const transaction = database.transaction([META, CHUNKS], 'readwrite', { durability: 'strict' });
      const meta = transaction.objectStore(META);
      // Watched from the start: a transaction that the browser aborts must not end in an unhandled rejection.
      const done = transaction.done.catch((cause: unknown) => {
        throw transactionError(cause);
      });
      try {
        putAll(unwrap(transaction.objectStore(CHUNKS)), chunks);
        const { changes, result } = await work(
          viewOf(
            () => meta as ReadableStore,
            () => transaction.objectStore(CHUNKS) as ReadableStore,
          ),
        );
        for (const [key, value] of changes) {
          if (value === undefined) void meta.delete(key as IDBValidKey).catch(ignoreForDone);
          else void meta.put(value, key as IDBValidKey).catch(ignoreForDone);
        }
        await done;
        return result;
      } catch (cause) {
        done.catch(ignoreForDone);
        abortQuietly(unwrap(transaction));
        throw cause;
      }
    } catch (cause) {
      throw this.#failed(cause, true);
    }
  }

  async segments(): Promise<number[]> {
    const database = await this.#connect();
    const found: number[] = [];
    try {
      let cursor = await database.transaction(CHUNKS).store.openKeyCursor();
      while (cursor !== null) {
        const segment = Number((cursor.key as IDBValidKey[])[0]);
        found.push(segment);
        cursor = await cursor.continue([segment + 1]);
      }
    } catch (cause) {
      throw this.#failed(cause);
    }
    return found;
  }

  async lastSegment(): Promise<number> {
    const database = await this.#connect();
    try {
      const cursor = await database.transaction(CHUNKS).store.openKeyCursor(null, 'prev');
      return cursor === null ? 0 : Number((cursor.key as IDBValidKey[])[0]);
    } catch (cause) {
      throw this.#failed(cause);
    }
  }

  async removeSegment(segment: number): Promise<void> {
    const database = await this.#connect();
    try {
      await database.delete(CHUNKS, IDBKeyRange.bound([segment], [segment, []]));
    } catch (cause) {
      throw this.#failed(cause, true);
    }
  }

  close(): void {
    const database = this.#database;
    this.#database = null;
    void database?.then((open) => open.close()).catch(ignoreForDone);
  }

  async destroy(): Promise<void> {
    this.close();
    try {
      await wrap(this.#factory.deleteDatabase(this.#name));
    } catch (cause) {
      throw storageError(cause);
    }
  }

  #connect(): Promise<IDBPDatabase> {
    this.#database ??= openDatabase(this.#factory, this.#name, () => (this.#database = null)).catch(
      (cause: unknown) => {
        this.#database = null;
        throw cause;
      },
    );
    return this.#database;
  }

  /** A lost connection is forgotten, so that the next call opens another. */
  #failed(cause: unknown, inTransaction = false): unknown {
    const error = inTransaction ? transactionError(cause) : storageError(cause);
    if (error instanceof AdapterError && error.code === 'storage-lost') this.close();
    return error;
  }
}

function openDatabase(factory: IDBFactory, name: string, onClosed: () => void): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    const timer = setTimeout(() => {
      // The request may still succeed; its connection would then block others and is of no use to anybody.
      request.onsuccess = () => request.result.close();
      reject(
        new AdapterError(
          'storage-blocked',
          'The browser’s storage does not answer. Close other tabs of this page and reload.',
          { retryable: true },
        ),
      );
    }, OPEN_TIMEOUT_MS);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(META);
      request.result.createObjectStore(CHUNKS);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new DOMException('The database could not be opened.', 'UnknownError'));
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      database.onclose = onClosed;
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      resolve(wrap(database));
    };
  });
}

/** What a view needs of a store, whatever the mode of its transaction. */
type ReadableStore = Pick<
  IDBPObjectStore<unknown, string[], string, 'readonly'>,
  'get' | 'getAll' | 'openCursor'
>;

function viewOf(meta: () => ReadableStore, chunks: () => ReadableStore): View {
  const range = (lower: ChunkKey, upper: ChunkKey): IDBKeyRange => IDBKeyRange.bound(lower, upper);
  return {
    meta: (key: MetaKey) => meta().get(key as IDBValidKey) as Promise<unknown>,
    first: (lower, upper) => chunks().get(range(lower, upper)) as Promise<ArrayBuffer | undefined>,
    last: async (lower, upper) => {
      const cursor = await chunks().openCursor(range(lower, upper), 'prev');
      return cursor?.value as ArrayBuffer | undefined;
    },
    all: (lower, upper) => chunks().getAll(range(lower, upper)) as Promise<ArrayBuffer[]>,
  };
}

/** On the bare store: a wrapped promise for each put would cost more than the put. */
function putAll(store: IDBObjectStore, chunks: ChunkBatch): void {
  for (const [key, chunk] of chunks) store.put(chunk, key as IDBValidKey);
}

/** A request of a failing transaction rejects too; the transaction's own rejection is the one reported. */
function ignoreForDone(): void {
  // Nothing to add: see above.
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already finished or aborted: then there is nothing left to abort.
  }
}
