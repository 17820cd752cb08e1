import { hopsOf } from '../../model/hops.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel } from '../../model/model.js';
import type { ColumnProfile, KeyProfile } from '../../model/tables.js';

type Fact<Value> =
  { readonly status: 'asked' | 'failed' } | { readonly status: 'known'; readonly value: Value };

/** What is known of the values of the model's columns. Each column is asked for once; a failure is no fact. */
export class WizardFacts {
  readonly #onChange: () => void;
  readonly #columns = new Map<string, Fact<ColumnProfile>>();
  readonly #paths = new Map<string, Fact<readonly KeyProfile[]>>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Tables have changed: everything is asked again. */
  clear(): void {
    this.#columns.clear();
    this.#paths.clear();
  }

  profile(table: string, column: string): ColumnProfile | undefined {
    const fact = this.#columns.get(JSON.stringify([table, column]));
    return fact?.status === 'known' ? fact.value : undefined;
  }

  isAsked(table: string, column: string): boolean {
    return this.#columns.get(JSON.stringify([table, column]))?.status === 'asked';
  }

  /** How the rows of a definition fare on a path; undefined while it is not known. */
  path(model: ActivityModel, names: readonly string[]): readonly KeyProfile[] | undefined {
    const fact = this.#paths.get(JSON.stringify(hopsOf(model, names)));
    return fact?.status === 'known' ? fact.value : undefined;
  }

  /** Asks for what the checks of a model need: keys, timestamps, mapped columns and paths. */
  want(adapter: ModelAdapter, model: ActivityModel, tables: ReadonlySet<string>): void {
    for (const { table, primaryKey, timestamp, attributes = {}, paths } of model.activities) {
      if (!tables.has(table)) continue;
      for (const column of new Set([primaryKey, timestamp, ...Object.values(attributes)])) {
        if (column === '') continue;
        this.#ask(this.#columns, JSON.stringify([table, column]), () => adapter.profileColumn(table, column));
      }
      for (const names of paths) {
        const hops = hopsOf(model, names);
        if (hops.length === names.length && hops.length > 0 && adapter.profilePath) {
          this.#ask(
            this.#paths,
            JSON.stringify(hops),
            () => adapter.profilePath?.(hops) ?? Promise.resolve([]),
          );
        }
      }
    }
  }

  #ask<Value>(facts: Map<string, Fact<Value>>, key: string, ask: () => Promise<Value>): void {
    if (facts.has(key)) return;
    facts.set(key, { status: 'asked' });
    void ask()
      .then((value) => facts.set(key, { status: 'known', value }))
      .catch(() => facts.set(key, { status: 'failed' }))
      .then(() => this.#onChange());
  }
}
