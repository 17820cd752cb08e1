import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { copyText } from './copy-text.js';

/** What became of the link that was copied last. */
export interface LinkCopy {
  readonly activityId: string;
  readonly url: string;
  /** False: the clipboard could not be reached, and the link is shown to be copied by hand. */
  readonly isCopied: boolean;
}

/** Copies links to activities, and remembers which one was last. */
export class LinkCopies implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: LinkCopy | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get last(): LinkCopy | null {
    return this.#last;
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.#last = null;
  }

  readonly copy = (activityId: string, url: string): void => void this.#copy(activityId, url);

  async #copy(activityId: string, url: string): Promise<void> {
    // Silent meanwhile, so that the same words are heard again.
    this.#last = null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#last = { activityId, url, isCopied: await copyText(url) };
    this.#host.requestUpdate();
  }
}
