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
  /** Unsaved work that was kept: `{age}`. */
  readonly kept: string;
  readonly resume: string;
  /** Before a list of errors. */
  readonly summary: string;
  readonly saving: string;
  readonly saveCanceled: string;
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
  /** The drawing of tables and keys; its lines as sentences: `{name}`, `{from}`, `{to}`. */
  readonly picture: string;
  readonly savePicture: string;
  readonly pictureLine: string;
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
  readonly useOwn: string;
  /** Under rows of people's own. */
  readonly ownHint: string;
  readonly ownFailed: string;
  /** Marks of rows: `{key}`, `{column}`, `{value}`. */
  readonly untitledRow: string;
  readonly undatedRow: string;
  readonly datelessRow: string;
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

export { englishWizard } from './english-wizard.js';
