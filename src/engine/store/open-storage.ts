import { AdapterError } from '../../model/errors.js';
import { IdbStorage } from './idb-storage.js';
import { MemoryStorage } from './memory-storage.js';
import { isLost } from './storage-error.js';
import type { Storage } from './storage.js';

/**
 * Opens the storage of a workspace. Always settles (design § 6): connected, in memory where IndexedDB is missing
 * or refused (sandboxed frame, blocked, private mode), `storage-blocked` when it does not answer in time, or
 * `storage-outdated` when a newer release of the page has taken the data over.
 */
export async function openStorage(
  workspace: string,
  factory: IDBFactory | null | undefined,
  timeoutMs?: number,
): Promise<Storage> {
  const usable = factory === undefined ? globalFactory() : factory;
  if (usable === null) return new MemoryStorage();
  const storage = new IdbStorage(usable, workspace, timeoutMs);
  try {
    // A browser that has just lost its storage process may answer the second time.
    await storage.open().catch((cause: unknown) => {
      if (!isLost(cause)) throw cause;
      return storage.open();
    });
    return storage;
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    return new MemoryStorage();
  }
}

function globalFactory(): IDBFactory | null {
  try {
    // Reading the property throws in some sandboxed frames.
    return (globalThis as { indexedDB?: IDBFactory }).indexedDB ?? null;
  } catch {
    return null;
  }
}
