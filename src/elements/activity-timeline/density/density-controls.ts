import type { TimelineFilter } from '../timeline-filter.js';
import type { TimelineModel } from '../timeline-model.js';
import { DensityDrag } from './density-drag.js';
import { withSteps, type DensityPlan } from './density-plan.js';

export interface DensityControlsOptions {
  readonly model: () => TimelineModel;
  readonly density: () => DensityPlan | null;
  readonly change: (filter: TimelineFilter) => void;
  readonly showMonth: (month: string) => void;
}

/** What a person does with the picture of months: choose a range of dates, or go to a month. */
export class DensityControls {
  readonly #options: DensityControlsOptions;
  readonly drag: DensityDrag;

  constructor(options: DensityControlsOptions) {
    this.#options = options;
    this.drag = new DensityDrag({
      steps: () => options.density()?.steps.length ?? 0,
      onRange: this.chooseSteps,
      onStep: (step) => this.#showStep(step),
    });
  }

  readonly chooseSteps = (start: number | null, end: number | null): void => {
    const density = this.#options.density();
    const { canFilterDates, filter } = this.#options.model();
    if (density && canFilterDates) this.#options.change(withSteps(filter, density, start, end));
  };

  /** Goes to the newest month of a step that the list has. */
  #showStep(step: number): void {
    const { plan } = this.#options.model();
    const { first, last } = this.#options.density()?.steps[step] ?? { first: '', last: '' };
    const month = plan.months.find((other) => other.month >= first && other.month <= last);
    if (month) this.#options.showMonth(month.month);
  }
}
