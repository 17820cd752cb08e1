import { html, nothing, type TemplateResult } from 'lit';
import { pictureView } from './picture/picture-view.js';
import { tablePathsView } from './relationships-view.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** Step 2 of one activity: how its rows lead to a customer (§ 5.2). */
export function relationshipView(
  model: WizardModel,
  actions: WizardActions,
): TemplateResult | typeof nothing {
  const { chosen } = model;
  return chosen
    ? html`${chosen.paths.length > 0 ? pictureView([chosen], model, actions) : nothing}
      ${tablePathsView(chosen, model.model.activities.indexOf(chosen), model, actions)}`
    : nothing;
}
