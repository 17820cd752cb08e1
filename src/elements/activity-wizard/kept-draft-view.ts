import { html, nothing, type TemplateResult } from 'lit';
import { ageText } from '../shared/age.js';
import { fill } from '../shared/messages.js';
import type { DraftKeeper } from './kept-draft.js';
import type { WizardModel } from './wizard-view.js';

/** Offers work that was kept when the wizard was left without a decision; not to a save that would miss it. */
export function keptDraftView(
  keeper: DraftKeeper,
  { busy, isDone, strings, locale }: Pick<WizardModel, 'busy' | 'isDone' | 'strings' | 'locale'>,
): TemplateResult | typeof nothing {
  if (keeper.offeredSince === null || isDone) return nothing;
  const age = ageText(keeper.offeredSince, Date.now(), locale);
  return html`<div class="notice" part="kept" role="status">
    <p class="grow">${fill(strings.kept, { age })}</p>
    <button class="solid-button" type="button" ?disabled=${busy !== null} @click=${() => keeper.resume()}>
      ${strings.resume}
    </button>
    <button class="outline-button" type="button" ?disabled=${busy !== null} @click=${() => keeper.discard()}>
      ${strings.discard}
    </button>
  </div>`;
}
