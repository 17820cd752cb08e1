import type { ActivityDefinition, ActivityModel, Relationship } from '../../model/model.js';

/** A model under edit, with the way back and forth. Values: an edit makes another one. */
export interface WizardDraft {
  readonly model: ActivityModel;
  readonly past: readonly ActivityModel[];
  readonly future: readonly ActivityModel[];
  /** What the last edit changed: typing on in the same field is one step back. */
  readonly field: string;
}

const MAX_STEPS_BACK = 100;

export function beginDraft(model: ActivityModel): WizardDraft {
  return { model, past: [], future: [], field: '' };
}

/** @param field Edits of the same field that follow each other are undone as one; empty: never. */
export function edit(draft: WizardDraft, model: ActivityModel, field = ''): WizardDraft {
  const isSame = field !== '' && field === draft.field && draft.future.length === 0;
  const past = isSame ? draft.past : [...draft.past, draft.model].slice(-MAX_STEPS_BACK);
  return { model, past, future: [], field };
}

export function undo(draft: WizardDraft): WizardDraft {
  const before = draft.past.at(-1);
  if (!before) return draft;
  return { model: before, past: draft.past.slice(0, -1), future: [draft.model, ...draft.future], field: '' };
}

export function redo(draft: WizardDraft): WizardDraft {
  const [after, ...future] = draft.future;
  if (!after) return draft;
  return { model: after, past: [...draft.past, draft.model], future, field: '' };
}

/** A definition in which nothing is chosen yet. */
export function blankDefinition(id: string): ActivityDefinition {
  const empty = { name: '', table: '', type: '', primaryKey: '', timestamp: '', event: '' };
  return { id, ...empty, showInTimeline: true, paths: [] };
}

/** The model with some of a definition's values replaced; `undefined` takes one away. */
export function patchActivity(
  model: ActivityModel,
  id: string,
  change: { readonly [Key in keyof ActivityDefinition]?: ActivityDefinition[Key] | undefined },
): ActivityModel {
  const activities = model.activities.map((known) => {
    if (known.id !== id) return known;
    const patched = Object.entries({ ...known, ...change }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(patched) as unknown as ActivityDefinition;
  });
  return { ...model, activities };
}

/** One field of a definition. What depended on it goes: attributes on the type, the order of a date on its column. */
export function patchField(
  model: ActivityModel,
  id: string,
  field: keyof ActivityDefinition,
  value: unknown,
): ActivityModel {
  const also =
    field === 'type' ? { attributes: undefined } : field === 'timestamp' ? { dateOrder: undefined } : {};
  return patchActivity(model, id, { ...also, [field]: value });
}

export function removeActivity(model: ActivityModel, id: string): ActivityModel {
  return { ...model, activities: model.activities.filter((known) => known.id !== id) };
}

/** Definitions of these tables go. */
export function withoutTables(model: ActivityModel, tables: ReadonlySet<string>): ActivityModel {
  return { ...model, activities: model.activities.filter(({ table }) => !tables.has(table)) };
}

/** Puts a path at a place, or behind the others; relationships that are not there yet are added. */
export function setPath(
  model: ActivityModel,
  id: string,
  place: number | null,
  hops: readonly Relationship[],
): ActivityModel {
  const names = new Set(model.relationships.map(({ name }) => name));
  const relationships = [...model.relationships, ...hops.filter(({ name }) => !names.has(name))];
  const path = hops.map(({ name }) => name);
  const former = model.activities.find((known) => known.id === id)?.paths ?? [];
  const paths = place === null ? [...former, path] : former.map((known, at) => (at === place ? path : known));
  return patchActivity({ ...model, relationships }, id, { paths });
}

/** The relationships stay: others may use them. */
export function removePath(model: ActivityModel, id: string, place: number): ActivityModel {
  const former = model.activities.find((known) => known.id === id)?.paths ?? [];
  return patchActivity(model, id, { paths: former.filter((_, at) => at !== place) });
}

/** "Already exists" (D 20): same table, same foreign key, same target. */
export function existingRelationship(
  relationships: readonly Relationship[],
  from: Relationship['from'],
  to: Relationship['to'],
): Relationship | undefined {
  return relationships.find(
    (known) =>
      known.from.table === from.table &&
      known.from.column === from.column &&
      known.to.table === to.table &&
      known.to.column === to.column,
  );
}

/** The name as letters and digits that starts with a letter, and that `taken` does not have. */
export function freeName(text: string, taken: (name: string) => boolean): string {
  const base = text.replace(/[^\p{L}\p{M}\p{Nd}]/gu, '').replace(/^[^\p{L}]+/u, '') || 'Activity';
  let name = base;
  for (let number = 2; taken(name); number++) name = `${base}${number}`;
  return name;
}
