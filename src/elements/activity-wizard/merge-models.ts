import type { ActivityModel, Relationship } from '../../model/model.js';
import { existingRelationship, freeName } from './wizard-draft.js';

/** What came of two edits of one model. */
export interface MergedModels {
  readonly model: ActivityModel;
  /** Names of definitions that the other one added, changed or deleted. */
  readonly changed: readonly string[];
}

/**
 * Puts the wizard's edits on top of what somebody else saved meanwhile. Where both changed a definition the wizard's
 * stands, and a definition that one of them deleted and the other changed stays: nothing is lost unseen.
 */
export function mergeModels(base: ActivityModel, edited: ActivityModel, theirs: ActivityModel): MergedModels {
  const mine = apart(base, edited, theirs);
  const [before, other] = [byId(base), byId(theirs)];
  const changed = [...new Set([...before.keys(), ...other.keys()])].flatMap((id) =>
    isSame(before.get(id), other.get(id)) ? [] : ((other.get(id) ?? before.get(id))?.name ?? []),
  );
  const own = byId(mine);
  const activities = mine.activities.flatMap((definition) => {
    const { id } = definition;
    return isSame(definition, before.get(id)) && before.has(id) ? (other.get(id) ?? []) : definition;
  });
  for (const definition of theirs.activities) {
    const former = before.get(definition.id);
    if (!own.has(definition.id) && !isSame(definition, former)) activities.push(definition);
  }
  const names = new Set(theirs.relationships.map(({ name }) => name));
  const relationships = [
    ...theirs.relationships,
    ...mine.relationships.filter(({ name }) => !names.has(name)),
  ];
  return { model: { ...theirs, activities, relationships }, changed };
}

/** My model, in which a new relationship has another name where theirs gave its name to another one. */
function apart(base: ActivityModel, mine: ActivityModel, theirs: ActivityModel): ActivityModel {
  const [before, other] = [byName(base), byName(theirs)];
  const taken = new Set([...byName(mine).keys(), ...other.keys()]);
  const names = new Map<string, string>();
  for (const { name, from, to } of mine.relationships) {
    const isFree = (known: Relationship | undefined): boolean =>
      known === undefined || existingRelationship([known], from, to) !== undefined;
    // What I left as it was is theirs to change.
    if (isFree(other.get(name)) || (before.has(name) && isFree(before.get(name)))) continue;
    const now =
      existingRelationship(theirs.relationships, from, to)?.name ?? freeName(name, (text) => taken.has(text));
    names.set(name, now);
    taken.add(now);
  }
  if (names.size === 0) return mine;
  const rename = (name: string): string => names.get(name) ?? name;
  return {
    ...mine,
    relationships: mine.relationships.map((known) => ({ ...known, name: rename(known.name) })),
    activities: mine.activities.map((known) => ({
      ...known,
      paths: known.paths.map((path) => path.map(rename)),
    })),
  };
}

const isSame = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);

function byId({ activities }: ActivityModel): Map<string, ActivityModel['activities'][number]> {
  return new Map(activities.map((definition) => [definition.id, definition]));
}

function byName({ relationships }: ActivityModel): Map<string, Relationship> {
  return new Map(relationships.map((relationship) => [relationship.name, relationship]));
}
