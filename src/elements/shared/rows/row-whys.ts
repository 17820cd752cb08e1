import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActivityExplanation } from '../../../model/explanation.js';
import { asAdapterError } from '../adapter-errors.js';
import type { Why } from '../why.js';
import type { ListedRow } from './row-list.js';

/** Tells of the row at a line how it fared. */
export type ExplainRow = (line: number, signal: AbortSignal) => Promise<ActivityExplanation>;

/** Holds which rows behind a figure a person asks about, by line, and what the answer is. */
export class RowWhys implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #explain: ExplainRow | null = null;
  #whys: ReadonlyMap<number, Why> = new Map();
  #calls = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Some rows can be asked about. */
  get isOffered(): boolean {
    return this.#explain !== null;
  }

  hostDisconnected(): void {
    this.#stop();
    this.#whys = new Map([...this.#whys].filter(([, { kind }]) => kind !== 'loading'));
  }

  /** Begins with rows that `explain` knows; null: nobody does. */
  open(explain: ExplainRow | null): void {
    this.end();
    this.#explain = explain;
  }

  end(): void {
    this.#stop();
    this.#explain = null;
    this.#whys = new Map();
  }

  /** A row that reached nobody and stands in a file: others say all by their reason, and kept ones have no line. */
  canAsk({ reason, line }: ListedRow): boolean {
    return this.#explain !== null && reason === 'orphan' && line > 0;
  }

  of({ line }: ListedRow): Why | undefined {
    return this.#whys.get(line);
  }

  /** Shows it, or hides it again; after a failure it asks anew. */
  toggle({ line }: ListedRow): void {
    const known = this.#whys.get(line);
    if (known === undefined || known.kind === 'failed') void this.#ask(line);
    else this.#set(new Map([...this.#whys].filter(([other]) => other !== line)));
  }

  async #ask(line: number): Promise<void> {
    const explain = this.#explain;
    if (explain === null) return;
    const { signal } = this.#calls;
    this.#set(new Map(this.#whys).set(line, { kind: 'loading' }));
    let outcome: Why;
    try {
      outcome = { kind: 'known', explanation: await explain(line, signal) };
    } catch (error) {
      outcome = { kind: 'failed', error: asAdapterError(error) };
    }
    // Hidden again, or given up, while it was awaited.
    if (!signal.aborted && this.#whys.has(line)) this.#set(new Map(this.#whys).set(line, outcome));
  }

  #stop(): void {
    this.#calls.abort();
    this.#calls = new AbortController();
  }

  #set(whys: ReadonlyMap<number, Why>): void {
    this.#whys = whys;
    this.#host.requestUpdate();
  }
}
