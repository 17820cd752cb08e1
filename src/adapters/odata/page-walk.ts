import type { Activity, ActivityOrder } from '../../model/activity.js';
import type { ActivityColumns } from '../../model/unified-activity.js';
import { unsortedError } from './response-errors.js';
import type { PageCursor } from './page-cursor.js';
import { readActivityRow, type ODataRow, type ReadActivity } from './read-row.js';

/** Where a walk through rows in order stands: what was given is not given again. */
export class PageWalk {
  readonly #order: ActivityOrder;
  #written: string | undefined;
  #time = NaN;
  #ids = new Set<string>();

  constructor(order: ActivityOrder, start: PageCursor | undefined) {
    this.#order = order;
    if (start === undefined) return;
    this.#written = start.written;
    this.#time = Date.parse(start.written);
    this.#ids = new Set(start.ids);
  }

  /** The place behind the last row; absent before the first one. */
  get position(): PageCursor | undefined {
    return this.#written === undefined ? undefined : { written: this.#written, ids: [...this.#ids] };
  }

  /**
   * The rows of an answer that were not given before. A row of a time that was passed was given, or came in since:
   * only inside one answer it means that the service does not sort.
   */
  *fresh(rows: readonly ODataRow[], columns: ActivityColumns): Generator<Activity, void, void> {
    let before: ReadActivity | undefined;
    for (const row of rows) {
      const read = readActivityRow(row, columns);
      if (before && this.#step(before.time, read.time) < 0) throw unsortedError();
      before = read;
      const step = this.#written === undefined ? 1 : this.#step(this.#time, read.time);
      const { activityId } = read.activity;
      if (step < 0 || (step === 0 && this.#ids.has(activityId))) continue;
      if (step > 0) this.#ids = new Set();
      this.#ids.add(activityId);
      this.#written = read.written;
      this.#time = read.time;
      yield read.activity;
    }
  }

  /** Above zero when the second time comes behind the first. */
  #step(from: number, to: number): number {
    return this.#order === 'newest' ? from - to : to - from;
  }
}
