import { AdapterError } from '../model/errors.js';
import type { Peers, WriterNote } from './peers.js';

/** How long the page that holds the lock has to answer before it counts as frozen. */
const ANSWER_MS = 3000;

/** Where there are no locks every writer asks; a page that is awake answers well within this. */
const ANSWER_WITHOUT_LOCKS_MS = 300;

/** Work under the lock; `lost` is aborted when another page takes it away. */
export type LockedWork = (lost: AbortSignal) => Promise<void>;

/** How a lock is asked for. */
export interface LockCall {
  /** For the page that is refused: `a run`. */
  work: string;
  signal?: AbortSignal | undefined;
}

export interface WriterLockOptions {
  name: string;
  /** Absent where the browser has none (insecure origins). */
  locks: LockManager | undefined;
  peers: Peers;
  /** How long a call waits for another page that writes before it is refused. */
  busyTimeoutMs: number;
  /** A number that changes whenever a job begins. */
  readToken(): Promise<number>;
}

/**
 * One writer over all pages of a workspace. A Web Lock ends with its page, but not while the page is frozen: so who is
 * refused asks the holder for a sign of life, and takes the lock from one that gives none. Safety does not hang on
 * any of this: the holder that wakes up is refused at its commit (see `Lease`).
 */
export class WriterLock {
  readonly #options: WriterLockOptions;

  constructor(options: WriterLockOptions) {
    this.#options = options;
  }

  /** Does the work under the lock, or rejects as `busy` and says with what. */
  async hold(call: LockCall, work: LockedWork): Promise<void> {
    const { locks, peers, busyTimeoutMs } = this.#options;
    if (locks === undefined) return this.#holdWithoutLocks(call, work);
    if (await this.#request(locks, { ifAvailable: true }, call, work)) return;
    const token = await this.#options.readToken();
    const note = await peers.askWriter(ANSWER_MS);
    call.signal?.throwIfAborted();
    if (note !== null) {
      const waitMs = note.work === null ? Math.max(busyTimeoutMs, ANSWER_MS) : busyTimeoutMs;
      if (waitMs > 0 && (await this.#wait(locks, waitMs, call, work))) return;
      throw busy((await peers.askWriter(ANSWER_MS)) ?? note);
    }
    if (await this.#request(locks, { ifAvailable: true }, call, work)) return;
    // Somebody else was quicker and writes: the silence was not theirs.
    if (token !== (await this.#options.readToken())) throw busy({ work: null, since: Date.now() });
    await this.#request(locks, { steal: true }, call, work);
  }

  /** Tells whoever asks from now on that the work is done and only tidying up is left. */
  noteEnd(): void {
    const { peers } = this.#options;
    if (peers.writing !== null) peers.writing = { ...peers.writing, work: null };
  }

  async #holdWithoutLocks(call: LockCall, work: LockedWork): Promise<void> {
    const note = await this.#options.peers.askWriter(ANSWER_WITHOUT_LOCKS_MS);
    if (note !== null) throw busy(note);
    call.signal?.throwIfAborted();
    await this.#doing(call, work(new AbortController().signal));
  }

  /** Waits in the lock's own queue. False when the time is over. */
  async #wait(locks: LockManager, waitMs: number, call: LockCall, work: LockedWork): Promise<boolean> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), waitMs);
    const cancel = (): void => stop.abort();
    call.signal?.addEventListener('abort', cancel, { once: true });
    let isHeld = false;
    try {
      return await this.#request(locks, { signal: stop.signal }, call, (lost) => {
        isHeld = true;
        clearTimeout(timer);
        return work(lost);
      });
    } catch (cause) {
      if (isHeld) throw cause;
      call.signal?.throwIfAborted();
      return false;
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', cancel);
    }
  }

  /** False when the lock was not to be had. */
  async #request(
    locks: LockManager,
    options: LockOptions,
    call: LockCall,
    work: LockedWork,
  ): Promise<boolean> {
    const lost = new AbortController();
    let doing = null as Promise<void> | null;
    try {
      return await locks.request(this.#options.name, options, async (lock) => {
        if (lock === null) return false;
        await (doing = this.#doing(call, work(lost.signal)));
        return true;
      });
    } catch (cause) {
      if (doing === null) throw cause;
      // The work failed, or the lock was taken away under it: then it is told, and ends when it has noticed.
      lost.abort();
      await doing;
      return true;
    }
  }

  async #doing({ work }: LockCall, doing: Promise<void>): Promise<void> {
    const { peers } = this.#options;
    peers.writing = { work, since: Date.now() };
    try {
      await doing;
    } finally {
      peers.writing = null;
    }
  }
}

function busy({ work, since }: WriterNote): AdapterError {
  const seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
  const what = work === null ? 'is changing this workspace' : `is busy with ${work} (for ${seconds} s)`;
  return new AdapterError('busy', `Another tab ${what}. Try again when it is done.`, {
    retryable: true,
    detail: { ...(work === null ? {} : { work }), since },
  });
}
