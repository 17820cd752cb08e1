import type { RunStatus, RunTask } from '../../model/reports.js';
import type { PluralForms } from '../shared/messages.js';

/** Every text of `<activity-manager>`. `{name}` is a place for a value. */
export interface ManagerStrings {
  readonly title: string;
  readonly subtitle: string;
  readonly run: string;
  readonly addActivity: string;
  readonly configure: string;
  readonly edit: string;
  readonly rename: string;
  readonly delete: string;
  /** `{count}`. */
  readonly selected: PluralForms;
  readonly clearSelection: string;
  readonly search: string;
  readonly name: string;
  readonly table: string;
  readonly source: string;
  readonly type: string;
  readonly shown: string;
  readonly yes: string;
  readonly no: string;
  readonly commands: string;
  /** Names of check boxes and buttons of a row: `{name}`. */
  readonly selectAll: string;
  readonly selectOne: string;
  readonly editOne: string;
  readonly renameOne: string;
  readonly deleteOne: string;
  /** How many definitions the list shows: `{count}`. */
  readonly count: PluralForms;
  readonly refreshNeeded: string;
  readonly refreshNeededHint: string;
  readonly toMend: string;
  readonly mend: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noMatch: string;
  readonly clearSearch: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly dismiss: string;
  readonly undo: string;
  readonly renameTitle: string;
  readonly nameField: string;
  /** `{name}`, and `{count}` for several. */
  readonly deleteTitle: string;
  readonly deleteTitleMany: PluralForms;
  readonly deleteHint: string;
  /** `{name}`, `{newName}`. */
  readonly renamed: string;
  readonly deleted: string;
  readonly deletedMany: PluralForms;
  readonly restored: string;
  /** `{count}`. */
  readonly runDone: PluralForms;
  readonly runCanceled: string;
  readonly runFailed: string;
  readonly cancelRun: string;
  readonly starting: string;
  /** Time since the last run: `{age}`, an absolute date in some browsers. */
  readonly updated: string;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly tasks: Readonly<Record<RunTask, string>>;
  readonly progressTitle: string;
  readonly progressHint: string;
  readonly details: string;
  readonly processingTime: string;
  readonly lastProcessed: string;
  /** `{seconds}`. */
  readonly seconds: string;
  readonly customers: string;
  readonly read: string;
  readonly figures: Readonly<Record<'shown' | 'hidden' | 'undated' | 'rejected' | 'orphaned', string>>;
  readonly changes: Readonly<Record<'added' | 'removed' | 'changed' | 'unchanged', string>>;
  readonly warnings: string;
  readonly noWarnings: string;
  /** Warnings of a definition, `{count}` and for hops `{hop}`. */
  readonly warnKeyEmpty: PluralForms;
  readonly warnKeyDuplicate: PluralForms;
  readonly warnUndated: PluralForms;
  readonly warnOrphans: PluralForms;
  readonly warnConflicts: PluralForms;
  readonly warnNotUnique: PluralForms;
  readonly warnDateOrder: string;
}

export const englishManager: ManagerStrings = {
  title: 'Activities',
  subtitle: 'What your customers did, table by table.',
  run: 'Run',
  addActivity: 'Add activity',
  configure: 'Configure activities',
  edit: 'Edit',
  rename: 'Rename',
  delete: 'Delete',
  selected: { other: '{count} selected' },
  clearSelection: 'Clear selection',
  search: 'Search activity',
  name: 'Activity name',
  table: 'Table',
  source: 'Source',
  type: 'Activity type',
  shown: 'Included in timeline view',
  yes: 'Yes',
  no: 'No',
  commands: 'Commands',
  selectAll: 'Select all',
  selectOne: 'Select {name}',
  editOne: 'Configure {name}',
  renameOne: 'Rename {name}',
  deleteOne: 'Delete {name}',
  count: { one: '{count} activity', other: '{count} activities' },
  refreshNeeded: 'Refresh needed',
  refreshNeededHint: 'Tables, customers or activities have changed since the last run.',
  toMend: 'To be mended before a run',
  mend: 'Mend',
  empty: 'No activities yet',
  emptyHint: 'Choose the tables that hold what your customers did: orders, visits, cases.',
  noMatch: 'No activity matches the search.',
  clearSearch: 'Clear search',
  loading: 'Loading activities',
  failed: 'Activities could not be loaded.',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  dismiss: 'Dismiss',
  undo: 'Undo',
  renameTitle: 'Rename activity',
  nameField: 'Name',
  deleteTitle: 'Delete {name}?',
  deleteTitleMany: { one: 'Delete {count} activity?', other: 'Delete {count} activities?' },
  deleteHint: 'The definition and its activities go at once. Its table and its relationships stay.',
  renamed: '{name} is called {newName} now.',
  deleted: '{name} and its activities are deleted.',
  deletedMany: {
    one: '{count} definition and its activities are deleted.',
    other: '{count} definitions and their activities are deleted.',
  },
  restored: 'What was deleted is back, with its activities.',
  runDone: {
    one: 'Run finished: {count} activity shown.',
    other: 'Run finished: {count} activities shown.',
  },
  runCanceled: 'Run cancelled. The former activities are still there.',
  runFailed: 'The run failed. The former activities are still there.',
  cancelRun: 'Cancel run',
  starting: 'Starting',
  updated: 'Updated: {age}',
  statuses: {
    'not-started': 'Not started',
    queued: 'Queued',
    processing: 'Processing',
    refreshing: 'Refreshing',
    successful: 'Successful',
    'completed-with-warnings': 'Completed with warnings',
    failed: 'Failed',
    skipped: 'Skipped',
    canceled: 'Canceled',
  },
  tasks: {
    'check-sources': 'Check source tables',
    'resolve-keys': 'Find the customer of each row',
    'build-activities': 'Build activities',
    'write-output': 'Write output',
    'refresh-counts': 'Refresh counts',
  },
  progressTitle: 'Progress details',
  progressHint: 'What the last run did, task by task.',
  details: 'See details',
  processingTime: 'Processing time',
  lastProcessed: 'Last processed',
  seconds: '{seconds} s',
  customers: 'Customers',
  read: 'Rows read',
  figures: {
    shown: 'Shown',
    hidden: 'Hidden',
    undated: 'No valid date',
    rejected: 'Rejected',
    orphaned: 'Orphaned',
  },
  changes: { added: 'Added', removed: 'Removed', changed: 'Changed', unchanged: 'Unchanged' },
  warnings: 'Errors and warnings',
  noWarnings: 'None',
  warnKeyEmpty: {
    one: '{count} row has no key and was set aside.',
    other: '{count} rows have no key and were set aside.',
  },
  warnKeyDuplicate: {
    one: '{count} row has a key that occurred before and was set aside.',
    other: '{count} rows have a key that occurred before and were set aside.',
  },
  warnUndated: {
    one: '{count} row has no valid date and is not shown.',
    other: '{count} rows have no valid date and are not shown.',
  },
  warnOrphans: {
    one: '{count} row reaches no customer: relationship {hop} of its path leads nowhere.',
    other: '{count} rows reach no customer: relationship {hop} of their path leads nowhere.',
  },
  warnConflicts: {
    one: '{count} row reaches different customers on different paths; the first path decides.',
    other: '{count} rows reach different customers on different paths; the first path decides.',
  },
  warnNotUnique: {
    one: '{count} row of {table} is not reached: another has the same {column}.',
    other: '{count} rows of {table} are not reached: others have the same {column}.',
  },
  warnDateOrder: 'Nothing tells month from day in its dates: month first was assumed.',
};
