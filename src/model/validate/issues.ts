import { jsonPointer, type JsonPath } from '../json-pointer.js';
import { fillText, ISSUE_TEXTS, type IssueCode, type IssueValues } from '../messages.js';

/** `error`: cannot be used. `warning`: can, with a loss. `info`: nothing to do. */
export type IssueLevel = 'error' | 'warning' | 'info';

/** Where a person mends an issue: a step of the wizard, the customers' screen, or the document itself. */
export type IssueStep = 'tables' | 'fields' | 'relationships' | 'customers' | 'model';

/** Something in a model that a person should know or mend. */
export interface ModelIssue {
  code: IssueCode;
  level: IssueLevel;
  /** English sentence. */
  text: string;
  /** What `text` was filled with, to write it in another language with {@link fillText}. */
  values: Readonly<Record<string, string | number>>;
  step: IssueStep;
  /** Id of the activity definition, when the issue belongs to one. */
  activity?: string;
  /** JSON Pointer to the place in the model (RFC 6901). */
  path: string;
}

/** Where an issue is, apart from its path. */
export interface IssuePlace {
  step: IssueStep;
  activity?: string;
}

/** Codes that are not errors; `timestamp-unreadable` is one only when no value can be read. */
const LEVELS: Partial<Record<IssueCode, IssueLevel>> = {
  'pk-unchecked': 'info',
  'timestamp-unreadable': 'warning',
  'date-order-ambiguous': 'warning',
  'attribute-type': 'warning',
  orphans: 'warning',
  'contacts-unused': 'warning',
};

/**
 * Errors for which a run does not fail: those about rows, which it sets aside and reports (D 24), and a model
 * without activities, which has none to build.
 */
const RUN_GOES_ON: ReadonlySet<IssueCode> = new Set([
  'pk-duplicate',
  'pk-empty',
  'timestamp-unreadable',
  'attribute-type',
  'orphans',
  'no-date-field',
  'no-tables',
]);

/** True for an error that a run cannot work around. The wizard stops at every error, a run at these. */
export function blocksRun(issue: ModelIssue): boolean {
  return issue.level === 'error' && !RUN_GOES_ON.has(issue.code);
}

/** Makes an issue with its English text and the level that its code has by § 4.6, or another one. */
export function createIssue<Code extends IssueCode>(
  code: Code,
  place: IssuePlace,
  path: JsonPath,
  values: IssueValues<Code>,
  level: IssueLevel = LEVELS[code] ?? 'error',
): ModelIssue {
  const text = fillText(ISSUE_TEXTS[code], values);
  return { code, level, text, values, ...place, path: jsonPointer(path) };
}
