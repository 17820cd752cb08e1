import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../../model/errors.js';
import type { OutputFormat } from '../../../model/output/rows.js';
import { asAdapterError } from '../../shared/adapter-errors.js';
import type { Question } from '../timeline-question.js';
import { Downloads } from '../../shared/downloads.js';
import { exportRows, type TimelineExportProgress } from './export-rows.js';

/** What is to be seen of an export that a person began. */
export type ExportState =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & TimelineExportProgress)
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'failed'; readonly format: OutputFormat; readonly error: AdapterError };

const MIME_TYPES: Readonly<Record<OutputFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  ndjson: 'application/x-ndjson',
};

/** The export that a person began from the menu: one at a time, into a file. */
export class ExportJob implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #question: () => Question;
  readonly #downloads = new Downloads();
  #state: ExportState = { kind: 'none' };
  #call = new AbortController();

  constructor(host: ReactiveControllerHost, question: () => Question) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  get state(): ExportState {
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

  readonly start = (format: OutputFormat): void => void this.#run(format);

  async #run(format: OutputFormat): Promise<void> {
    this.#call.abort();
    this.#call = new AbortController();
    const { signal } = this.#call;
    const update = (state: ExportState): void => {
      if (!signal.aborted) this.#set(state);
    };
    let rows = 0;
    const onProgress = (progress: TimelineExportProgress): void => {
      ({ rows } = progress);
      update({ kind: 'running', ...progress });
    };
    try {
      const stream = exportRows(this.#question(), { format, signal, onProgress });
      await this.#downloads.take(stream, `activities.${format}`, MIME_TYPES[format]);
      update({ kind: 'done', rows });
    } catch (error) {
      update({ kind: 'failed', format, error: asAdapterError(error) });
    }
  }

  #set(state: ExportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
