import { fillText, ISSUE_TEXTS } from '../../model/messages.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { numberFormat } from './formatters.js';
import type { ActivityStrings } from './strings.js';

/** What an issue says, in the language and with the numbers of the reader. */
export function issueText(
  { code, values }: ModelIssue,
  texts: ActivityStrings['issues'],
  locale: string,
): string {
  return fillText(texts?.[code] ?? ISSUE_TEXTS[code], values, numberFormat(locale).format);
}
