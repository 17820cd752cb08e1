import type {
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
  CustomerProfile,
  SummaryQuery,
} from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import type { ActivityExplanation } from '../../model/explanation.js';
import type { ActivityModel } from '../../model/model.js';
import type {
  ImportProgress,
  ImportReport,
  RunProgress,
  RunReport,
  SetAsideFilter,
  SetAsidePage,
  UnifyReport,
} from '../../model/reports.js';
import type {
  CheckedRows,
  ColumnProfile,
  KeyColumn,
  KeyHop,
  KeyProfile,
  NewestRows,
  Row,
  RowCheck,
  RowDates,
  RowsQuery,
  TableInfo,
} from '../../model/tables.js';
import type {
  CallOptions,
  DataChange,
  Persistence,
  TimelineCapabilities,
} from '../../model/timeline-adapter.js';
import type { CustomerList, Engine, ExportOptions, ImportOptions } from '../engine.js';
import type { Link } from './link.js';
import { plainRows } from './plain-rows.js';
import { offerBytes, takeBytes } from './port-stream.js';
import { watchPageSleep } from './page-sleep.js';
import type { Opened } from './protocol.js';

const CAPABILITIES: TimelineCapabilities = {
  counts: 'exact',
  filterTypes: true,
  filterContacts: true,
  filterDates: true,
  search: true,
  orders: ['newest', 'oldest'],
  offset: true,
};

/** The engine as the page sees it: every call goes through the link, wherever the code runs. */
export class EngineClient implements Engine {
  readonly capabilities = CAPABILITIES;
  readonly #link: Link;
  readonly #listeners = new Set<(change: DataChange) => void>();
  readonly #unwatch: () => void;
  #persistence: Persistence;
  #closing: Promise<void> | null = null;
  #destroying: Promise<void> | null = null;

