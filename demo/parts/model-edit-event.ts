import type { ActivityModel } from '../../src/model/model.js';

export type ModelEdit = (model: ActivityModel) => ActivityModel;

/** A person changed the model beyond how customers are made. `done` says what happened, for the notice. */
export class ModelEditEvent extends CustomEvent<{ readonly change: ModelEdit; readonly done?: string }> {
  constructor(change: ModelEdit, done?: string) {
    super('modeledit', { bubbles: true, detail: { change, ...(done !== undefined && { done }) } });
  }
}
