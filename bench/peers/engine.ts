import { openEngine, type Engine } from '../../src/engine/index.js';
import { describeTables } from '../../src/model/describe-tables.js';
import { modelFor, SOURCE } from './engine-model.js';
import { PAGE_ROWS, type Loaded, type PageRow, type Peer, type Summary } from './peer.js';
import { tableOf } from './tables.js';

/** This package's engine as a page opens it. */
export class EnginePeer implements Peer {
  readonly #isInMemory: boolean;
  #engine: Engine | null = null;

  constructor(isInMemory = false) {
    this.#isInMemory = isInMemory;
  }

  async open(): Promise<void> {
    this.#engine = await openEngine({ name: 'bench', ...(this.#isInMemory ? { indexedDB: null } : {}) });
  }

  async load(files: readonly File[]): Promise<Loaded> {
    const engine = this.#opened();
    const tables = files.map(tableOf);
    const started = performance.now();
    for (const file of files) await this.#import(file);
    const importMs = performance.now() - started;
    const { revision } = await engine.loadModel();
    await engine.saveModel(describeTables(modelFor(tables), await engine.listTables()), revision);
    const { shown, parts } = await this.run();
    return { shown, parts: { ...parts, importMs } };
  }

  /** One table again and what follows from it. */
  async refresh(file: File): Promise<Loaded> {
    const started = performance.now();
    await this.#import(file);
    const importMs = performance.now() - started;
    const { shown, parts } = await this.run();
    return { shown, parts: { ...parts, importMs } };
  }

  async run(): Promise<Loaded> {
    const started = performance.now();
    const { definitions } = await this.#opened().run();
    return {
      shown: definitions.reduce((sum, { shown }) => sum + shown, 0),
      parts: { runMs: performance.now() - started },
    };
  }

  async find(customerKey: string): Promise<string> {
    const id = await this.#opened().resolveCustomer({ table: `${SOURCE}_People`, key: customerKey });
    if (id === null) throw new Error(`There is no customer ${customerKey}.`);
    return id;
  }

  async page(customerId: string): Promise<readonly PageRow[]> {
    const { items } = await this.#opened().getPage(queryFor(customerId));
    return items.map(({ timestamp, type, title, detail = '', url = '' }) => ({
      time: Date.parse(timestamp),
      type,
      title,
      detail,
      url,
    }));
  }

  summary(customerId: string): Promise<Summary> {
    return this.#opened().getSummary(queryFor(customerId));
  }

  async close(): Promise<void> {
    await this.#engine?.close();
  }

  #import(file: File): Promise<unknown> {
    return this.#opened().importTable({ source: SOURCE, table: tableOf(file), data: file });
  }

  #opened(): Engine {
    if (this.#engine === null) throw new Error('The engine is not open.');
    return this.#engine;
  }
}

function queryFor(customerId: string): Parameters<Engine['getPage']>[0] {
  return { customerId, timeZone: 'Europe/Berlin', order: 'newest', limit: PAGE_ROWS };
}
