import { unwrap, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb';
import { AdapterError } from '../../model/errors.js';
import { ANSWER_TIMEOUT_MS, CHUNKS, IdbConnection, META, type Connected } from './idb-connection.js';
import { isLost, storageError, transactionError } from './storage-error.js';
import type { ChunkBatch, ChunkKey, MetaChange, MetaKey, Storage, StorageEnd, View } from './storage.js';

/** Part of the database's name: a page of another storage version has its own database (design § 4.1). */
export const STORAGE_VERSION = 3;

/** Name of the database of a workspace. */
export function databaseName(workspace: string): string {
  return `activity-timeline:${workspace}:v${STORAGE_VERSION}`;
}

/** Chunks and small records in two object stores of one IndexedDB database. */
export class IdbStorage implements Storage {
  readonly persistence = 'indexeddb';
  readonly #connection: IdbConnection;
  /** Ends of the transactions that read. */
  readonly #underWay = new Set<Promise<void>>();

  constructor(factory: IDBFactory, workspace: string, timeoutMs = ANSWER_TIMEOUT_MS) {
    this.#connection = new IdbConnection(factory, databaseName(workspace), timeoutMs);
  }

  set onEnd(listener: (how: StorageEnd) => void) {
    this.#connection.onEnd = listener;
  }

  /** Connects; rejects with the browser's own error where IndexedDB cannot be used at all. */
  async open(): Promise<void> {
    await this.#connection.get();
  }

  async read<T>(work: (view: View) => Promise<T>): Promise<T> {
    return this.#healing(({ database }) => {
      let transaction: IDBPTransaction<unknown, string[]> | null = null;
      // Begun with the first request: a query that finds everything in its cache needs none.
      const store = (name: string): ReadableStore => {
        transaction ??= this.#begin(database);
        return transaction.objectStore(name);
      };
      return work(
        viewOf(
          () => store(META),
          () => store(CHUNKS),
        ),
      );
    });
  }

  async write(chunks: ChunkBatch): Promise<void> {
    if (chunks.length === 0) return;
    // Written twice, chunks are the same chunks.
    await this.#healing(async ({ database }) => {
      const transaction = database.transaction(CHUNKS, 'readwrite', { durability: 'relaxed' });
      putAll(unwrap(transaction.objectStore(CHUNKS)), chunks);
      await ended(transaction);
    });
  }

  async commit<T>(
    work: (view: View) => Promise<{ changes: readonly MetaChange[]; result: T }>,
    chunks: ChunkBatch = [],
    durability: IDBTransactionDurability = 'strict',
  ): Promise<T> {
    let hasBegun = false;
    return this.#healing(
      ({ database }) => {
        const transaction = database.transaction([META, CHUNKS], 'readwrite', { durability });
        hasBegun = true;
        return commitIn(transaction, work, chunks);
      },
      () => !hasBegun,
    );
  }

  async segments(): Promise<number[]> {
    return this.#healing(async ({ database }) => {
      const found: number[] = [];
      let cursor = await this.#begin(database).objectStore(CHUNKS).openKeyCursor();
      while (cursor !== null) {
        const segment = Number((cursor.key as IDBValidKey[])[0]);
        found.push(segment);
        cursor = await cursor.continue([segment + 1]);
      }
      return found;
    });
  }

  async removeSegment(segment: number): Promise<void> {
    await this.#healing(async ({ database }) => {
      const transaction = database.transaction(CHUNKS, 'readwrite', { durability: 'relaxed' });
      void transaction.store.delete(IDBKeyRange.bound([segment], [segment, []])).catch(ignore);
      await ended(transaction);
    });
  }

  rest(): void {
    this.#connection.rest();
  }

  async close(): Promise<void> {
    const underWay = [...this.#underWay];
    this.#connection.close();
    // A worker that ends before its transactions do leaves a connection behind in WebKit, which blocks a deletion.
    await Promise.all(underWay);
  }

  async destroy(): Promise<void> {
    try {
      await this.#connection.deleteDatabase();
    } catch (cause) {
      throw storageError(cause);
    }
  }

  #begin(database: IDBPDatabase): IDBPTransaction<unknown, string[]> {
    const transaction = database.transaction([META, CHUNKS]);
    const end = transaction.done.catch(ignore).finally(() => this.#underWay.delete(end));
    this.#underWay.add(end);
    return transaction;
  }

  /** Does work on the connection. Where that turns out to be lost, once more on a new one, if it may be repeated. */
  async #healing<T>(work: (connected: Connected) => Promise<T>, mayRepeat = () => true): Promise<T> {
    try {
      const connected = await this.#connection.get();
      try {
        return await work(connected);
      } catch (cause) {
        if (!isLost(cause) && !connected.isLost) throw cause;
        this.#connection.giveUp(connected);
        if (!mayRepeat()) throw cause;
      }
      return await work(await this.#connection.get());
    } catch (cause) {
      throw storageError(cause);
    }
  }
}

async function commitIn<T>(
  transaction: IDBPTransaction<unknown, string[], 'readwrite'>,
  work: (view: View) => Promise<{ changes: readonly MetaChange[]; result: T }>,
  chunks: ChunkBatch,
): Promise<T> {
  const meta = transaction.objectStore(META);
  // Watched from the start: a transaction that the browser aborts must not end in an unhandled rejection.
  transaction.done.catch(ignore);
  try {
    putAll(unwrap(transaction.objectStore(CHUNKS)), chunks);
    const { changes, result } = await work(
      viewOf(
        () => meta as ReadableStore,
        () => transaction.objectStore(CHUNKS) as ReadableStore,
      ),
    );
    for (const [key, value] of changes) {
      if (value === undefined) void meta.delete(key as IDBValidKey).catch(ignore);
      else void meta.put(value, key as IDBValidKey).catch(ignore);
    }
    await ended(transaction);
    return result;
  } catch (cause) {
    // A request of an aborted transaction says only that; the transaction itself knows why.
    if (!abortQuietly(unwrap(transaction)) && !(cause instanceof AdapterError)) await ended(transaction);
    throw transactionError(cause);
  }
}

/**
 * Ends a transaction whose requests are all made, and settles with it. Said to the browser at once, so that it ends
 * without us: a tab that is frozen in the middle holds nobody up.
 */
async function ended(transaction: IDBPTransaction<unknown, string[], 'readwrite'>): Promise<void> {
  const done = transaction.done.catch((cause: unknown) => {
    throw transactionError(cause);
  });
  try {
    transaction.commit();
  } catch {
    // Aborted before it came to that: its own rejection says why.
  }
  await done;
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
function ignore(): void {
  // Nothing to add: see above.
}

/** False when the transaction was already over. */
function abortQuietly(transaction: IDBTransaction): boolean {
  try {
    transaction.abort();
    return true;
  } catch {
    return false;
  }
}
