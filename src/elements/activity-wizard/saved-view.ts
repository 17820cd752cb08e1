import { html, type TemplateResult } from 'lit';
import { doneIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { FLOWS } from './wizard-flow.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** The page "Activity saved" (§ 5.5): all steps are done. */
export function savedView({ flow, chosen, strings }: WizardModel, { done }: WizardActions): TemplateResult {
  return html`<div class="frame" part="base">
    <ol class="stepper saved" part="stepper">
      ${FLOWS[flow].map(
        (step) =>
          html`<li>
            ${doneIcon} ${strings.steps[step]}<span class="visually-hidden">${strings.stepDone}</span>
          </li>`,
      )}
    </ol>
    <h2 class="heading" id="heading" tabindex="-1">${strings.savedTitle}</h2>
    <p role="status">${fill(strings.savedHint, { name: chosen?.name ?? '' })}</p>
    <footer class="footer" part="footer">
      <button class="solid-button" type="button" @click=${done}>${strings.done}</button>
    </footer>
  </div>`;
}
