import type { IconName } from '../../model/semantic-types.js';
import type { Reason } from './proposals.js';
import type { WizardStep } from './wizard-flow.js';

/** Every text of `<activity-wizard>`. `{name}` is a place for a value. */
export interface WizardStrings {
  readonly breadcrumb: string;
  readonly title: string;
  readonly steps: Readonly<Record<WizardStep, string>>;
  /** States of a step, for those who do not see its icon. */
  readonly stepDone: string;
  readonly stepFaulty: string;
  readonly headings: Readonly<Record<WizardStep, string>>;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly back: string;
  readonly next: string;
  readonly save: string;
  readonly create: string;
  readonly cancel: string;
  readonly close: string;
  readonly undo: string;
  readonly redo: string;
  readonly discardTitle: string;
  readonly discardHint: string;
  readonly discard: string;
  readonly keep: string;
  /** Before a list of errors. */
  readonly summary: string;
  readonly saving: string;
  readonly running: string;
  readonly cancelRun: string;
  readonly runCanceled: string;
  /** `{names}`. */
  readonly merged: string;
  /** What is to be mended on other screens. */
  readonly elsewhere: string;
  // tables
  readonly selectTables: string;
  readonly searchTables: string;
  readonly noTables: string;
  /** A table without a date: it cannot be selected. */
  readonly noDate: string;
  readonly add: string;
  readonly sourceTable: string;
  readonly type: string;
  readonly primaryKey: string;
  readonly createNew: string;
  readonly customType: string;
  /** `{table}`. */
  readonly remove: string;
  readonly nothingSelected: string;
  // fields
  readonly tables: string;
  readonly name: string;
  readonly nameHint: string;
  readonly timestamp: string;
  readonly dateOrder: string;
  readonly monthFirst: string;
  readonly dayFirst: string;
  readonly event: string;
  readonly url: string;
  readonly detail: string;
  readonly show: string;
  readonly showHint: string;
  readonly icon: string;
  readonly presetIcon: string;
  readonly icons: Readonly<Record<IconName, string>>;
  readonly map: string;
  readonly yes: string;
  readonly no: string;
  readonly selectField: string;
  readonly selectTable: string;
  readonly selectType: string;
  readonly none: string;
  /** Groups of columns of a timestamp (D 19). */
  readonly dateColumns: string;
  readonly otherColumns: string;
  // relationships
  readonly addRelationship: string;
  readonly addAnother: string;
  /** `{number}`. */
  readonly path: string;
  readonly editPath: string;
  readonly removePath: string;
  readonly paneTitle: string;
  /** `{table}`. */
  readonly paneHint: string;
  readonly contactHint: string;
  readonly relationship: string;
  readonly foreignKey: string;
  readonly toTable: string;
  readonly toColumn: string;
  readonly relationshipName: string;
  readonly existing: string;
  readonly customerTables: string;
  readonly accountTables: string;
  readonly intermediateTables: string;
  readonly noCustomerTables: string;
  readonly apply: string;
  // review
  readonly edit: string;
  readonly table: string;
  readonly relationships: string;
  readonly attributes: string;
  // one activity
  readonly createTitle: string;
  readonly editTitle: string;
  readonly activityTable: string;
  /** Why there is no table to choose. */
  readonly noFreeTable: string;
  readonly example: string;
  /** Under the example, before an event is chosen. */
  readonly exampleHint: string;
  /** Asks for attributes, and stands before them. */
  readonly provideMapping: string;
  readonly mapFields: string;
  /** Ends the steps with the type Other. */
  readonly finish: string;
  readonly saveActivity: string;
  readonly savedTitle: string;
  /** `{name}`. */
  readonly savedHint: string;
  readonly done: string;
  /** Terms of the review. */
  readonly relationshipKey: string;
  readonly customerTable: string;
  readonly shown: string;
  readonly mapped: string;
  readonly reasons: Readonly<Record<Reason['key'], string>>;
}

