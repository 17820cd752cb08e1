import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Notices when an update removes the element that has the focus, for instance a button that did its work.
 * The browser would drop the focus to the page's start; the host decides on a better place.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onLost: (removed: Element) => void;
  #focused: Element | null = null;

  constructor(host: ReactiveElement, onLost: (removed: Element) => void) {
    this.#host = host;
    this.#onLost = onLost;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = null;
    if (focused && !focused.isConnected && this.#host.isConnected) {
      this.#onLost(focused);
    }
  }
}
