import { html, type TemplateResult } from 'lit';
import type { AdapterError } from '../../model/errors.js';
import type { WizardStrings } from './wizard-strings.js';

/** Stands in for the wizard while the model is read, or says why it could not be. */
export function waitingView(
  error: AdapterError | null,
  strings: WizardStrings,
  retry: () => void,
): TemplateResult {
  if (!error) return html`<p role="status">${strings.loading} …</p>`;
  return html`<div class="notice bad" role="alert">
    <p class="grow"><strong>${strings.failed}</strong> ${error.message}</p>
    <button class="text-button" type="button" @click=${retry}>${strings.retry}</button>
  </div>`;
}
