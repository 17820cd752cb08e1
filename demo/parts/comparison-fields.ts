import { html, nothing, type TemplateResult } from 'lit';
import { PRECISION, type Comparison, type Normalization } from '../../src/model/model.js';
import { normalizations } from '../app/words.js';

/** How alike two values have to be (§ 9.4): a named level, or the percentage that the model says. */
export function precisionSelect(
  id: string,
  { precision = PRECISION.exact }: Comparison,
  onChange: (precision: number) => void,
): TemplateResult {
  const levels = Object.entries(PRECISION).reverse();
  const isNamed = levels.some(([, percent]) => percent === precision);
  return html`<div class="field">
    <label for="${id}-precision">Precision</label>
    <select
      id="${id}-precision"
      @change=${(event: Event) => onChange(Number((event.target as HTMLSelectElement).value))}
    >
      ${isNamed ? nothing : html`<option value=${precision} selected>${precision} %</option>`}
      ${levels.map(
        ([level, percent]) =>
          html`<option value=${percent} ?selected=${percent === precision}>
            ${precisionWords(level, percent)}
          </option>`,
      )}
    </select>
  </div>`;
}

/** `Exact`, `High, 80 %`. */
const precisionWords = (level: string, percent: number): string =>
  `${level.slice(0, 1).toUpperCase()}${level.slice(1)}${percent === 100 ? '' : `, ${percent} %`}`;

/** The differences between two values that do not count. */
export function normalizationChecks(
  { normalize = [] }: Comparison,
  onChange: (normalize: Normalization[]) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>Ignore differences in</legend>
    ${normalizations.map(
      ({ name, words }) =>
        html`<label class="check">
          <input
            type="checkbox"
            .checked=${normalize.includes(name)}
            @change=${(event: Event) =>
              onChange(withNormalization(normalize, name, (event.target as HTMLInputElement).checked))}
          />
          ${words}
        </label>`,
    )}
  </fieldset>`;
}

/** Normalisations are kept in the order of the list: it is the order in which they are applied. */
function withNormalization(
  normalize: readonly Normalization[],
  name: Normalization,
  isOn: boolean,
): Normalization[] {
  const wanted = new Set(normalize);
  if (isOn) wanted.add(name);
  else wanted.delete(name);
  const ordered = normalizations.map((known) => known.name).filter((known) => wanted.has(known));
  const others = [...wanted].filter((known) => !ordered.includes(known));
  return [...ordered, ...others];
}
