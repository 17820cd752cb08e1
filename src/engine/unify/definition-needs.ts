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
  const columns = new Map<string, Set<string>>();
  const need = (table: string, column: string | undefined): void => {
    let known = columns.get(table);
    if (known === undefined) columns.set(table, (known = new Set()));
    if (column !== undefined) known.add(column);
  };
  const { table, primaryKey, timestamp, event, detail, url, attributes = {}, paths } = definition;
  for (const column of [primaryKey, timestamp, event, detail, url, ...Object.values(attributes)]) {
    need(table, column);
  }
  const relationships = new Map(model.relationships.map((known) => [known.name, known]));
  const find = (path: readonly string[]): (Relationship | undefined)[] =>
    path.map((name) => relationships.get(name));
  const follow = (path: readonly string[]): void => {
    for (const relationship of find(path)) {
      if (relationship === undefined) continue;
      need(relationship.from.table, relationship.from.column);
      need(relationship.to.table, relationship.to.column);
    }
  };
  paths.forEach(follow);
  // Contacts are few beside activities: whatever belongs to them counts for each definition (D 21).
  for (const contact of model.contacts) {
    need(contact.table, contact.primaryKey);
    for (const column of Object.values(contact.attributes)) need(contact.table, column);
    follow(contact.path);
  }
  const targets = [...paths, ...model.contacts.map(({ path }) => path)].map(
    (path) => relationships.get(path.at(-1) ?? '')?.to.table,
  );
  const used = [...paths, ...model.contacts.map(({ path }) => path)].flatMap(find);
  return {
    config: JSON.stringify([
      model.kind,
      id,
      sortedEntries(made),
      used.map((known) => known && [known.name, known.from, known.to]),
      model.contacts,
    ]),
    columns,
    targets: new Set(targets.filter((target) => target !== undefined)),
  };
}

/** The imports of its tables that a definition is made of now. */
export function inputsOf(job: Job, needs: DefinitionNeeds): Inputs {
  return Object.fromEntries([...needs.columns.keys()].map((name) => [name, job.sources.table(name).segment]));
}

/** True when the model and the numbers of the tables alone show that a definition is made of what it was made of. */
export function hasSameInputs(
  { config, inputs }: ActivitySegment,
  needs: DefinitionNeeds,
  tables: Inputs,
): boolean {
  return config === needs.config && [...needs.columns.keys()].every((name) => inputs[name] === tables[name]);
}

/** The order in which a definition's keys were written does not matter. */
function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
