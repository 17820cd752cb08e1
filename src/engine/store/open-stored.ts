import { AdapterError } from '../../model/errors.js';
import { IdbStorage } from './idb-storage.js';
import { isLost } from './storage-error.js';
import type { Storage } from './storage.js';

/**
 * Connects to what is stored of a workspace. Null where IndexedDB is missing or refused (sandboxed frame, blocked, private
 * mode). `storage-blocked` when it does not answer in time, `storage-outdated` when a newer release of the page has
 * taken the data over.
 */
export async function openStored(
  workspace: string,
  factory: IDBFactory | null = globalFactory(),
  timeoutMs?: number,
): Promise<Storage | null> {
  if (factory === null) return null;
  const storage = new IdbStorage(factory, workspace, timeoutMs);
  try {
    // A browser that has just lost its storage process may answer the second time.
    await storage.open().catch((cause: unknown) => {
      if (!isLost(cause)) throw cause;
      return storage.open();
    });
    return storage;
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    return null;
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
