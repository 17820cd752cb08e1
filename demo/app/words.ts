import type { RunTask, SetAsideReason } from '../../src/model/reports.js';
import type { ColumnType, Normalization } from '../../src/model/model.js';

const reasons: Record<SetAsideReason, string> = {
  'too-few-fields': 'Too few fields',
  'too-many-fields': 'Too many fields',
  'quote-malformed': 'Text after a closing quote',
  'not-an-object': 'Not a JSON object',
  'json-invalid': 'Not valid JSON',
  'key-empty': 'Empty key',
  'key-duplicate': 'Key occurred before',
  orphan: 'Reaches no customer',
  'no-valid-date': 'No valid date',
  'left-out': 'Left out by its table',
};

/** Why a row was set aside. */
export const reasonWords = (reason: SetAsideReason): string => reasons[reason];

const tasks: Record<RunTask, string> = {
  'check-sources': 'Checking the source tables',
  'resolve-keys': 'Finding each row’s customer',
  'build-activities': 'Building activities',
  'write-output': 'Writing the output',
  'refresh-counts': 'Counting',
};

/** What a run is doing. */
export const taskWords = (task: RunTask): string => tasks[task];

const columnTypes: Record<ColumnType, string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  datetime: 'Date and time',
  'unix-seconds': 'Unix time, seconds',
  'unix-milliseconds': 'Unix time, milliseconds',
};

/** The type of a column. */
export const columnTypeWords = (type: ColumnType): string => columnTypes[type];

/** Normalisations of a condition, with the differences that each leaves out of account. */
export const normalizations: readonly { name: Normalization; words: string }[] = [
  { name: 'lowercase', words: 'Upper and lower case' },
  { name: 'whitespace', words: 'Blanks' },
  { name: 'symbols', words: 'Punctuation and symbols' },
  { name: 'ascii', words: 'Accents' },
  { name: 'numerals', words: 'Number signs' },
  { name: 'name', words: 'First names and titles' },
  { name: 'phone', words: 'Ways to write a telephone number' },
  { name: 'address', words: 'Ways to write a street' },
  { name: 'organization', words: 'Legal forms of firms' },
];
