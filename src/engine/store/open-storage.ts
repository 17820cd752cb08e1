import { MemoryStorage } from './memory-storage.js';
import { openStored } from './open-stored.js';
import type { Storage } from './storage.js';

/**
 * Opens the storage of a workspace. Always settles (design § 6): connected, in memory where IndexedDB cannot be used,
 * `storage-blocked` when it does not answer in time, or `storage-outdated` when a newer release of the page has taken
 * the data over.
 */
export async function openStorage(
  workspace: string,
  factory: IDBFactory | null | undefined,
  timeoutMs?: number,
): Promise<Storage> {
  return (await openStored(workspace, factory, timeoutMs)) ?? new MemoryStorage();
}
