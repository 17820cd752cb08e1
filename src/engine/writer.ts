import { AdapterError } from '../model/errors.js';
import { ChunkSink } from './store/chunk-sink.js';
import {
  CURRENT,
  describedBy,
  NOTHING,
  type ActivityOutput,
  type Current,
  type CustomerSegment,
  type TableSegment,
} from './store/records.js';
import type { ChunkBatch, MetaChange, Storage, View } from './store/storage.js';

/** What a commit may change; the counters are the writer's. */
export type CurrentChange = Omit<Current, 'generation' | 'lastSegment'>;

/** What a job that writes is given. */
export interface WriteJob {
  readonly sink: ChunkSink;
  /** State at the start. */
  readonly current: Current;
  newSegment(): number;
  /**
   * Makes the state `change` returns the current one, with the descriptions of its new segments, in one strict
   * transaction. Before it nothing of the job counts, after it everything does.
   */
  commit(
    change: (current: Current) => CurrentChange,
    described: readonly (TableSegment | CustomerSegment | ActivityOutput)[],
  ): Promise<void>;
}

/**
 * One writer at a time: jobs of this engine queue up, and a Web Lock keeps other tabs out, whose call is refused as
 * `busy` rather than left waiting. Readers never wait (design § 4.1).
 */
export class Writer {
  readonly #storage: Storage;
  readonly #locks: LockManager | undefined;
  readonly #lockName: string;
  #queue: Promise<unknown> = Promise.resolve();
  /** False until what killed, cancelled and replaced jobs left behind is known to be gone. */
  #isTidy = false;

  constructor(storage: Storage, locks: LockManager | undefined, workspace: string) {
    this.#storage = storage;
    // Data in memory is this page's alone.
    this.#locks = storage.persistence === 'memory' ? undefined : locks;
    this.#lockName = `activity-timeline:${workspace}:writer`;
  }

  /** Runs a job when those before it are through. Settles before the tidying up behind it, which the next job awaits. */
  write<T>(signal: AbortSignal | undefined, work: (job: WriteJob) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue = this.#queue
        .then(() => {
          signal?.throwIfAborted();
          return this.#locked(async () => {
            await this.#run(work).then(resolve, reject);
            if (!this.#isTidy) await this.#sweep();
          });
        })
        // Refused before it began, or the sweep failed: then the next job sweeps again and this settles nothing.
        .catch(reject);
    });
  }

  /** Settles when no job is under way. */
  idle(): Promise<unknown> {
    return this.#queue;
  }

  #locked(work: () => Promise<void>): Promise<void> {
    if (this.#locks === undefined) return work();
    return this.#locks.request(this.#lockName, { ifAvailable: true }, (lock) => {
      if (lock === null) throw busy('Another tab is changing this workspace. Try again when it is done.');
      return work();
    });
  }

  async #run<T>(work: (job: WriteJob) => Promise<T>): Promise<T> {
    if (!this.#isTidy) await this.#sweep();
    this.#isTidy = false;
    const [current, lastStored] = await Promise.all([
      this.#storage.read(readCurrent),
      this.#storage.lastSegment(),
    ]);
    // Numbers of a job that was never committed may come back: nobody has seen them.
    let last = Math.max(current.lastSegment, lastStored);
    const sink = new ChunkSink(this.#storage);
    try {
      return await work({
        sink,
        current,
        newSegment: () => ++last,
        commit: async (change, described) => {
          const rest = await sink.takeRest();
          const next = await this.#commit(current, last, change, described, rest);
          this.#isTidy = keepsAll(current, next);
        },
      });
    } catch (cause) {
      // Batches under way must be over before they can be swept; the reason of the failure is the one to hear.
      await sink.takeRest().catch(() => undefined);
      throw cause;
    }
  }

  #commit(
    expected: Current,
    lastSegment: number,
    change: (current: Current) => CurrentChange,
    described: readonly { segment: number }[],
    rest: ChunkBatch,
  ): Promise<Current> {
    return this.#storage.commit(async (view) => {
      const current = await readCurrent(view);
      if (current.generation !== expected.generation) {
        throw busy('Another tab changed this workspace meanwhile. Nothing was stored; try again.');
      }
      const next: Current = { ...change(current), generation: current.generation + 1, lastSegment };
      const changes: MetaChange[] = [
        ...described.map((record): MetaChange => [describedBy(record.segment), record]),
        [CURRENT, next],
      ];
      return { changes, result: next };
    }, rest);
  }

  /** Removes segments that nothing refers to any more. */
  async #sweep(): Promise<void> {
    const live = await liveSegments(this.#storage, await this.#storage.read(readCurrent));
    const dead = (await this.#storage.segments()).filter((segment) => !live.has(segment));
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

/** The state that counts now. */
export async function readCurrent(view: View): Promise<Current> {
  return ((await view.meta(CURRENT)) as Current | undefined) ?? NOTHING;
}

/**
 * Segments that the state refers to. Outputs refer to the tables they were made of: rows set aside and sources are
 * read from there, so a replaced table stays until the next run.
 */
async function liveSegments(storage: Storage, current: Current): Promise<Set<number>> {
  const outputs = [current.customers, current.activities].filter((number) => number !== null);
  const live = new Set<number>([...Object.values(current.tables), ...outputs]);
  const records = await storage.read((view) =>
    Promise.all(
      outputs.map(
        async (number) => (await view.meta(describedBy(number))) as CustomerSegment | ActivityOutput,
      ),
    ),
  );
  for (const record of records) {
    for (const segment of Object.values(record.inputs)) live.add(segment);
    if (record.kind !== 'activities') continue;
    for (const { dated, undated } of record.segments) {
      if (dated !== null) live.add(dated);
      if (undated !== null) live.add(undated);
    }
  }
  return live;
}

function busy(message: string): AdapterError {
  return new AdapterError('busy', message, { retryable: true });
}
