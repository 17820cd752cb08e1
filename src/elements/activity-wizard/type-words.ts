import type { TypeAttribute } from '../../model/semantic-types.js';
import { typeName } from '../shared/type-view.js';
import type { WizardModel } from './wizard-view.js';

/** What a type is called in the reader's language; a type of the host's own by its name. */
export function typeWord({ timelineStrings, locale }: WizardModel, type: string): string {
  return typeName(type, {}, timelineStrings.types, locale);
}

/** What an attribute is called: as in the timeline, which shows it. */
export function attributeWord(
  { timelineStrings: { attributes } }: WizardModel,
  { key, label }: Pick<TypeAttribute, 'key' | 'label'>,
): string {
  return Object.hasOwn(attributes, key) ? attributes[key] : label;
}
