import type { DataChange } from '../model/timeline-adapter.js';
import { MODEL, type Current, type StoredModel } from './store/records.js';
import type { Storage } from './store/storage.js';
import { readCurrent } from './store/current.js';

/** What a page has seen of the stored data. */
interface State {
  current: Current;
  revision: string;
}

/** All that can change at once. */
export function everything(revision: string): readonly DataChange[] {
  return [{ kind: 'tables' }, { kind: 'model', revision }, { kind: 'activities' }];
}

/**
 * Finds out what a page missed: one that is frozen or kept for the way back hears nothing of the other tabs, so what
 * it knew when it was hidden is compared with what is there when it is shown again.
 */
export class SeenState {
  readonly #storage: Storage;
  #seen: Promise<State | null> | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  remember(): void {
    // A state that cannot be read is none: then everything counts as changed.
    this.#seen = this.#read().catch(() => null);
  }

  /** The page is hidden. */
  get isRemembered(): boolean {
    return this.#seen !== null;
  }

  /** What has changed since; nothing when the page was never hidden. */
  async changes(): Promise<readonly DataChange[]> {
    if (this.#seen === null) return [];
    const before = await this.#seen;
    const now = await this.#read();
    this.#seen = null;
    if (before === null) return everything(now.revision);
    const changes: DataChange[] = [];
    if (JSON.stringify(before.current.tables) !== JSON.stringify(now.current.tables)) {
      changes.push({ kind: 'tables' });
    }
    if (before.revision !== now.revision) changes.push({ kind: 'model', revision: now.revision });
    if (
      before.current.activities !== now.current.activities ||
      before.current.customers !== now.current.customers
    ) {
      changes.push({ kind: 'activities' });
    }
    return changes;
  }

  #read(): Promise<State> {
    return this.#storage.read(async (view) => {
      const [current, model] = await Promise.all([readCurrent(view), view.meta(MODEL)]);
      return { current, revision: (model as StoredModel | undefined)?.revision ?? '0' };
    });
  }
}
