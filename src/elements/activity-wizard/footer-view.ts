import { html, type TemplateResult } from 'lit';
import { FLOWS } from './wizard-flow.js';
import type { WizardActions, WizardModel } from './wizard-view.js';

/** The commands under each step, or what is under way. */
export function footerView(model: WizardModel, actions: WizardActions): TemplateResult {
  return html`<footer class="footer" part="footer">
    ${model.busy ? busyView(model, actions) : commandsView(model, actions)}
  </footer>`;
}

function busyView({ busy, strings }: WizardModel, { cancelRun, cancelSave }: WizardActions): TemplateResult {
  /** A double click that began it does not stop it: this button may stand where that one was. */
  const once =
    (stop: () => void) =>
    ({ detail }: MouseEvent): void => {
      if (detail < 2) stop();
    };
  if (busy === null || busy === 'saving') {
    return html`<span class="busy" role="status">${strings.saving} …</span>
      <button class="outline-button" type="button" @click=${once(cancelSave)}>${strings.cancel}</button>`;
  }
  return html`<span class="busy" role="status">${strings.running} …</span>
    <progress aria-label=${strings.running} max="1" .value=${busy.progress?.fraction ?? 0}></progress>
    <button class="outline-button" type="button" @click=${once(cancelRun)}>${strings.cancelRun}</button>`;
}

function commandsView(model: WizardModel, actions: WizardActions): unknown {
  const { flow, step, canSave, strings } = model;
  const isLast = step === 'review';
  const outline = (label: string, act: () => void, isEnabled = true): TemplateResult =>
    html`<button class="outline-button" type="button" ?disabled=${!isEnabled} @click=${act}>
      ${label}
    </button>`;
  const solid = (label: string, act: () => void, isEnabled = true): TemplateResult =>
    html`<button class="solid-button" type="button" ?disabled=${!isEnabled} @click=${act}>${label}</button>`;
  return [
    ...(step === FLOWS[flow][0] ? [] : [outline(strings.back, actions.back)]),
    !isLast
      ? solid(strings.next, actions.next)
      : flow === 'all'
        ? solid(strings.create, actions.create, canSave)
        : solid(strings.saveActivity, actions.save, canSave),
    ...(flow === 'all' ? [outline(strings.save, actions.save, canSave)] : []),
    ...(step === 'unification' ? [outline(strings.finish, actions.finish)] : []),
    outline(strings.cancel, actions.cancel),
  ];
}
