import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { latePart, type LatePart } from '../../shared/late-part.js';
import type { LateParts } from '../late-parts.js';
import { densitySkeleton } from '../skeleton-view.js';
import type { TimelineModel } from '../timeline-model.js';
import type { TimelineState } from '../timeline-state.js';
import type { Density, DensityOptions } from './density.js';
import { hasDensity } from './has-density.js';

export interface LateDensityOptions extends DensityOptions {
  readonly state: () => TimelineState;
  readonly settings: { readonly hideDensity: boolean };
  readonly parts: LateParts;
}

const density: LatePart<typeof Density> = latePart(async () => (await import('./density.js')).Density);

/** The picture of months comes into its place once the first rows are on the screen. */
export class LateDensity implements ReactiveController {
  readonly #options: LateDensityOptions;
  #density: Density | null = null;
  #isAwaited = false;

  constructor(host: ReactiveControllerHost, options: LateDensityOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Another list of the page has it at once. */
  hostUpdate(): void {
    if (density.value !== null) this.#density ??= new density.value(this.#options);
  }

  hostUpdated(): void {
    const { parts, settings } = this.#options;
    const state = this.#options.state();
    if (this.#isAwaited || this.#density !== null || state.phase !== 'ready') return;
    if (settings.hideDensity || !hasDensity(state.overall)) return;
    this.#isAwaited = true;
    parts.afterFrame(() => parts.use(density, () => undefined));
  }

  view(model: TimelineModel): TemplateResult | typeof nothing {
    const { state, hidesDensity } = model;
    if (hidesDensity || state.phase === 'idle') return nothing;
    if (!state.overall) return state.phase === 'loading' ? densitySkeleton : nothing;
    if (!hasDensity(state.overall) || this.#options.parts.lacks(density)) return nothing;
    return this.#density?.view(model) ?? densitySkeleton;
  }
}
