import type { ActivityDefinition, ActivityModel } from '../../src/model/model.js';

/** The ways of a definition to its customers, in words: `ContactId → CRM_Contacts`. */
export function describePaths(definition: ActivityDefinition, { relationships }: ActivityModel): string[] {
  return definition.paths.map((path) =>
    path
      .map((name) => {
        const relationship = relationships.find((known) => known.name === name);
        return relationship ? `${relationship.from.column} → ${relationship.to.table}` : `${name} (missing)`;
      })
      .join(' → '),
  );
}