export const englishWizard: WizardStrings = {
  breadcrumb: 'Activities',
  title: 'Configure activities',
  steps: {
    tables: 'Activity tables',
    fields: 'Activity fields',
    relationships: 'Relationships',
    review: 'Review',
    data: 'Activity data',
    relationship: 'Relationships',
    unification: 'Activity unification',
    type: 'Activity type',
  },
  stepDone: 'done',
  stepFaulty: 'has errors',
  headings: {
    tables: 'Select the type and primary key of your activity tables',
    fields: 'Define activities and optionally add them to customer’s timelines',
    relationships: 'Configure activity relationships',
    review: 'Review',
    data: 'Set up your activity data',
    relationship: 'Set up your relationship(s)',
    unification: 'Unify your customer activity data',
    type: 'Set activity type',
  },
  loading: 'Loading the model',
  failed: 'The model could not be loaded.',
  retry: 'Try again',
  back: 'Back',
  next: 'Next',
  save: 'Save and close',
  create: 'Create activities',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  discardTitle: 'Discard your changes?',
  discardHint: 'What you changed here is not saved yet.',
  discard: 'Discard',
  keep: 'Keep editing',
  summary: 'To be mended before you go on:',
  saving: 'Saving',
  running: 'Creating activities',
  cancelRun: 'Cancel run',
  runCanceled: 'Run cancelled. Your activities are saved; the former output is still there.',
  merged:
    'Somebody else has changed {names} meanwhile. Your changes now stand on theirs: look at them and save again.',
  elsewhere: 'To be mended on other screens before a run:',
  selectTables: 'Select tables',
  searchTables: 'Search tables',
  noTables: 'No table has this in its name.',
  noDate: 'No date field',
  add: 'Add',
  sourceTable: 'Source table',
  type: 'Activity type',
  primaryKey: 'Primary key',
  createNew: 'Create new',
  customType: 'Activity type name',
  remove: 'Remove {table}',
  nothingSelected:
    'Choose the tables that hold what your customers did. Proposals for their fields come with them.',
  tables: 'Tables',
  name: 'Activity name',
  nameHint: 'Start with a letter. Use letters and numbers only.',
  timestamp: 'Timestamp',
  dateOrder: 'Order of day and month',
  monthFirst: 'Month first',
  dayFirst: 'Day first',
  event: 'Event activity',
  url: 'Web address',
  detail: 'Additional detail',
  show: 'Show this activity in the timeline on your customer profile?',
  showHint: 'With No, its rows are not shown, but can still be exported.',
  icon: 'Icon',
  presetIcon: 'By type',
  icons: {
    bag: 'Bag',
    headset: 'Headset',
    envelope: 'Envelope',
    globe: 'Globe',
    star: 'Star',
    phone: 'Phone',
    calendar: 'Calendar',
    truck: 'Truck',
    card: 'Card',
    chat: 'Chat',
    document: 'Document',
    tag: 'Tag',
  },
  map: 'Map field types for your activity’s attributes?',
  yes: 'Yes',
  no: 'No',
  selectField: 'Select field',
  selectTable: 'Select table',
  selectType: 'Select type',
  none: 'None',
  dateColumns: 'Date fields',
  otherColumns: 'Other fields',
  addRelationship: 'Add relationship',
  addAnother: 'Add another relationship',
  path: 'Relationship path {number}',
  editPath: 'Edit relationship path {number} of {table}',
  removePath: 'Remove relationship path {number} of {table}',
  paneTitle: 'Add relationship path',
  paneHint: 'Connect {table} to your customers.',
  contactHint: 'When your data is about contacts, choose their table first.',
  relationship: 'Relationship {number}',
  foreignKey: 'Foreign key from {table} : {source}',
  toTable: 'To table name',
  toColumn: 'To attribute',
  relationshipName: 'Relationship name',
  existing: 'This relationship exists already and cannot be changed here.',
  customerTables: 'Customer tables',
  accountTables: 'Account tables',
  intermediateTables: 'Intermediate tables',
  noCustomerTables: 'There is no customer table yet: unify your customers first.',
  apply: 'Apply',
  edit: 'Edit',
  table: 'Table',
  relationships: 'Relationships',
  attributes: 'Attributes',
  createTitle: 'Create an activity',
  editTitle: 'Edit an activity',
  activityTable: 'Activity table',
  noFreeTable: 'There is no table left for an activity. Import one that has a date field.',
  example: 'Example timeline view',
  exampleHint: 'Choose an event activity: its value is the title of each item.',
  provideMapping: 'Provide semantic mapping for your activity’s attributes?',
  mapFields: 'Now map your data to the activity type’s related fields',
  finish: 'Review and finish',
  saveActivity: 'Save activity',
  savedTitle: 'Activity saved',
  savedHint: '{name} is saved. Select Run on the list of activities to put its rows on the timelines.',
  done: 'Done',
  relationshipKey: 'Foreign key',
  customerTable: 'Customer table',
  shown: 'Show in timeline view?',
  mapped: 'Allow semantic mapping?',
  reasons: {
    unique: 'Proposed: unique in {n} rows.',
    nearlyUnique: 'Proposed: {n} different values, nearly one for each row.',
    dates: 'Proposed: {n} of its values are dates.',
    named: 'Proposed by the name of {column}.',
    addresses: 'Proposed: its values are web addresses.',
    keys: 'Proposed: {share} % of the values of {column} exist in {target}.',
    known: 'Proposed: the relationship {name} exists already.',
  },
};
