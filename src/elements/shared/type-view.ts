import type { TypeSummary } from '../../model/activity.js';
import { defaultIcon, displayTypeName, pluralTypeName, type IconName } from '../../model/semantic-types.js';
import { collator } from './formatters.js';
import { isIconName } from './icons.js';
import { plural, type PluralForms } from './messages.js';

/** Labels that a host gives to types: plural forms, or one text for any count. */
export type TypeLabels = Readonly<Record<string, PluralForms | string>>;

/** How one activity type looks. */
export interface TypeView {
  readonly type: string;
  readonly count: number;
  readonly icon: IconName;
  /** Place in the list, which decides the colour (D 32). */
  readonly position: number;
  /** Label that agrees with a count (D 31). */
  label(count: number): string;
}

/**
 * The types of a summary in alphabetical order of their labels (D 32). All configured types have a place,
 * those without a row too, so that a type has the same colour for every customer. `labels` are the host's, `names`
 * those of the language.
 */
export function viewTypes(
  types: readonly TypeSummary[],
  labels: TypeLabels,
  names: TypeLabels,
  locale: string,
): ReadonlyMap<string, TypeView> {
  const { compare } = collator(locale);
  const labelled = types.map((summary) => {
    const forms = labelForms(summary, labels, names, locale);
    return { summary, forms, sortKey: typeof forms === 'string' ? forms : forms.other };
  });
  labelled.sort((one, other) => compare(one.sortKey, other.sortKey));
  return new Map(
    labelled.map(({ summary, forms }, position): [string, TypeView] => [
      summary.type,
      {
        type: summary.type,
        count: summary.count,
        icon: iconOf(summary.type, summary.icon),
        position,
        label: (count) => plural(forms, count, locale),
      },
    ]),
  );
}

/** What one item of a type is called where types are listed: as the host says, else in the language, else by its name. */
export function typeName(type: string, labels: TypeLabels, names: TypeLabels, locale: string): string {
  const given = [labels, names].find((forms) => Object.hasOwn(forms, type));
  return given ? plural(given[type], 1, locale) : displayTypeName(type);
}

/** Look of a type that no summary names: its own name and no colour. */
export function viewUnknownType(type: string): TypeView {
  return { type, count: 0, icon: iconOf(type), position: -1, label: () => displayTypeName(type) };
}

/** The three rules of D 31, first match first. */
function labelForms(
  summary: TypeSummary,
  labels: TypeLabels,
  names: TypeLabels,
  locale: string,
): PluralForms | string {
  const { type, sourceTables } = summary;
  if (Object.hasOwn(labels, type)) {
    return labels[type];
  }
  const [table, ...others] = sourceTables;
  if (table && others.length === 0) {
    return table.table;
  }
  if (Object.hasOwn(names, type)) {
    return names[type];
  }
  const one = displayTypeName(type);
  return new Intl.Locale(locale).language === 'en' ? { one, other: pluralTypeName(type) } : one;
}

function iconOf(type: string, configured?: string): IconName {
  return isIconName(configured) ? configured : defaultIcon(type);
}
