import { englishFilterPanel } from '../elements/activity-filter-panel/filter-panel-strings.js';
import { englishTimeline } from '../elements/activity-timeline/timeline-strings.js';
import { englishManager } from '../elements/activity-manager/manager-strings.js';
import { englishWizard } from '../elements/activity-wizard/wizard-strings.js';
import { englishRows } from '../elements/shared/rows/rows-strings.js';
import type { Translation } from '../elements/shared/strings.js';
import { ISSUE_TEXTS } from '../model/messages.js';

/** English, which the elements speak by themselves: for pages that switch languages. */
export const strings: Translation = {
  timeline: englishTimeline,
  filterPanel: englishFilterPanel,
  manager: englishManager,
  wizard: englishWizard,
  rows: englishRows,
  issues: ISSUE_TEXTS,
};
