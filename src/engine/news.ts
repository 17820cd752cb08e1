import type { DataChange } from '../model/timeline-adapter.js';
import type { Peers } from './peers.js';
import { everything, SeenState } from './seen-state.js';
import type { Storage, StorageEnd } from './store/storage.js';

/** Brings changes of the stored data to this page: its own, those of other pages, and those it slept through. */
export class News {
  readonly #storage: Storage;
  /** null: nobody else can see the data. */
  readonly #peers: Peers | null;
  readonly #seen: SeenState;
  readonly #tell: (change: DataChange) => void;
  /** Told before the page is. */
  onChange: (change: DataChange) => void = () => undefined;
  /** Another page took the data away. */
  onEnd: () => void = () => undefined;

  constructor(storage: Storage, peers: Peers | null, tell: (change: DataChange) => void) {
    this.#storage = storage;
    this.#peers = peers;
    this.#seen = new SeenState(storage);
    this.#tell = tell;
    if (peers !== null) peers.onChange = (change) => this.#hear(change);
    storage.onEnd = (how) => this.#end(how);
  }

  /** A change made by this page. */
  announce(change: DataChange): void {
    this.#hear(change);
    this.#peers?.announce(change);
  }

  /** The page may be frozen from now on: nothing of it should hold up other tabs. */
  rest(): void {
    this.#seen.remember();
    if (this.#peers?.writing === null) this.#storage.rest();
  }

  /** The page is back, and may have missed what other tabs announced meanwhile. */
  async wake(): Promise<void> {
    for (const change of await this.#seen.changes()) this.#hear(change);
  }

  close(): void {
    this.#peers?.close();
  }

  #hear(change: DataChange): void {
    this.onChange(change);
    // Heard is seen; to remember that takes a connection, which is given up again.
    if (this.#seen.isRemembered) this.rest();
    this.#tell(change);
  }

  #end(how: StorageEnd): void {
    this.onEnd();
    if (how === 'outdated') this.#hear({ kind: 'persistence', persistence: 'closed' });
    else for (const change of everything('0')) this.#hear(change);
  }
}
