import { primaryKeyOf } from '../../model/hops.js';
import type { ActivityDefinition, ActivityModel, Relationship } from '../../model/model.js';
import type { ActivitySegment, Inputs } from '../store/records.js';
import type { Job } from './job.js';

/** What the activities of a definition are made of. */
export interface DefinitionNeeds {
  /** Everything of the model that their rows depend on, as text to compare. Names and icons are not among it. */
  config: string;
  /** Table → columns. */
  columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tables whose rows' customers matter. */
  targets: ReadonlySet<string>;
}

/** The needs of a definition, from the model alone. What is not there is for validation to tell. */
export function definitionNeeds(model: ActivityModel, definition: ActivityDefinition): DefinitionNeeds {
  const { id, name: _, icon: _icon, showInTimeline: _shown, ...made } = definition;
  const { table, primaryKey, timestamp, event, detail, url, attributes = {}, paths } = definition;
  const columns = new NeededColumns();
  for (const column of [primaryKey, timestamp, event, detail, url, ...Object.values(attributes)]) {
    columns.add(table, column);
  }
  // Contacts are few beside activities: whatever belongs to them counts for each definition (D 21).
  return needsOf(model, [model.kind, id, sortedEntries(made)], columns, paths);
}

/** The needs of the contacts. */
export function contactNeeds(model: ActivityModel): DefinitionNeeds {
  return needsOf(model, [model.kind], new NeededColumns(), []);
}

/** The needs of some paths and of all contacts. */
function needsOf(
  model: ActivityModel,
  config: readonly unknown[],
  columns: NeededColumns,
  ownPaths: readonly (readonly string[])[],
): DefinitionNeeds {
  const paths = [...ownPaths, ...model.contacts.map(({ path }) => path)];
  const relationships = new Map(model.relationships.map((known) => [known.name, known]));
  for (const contact of model.contacts) {
    for (const column of [contact.primaryKey, ...Object.values(contact.attributes)]) {
      columns.add(contact.table, column);
    }
  }
  const used: (Relationship & { order?: string | undefined })[] = [];
  for (const relationship of paths.flat().map((name) => relationships.get(name))) {
    if (relationship === undefined) continue;
    const { from, to } = relationship;
    columns.add(from.table, from.column);
    columns.add(to.table, to.column);
    // Among rows of one value the primary key decides, if the value is not the key itself (D 22).
    const key = primaryKeyOf(model, to.table);
    const order = key === to.column ? undefined : key;
    columns.add(to.table, order);
    used.push({ ...relationship, order });
  }
  const targets = paths.map((path) => relationships.get(path.at(-1) ?? '')?.to.table);
  return {
    config: JSON.stringify([
      ...config,
      used.map(({ name, from, to, order }) => [name, from, to, order]),
      model.contacts,
    ]),
    columns: columns.of,
    targets: new Set(targets.filter((target) => target !== undefined)),
  };
}

class NeededColumns {
  readonly of = new Map<string, Set<string>>();

  add(table: string, column: string | undefined): void {
    let known = this.of.get(table);
    if (known === undefined) this.of.set(table, (known = new Set()));
    if (column !== undefined && column !== '') known.add(column);
  }
}

/** The imports of its tables that a definition is made of now. */
export function inputsOf(job: Job, needs: DefinitionNeeds): Inputs {
  return Object.fromEntries([...needs.columns.keys()].map((name) => [name, job.sources.table(name).segment]));
}

/** True when the model and the numbers of the tables alone show that a definition is made of what it was made of. */
export function hasSameInputs(
  { config, inputs }: Pick<ActivitySegment, 'config' | 'inputs'>,
  needs: DefinitionNeeds,
  tables: Inputs,
): boolean {
  return config === needs.config && [...needs.columns.keys()].every((name) => inputs[name] === tables[name]);
}

/** The paths that the activities of a segment were made by, in the model of then as far as paths depend on it. */
export function madeBy(
  { config }: Pick<ActivitySegment, 'config'>,
  model: ActivityModel,
): { model: ActivityModel; paths: ActivityDefinition['paths'] } {
  const [kind, , made, used, contacts] = JSON.parse(config) as [
    ActivityModel['kind'],
    string,
    [string, unknown][],
    [string, Relationship['from'], Relationship['to']][],
    ActivityModel['contacts'],
  ];
  const { paths } = Object.fromEntries(made) as Pick<ActivityDefinition, 'paths'>;
  const relationships = used.map(([name, from, to]): Relationship => ({
    name,
    from,
    to,
    cardinality: 'many-to-one',
  }));
  return { model: { ...model, kind, relationships, contacts }, paths };
}

/** The order in which a definition's keys were written does not matter. */
function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
