import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Opens the dialog that a host has rendered, as a modal, and gives the focus back once the host leaves it out again.
 * A host shows one at a time.
 */
export class ModalKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #fallback: () => HTMLElement | null;
  #dialog: HTMLDialogElement | null = null;
  #opener: Element | null = null;

  /** @param fallback Takes the focus when what had it before is gone. */
  constructor(host: ReactiveElement, fallback: () => HTMLElement | null) {
    this.#host = host;
    this.#fallback = fallback;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#dialog?.close();
    this.#dialog = null;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    const dialog = root?.querySelector('dialog') ?? null;
    if (dialog === this.#dialog || !this.#host.isConnected) return;
    const former = this.#dialog;
    this.#dialog = dialog;
    if (dialog) {
      if (!former) this.#opener = root?.activeElement ?? this.#focusOutside();
      dialog.showModal();
    } else {
      const opener = this.#opener;
      const place = opener?.isConnected ? opener : this.#fallback();
      if (place instanceof HTMLElement) place.focus();
    }
  }

  /** What has the focus where the host stands: the host's page may have asked for the dialog. */
  #focusOutside(): Element | null {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement === document.body ? null : activeElement;
  }
}
