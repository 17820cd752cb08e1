import type { ReactiveControllerHost } from 'lit';
import type { Activity } from '../../model/activity.js';

/** Holds which months a person folded, and which repeats they opened. */
export class TimelineFolds {
  readonly #host: ReactiveControllerHost;
  #months: ReadonlySet<string> = new Set();
  #repeats: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Folded months. */
  get months(): ReadonlySet<string> {
    return this.#months;
  }

  /** Activities of which each opens the repeat that it is in, by id: more rows may join a repeat later. */
  get repeats(): ReadonlySet<string> {
    return this.#repeats;
  }

  /** Nothing stays that belongs to another customer. */
  reset(): void {
    this.#months = new Set();
    this.#repeats = new Set();
  }

  readonly toggleMonth = (month: string): void => {
    const months = new Set(this.#months);
    if (!months.delete(month)) months.add(month);
    this.#months = months;
    this.#host.requestUpdate();
  };

  /** Shows the rows of a month, if they are folded away. */
  openMonth(month: string): void {
    if (this.#months.has(month)) this.toggleMonth(month);
  }

  /** Opens the repeat of these activities, or collapses it again. */
  readonly toggleRepeat = (activities: readonly Activity[]): void => {
    const repeats = new Set(this.#repeats);
    const known = activities.filter(({ activityId }) => repeats.delete(activityId));
    if (known.length === 0) repeats.add(activities[0].activityId);
    this.#repeats = repeats;
    this.#host.requestUpdate();
  };
}
