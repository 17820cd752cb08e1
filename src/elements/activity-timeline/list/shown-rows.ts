import type { Repeat } from './repeats.js';

/**
 * Numbers the rows of a month that are shown when repeats in it are collapsed to their first row: from a row's place
 * in the month to its number among the shown ones, and back.
 */
export class ShownRows {
  /** Rows that are not shown. */
  readonly hidden: number;
  readonly #repeats: readonly Repeat[];
  /** Of each collapsed repeat: the number of its first row among the shown ones. */
  readonly #numbers: Float64Array;

  /** `repeats` in the order of their rows; open ones hide nothing. */
  constructor(repeats: readonly Repeat[]) {
    this.#repeats = repeats.filter(({ isOpen }) => !isOpen);
    this.#numbers = new Float64Array(this.#repeats.length);
    let hidden = 0;
    this.#repeats.forEach(({ row, rows }, i) => {
      this.#numbers[i] = row - hidden;
      hidden += rows - 1;
    });
    this.hidden = hidden;
  }

  /** Place in the month of the shown row of a number. */
  rowAt(number: number): number {
    const before = lastWhere(this.#repeats.length, (i) => this.#numbers[i] < number);
    if (before < 0) return number;
    const { row, rows } = this.#repeats[before];
    return row + rows + (number - this.#numbers[before] - 1);
  }

  /** Number of the shown row of a place in the month; of a row that is not shown, that of the one that stands for it. */
  numberOf(row: number): number {
    const before = lastWhere(this.#repeats.length, (i) => this.#repeats[i].row < row);
    if (before < 0) return row;
    const repeat = this.#repeats[before];
    return this.#numbers[before] + 1 + Math.max(-1, row - repeat.row - repeat.rows);
  }
}

/** The repeat that begins at a row. */
export function repeatAt(repeats: readonly Repeat[], row: number): Repeat | undefined {
  const at = lastWhere(repeats.length, (i) => repeats[i].row <= row);
  return at >= 0 && repeats[at].row === row ? repeats[at] : undefined;
}

/** The last index that passes a test which all before it pass too; -1: none does. */
function lastWhere(length: number, passes: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
