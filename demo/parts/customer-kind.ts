import { html, type TemplateResult } from 'lit';
import type { CustomerKind } from '../app/column-meanings.js';

const kinds: readonly { kind: CustomerKind; words: string; hint: string }[] = [
  { kind: 'individuals', words: 'People', hint: 'Each customer is a person.' },
  {
    kind: 'accounts',
    words: 'Business accounts',
    hint: 'Each customer is an organisation, which may have contacts.',
  },
];

/** Whose history it is. */
export function customerKind(value: CustomerKind, onChange: (kind: CustomerKind) => void): TemplateResult {
  return html`<fieldset class="card kinds">
    <legend class="visually-hidden">Your customers are</legend>
    <h2 aria-hidden="true">Your customers are</h2>
    <div class="kind-choices">
      ${kinds.map(
        ({ kind, words, hint }) =>
          html`<label class="kind">
            <input
              type="radio"
              name="customer-kind"
              value=${kind}
              aria-describedby="kind-${kind}"
              .checked=${kind === value}
              @change=${() => onChange(kind)}
            />
            <span>
              <strong>${words}</strong>
              <span class="small quiet" id="kind-${kind}">${hint}</span>
            </span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
