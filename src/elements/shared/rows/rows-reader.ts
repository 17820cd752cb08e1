import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../../model/errors.js';
import { asAdapterError } from '../adapter-errors.js';
import type { ListedRow, ReadRows, RowsFilter } from './row-list.js';

/** Rows of a page. */
const PAGE_ROWS = 100;
/** Time without a key before the text is searched for. */
const PAUSE_MS = 250;

/**
 * The rows behind one figure, page by page, from the question to the answer. Another filter begins anew and an end
 * leaves nothing behind. Reading pauses with the host's connection.
 */
export class RowsReader implements ReactiveController {
  rows: readonly ListedRow[] = [];
  /** Rows that the filter lets through; null: not known yet. */
  total: number | null = null;
  filter: RowsFilter = { text: '' };
  error: AdapterError | null = null;
  readonly #host: ReactiveControllerHost;
  #read: ReadRows | null = null;
  #next: string | undefined;
  /** Where the page under way, or the one that failed, begins. */
  #asked: string | undefined;
  #call = new AbortController();
  #isReading = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  hostConnected(): void {
    if (this.#isReading) void this.#load(this.#asked);
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
    this.#call.abort();
  }

  open(read: ReadRows): void {
    this.end();
    this.#read = read;
    void this.#load(undefined);
  }

  /** What reads pages of the rows that the filter of now lets through, whatever is chosen later. */
  pages(): (cursor: string | undefined, limit: number, signal: AbortSignal) => ReturnType<ReadRows> {
    const [read, filter] = [this.#read, this.filter];
    return (cursor, limit, signal) =>
      read?.({ ...filter, limit, ...(cursor !== undefined && { cursor }) }, signal) ??
      Promise.resolve({ total: 0, rows: [] });
  }

  choose(change: Partial<RowsFilter>): void {
    this.filter = { ...this.filter, ...change };
    void this.#load(undefined);
  }

  /** Searches once the typing rests. */
  type(text: string): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.choose({ text }), PAUSE_MS);
  }

  /** Settles when the next rows are there, or why they are not. */
  more(): Promise<void> {
    return this.#load(this.#next);
  }

  retry(): void {
    void this.#load(this.#asked);
  }

  end(): void {
    clearTimeout(this.#pause);
    this.#call.abort();
    this.#isReading = false;
    this.#read = null;
    this.#next = undefined;
    this.rows = [];
    this.total = null;
    this.filter = { text: '' };
    this.error = null;
  }

  async #load(cursor: string | undefined): Promise<void> {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    this.#isReading = true;
    this.#asked = cursor;
    // Rows of another filter stay until the first of this one are there, and nothing may be added to them meanwhile.
    if (cursor === undefined) this.#next = undefined;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const page = await this.pages()(cursor, PAGE_ROWS, signal);
      if (signal.aborted) return;
      this.rows = cursor === undefined ? page.rows : [...this.rows, ...page.rows];
      this.total = page.total;
      this.#next = page.next;
    } catch (error) {
      if (signal.aborted) return;
      this.error = asAdapterError(error);
      if (cursor === undefined) {
        this.rows = [];
        this.total = null;
      }
    }
    this.#isReading = false;
    this.#host.requestUpdate();
  }
}
