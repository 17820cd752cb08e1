/** Longest stretch of work before the thread is given back (design § 4: slices of under 50 ms). */
const SLICE_MS = 12;

/**
 * Cuts long work into slices: between two of them the thread serves clicks (inline) or a cancel message (worker).
 * Also where a cancelled call ends: {@link pause} throws the signal's reason.
 */
export class Pacer {
  readonly #signal: AbortSignal | undefined;
  #sliceEnds = performance.now() + SLICE_MS;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Cheap enough for every few thousand rows. */
  get isDue(): boolean {
    return performance.now() >= this.#sliceEnds;
  }

  async pause(): Promise<void> {
    await nextTask();
    this.#signal?.throwIfAborted();
    this.#sliceEnds = performance.now() + SLICE_MS;
  }

  /** Pauses when the slice is over. */
  async breathe(): Promise<void> {
    if (this.isDue) await this.pause();
    else this.#signal?.throwIfAborted();
  }
}

/** The next task of the event loop. A message, since browsers hold nested timers back for four milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
