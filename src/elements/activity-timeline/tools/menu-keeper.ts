import type { ReactiveController, ReactiveElement } from 'lit';

/** Opens and closes the menu, and leads the focus through it as menus do: arrow keys, Home, End, Escape. */
export class MenuKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  #isOpen = false;
  #isNew = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  hostUpdated(): void {
    if (!this.#isNew) return;
    this.#isNew = false;
    this.#items[0]?.focus();
  }

  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#isNew = this.#isOpen;
    this.#host.requestUpdate();
  };

  /** Closes it; the focus goes back to its button. */
  readonly close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#host.renderRoot.querySelector<HTMLElement>('.menu-button')?.focus();
    this.#host.requestUpdate();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item === event.target);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (Object.hasOwn(targets, event.key)) items[targets[event.key]]?.focus();
    else return;
    // Tab goes on from the button.
    if (event.key !== 'Tab') event.preventDefault();
  };

  /** What is clicked beside it closes it. */
  readonly onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    // The person went to another window, and will come back.
    if (relatedTarget === null && !document.hasFocus()) return;
    const place = (currentTarget as Element).parentElement;
    if (relatedTarget instanceof Node && place?.contains(relatedTarget)) return;
    this.#isOpen = false;
    this.#host.requestUpdate();
  };

  get #items(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.menu-item')];
  }
}
