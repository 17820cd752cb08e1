import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LatePart } from '../shared/late-part.js';

/** How long an element that is out of sight, and gets no frames, waits for one. */
const LONGEST_FRAME_MS = 100;

/** What waits for code that is not needed for the first rows, and what could not be loaded. */
export class LateParts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** What could not be loaded, and what tries again. */
  readonly #missing = new Map<LatePart<unknown>, () => void>();
  readonly #loading = new Set<Promise<void>>();
  #isConnected = false;
  #isDismissed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Something that is needed could not be loaded, and nobody has taken note yet. */
  get isMissing(): boolean {
    return this.#missing.size > 0 && !this.#isDismissed;
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#missing.clear();
  }

  /** True when this part could not be loaded. */
  lacks(part: LatePart<unknown>): boolean {
    return this.#missing.has(part);
  }

  /** Resolves once nothing is loaded any more; false: nothing was. */
  async settle(): Promise<boolean> {
    const isLoading = this.#loading.size > 0;
    while (this.#loading.size > 0) await Promise.all(this.#loading);
    return isLoading;
  }

  /** Does something with a part: at once where it is loaded. Where it cannot be, `retry` tries again. */
  use<Value>(part: LatePart<Value>, work: (value: Value) => void): void {
    if (part.value === null) {
      this.#wait(this.#load(part, work));
      return;
    }
    work(part.value);
    this.#host.requestUpdate();
  }

  /** Does something behind the next frame: what was rendered is on the screen by then. */
  afterFrame(work: () => void): void {
    this.#wait(nextFrame().then(work));
  }

  readonly retry = (): void => {
    const missing = [...this.#missing.values()];
    this.#missing.clear();
    for (const load of missing) load();
    this.#host.requestUpdate();
  };

  readonly dismiss = (): void => {
    this.#isDismissed = true;
    this.#host.requestUpdate();
  };

  async #load<Value>(part: LatePart<Value>, work: (value: Value) => void): Promise<void> {
    const value = await part.load().catch(() => null);
    if (!this.#isConnected) return;
    if (value === null) {
      this.#isDismissed = false;
      this.#missing.set(part, () => this.use(part, work));
    } else {
      work(value);
    }
    this.#host.requestUpdate();
  }

  #wait(work: Promise<void>): void {
    this.#loading.add(work);
    void work.finally(() => this.#loading.delete(work));
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
