import type { ReactiveElement } from 'lit';
import { FocusKeeper } from '../shared/focus-keeper.js';

/** Decides where the focus goes when its place is gone, or when a person asked for what comes next. */
export class TimelineFocus {
  readonly #host: ReactiveElement;
  /** Rows on the screen when more were asked for by the button: the one behind them gets the focus. */
  #rowsBefore: number | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    new FocusKeeper(host, (removed) => this.#replace(removed));
  }

  /** The focus is to go to the first row of the page that is being read. */
  expectRows(): void {
    this.#rowsBefore = this.#rows().length;
  }

  /** The page is there, or failed: then there is no such row, and the focus stays. */
  rowsArrived(): void {
    if (this.#rowsBefore !== null) {
      this.#rows().item(this.#rowsBefore)?.focus();
      this.#rowsBefore = null;
    }
  }

  #replace(removed: Element): void {
    const rows = this.#rows();
    const wasAtEnd = removed.matches('.more-button') && rows.length > 0;
    const place = wasAtEnd ? rows.item(rows.length - 1) : this.#root.querySelector<HTMLElement>('.title');
    place?.focus();
  }

  #rows(): NodeListOf<HTMLElement> {
    return this.#root.querySelectorAll<HTMLElement>('.item');
  }

  get #root(): ParentNode {
    return this.#host.renderRoot;
  }
}
