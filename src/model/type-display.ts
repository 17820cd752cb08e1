import { isSemanticType, SEMANTIC_TYPES, type SemanticTypeName } from './semantic-types.js';

/** The icons that a definition can choose (D 26). */
export const ICON_NAMES = [
  'bag',
  'headset',
  'envelope',
  'globe',
  'star',
  'phone',
  'calendar',
  'truck',
  'card',
  'chat',
  'document',
  'tag',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

/** Icons of types whose definition chooses none (D 26). All others get {@link FALLBACK_ICON}. */
export const DEFAULT_ICONS: Readonly<Record<SemanticTypeName, IconName>> = {
  Feedback: 'star',
  Loyalty: 'card',
  SalesOrder: 'bag',
  SalesOrderLine: 'bag',
  Subscription: 'calendar',
};

export const FALLBACK_ICON: IconName = 'document';

/** The icon of a type whose definition chooses none. */
export function defaultIcon(type: string): IconName {
  return isSemanticType(type) ? DEFAULT_ICONS[type] : FALLBACK_ICON;
}

/** What one item of a type is called in English: `Order line` for `SalesOrderLine`. */
export function displayTypeName(type: string): string {
  return isSemanticType(type) ? SEMANTIC_TYPES[type].label : type;
}

/**
 * What several items of a type are called in English, for chips that neither the host nor one source table
 * names (D 31, rule 3).
 */
export function pluralTypeName(type: string): string {
  const name = displayTypeName(type);
  if (/^(feedback|loyalty|other)$|(s|ing)$/i.test(name)) return name;
  return /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
