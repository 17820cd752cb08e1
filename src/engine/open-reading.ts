import type { DataChange } from '../model/timeline-adapter.js';
import { News } from './news.js';
import { Peers } from './peers.js';
import { ReadingCore } from './reading-core.js';
import { databaseName } from './store/idb-storage.js';
import { openStored } from './store/open-stored.js';

/**
 * Opens a workspace for reading alone. `hear` is told of every change by other pages. Null where IndexedDB cannot be
 * used: then there is nothing to read.
 */
export async function openReading(
  workspace: string,
  hear: (change: DataChange) => void,
): Promise<ReadingCore | null> {
  const storage = await openStored(workspace);
  if (storage === null) return null;
  return new ReadingCore(storage, new News(storage, new Peers(databaseName(workspace)), hear));
}
