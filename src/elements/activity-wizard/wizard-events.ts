import type { ActivityModel } from '../../model/model.js';

const onward = { bubbles: true, composed: true } as const;

/** A model was saved. */
export class ModelSaveEvent extends CustomEvent<{
  readonly model: ActivityModel;
  readonly revision: string;
}> {
  constructor(model: ActivityModel, revision: string) {
    super('modelsave', { ...onward, detail: { model, revision } });
  }
}

/** The wizard is done, or was left. The host takes it away; cancel it to keep the wizard in use. */
export class WizardCloseEvent extends CustomEvent<{ readonly saved: boolean }> {
  constructor(saved: boolean) {
    super('wizardclose', { ...onward, cancelable: true, detail: { saved } });
  }
}

declare global {
  interface HTMLElementEventMap {
    modelsave: ModelSaveEvent;
    wizardclose: WizardCloseEvent;
  }
}
