import { AdapterError } from '../model/errors.js';
import { liveSegments } from './live-segments.js';
import { ChunkSink } from './store/chunk-sink.js';
import { readCurrent, readToken } from './store/current.js';
import {
  CURRENT,
  describedBy,
  LEASE,
  type ActivityOutput,
  type Current,
  type CustomerSegment,
  type Lease,
  type TableSegment,
} from './store/records.js';
import { isLost } from './store/storage-error.js';
import type { ChunkBatch, MetaChange, Storage, View } from './store/storage.js';
import type { LockCall, LockedWork, WriterLock } from './writer-lock.js';

/** What a commit may change; the counter is the writer's. */
export type CurrentChange = Omit<Current, 'generation'>;

/** What a job that writes is given. */
export interface WriteJob {
  readonly sink: ChunkSink;
  /** State at the start. */
  readonly current: Current;
  /** Aborted when the call is cancelled, and when another page takes the lock away. */
  readonly signal: AbortSignal;
  newSegment(): number;
  /**
   * Makes the state `change` returns the current one, with the descriptions of its new segments, in one strict
   * transaction. Before it nothing of the job counts, after it everything does. `lease-lost` when another page took
   * over meanwhile. `more`: other small records that change with it.
   */
  commit(
    change: (current: Current) => CurrentChange,
    described: readonly (TableSegment | CustomerSegment | ActivityOutput)[],
    more?: (view: View) => Promise<readonly MetaChange[]>,
  ): Promise<void>;
}

/** Numbers of segments that a job may give out: its own alone, so what a stale job writes meets nobody's chunks. */
const SEGMENTS_PER_JOB = 8192;

/** Tokens of a new database start at the milliseconds since then: a number of a deleted one never comes back. */
const FIRST_TOKEN_SINCE = Date.UTC(2025, 0);

/**
 * Jobs of this engine queue up, one writer at a time over all pages (see {@link WriterLock}). Each job takes a token
 * before anything else; only the last one taken may commit. Readers never wait (design § 4.1).
 */
export class Writer {
  readonly #storage: Storage;
  readonly #lock: WriterLock | null;
  #queue: Promise<unknown> = Promise.resolve();
  #stop: AbortController | null = null;
  /** False until what killed, cancelled and replaced jobs left behind is known to be gone. */
  #isTidy = false;

  /** Without a lock (data in this page's memory) nobody else can write. */
  constructor(storage: Storage, lock: WriterLock | null) {
    this.#storage = storage;
    this.#lock = lock;
  }

