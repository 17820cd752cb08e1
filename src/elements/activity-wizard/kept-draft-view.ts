import { html, nothing, type TemplateResult } from 'lit';
import { ageText } from '../shared/age.js';
import { fill } from '../shared/messages.js';
import type { DraftKeeper } from './kept-draft.js';
import type { WizardModel } from './wizard-view.js';

/** Offers work that was kept when the wizard was left without a decision. */
export function keptDraftView(
  keeper: DraftKeeper,
  { strings, locale }: Pick<WizardModel, 'strings' | 'locale'>,
): TemplateResult | typeof nothing {
  if (keeper.offeredSince === null) return nothing;
  const age = ageText(keeper.offeredSince, Date.now(), locale);
  return html`<div class="notice" part="kept" role="status">
    <p class="grow">${fill(strings.kept, { age })}</p>
    <button class="solid-button" type="button" @click=${() => keeper.resume()}>${strings.resume}</button>
    <button class="outline-button" type="button" @click=${() => keeper.discard()}>${strings.discard}</button>
  </div>`;
}
