import type { ActivityExplanation } from '../../model/explanation.js';
import type { RunReport, SetAsideFilter, SetAsidePage, UnifyReport } from '../../model/reports.js';
import { Pacer } from '../pacer.js';
import { reportOf } from '../run-report.js';
import type { Descriptions } from '../descriptions.js';
import { customersAreOutOfDate, type StoredState } from '../state.js';
import type { ActivityOutput } from '../store/records.js';
import type { Storage, View } from '../store/storage.js';
import { loadModel } from '../stored-state.js';
import { readCurrent } from '../store/current.js';
import { explainFound, explainRow, type ExplainSources } from './explain.js';
import { findActivity } from './find-activity.js';
import { readSetAside, type SetAsideSources } from './set-aside.js';

type State = Omit<StoredState, 'output'> & { output: ActivityOutput | null };

/** Tells what became of the rows: reports, rows set aside, and the way of a single one. */
export class OutcomeReader {
  readonly #storage: Storage;
  readonly #descriptions: Descriptions;

  constructor(storage: Storage, descriptions: Descriptions) {
    this.#storage = storage;
    this.#descriptions = descriptions;
  }

  lastRun(): Promise<RunReport | null> {
    return this.#storage.read(async (view) => {
      const { output, ...state } = await this.state(view);
      return output === null ? null : reportOf({ output, ...state });
    });
  }

  lastUnification(): Promise<(UnifyReport & { outOfDate: boolean }) | null> {
    return this.#storage.read(async (view) => {
      const { customers, current, model } = await this.state(view);
      if (customers === null) return null;
      return { ...customers.report, outOfDate: customersAreOutOfDate(customers, current, model) };
    });
  }

  setAside(filter: SetAsideFilter): Promise<SetAsidePage> {
    return this.#rows((sources) => readSetAside(sources, filter));
  }

  /**
   * Explains an activity. With the customer at hand only the keys of its rows are looked at; without, those of all rows.
   * `not-found` when there is no such activity now.
   */
  async explainActivity(
    activity: { activityId: string; customerId?: string },
    signal?: AbortSignal,
  ): Promise<ActivityExplanation> {
    const pacer = new Pacer(signal);
    for (;;) {
      const found = await findActivity((work) => this.#rows(work), activity, pacer);
      const explained = await this.#rows((sources) => explainFound(sources, found, activity.activityId));
      // A run that ended in between may have moved the row.
      if (explained !== null) return explained;
    }
  }

  explainRow(place: { definition: string; line: number }): Promise<ActivityExplanation> {
    return this.#rows((sources) => explainRow(sources, place));
  }

  /** All that is stored now. */
  async state(view: View): Promise<State> {
    const current = await readCurrent(view);
    return {
      current,
      output: await this.#descriptions.activities(view, current.activities),
      customers: await this.#descriptions.customers(view, current.customers),
      model: (await loadModel(view)).model,
    };
  }

  #rows<T>(work: (sources: SetAsideSources & ExplainSources) => Promise<T>): Promise<T> {
    return this.#storage.read(async (view) => {
      const { current, ...state } = await this.state(view);
      return work({
        ...state,
        view,
        current: current.tables,
        table: (segment) => this.#descriptions.table(view, segment),
        customersOf: (segment) => this.#descriptions.customers(view, segment),
      });
    });
  }
}
