import type { DataChange } from '../model/timeline-adapter.js';
import { EngineCore } from './core.js';
import { News } from './news.js';
import { Peers } from './peers.js';
import { databaseName } from './store/idb-storage.js';
import { openStorage } from './store/open-storage.js';
import { WriterLock } from './writer-lock.js';
import { readToken } from './store/current.js';

/** What the page asks for. */
export interface OpenOptions {
  workspace: string;
  /** Only where no real IndexedDB is wanted; an injected one never crosses a thread. */
  inMemory: boolean;
  /** How long a call that writes waits for another tab that writes. */
  busyTimeoutMs: number;
}

/** Things of the page that cannot cross a thread; given when the engine runs inline. */
export interface Surroundings {
  indexedDB?: IDBFactory | null;
  locks?: LockManager;
}

/** Opens the storage of a workspace and joins the other pages that have it open. `hear` is told of every change. */
export async function openCore(
  { workspace, inMemory, busyTimeoutMs }: OpenOptions,
  surroundings: Surroundings,
  hear: (change: DataChange) => void,
): Promise<EngineCore> {
  const storage = await openStorage(workspace, inMemory ? null : surroundings.indexedDB);
  if (storage.persistence === 'memory') return new EngineCore(storage, null, new News(storage, null, hear));
  const locks = surroundings.locks ?? (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
  // A page of another storage version has other data: it shares neither lock nor news.
  const name = databaseName(workspace);
  const peers = new Peers(name);
  const readLastToken = (): Promise<number> => storage.read(readToken);
  const lock = new WriterLock({ name, locks, peers, busyTimeoutMs, readToken: readLastToken });
  return new EngineCore(storage, lock, new News(storage, peers, hear));
}
