import type { IssueCode } from '../../model/messages.js';
import type { ActivityDefinition } from '../../model/model.js';
import { isName, nameKey } from '../../model/names.js';
import { OTHER_TYPE, SEMANTIC_TYPES } from '../../model/semantic-types.js';

/** What is wrong with a new custom type (§ 4.6); null: nothing. */
export function typeFault(text: string, activities: readonly ActivityDefinition[]): IssueCode | null {
  if (text === '') return 'type-missing';
  if (!isName(text)) return 'type-name-invalid';
  const taken = [...Object.keys(SEMANTIC_TYPES), OTHER_TYPE, ...activities.map(({ type }) => type)];
  return taken.some((type) => nameKey(type) === nameKey(text)) ? 'type-name-taken' : null;
}
