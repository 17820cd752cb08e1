import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition } from '../../model/model.js';
import { defaultIcon, OTHER_TYPE } from '../../model/semantic-types.js';
import type { NewestRows, Row, TableInfo } from '../../model/tables.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { isIconName } from '../shared/icons.js';
import { remember } from '../shared/remember.js';
import { exampleAdapter, exampleItems, ownItems } from './example-timeline.js';
import { OwnRows } from './own-rows.js';

/** What is shown beside the fields of a definition. */
export interface ExampleModel {
  readonly adapter: TimelineAdapter;
  /** Rows of people's own can be shown; they are. */
  readonly canUseOwn: boolean;
  readonly usesOwn: boolean;
  /** Rows of people's own that will not appear as they should: without a title, without a date. */
  readonly untitled: readonly Row[];
  readonly undated: readonly Row[];
  readonly error: AdapterError | null;
}

/** The example of a timeline. The same choice gives the same adapter, so that the timeline rests. */
export class Example implements ReactiveController {
  /** A person's choice; null: none yet. */
  #choice: boolean | null = null;
  #canUseOwn = false;
  #usesOwn = false;
  readonly #own: OwnRows;
  readonly #named = remember(
    (type: string, icon: string, name: string, table: string, event: string, detail: string | undefined) =>
      exampleAdapter({ type, icon, table: { name, table } }, exampleItems(event, detail, Date.now())),
  );
  readonly #filled = remember(
    (
      type: string,
      icon: string,
      name: string,
      table: string,
      rows: NewestRows,
      ...columns: readonly [event: string, detail: string | undefined, url: string | undefined]
    ) => exampleAdapter({ type, icon, table: { name, table } }, ownItems(rows, ...columns)),
  );

  constructor(host: ReactiveControllerHost) {
    this.#own = new OwnRows(() => host.requestUpdate());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#own.forget();
  }

  /** Use my data. */
  choose(usesOwn: boolean): void {
    this.#choice = usesOwn;
  }

  /**
   * Reads what is to be shown.
   * @param definition undefined: nothing is.
   * @param usesOwn What is shown until a person chooses.
   */
  want(
    adapter: ModelAdapter,
    definition: ActivityDefinition | undefined,
    tables: readonly TableInfo[],
    usesOwn: boolean,
  ): void {
    const info = tables.find(({ name }) => name === definition?.table);
    this.#canUseOwn = adapter.newestRows !== undefined && info !== undefined && definition?.timestamp !== '';
    this.#usesOwn = this.#canUseOwn && (this.#choice ?? usesOwn);
    if (this.#usesOwn && info && definition) this.#own.want(adapter, definition, info);
    else this.#own.forget();
  }

  /** @param unnamed Stands for the event while none is chosen. */
  model(definition: ActivityDefinition, tables: readonly TableInfo[], unnamed: string): ExampleModel {
    const { icon, event, detail, url, table: name } = definition;
    const type = definition.type || OTHER_TYPE;
    const shown = isIconName(icon) ? icon : defaultIcon(type);
    const table = tables.find((known) => known.name === name)?.table ?? name;
    const { rows, error } = this.#own;
    const isFilled = rows !== null && event !== '';
    return {
      adapter: isFilled
        ? this.#filled(type, shown, name, table, rows, event, detail, url)
        : this.#named(type, shown, name, table, event || unnamed, detail),
      canUseOwn: this.#canUseOwn,
      usesOwn: this.#usesOwn,
      untitled: isFilled
        ? rows.rows.map(({ values }) => values).filter((values) => (values[event] ?? '').trim() === '')
        : [],
      undated: rows?.undated ?? [],
      error,
    };
  }
}
