import type { FilterPanelStrings } from '../activity-filter-panel/filter-panel-strings.js';
import type { ManagerStrings } from '../activity-manager/manager-strings.js';
import type { WizardStrings } from '../activity-wizard/wizard-strings.js';
import type { IssueCode } from '../../model/messages.js';
import type { RowsStrings } from './rows/rows-strings.js';
import type { TimelineStrings } from '../activity-timeline/timeline-strings.js';

/** All texts of all elements in one language, as `activity-timeline/locales/*.js` ship them. */
export interface Translation extends ActivityStrings {
  readonly timeline: TimelineStrings;
  readonly filterPanel: FilterPanelStrings;
  readonly manager: ManagerStrings;
  readonly wizard: WizardStrings;
  readonly rows: RowsStrings;
  readonly issues: IssueTexts;
}

/** What can be wrong with a model, by code (domain § 4.6). */
export type IssueTexts = Readonly<Record<IssueCode, string>>;

/**
 * Replacements for the texts of all elements, one table for each. What is left out stays English. Tables
 * are plain data: a translation can be a JSON file.
 */
export interface ActivityStrings {
  readonly timeline?: Partial<TimelineStrings>;
  readonly filterPanel?: Partial<FilterPanelStrings>;
  readonly manager?: Partial<ManagerStrings>;
  readonly wizard?: Partial<WizardStrings>;
  /** The pane with the rows behind a figure, in the wizard and the manager. */
  readonly rows?: Partial<RowsStrings>;
  /** What can be wrong with a model, by code (domain § 4.6). */
  readonly issues?: Partial<IssueTexts>;
}
