import type { AdapterError } from '../../model/errors.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition } from '../../model/model.js';
import type { NewestRows, RowDates, TableInfo } from '../../model/tables.js';
import { asAdapterError } from '../shared/adapter-errors.js';

/** Rows of an example (D 25), and as many of those without a date. */
const LIMIT = 5;

/** The newest rows of a definition's table. A newer question aborts the older one; the same one is asked once. */
export class OwnRows {
  rows: NewestRows | null = null;
  error: AdapterError | null = null;
  readonly #onChange: () => void;
  #asked = '';
  #call = new AbortController();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  want(adapter: ModelAdapter, { timestamp, dateOrder, timeZone }: ActivityDefinition, info: TableInfo): void {
    const dates: RowDates = {
      column: timestamp,
      ...(dateOrder !== undefined && { dateOrder }),
      ...(timeZone !== undefined && { timeZone }),
    };
    const question = JSON.stringify([info.name, info.importedAt, dates]);
    if (question === this.#asked) return;
    this.forget();
    this.#asked = question;
    void this.#ask(adapter, info.name, dates, this.#call.signal);
  }

  /** Nobody looks at them any more. */
  forget(): void {
    this.#call.abort();
    this.#call = new AbortController();
    this.#asked = '';
    this.rows = null;
    this.error = null;
  }

  async #ask(adapter: ModelAdapter, table: string, dates: RowDates, signal: AbortSignal): Promise<void> {
    try {
      const rows = await adapter.newestRows?.(table, dates, LIMIT, { signal });
      if (!signal.aborted) this.rows = rows ?? null;
    } catch (error) {
      if (!signal.aborted) this.error = asAdapterError(error);
    }
    if (!signal.aborted) this.#onChange();
  }
}