  /**
   * Runs a job when those before it are through. Settles before the tidying up behind it, which the next job awaits.
   * `what` says to a page that is refused meanwhile what is going on.
   */
  write<T>(
    signal: AbortSignal | undefined,
    work: (job: WriteJob) => Promise<T>,
    what = 'a change',
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue = this.#queue
        .then(() => {
          signal?.throwIfAborted();
          return this.#locked({ work: what, signal }, async (lost) => {
            const stop = new AbortController();
            this.#stop = stop;
            const unlink = [follow(signal, stop), follow(lost, stop, leaseLost)];
            let token = 0;
            try {
              const lease = await this.#claim();
              token = lease.token;
              await this.#run(lease, stop.signal, work).then(resolve, reject);
            } finally {
              for (const end of unlink) end();
            }
            this.#lock?.noteEnd();
            if (!this.#isTidy) await this.#sweep(token);
          });
        })
        // Refused before it began, or the sweep failed: then the next job sweeps again and this settles nothing.
        .catch(reject);
    });
  }

  /** Ends the job under way: its data was taken away by another page. */
  lose(): void {
    this.#stop?.abort(leaseLost());
  }

  /** Settles when no job is under way. */
  idle(): Promise<unknown> {
    return this.#queue;
  }

  #locked(call: LockCall, work: LockedWork): Promise<void> {
    return this.#lock === null ? work(new AbortController().signal) : this.#lock.hold(call, work);
  }

  /** Takes the next token: from here on no job that began earlier can commit. Taken twice it is as good. */
  #claim(): Promise<Claim> {
    return this.#takeToken().catch((cause: unknown) => {
      if (!isLost(cause)) throw cause;
      return this.#takeToken();
    });
  }

  #takeToken(): Promise<Claim> {
    return this.#storage.commit(
      async (view) => {
        const [lease, current] = await Promise.all([view.meta(LEASE), readCurrent(view)]);
        const token = (lease as Lease | undefined)?.token ?? Date.now() - FIRST_TOKEN_SINCE;
        const next: Lease = { token: token + 1 };
        return { changes: [[LEASE, next]], result: { token: next.token, current } };
      },
      [],
      'relaxed',
    );
  }

  async #run<T>(
    { token, current }: Claim,
    signal: AbortSignal,
    work: (job: WriteJob) => Promise<T>,
  ): Promise<T> {
    if (!this.#isTidy) await this.#sweep(token);
    this.#isTidy = false;
    let before = current;
    let given = 0;
    const sink = new ChunkSink(this.#storage);
    try {
      return await work({
        sink,
        current,
        signal,
        newSegment: () => {
          if (++given === SEGMENTS_PER_JOB) throw tooMany();
          return token * SEGMENTS_PER_JOB + given;
        },
        commit: async (change, described, more) => {
          const rest = await sink.takeRest();
          signal.throwIfAborted();
          const next = await this.#commit({ token, current: before }, change, described, rest, more);
          this.#isTidy = keepsAll(before, next);
          before = next;
        },
      });
    } catch (cause) {
      // Batches under way must be over before they can be swept; the reason of the failure is the one to hear.
      await sink.takeRest().catch(() => undefined);
      if (await this.#isStale(token)) throw leaseLost();
      throw cause;
    }
  }

  /** A job whose chunks were swept by the page that took over fails anyhow, with whatever it stumbled upon. */
  async #isStale(token: number): Promise<boolean> {
    const last = await this.#storage.read(readToken).catch(() => token);
    return last !== token;
  }

  async #commit(
    { token, current: before }: Claim,
    change: (current: Current) => CurrentChange,
    described: readonly { segment: number }[],
    rest: ChunkBatch,
    more: ((view: View) => Promise<readonly MetaChange[]>) | undefined,
  ): Promise<Current> {
    try {
      return await this.#storage.commit(async (view) => {
        const [last, current] = await Promise.all([readToken(view), readCurrent(view)]);
        if (last !== token) throw leaseLost();
        const next: Current = { ...change(current), generation: current.generation + 1 };
        const changes: MetaChange[] = [
          ...described.map((record): MetaChange => [describedBy(record.segment), record]),
          [CURRENT, next],
          ...((await more?.(view)) ?? []),
        ];
        // An output has no chunks of its own by which the sweep would find it.
        if (current.activities !== null && current.activities !== next.activities) {
          changes.push([describedBy(current.activities), undefined]);
        }
        return { changes, result: next };
      }, rest);
    } catch (cause) {
      // A connection that is lost during a commit leaves open whether it happened. The data says it.
      const after = await this.#storage.read(claimOf).catch(() => null);
      if (after?.token === token && after.current.generation > before.generation) return after.current;
      throw cause;
    }
  }

  /**
   * Removes segments that nothing refers to any more. Numbers above a job's own are those of a job that took over: it
   * may be about to commit them.
   */
  async #sweep(token: number): Promise<void> {
    const live = await liveSegments(this.#storage, await this.#storage.read(readCurrent));
    const end = (token + 1) * SEGMENTS_PER_JOB;
    const dead = (await this.#storage.segments()).filter((segment) => segment < end && !live.has(segment));
    this.#isTidy = true;
    if (dead.length === 0) return;
    for (const segment of dead) await this.#storage.removeSegment(segment);
    await this.#storage.commit(() =>
      Promise.resolve({
        changes: dead.map((segment): MetaChange => [describedBy(segment), undefined]),
        result: undefined,
      }),
    );
  }
}

/** True when all that the former state refers to is still referred to: then there is nothing to sweep. */
function keepsAll(former: Current, next: Current): boolean {
  return (
    Object.entries(former.tables).every(([name, segment]) => next.tables[name] === segment) &&
    (former.customers === null || former.customers === next.customers) &&
    (former.activities === null || former.activities === next.activities)
  );
}

/** What a job starts from. */
interface Claim {
  token: number;
  current: Current;
}

async function claimOf(view: View): Promise<Claim> {
  const [token, current] = await Promise.all([readToken(view), readCurrent(view)]);
  return { token, current };
}

/** Aborts `stop` with a signal; answers how to end that. */
function follow(
  signal: AbortSignal | undefined,
  stop: AbortController,
  reason: () => unknown = () => signal?.reason,
): () => void {
  const abort = (): void => stop.abort(reason());
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return () => signal?.removeEventListener('abort', abort);
}

function leaseLost(): AdapterError {
  return new AdapterError(
    'lease-lost',
    'This tab was asleep, and another one took over or removed the data. Nothing was stored; try again.',
    { retryable: true },
  );
}

function tooMany(): AdapterError {
  return new AdapterError('model-invalid', 'The model has too many activities for one run. Remove some.', {
    detail: { limit: SEGMENTS_PER_JOB },
  });
}
