import { HEADING, type ListPlan } from './list-plan.js';

/** Before anything was measured: a heading, and a row with two lines in the preset size of the text. */
const PRESET_HEADING_PX = 40;
const PRESET_ROW_PX = 60;

/** Heights are kept in quarters of a pixel, two bytes a row, in blocks of so many: nobody looks at most of a long list. */
const STEPS_PER_PX = 4;
const MAX_STEPS = 0xffff;
const BLOCK_ROWS = 1024;

/** Heights of the entries of a list: measured where they were on the screen, else the average of those. */
export class ListHeights {
  readonly #blocks = new Map<number, Uint16Array>();
  /** Rows that are higher than two bytes can tell. */
  readonly #tall = new Map<number, number>();
  #measured = 0;
  #sumPx = 0;
  #headingPx = PRESET_HEADING_PX;

  get headingPx(): number {
    return this.#headingPx;
  }

  /** Average height of the measured rows. */
  get rowPx(): number {
    return this.#measured === 0 ? PRESET_ROW_PX : this.#sumPx / this.#measured;
  }

  /** Forgets all rows: another question, or another width. The average stays as the better guess. */
  forgetRows(): void {
    const average = this.rowPx;
    this.#blocks.clear();
    this.#tall.clear();
    this.#measured = 1;
    this.#sumPx = average;
  }

  heightOf(plan: ListPlan, entry: number): number {
    const place = plan.placeOf(entry);
    if (place.row === HEADING) return this.#headingPx;
    const row = plan.rowNumber(place);
    const steps = this.#blocks.get(Math.floor(row / BLOCK_ROWS))?.[row % BLOCK_ROWS] ?? 0;
    if (steps === MAX_STEPS) return this.#tall.get(row) ?? MAX_STEPS / STEPS_PER_PX;
    return steps === 0 ? this.rowPx : steps / STEPS_PER_PX;
  }

  /** Takes in a height that was read off the screen. */
  learn(plan: ListPlan, entry: number, px: number): void {
    const place = plan.placeOf(entry);
    if (place.row === HEADING) {
      this.#headingPx = px;
      return;
    }
    const row = plan.rowNumber(place);
    const number = Math.floor(row / BLOCK_ROWS);
    const block = this.#blocks.get(number) ?? new Uint16Array(BLOCK_ROWS);
    this.#blocks.set(number, block);
    const former = block[row % BLOCK_ROWS];
    if (px * STEPS_PER_PX >= MAX_STEPS) this.#tall.set(row, px);
    const steps = Math.max(1, Math.min(MAX_STEPS, Math.round(px * STEPS_PER_PX)));
    if (steps === former) return;
    if (former === 0) this.#measured++;
    this.#sumPx += (steps - former) / STEPS_PER_PX;
    block[row % BLOCK_ROWS] = steps;
  }

  /** About how far an entry lies below the top of the list, from averages alone; of `plan.entries`: the whole. */
  estimateAbove(plan: ListPlan, entry: number): number {
    const headings = entry >= plan.entries ? plan.months.length : plan.headingsBefore(entry);
    return headings * this.#headingPx + (entry - headings) * this.rowPx;
  }

  /** The entry about so far below the top: the reverse of {@link estimateAbove}. */
  entryAtEstimate(plan: ListPlan, px: number): number {
    let low = 0;
    let high = Math.max(0, plan.entries - 1);
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      if (this.estimateAbove(plan, middle) <= px) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
