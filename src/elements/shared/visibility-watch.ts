import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface VisibilityWatchOptions {
  /** What to watch; null: nothing now. Asked after each update. */
  readonly target: () => Element | null;
  /** Another value than before asks the browser again, although the target stayed in view. */
  readonly version: () => unknown;
  /** How far outside a scroller the target already counts as visible. */
  readonly marginPx: number;
  readonly onChange: (isVisible: boolean) => void;
}

/**
 * Tells whether an element of the host can be seen in whatever scrolls: the host itself, a box around it or
 * the page. It measures nothing in the page's own time. Without IntersectionObserver it never reports.
 */
export class VisibilityWatch implements ReactiveController {
  readonly #options: VisibilityWatchOptions;
  #observer: IntersectionObserver | null = null;
  #target: Element | null = null;
  #version: unknown;

  constructor(host: ReactiveControllerHost, options: VisibilityWatchOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (typeof IntersectionObserver === 'undefined') {
      return;
    }
    const margin = `${this.#options.marginPx}px 0px`;
    const init: IntersectionObserverInit & { scrollMargin: string } = {
      rootMargin: margin,
      // For boxes that scroll inside the page. Where it is not known the target counts once it is in view.
      scrollMargin: margin,
    };
    this.#observer = new IntersectionObserver((entries) => {
      const latest = entries.at(-1);
      if (latest) this.#options.onChange(latest.isIntersecting);
    }, init);
    this.#observe();
  }

  hostUpdated(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#target = null;
  }

  #observe(): void {
    const target = this.#options.target();
    const version = this.#options.version();
    if (!this.#observer || (target === this.#target && version === this.#version)) {
      return;
    }
    if (this.#target) this.#observer.unobserve(this.#target);
    if (target) this.#observer.observe(target);
    this.#target = target;
    this.#version = version;
  }
}
