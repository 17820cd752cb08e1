import { html, nothing, type TemplateResult } from 'lit';
import { columnOf, dateOrderView, iconView, showView } from './definition-fields.js';
import { exampleView } from './example-view.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** Step 3 of one activity: what its items show, beside how they will look (§ 5.3). */
export function unificationView(model: WizardModel, actions: WizardActions): TemplateResult | typeof nothing {
  const { chosen } = model;
  return chosen
    ? html`<div class="columns with-example">
        <div class="controls">
          ${columnOf('event', chosen, model, actions)} ${columnOf('timestamp', chosen, model, actions)}
          ${dateOrderView(chosen, model, actions)} ${columnOf('detail', chosen, model, actions)}
          ${iconView(chosen, model, actions)} ${columnOf('url', chosen, model, actions)}
          ${showView(chosen, model, actions)}
        </div>
        ${exampleView(model, actions)}
      </div>`
    : nothing;
}
