import type { ActivityDefinition } from '../../model/model.js';
import { defaultIcon, OTHER_TYPE } from '../../model/semantic-types.js';
import type { TableInfo } from '../../model/tables.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { isIconName } from '../shared/icons.js';
import { remember } from '../shared/remember.js';
import { exampleAdapter, exampleItems } from './example-timeline.js';

/** What is shown beside the fields of a definition. */
export interface ExampleModel {
  readonly adapter: TimelineAdapter;
}

/** The example of a timeline; the same choice gives the same adapter, so that the timeline rests. */
export class Example {
  readonly #named = remember(
    (type: string, icon: string, name: string, table: string, event: string, detail: string | undefined) =>
      exampleAdapter({ type, icon, table: { name, table } }, exampleItems(event, detail, Date.now())),
  );

  /** @param unnamed Stands for the event while none is chosen. */
  model(
    { type, icon, event, detail, table: name }: ActivityDefinition,
    tables: readonly TableInfo[],
    unnamed: string,
  ): ExampleModel {
    const table = tables.find((known) => known.name === name)?.table ?? name;
    const shown = isIconName(icon) ? icon : defaultIcon(type);
    return {
      adapter: this.#named(type || OTHER_TYPE, shown, name, table, event || unnamed, detail),
    };
  }
}
