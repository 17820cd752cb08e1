import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clockNow, onTick } from '../shared/clock.js';

/** How dates are written. */
export type TimelineDates = 'absolute' | 'relative';

type Host = ReactiveControllerHost & { readonly dates: TimelineDates; readonly isConnected: boolean };

/** Keeps relative dates true while the host shows them: it is updated as the time goes by. */
export class TimelineClock implements ReactiveController {
  readonly #host: Host;
  #stop: (() => void) | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What dates are relative to, in milliseconds since 1970; null: they are absolute. */
  get now(): number | null {
    return this.#stop === null ? null : clockNow();
  }

  hostConnected(): void {
    // The time went on while nobody looked.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#host.dates !== 'relative' || !this.#host.isConnected) this.hostDisconnected();
    else this.#stop ??= onTick(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
