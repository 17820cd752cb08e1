import { AdapterError } from '../../model/errors.js';
import { IdbStorage } from './idb-storage.js';
import { MemoryStorage } from './memory-storage.js';
import type { Storage } from './storage.js';

/**
 * Opens the storage of a workspace. Always settles (design § 6): connected, in memory where IndexedDB is missing
 * or refused (sandboxed frame, blocked, private mode), or `storage-blocked` when it does not answer in time.
 */
export async function openStorage(
  workspace: string,
  factory: IDBFactory | null | undefined,
): Promise<Storage> {
  const usable = factory === undefined ? globalFactory() : factory;
  if (usable === null) return new MemoryStorage();
  const storage = new IdbStorage(usable, workspace);
  try {
    await storage.open();
    return storage;
  } catch (cause) {
    if (cause instanceof AdapterError && cause.code === 'storage-blocked') throw cause;
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
