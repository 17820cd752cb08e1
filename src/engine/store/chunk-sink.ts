import type { ChunkBatch, ChunkKey, Storage } from './storage.js';

/** Chunks are written in batches of about this size: memory stays bounded, and the browser writes while we work. */
const BATCH_BYTES = 1 << 20;

/** Gathers chunks and writes them in batches; one batch is on its way while the next is being made. */
export class ChunkSink {
  readonly #storage: Storage;
  #batch: [ChunkKey, ArrayBuffer][] = [];
  #bytes = 0;
  #underWay: Promise<void> = Promise.resolve();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  add(key: ChunkKey, chunk: ArrayBuffer): void {
    this.#batch.push([key, chunk]);
    this.#bytes += chunk.byteLength;
  }

  /** Starts writing when enough has gathered. Rejects with the failure of an earlier batch. */
  async relieve(): Promise<void> {
    if (this.#bytes < BATCH_BYTES) return;
    await this.#underWay;
    this.#start();
  }

  /** Settles when the batches under way are written; answers what is left for the commit to write. */
  async takeRest(): Promise<ChunkBatch> {
    await this.#underWay;
    const rest = this.#batch;
    this.#batch = [];
    this.#bytes = 0;
    return rest;
  }

  #start(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#bytes = 0;
    this.#underWay = this.#storage.write(batch);
    // Reported by the next call; until then the rejection must not count as unhandled.
    this.#underWay.catch(() => undefined);
  }
}
