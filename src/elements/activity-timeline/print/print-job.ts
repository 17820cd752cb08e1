import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Activity } from '../../../model/activity.js';
import type { AdapterError } from '../../../model/errors.js';
import { asAdapterError } from '../../shared/adapter-errors.js';
import { isSameQuestion, type Question } from '../timeline-question.js';
import { countRows, walkRows } from '../timeline-walk.js';

/** Rows that are printed where nobody asks for another number: some eighty pages. */
const PRESET_PRINT_LIMIT = 2000;

/** What the timeline's `preparePrint` takes. */
export interface TimelinePrintOptions {
  /** Rows that are printed at most. Default 2,000. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** What will be printed. */
export interface TimelinePrintReport {
  /** Rows on paper. */
  readonly printed: number;
  /** Rows that the filter lets through; null: the adapter cannot tell, and there are more. */
  readonly total: number | null;
}

/** The rows of a print-out, and how many they should be. */
export interface PrintCopy {
  readonly rows: readonly Activity[];
  readonly total: number | null;
}

export type PrintState =
  { readonly kind: 'none' | 'preparing' } | { readonly kind: 'failed'; readonly error: AdapterError };

export interface PrintJobOptions {
  readonly settings: { readonly customerId?: string };
  /** Throws while there is nothing to read. */
  readonly question: () => Question;
  /** What of the list was read. */
  readonly loaded: () => PrintCopy | null;
  /** Renders at once: a browser does not wait before it prints. */
  readonly render: () => void;
}

/**
 * Puts rows on paper: those that {@link prepare} read, else those that were read for the screen. They stand in a copy
 * of the list of their own, which is only there for paper, so that the list on the screen stays as it is.
 */
export class PrintJob implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PrintJobOptions;
  #state: PrintState = { kind: 'none' };
  #copy: PrintCopy | null = null;
  #call = new AbortController();
  /** Whose activities are read for paper. */
  #customerId: string | undefined;

  constructor(host: ReactiveControllerHost, options: PrintJobOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): PrintState {
    return this.#state;
  }

  get copy(): PrintCopy | null {
    return this.#copy;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onBeforePrint);
    addEventListener('afterprint', this.#onAfterPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onBeforePrint);
    removeEventListener('afterprint', this.#onAfterPrint);
    this.dismiss();
  }

  /** Ends what is going on, and forgets the rows that were read for paper. */
  readonly dismiss = (): void => {
    this.#call.abort();
    this.#copy = null;
    this.#set({ kind: 'none' });
  };

  /** Ends and forgets what belongs to another customer; what was asked for together with this one goes on. */
  keepOnly(customerId: string | undefined): void {
    if (customerId !== this.#customerId) this.dismiss();
  }

  /** Forgets the rows that were read for paper. */
  forget(): void {
    this.#copy = null;
  }

  /** Reads the rows of the next print-out. Rejects as the adapter does, and with the signal's reason. */
  async prepare({
    limit = PRESET_PRINT_LIMIT,
    signal,
  }: TimelinePrintOptions = {}): Promise<TimelinePrintReport> {
    this.dismiss();
    this.#call = new AbortController();
    this.#customerId = this.#options.settings.customerId;
    const call = this.#call;
    const stop = (): void => call.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      signal?.throwIfAborted();
      // What the host set just now is taken in first.
      await this.#host.updateComplete;
      let copy: PrintCopy | null = null;
      while (copy === null) copy = await this.#read(limit, call.signal);
      this.#copy = copy;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      return { printed: copy.rows.length, total: copy.total };
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** null: filter, order or adapter changed meanwhile, so that the rows are not those that the paper tells of. */
  async #read(limit: number, signal: AbortSignal): Promise<PrintCopy | null> {
    const question = this.#options.question();
    const isPresent = (): boolean => isSameQuestion(question, this.#options.question());
    const counted = await countRows(question, signal);
    const rows: Activity[] = [];
    let isAll = true;
    for await (const page of walkRows(question, signal)) {
      isAll = rows.length + page.length <= limit;
      rows.push(...page.slice(0, limit - rows.length));
      if (!isAll || !isPresent()) break;
    }
    signal.throwIfAborted();
    return isPresent() ? { rows, total: isAll ? rows.length : counted } : null;
  }

  /** Prepares, and opens the browser's print dialog. */
  readonly print = (): void => void this.#print();

  async #print(): Promise<void> {
    const preparing = this.prepare();
    const { signal } = this.#call;
    this.#set({ kind: 'preparing' });
    try {
      await preparing;
      this.#set({ kind: 'none' });
      await this.#host.updateComplete;
      if (!signal.aborted) globalThis.print();
    } catch (error) {
      if (!signal.aborted) this.#set({ kind: 'failed', error: asAdapterError(error) });
    }
  }

  readonly #onBeforePrint = (): void => {
    this.#copy ??= this.#options.loaded();
    this.#options.render();
  };

  readonly #onAfterPrint = (): void => {
    this.#copy = null;
    this.#host.requestUpdate();
  };

  #set(state: PrintState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
