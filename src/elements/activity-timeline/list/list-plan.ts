import type { Repeat } from './repeats.js';
import { repeatAt, ShownRows } from './shown-rows.js';

/** One month of the list, with how many rows it has whether they were read or not. */
export interface ListMonth {
  /** `YYYY-MM`; empty for rows whose date cannot be read. */
  readonly month: string;
  /** Rows that have a place in the list. */
  readonly rows: number;
  /** Rows of the month as people are told: more than have a place where an adapter cannot count exactly. */
  readonly count: number;
  /** False: `count` is a lower bound (D 39). */
  readonly isExact: boolean;
  readonly isFolded: boolean;
  /** Rows that say the same, in the order of the rows; absent: rows are not collapsed. */
  readonly repeats?: readonly Repeat[];
}

/** A place in the list: a month by position, and a row in it; -1 is the month's heading. */
export interface ListPlace {
  readonly month: number;
  readonly row: number;
}

export const HEADING = -1;

/**
 * The list as a sequence of entries: a heading for each month and, where it is not folded, its rows, one for all
 * of a collapsed repeat. Numbers of entries and rows stand for places, so that a list of a million rows is a list of
 * its months.
 */
export class ListPlan {
  readonly months: readonly ListMonth[];
  /** Headings and rows that are shown. */
  readonly entries: number;
  /** Rows, those included that are not shown. */
  readonly rows: number;
  readonly #entryStarts: Float64Array;
  readonly #rowStarts: Float64Array;
  readonly #shown: readonly (ShownRows | undefined)[];

  constructor(months: readonly ListMonth[]) {
    const entryStarts = new Float64Array(months.length + 1);
    const rowStarts = new Float64Array(months.length + 1);
    const shown: (ShownRows | undefined)[] = [];
    let at = 0;
    for (const { rows, isFolded, repeats } of months) {
      const collapsed = repeats?.length ? new ShownRows(repeats) : undefined;
      shown.push(collapsed);
      entryStarts[at + 1] = entryStarts[at] + 1 + (isFolded ? 0 : rows - (collapsed?.hidden ?? 0));
      rowStarts[at + 1] = rowStarts[at] + rows;
      at++;
    }
    this.months = months;
    this.entries = entryStarts[at];
    this.rows = rowStarts[at];
    this.#entryStarts = entryStarts;
    this.#rowStarts = rowStarts;
    this.#shown = shown;
  }

  /** The place of an entry, which must be one of the list's. */
  placeOf(entry: number): ListPlace {
    let low = 0;
    let high = this.months.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#entryStarts[middle] <= entry) low = middle;
      else high = middle - 1;
    }
    const number = entry - this.#entryStarts[low] - 1;
    return { month: low, row: this.#shown[low]?.rowAt(number) ?? number };
  }

  /** The entry of a place; of a row that is not shown, that of the heading or the row that stands for it. */
  entryOf({ month, row }: ListPlace): number {
    const start = this.#entryStarts[month];
    const { isFolded, rows } = this.months[month];
    if (isFolded) return start;
    const last = Math.min(row, rows - 1);
    return start + 1 + (this.#shown[month]?.numberOf(last) ?? last);
  }

  /** Number of a row in the whole list, shown or not. It stays when months are folded and repeats collapsed. */
  rowNumber({ month, row }: ListPlace): number {
    return this.#rowStarts[month] + row;
  }

  /** The repeat that begins at a place. */
  repeatAt({ month, row }: ListPlace): Repeat | undefined {
    return repeatAt(this.months[month].repeats ?? [], row);
  }

  /** Headings before an entry. */
  headingsBefore(entry: number): number {
    const { month, row } = this.placeOf(entry);
    return month + (row === HEADING ? 0 : 1);
  }

  /** Position of a month, or -1. */
  positionOf(month: string): number {
    return this.months.findIndex((other) => other.month === month);
  }
}
