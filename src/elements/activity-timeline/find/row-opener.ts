import type { ReactiveElement } from 'lit';
import type { ItemDetails } from '../detail/item-details.js';
import type { TimelineFolds } from '../timeline-folds.js';
import type { TimelineList } from '../timeline-list.js';
import type { FoundRow } from './find-row.js';

/** Clears the way to a row: unfolds its month, brings it into view, expands it and gives it the focus. */
export class RowOpener {
  readonly #host: ReactiveElement;
  readonly #list: TimelineList;
  readonly #folds: TimelineFolds;
  readonly #details: ItemDetails;

  constructor(host: ReactiveElement, list: TimelineList, folds: TimelineFolds, details: ItemDetails) {
    this.#host = host;
    this.#list = list;
    this.#folds = folds;
    this.#details = details;
  }

  /** Unfolds a month, or the one that more rows are read behind where the list does not have the place yet. */
  readonly unfold = ({ month, row }: FoundRow): void => {
    const wanted = this.#list.hasPlace(month, row) ? month : this.#list.growingMonth;
    if (wanted !== null) this.#folds.openMonth(wanted);
    this.#host.requestUpdate();
  };

  /** Brings a place into view, or the end where more rows are read that may lead to it. */
  readonly reach = ({ month, row }: FoundRow): void => {
    if (!this.#list.showRow(month, row)) this.#list.showEnd();
    this.#host.requestUpdate();
  };

  /** Opens the row that is there. */
  readonly open = async ({ activity, month, row }: FoundRow): Promise<void> => {
    this.#folds.openMonth(month);
    this.#details.open(activity);
    await this.#host.updateComplete;
    if (!this.#list.focusRow(month, row)) {
      this.#folds.toggleRepeat([activity]);
      await this.#host.updateComplete;
      this.#list.focusRow(month, row);
    }
    await this.#host.updateComplete;
    // The list has it in view; the page may not.
    this.#host.shadowRoot?.activeElement?.scrollIntoView({ block: 'nearest' });
  };
}