  constructor(link: Link, { persistence }: Opened) {
    this.#link = link;
    this.#persistence = persistence;
    link.onChange = (change) => {
      if (change.kind === 'persistence') this.#persistence = change.persistence;
      for (const listener of [...this.#listeners]) listener(change);
    };
    // A failure is the next call's to report.
    this.#unwatch = watchPageSleep(
      () => void link.request({ kind: 'rest' }).catch(() => undefined),
      () => void link.request({ kind: 'wake' }).catch(() => undefined),
    );
  }

  get mode(): 'worker' | 'inline' {
    return this.#link.mode;
  }

  get persistence(): Persistence {
    return this.#persistence;
  }

  getPage(query: ActivityQuery, call?: CallOptions): Promise<ActivityPage> {
    return this.#link.call('getPage', [query], call);
  }

  getSummary(query: SummaryQuery, call?: CallOptions): Promise<ActivitySummary> {
    return this.#link.call('getSummary', [query], call);
  }

  getCustomer(customerId: string, call?: CallOptions): Promise<CustomerProfile | null> {
    return this.#link.call('getCustomer', [customerId], call);
  }

  listCustomers(
    query: { search?: string; limit?: number; cursor?: string } = {},
    call?: CallOptions,
  ): Promise<CustomerList> {
    return this.#link.call('listCustomers', [query], call);
  }

  resolveCustomer(key: { table: string; key: string }, call?: CallOptions): Promise<string | null> {
    return this.#link.call('resolveCustomer', [key], call);
  }

  listTables(call?: CallOptions): Promise<readonly TableInfo[]> {
    return this.#link.call('listTables', [], call);
  }

  sampleRows(table: string, limit: number, call?: CallOptions): Promise<readonly Row[]> {
    return this.#link.call('sampleRows', [table, limit], call);
  }

  profileColumn(
    table: string,
    column: string,
    { target, ...call }: CallOptions & { target?: KeyColumn } = {},
  ): Promise<ColumnProfile> {
    return this.#link.call('profileColumn', [table, column, target], call);
  }

  profilePath(hops: readonly KeyHop[], call?: CallOptions): Promise<readonly KeyProfile[]> {
    return this.#link.call('profilePath', [hops], call);
  }

  newestRows(table: string, dates: RowDates, limit: number, call?: CallOptions): Promise<NewestRows> {
    return this.#link.call('newestRows', [table, dates, limit], call);
  }

  checkRows(check: RowCheck, query: RowsQuery, call?: CallOptions): Promise<CheckedRows> {
    return this.#link.call('checkRows', [check, query], call);
  }

  async importTable(
    options: ImportOptions,
    call?: CallOptions & { onProgress?(progress: ImportProgress): void },
  ): Promise<ImportReport> {
    const { data } = options;
    if (!(data instanceof ReadableStream)) {
      const sent = Array.isArray(data) ? { ...options, data: plainRows(data as Row[]) } : options;
      return this.#link.call('importTable', [sent], call);
    }
    if (data.locked) {
      throw new AdapterError(
        'unsupported',
        'The stream is being read elsewhere. Give one that nobody reads.',
      );
    }
    const reader = data.getReader();
    const { port1, port2 } = new MessageChannel();
    void offerBytes(bytesOf(reader), port1);
    try {
      return await this.#link.call('importTable', [{ ...options, data: port2 }], call, [port2]);
    } finally {
      // The import may end before the data do, or before it looks at them. A stream that failed rejects here too.
      reader.cancel().catch(() => undefined);
    }
  }

  removeTable(name: string, call?: CallOptions): Promise<void> {
    return this.#link.call('removeTable', [name], call);
  }

  loadModel(call?: CallOptions): Promise<{ model: ActivityModel; revision: string }> {
    return this.#link.call('loadModel', [], call);
  }

  saveModel(model: ActivityModel, revision: string, call?: CallOptions): Promise<string> {
    return this.#link.call('saveModel', [model, revision], call);
  }

  renameActivity(id: string, name: string, call?: CallOptions): Promise<{ revision: string }> {
    return this.#link.call('renameActivity', [id, name], call);
  }

  deleteActivities(ids: readonly string[], call?: CallOptions): Promise<{ undo: string; revision: string }> {
    return this.#link.call('deleteActivities', [ids], call);
  }

  undoDelete(undo: string, call?: CallOptions): Promise<{ revision: string }> {
    return this.#link.call('undoDelete', [undo], call);
  }

  unifyCustomers(call?: CallOptions): Promise<UnifyReport> {
    return this.#link.call('unifyCustomers', [], call);
  }

  lastUnification(call?: CallOptions): Promise<(UnifyReport & { outOfDate: boolean }) | null> {
    return this.#link.call('lastUnification', [], call);
  }

  run(call?: CallOptions & { onProgress?(progress: RunProgress): void }): Promise<RunReport> {
    return this.#link.call('run', [], call);
  }

  lastRun(call?: CallOptions): Promise<RunReport | null> {
    return this.#link.call('lastRun', [], call);
  }

  setAside(filter: SetAsideFilter, call?: CallOptions): Promise<SetAsidePage> {
    return this.#link.call('setAside', [filter], call);
  }

  explainActivity(
    activity: { activityId: string; customerId?: string },
    call?: CallOptions,
  ): Promise<ActivityExplanation> {
    return this.#link.call('explainActivity', [activity], call);
  }

  explainRow(place: { definition: string; line: number }, call?: CallOptions): Promise<ActivityExplanation> {
    return this.#link.call('explainRow', [place], call);
  }

  listOutputs(call?: CallOptions): Promise<readonly string[]> {
    return this.#link.call('listOutputs', [], call);
  }

  exportActivities(options?: ExportOptions): ReadableStream<Uint8Array> {
    return this.exportOutput('UnifiedActivity', options);
  }

  exportOutput(output: string, options: ExportOptions = {}): ReadableStream<Uint8Array> {
    const { port1, port2 } = new MessageChannel();
    const asked = this.#link.request({ kind: 'export', output, options, port: port2 }, [port2]);
    const bytes = takeBytes(port1);
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        // A port falls silent when the other side ends; the request is answered when the export is over, whatever comes.
        asked.catch((cause: unknown) => controller.error(cause));
      },
      pull: async (controller) => {
        const { done, value } = await bytes.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await bytes.return();
      },
    });
  }

  subscribe(listener: (change: DataChange) => void): () => void {
    // A wrapper each time: the same function may be given twice, and each call ends its own.
    const own = (change: DataChange): void => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  close(): Promise<void> {
    return this.#destroying ?? (this.#closing ??= this.#end('close'));
  }

  async destroy(): Promise<void> {
    if (this.#closing !== null) {
      throw new AdapterError('closed', 'The engine is closed, and nothing was deleted. Open it again.');
    }
    await (this.#destroying ??= this.#end('destroy'));
  }

  async #end(kind: 'close' | 'destroy'): Promise<void> {
    this.#listeners.clear();
    this.#unwatch();
    try {
      await this.#link.request({ kind });
    } finally {
      this.#link.close();
    }
  }
}

/** Not every browser iterates streams by itself. Whoever made the reader has to cancel it. */
async function* bytesOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
