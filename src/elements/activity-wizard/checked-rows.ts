import type { AdapterError } from '../../model/errors.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { CheckedRows, RowCheck } from '../../model/tables.js';
import { asAdapterError } from '../shared/adapter-errors.js';

/** Rows that are shown of a check. */
const LIMIT = 100;

/** The rows behind one figure, from the question to the answer. Another question, and an end, abort it. */
export class CheckedRowsReader {
  rows: CheckedRows | null = null;
  error: AdapterError | null = null;
  readonly #onChange: () => void;
  #call = new AbortController();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  async ask(adapter: ModelAdapter, check: RowCheck): Promise<void> {
    this.end();
    const { signal } = this.#call;
    try {
      const rows = await adapter.checkRows?.(check, LIMIT, { signal });
      if (!signal.aborted) this.rows = rows ?? null;
    } catch (error) {
      if (!signal.aborted) this.error = asAdapterError(error);
    }
    if (!signal.aborted) this.#onChange();
  }

  end(): void {
    this.#call.abort();
    this.#call = new AbortController();
    this.rows = null;
    this.error = null;
  }
}
