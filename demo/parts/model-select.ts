import { html, type TemplateResult } from 'lit';

/** A labelled choice among names. `value` may be a name that is gone; it then stands there marked, not hidden. */
export function nameSelect(options: {
  id: string;
  label: string;
  names: readonly string[];
  value: string;
  onChange: (value: string) => void;
}): TemplateResult {
  const { id, label, names, value, onChange } = options;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
      ${
        names.includes(value)
          ? ''
          : html`<option value=${value} selected disabled>
              ${value ? `${value} (missing)` : 'Choose a column'}
            </option>`
      }
      ${names.map((name) => html`<option value=${name} ?selected=${name === value}>${name}</option>`)}
    </select>
  </div>`;
}
