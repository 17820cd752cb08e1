import type { ModelIssue } from '../../model/validate/issues.js';
import type { ActivityDefinition } from '../../model/model.js';
import { englishTimeline } from '../activity-timeline/timeline-strings.js';
import { resolveLocale } from '../shared/locale.js';
import { replaceStrings } from '../shared/replace-strings.js';
import { englishRows } from '../shared/rows/rows-strings.js';
import type { ActivitySettings } from '../shared/settings-context.js';
import type { WizardParts } from './wizard-actions.js';
import type { WizardDraft } from './wizard-draft.js';
import { isError, isOwn } from './wizard-flow.js';
import type { WizardStrings } from './wizard-strings.js';
import type { WizardModel } from './wizard-view.js';

/** What the element itself knows of what is shown. */
export interface WizardSight {
  readonly draft: WizardDraft;
  readonly issues: readonly ModelIssue[];
  /** The definition that an example is shown of. */
  readonly exampled: ActivityDefinition | undefined;
  readonly texts: WizardStrings;
  /** The element's own locale. */
  readonly locale: string | undefined;
  readonly settings: ActivitySettings | undefined;
}

/** All that the wizard shows, read from the state of its parts. */
export function wizardModel(parts: WizardParts, sight: WizardSight): WizardModel {
  const { state, walk, newType, ending, dialogs, example } = parts;
  const { draft, issues, exampled, texts, settings } = sight;
  const { locale: provided, strings } = settings ?? {};
  const { activities } = draft.model;
  const single = parts.single();
  const isNew = single !== '' && !state.isStored(single);
  return {
    model: draft.model,
    tables: state.tables,
    issues,
    reasons: state.reasons,
    flow: walk.flow,
    step: walk.step,
    isFirstFrame: walk.isFirstFrame,
    visited: walk.visited,
    tried: walk.tried,
    isNew,
    isDone: ending.isDone,
    chosen: activities.find(({ id }) => id === walk.chosen) ?? activities[0],
    newType: newType.typed,
    canUndo: draft.past.length > 0,
    canRedo: draft.future.length > 0,
    canSave:
      !issues.some((issue) => isError(issue) && isOwn(issue)) && (single === '' || isNew || state.isChanged),
    busy: ending.busy,
    error: state.error,
    message: ending.message,
    example: exampled ? example.model(exampled, state.tables, texts.event) : null,
    showRows: state.adapter?.checkRows ? (issue) => dialogs.openRows(issue) : null,
    strings: texts,
    rowsStrings: replaceStrings(englishRows, strings?.rows),
    timelineStrings: replaceStrings(englishTimeline, strings?.timeline),
    issueTexts: strings?.issues,
    locale: resolveLocale(sight.locale, provided),
  };
}
