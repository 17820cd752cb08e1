import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Time without a key before the text is searched for. */
const PAUSE_MS = 250;

/** Holds what is typed in the search box until the typing rests. */
export class TimelineSearch implements ReactiveController {
  readonly #apply: (text: string) => void;
  readonly #host: ReactiveControllerHost;
  #typed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, apply: (text: string) => void) {
    this.#host = host;
    this.#apply = apply;
    host.addController(this);
  }

  /** What is typed and not searched for yet; null: nothing. */
  get typed(): string | null {
    return this.#typed;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.drop();
  }

  readonly type = (text: string): void => {
    this.#typed = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.searchNow, PAUSE_MS);
    this.#host.requestUpdate();
  };

  readonly searchNow = (): void => {
    const text = this.#typed;
    this.drop();
    if (text !== null) this.#apply(text.trim() === '' ? '' : text);
  };

  /** Forgets what is typed. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
  }
}
