import { AdapterError } from '../../model/errors.js';
import type { ActivityColumns } from '../../model/unified-activity.js';
import type { ODataService } from './odata-service.js';

/** Columns without which an activity still is one. */
const DISPENSABLE: ReadonlySet<keyof ActivityColumns> = new Set([
  'activityId',
  'sourceTable',
  'sourceActivityId',
  'title',
  'detail',
  'url',
  'attributes',
  'contactName',
]);

/** How services say that a column is not there. */
const NOT_THERE = /not find|not found|not exist|not defined|no property|unknown|invalid (?:property|column)/i;

/** A service as it was described, less what it turned out not to have. */
export class ServiceShape {
  #service: ODataService;
  #ordersTies = true;
  readonly #missing: string[] = [];

  constructor(service: ODataService) {
    this.#service = service;
  }

  get service(): ODataService {
    return this.#service;
  }

  /** Rows of one time come in the order of D 38, as far as the service compares texts that way. */
  get ordersTies(): boolean {
    return this.#ordersTies;
  }

  /** Columns that were described and that the service does not have. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /**
   * Asks again what a service did not understand, without what it does not have: a column that it names in its refusal,
   * or else the order of rows of one time.
   */
  async ask<Value>(question: () => Promise<Value>, { isOrdered }: { isOrdered: boolean }): Promise<Value> {
    const { ordersTies, service } = this;
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof AdapterError) || error.detail.status !== 400) throw error;
      const isKnown = service !== this.#service || ordersTies !== this.#ordersTies;
      if (isKnown || this.#dropColumn(error)) return this.ask(question, { isOrdered });
      if (!isOrdered || !ordersTies) throw error;
    }
    this.#ordersTies = false;
    try {
      return await this.ask(question, { isOrdered });
    } catch (error) {
      // It was not that.
      this.#ordersTies = true;
      throw error;
    }
  }

  /** True when the refusal names a column that activities can do without. */
  #dropColumn(error: AdapterError): boolean {
    const reason = typeof error.detail.reason === 'string' ? error.detail.reason : '';
    if (!NOT_THERE.test(reason)) return false;
    const words = reason.split(/[^\p{L}\p{N}_]+/u);
    const { columns } = this.#service.activities;
    const entries = Object.entries(columns) as [keyof ActivityColumns, string | undefined][];
    const [key, name = ''] = entries.find(([, column]) => column && words.includes(column)) ?? [];
    if (key === undefined) return false;
    if (!DISPENSABLE.has(key)) {
      throw new AdapterError(
        'column-missing',
        `The service has no column ${name}. Correct the mapping of columns.`,
        { cause: error, detail: { ...error.detail, column: name } },
      );
    }
    this.#missing.push(name);
    const activities = { ...this.#service.activities, columns: { ...columns, [key]: '' } };
    this.#service = { ...this.#service, activities };
    return true;
  }
}
