import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Activity } from '../../../model/activity.js';
import type { ActivityExplanation } from '../../../model/explanation.js';
import { asAdapterError } from '../../shared/adapter-errors.js';
import { withinLimit } from '../../shared/time-limit.js';
import { latePart, type LatePart } from '../../shared/late-part.js';
import { whenIdle } from '../../shared/idle.js';
import type { Why } from '../../shared/why.js';
import type { LateParts } from '../late-parts.js';
import type { Question } from '../timeline-question.js';
import type { detailBody } from './detail-body.js';

/** What of the details is shown, by activity id: it outlives the row's way out of the window and back. */
export interface ShownDetails {
  readonly open: ReadonlySet<string>;
  readonly why: ReadonlyMap<string, Why>;
}

export interface DetailsState extends ShownDetails {
  /** What writes it; null until that is loaded. */
  readonly body: typeof detailBody | null;
}

/** Who is asked, and how many seconds an answer may take; 0: any time. null: nobody is there to be asked. */
export type ExplanationSource = Pick<Question, 'adapter' | 'timeLimit'> | null;

const CLOSED: ShownDetails = { open: new Set(), why: new Map() };

const body: LatePart<typeof detailBody> = latePart(async () => (await import('./detail-body.js')).detailBody);

/** Holds which rows are expanded, and asks the adapter why they are here when a person wants to know. */
export class ItemDetails implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => ExplanationSource;
  readonly #parts: LateParts;
  #state = CLOSED;
  #loads = 0;
  #calls = new AbortController();

  constructor(host: ReactiveControllerHost, source: () => ExplanationSource, parts: LateParts) {
    this.#host = host;
    this.#parts = parts;
    this.#source = source;
    host.addController(this);
  }

  get state(): DetailsState {
    return { ...this.#state, body: body.value };
  }

  hostDisconnected(): void {
    this.#stop();
    const why = new Map([...this.#state.why].filter(([, { kind }]) => kind !== 'loading'));
    this.#state = { ...this.#state, why };
  }

  /** Nothing stays that belongs to another customer. */
  reset(): void {
    this.#stop();
    this.#state = CLOSED;
  }

  /** Takes the number of the list that is about to be rendered: explanations hold for the data that they were read with. */
  follow(loads: number): void {
    if (loads === this.#loads) return;
    this.#loads = loads;
    // So that the first row that is expanded need not wait. One that is hears that it cannot be had.
    if (body.value === null) whenIdle(() => void body.load().catch(() => undefined));
    this.#stop();
    this.#state = { ...this.#state, why: CLOSED.why };
  }

  readonly toggle = ({ activityId }: Activity): void => {
    const open = new Set(this.#state.open);
    if (!open.delete(activityId)) {
      open.add(activityId);
      this.#parts.use(body, () => undefined);
    }
    this.#set({ ...this.#state, open });
  };

  /** Expands a row, if it is not. */
  open(activity: Activity): void {
    if (!this.#state.open.has(activity.activityId)) this.toggle(activity);
  }

  /** Shows why a row is here, or hides it again; after a failure it asks anew. */
  readonly toggleWhy = (activity: Activity): void => {
    const { activityId } = activity;
    const known = this.#state.why.get(activityId);
    if (known === undefined || known.kind === 'failed') {
      void this.#ask(activity);
      return;
    }
    const why = new Map(this.#state.why);
    why.delete(activityId);
    this.#set({ ...this.#state, why });
  };

  async #ask({ activityId, customerId }: Activity): Promise<void> {
    const source = this.#source();
    const explain = source?.adapter.explainActivity?.bind(source.adapter);
    if (!explain) return;
    const { signal } = this.#calls;
    this.#setWhy(activityId, { kind: 'loading' });
    let outcome: Why;
    try {
      const ask = (own: AbortSignal): Promise<ActivityExplanation> =>
        explain({ activityId, customerId }, { signal: own });
      const explanation = await withinLimit(ask, signal, source?.timeLimit ?? 0);
      outcome = { kind: 'known', explanation };
    } catch (error) {
      outcome = { kind: 'failed', error: asAdapterError(error) };
    }
    // Hidden again, or given up, while it was awaited.
    if (!signal.aborted && this.#state.why.has(activityId)) this.#setWhy(activityId, outcome);
  }

  #setWhy(activityId: string, outcome: Why): void {
    this.#set({ ...this.#state, why: new Map(this.#state.why).set(activityId, outcome) });
  }

  #stop(): void {
    this.#calls.abort();
    this.#calls = new AbortController();
  }

  #set(state: ShownDetails): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
