import { html, nothing, type TemplateResult } from 'lit';
import { attributesView } from './attributes-view.js';
import { typeField } from './tables-view.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** Step 4 of one activity: its type, and the attributes of that (§ 5.4). */
export function typeStepView(model: WizardModel, actions: WizardActions): TemplateResult | typeof nothing {
  const { chosen, strings } = model;
  return chosen
    ? html`<div class="controls">
        ${typeField(chosen, model.model.activities.indexOf(chosen), model, actions)}
        ${attributesView(chosen, model, actions, strings.provideMapping)}
      </div>`
    : nothing;
}
