import type { DensityDragHandlers } from './density-view.js';

export interface DensityDragOptions {
  /** Number of steps of the picture now. */
  readonly steps: () => number;
  /** A pointer was dragged over these steps, both inclusive. */
  readonly onRange: (start: number, end: number) => void;
  /** A step was clicked. */
  readonly onStep: (step: number) => void;
}

/** Turns what a pointer does over the picture into a range of steps, or into one step where it did not move. */
export class DensityDrag implements DensityDragHandlers {
  readonly #options: DensityDragOptions;
  #startStep = -1;

  constructor(options: DensityDragOptions) {
    this.#options = options;
  }

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    this.#startStep = this.#stepAt(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    // Text would be selected along the way.
    if (this.#startStep >= 0) event.preventDefault();
  };

  readonly pointerUp = (event: PointerEvent): void => {
    const from = this.#startStep;
    this.#startStep = -1;
    if (from < 0) return;
    const to = this.#stepAt(event);
    if (from === to) this.#options.onStep(to);
    else this.#options.onRange(Math.min(from, to), Math.max(from, to));
  };

  readonly pointerCancel = (): void => {
    this.#startStep = -1;
  };

  #stepAt({ currentTarget, clientX }: PointerEvent): number {
    const picture = currentTarget as HTMLElement;
    const { left, width } = picture.getBoundingClientRect();
    const share = Math.min(0.999999, Math.max(0, (clientX - left) / width));
    const isMirrored = getComputedStyle(picture).direction === 'rtl';
    return Math.floor((isMirrored ? 0.999999 - share : share) * this.#options.steps());
  }
}
