import { nothing, type TemplateResult } from 'lit';
import type { ActivitySummary } from '../../../model/activity.js';
import { remember } from '../../shared/remember.js';
import type { TimelineModel } from '../timeline-model.js';
import { DensityControls, type DensityControlsOptions } from './density-controls.js';
import { planDensity, typePaths, type DensityPlan } from './density-plan.js';
import { densityView } from './density-view.js';

export type DensityOptions = Omit<DensityControlsOptions, 'density'>;

/** The picture of months, and what a person does with it. */
export class Density {
  readonly #plan = remember((summary: ActivitySummary) => planDensity(summary));
  readonly #types = remember((types: TimelineModel['types']) => [...types.values()]);
  readonly #paths = remember(typePaths);
  readonly #controls: DensityControls;

  constructor(options: DensityOptions) {
    this.#controls = new DensityControls({ ...options, density: () => this.#planOf(options.model()) });
  }

  view(model: TimelineModel): TemplateResult | typeof nothing {
    const plan = this.#planOf(model);
    if (plan === null) return nothing;
    const { filter, month, text, canFilterDates } = model;
    const types = this.#types(model.types);
    return densityView({
      plan,
      types,
      paths: this.#paths(plan, types),
      filter,
      month,
      text,
      canFilter: canFilterDates,
      drag: this.#controls.drag,
      onRange: this.#controls.chooseSteps,
    });
  }

  #planOf({ state, hidesDensity }: TimelineModel): DensityPlan | null {
    return state.phase === 'idle' || !state.overall || hidesDensity ? null : this.#plan(state.overall);
  }
}
