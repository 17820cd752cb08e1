import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import type { OutputFormat } from '../../model/output/rows.js';
import { asAdapterError } from './adapter-errors.js';
import { Downloads } from './downloads.js';

/** How far an export is. */
export interface ExportProgress {
  /** Rows read so far. */
  readonly rows: number;
  /** Rows that there will be; null: not known. */
  readonly total: number | null;
}

/** What is to be seen of an export that a person began. */
export type FileExportState =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & ExportProgress)
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'failed'; readonly format: OutputFormat; readonly error: AdapterError };

/** What the writer of a file is told, and what it tells. */
export interface ExportCall {
  readonly format: OutputFormat;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

const MIME_TYPES: Readonly<Record<OutputFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  ndjson: 'application/x-ndjson',
};

/** The export that a person began: one at a time, into a file, whole or not at all. */
export class FileExport implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #downloads = new Downloads();
  #state: FileExportState = { kind: 'none' };
  #call = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): FileExportState {
    return this.#state;
  }

  hostDisconnected(): void {
    this.dismiss();
    this.#downloads.release();
  }

  /** Ends what is going on, and forgets how it ended. */
  readonly dismiss = (): void => {
    this.#call.abort();
    this.#set({ kind: 'none' });
  };

  /** Makes the file `NAME.FORMAT` of the bytes that `write` gives. */
  async start(
    format: OutputFormat,
    name: string,
    write: (call: ExportCall) => AsyncIterable<Uint8Array>,
  ): Promise<void> {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    const update = (state: FileExportState): void => {
      if (!signal.aborted) this.#set(state);
    };
    let rows = 0;
    const onProgress = (progress: ExportProgress): void => {
      ({ rows } = progress);
      update({ kind: 'running', ...progress });
    };
    try {
      const bytes = write({ format, signal, onProgress });
      await this.#downloads.take(bytes, `${name}.${format}`, MIME_TYPES[format]);
      update({ kind: 'done', rows });
    } catch (error) {
      update({ kind: 'failed', format, error: asAdapterError(error) });
    }
  }

  #set(state: FileExportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
