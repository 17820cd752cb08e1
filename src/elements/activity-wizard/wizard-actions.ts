import { OTHER_TYPE } from '../../model/semantic-types.js';
import type { Downloads } from '../shared/downloads.js';
import { drawingFile } from './picture/drawing-file.js';
import type { Example } from './example.js';
import type { NewType } from './new-type.js';
import type { WizardDialogs } from './wizard-dialogs.js';
import {
  edit,
  patchField,
  redo,
  removeActivity,
  removePath,
  undo,
  type WizardDraft,
} from './wizard-draft.js';
import type { WizardEnding } from './wizard-ending.js';
import type { WizardState } from './wizard-state.js';
import type { WizardActions } from './wizard-view.js';
import type { WizardWalk } from './wizard-walk.js';

/** What a wizard is made of, as far as a person acts on it. */
export interface WizardParts {
  readonly state: WizardState;
  readonly walk: WizardWalk;
  readonly newType: NewType;
  readonly ending: WizardEnding;
  readonly dialogs: WizardDialogs;
  readonly example: Example;
  readonly downloads: Downloads;
  /** Id of the one definition; empty where all are configured. */
  readonly single: () => string;
  readonly edit: (change: (draft: WizardDraft) => WizardDraft) => void;
  readonly focus: (id: string) => Promise<void>;
  readonly leave: (saved: boolean) => void;
  readonly update: () => void;
}

/** What a person can do, as acts on the parts. */
export function wizardActions(parts: WizardParts): WizardActions {
  const { state, walk, newType, ending, dialogs, example, focus, leave, update } = parts;
  const patch: WizardActions['patch'] = (id, field, value) => {
    state.dropReason(id, field);
    if (field === 'type') newType.drop();
    parts.edit((draft) => edit(draft, patchField(draft.model, id, field, value), `${id} ${field}`));
  };
  return {
    patch,
    go: (step) => void walk.go(step),
    next: () => void walk.next(),
    back: () => void walk.back(),
    undo: () => parts.edit(undo),
    redo: () => parts.edit(redo),
    finish: () => {
      // A type that nobody was asked for is Other (§ 5.3); one that is stored stays.
      const id = parts.single();
      if (!walk.visited.has('type') && !state.isStored(id)) patch(id, 'type', OTHER_TYPE);
      void walk.next('review');
    },
    save: () => {
      if (parts.single() === '') void ending.saveAndLeave();
      else void ending.saveAndTell().then((isDone) => (isDone ? focus('heading') : undefined));
    },
    create: () => void ending.saveAndRun(),
    done: () => leave(true),
    cancel: () => {
      if (state.isChanged) dialogs.openDiscard();
      else leave(false);
    },
    cancelRun: () => state.cancelRun(),
    cancelSave: () => state.cancelSave(),
    focusIssue: (issue) => void walk.focusIssue(issue),
    openTables: () => dialogs.openTables(),
    removeTable: (id) => parts.edit((draft) => edit(draft, removeActivity(draft.model, id))),
    chooseTable: (id, table) => void state.chooseTable(id, table),
    useOwn: (usesOwn) => {
      example.choose(usesOwn);
      update();
    },
    startType: (id) => newType.start(id),
    typeName: (text) => newType.type(text),
    addType: () => newType.add(),
    choose: (id, step = 'fields') => void walk.choose(id, step),
    savePicture: (drawing) =>
      parts.downloads.give(new Blob([drawingFile(drawing)], { type: 'image/svg+xml' }), 'relationships.svg'),
    openPath: (id, place) => dialogs.openPath(id, place),
    removePath: (id, place) => {
      parts.edit((draft) => edit(draft, removePath(draft.model, id, place)));
      const at = state.draft?.model.activities.findIndex((known) => known.id === id);
      void focus(`/activities/${at}/paths`);
    },
  };
}
