import { fillText, ISSUE_TEXTS } from '../../model/messages.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { numberFormat } from './formatters.js';
import type { ActivityStrings } from './strings.js';

/**
 * What an issue says, in the language and with the numbers of the reader. `attributes` are the names of attributes in that
 * language, by their keys.
 */
export function issueText(
  { code, path, values }: ModelIssue,
  texts: ActivityStrings['issues'],
  locale: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const key = path.split('/').at(-1) ?? '';
  const named = code === 'attribute-missing' && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  const words = named === undefined ? values : { ...values, attribute: named };
  return fillText(texts?.[code] ?? ISSUE_TEXTS[code], words, numberFormat(locale).format);
}
