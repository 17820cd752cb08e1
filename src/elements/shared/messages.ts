import { pluralRules } from './formatters.js';

/** Forms of one text by plural category. A category that is missing falls back to `other`. */
export type PluralForms = { readonly other: string } & {
  readonly [Category in Intl.LDMLPluralRule]?: string;
};

const PLACEHOLDER = /\{(\w+)\}/;

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return weave(template, values).join('');
}

/**
 * The same for values that are not text, such as parts of a template, so that a translation decides the
 * order of words and elements. Nothing stands for an empty text.
 */
export function weave<Value>(template: string, values: Readonly<Record<string, Value>>): (Value | string)[] {
  const woven: (Value | string)[] = [];
  // Split with a captured group: texts at even positions, placeholder names at odd ones.
  template.split(PLACEHOLDER).forEach((piece, index) => {
    if (index % 2 === 0) {
      if (piece !== '') woven.push(piece);
      return;
    }
    const value = Object.hasOwn(values, piece) ? values[piece] : undefined;
    woven.push(value ?? `{${piece}}`);
  });
  return woven;
}

/** The form that the language uses for this number. */
export function plural(forms: PluralForms | string, count: number, locale: string): string {
  return typeof forms === 'string' ? forms : (forms[pluralRules(locale).select(count)] ?? forms.other);
}
