import type { ActivityModel } from '../../model/model.js';

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
export function mergeModels(base: ActivityModel, mine: ActivityModel, theirs: ActivityModel): MergedModels {
  const [before, other] = [byId(base), byId(theirs)];
  const isSame = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);
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

function byId({ activities }: ActivityModel): Map<string, ActivityModel['activities'][number]> {
  return new Map(activities.map((definition) => [definition.id, definition]));
}
