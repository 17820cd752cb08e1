import { html, type TemplateResult } from 'lit';
import { icon } from '../app/icons.js';

/** A meaning, and the column that has it. */
export interface ColumnChoice {
  readonly key: string;
  /** For people. */
  readonly words: string;
  readonly column: string | undefined;
}

/** A folded list of meanings, each with a choice among the columns of a table, or none of them. */
export function columnChoices(options: {
  id: string;
  summary: string;
  choices: readonly ColumnChoice[];
  columns: readonly string[];
  onChange: (key: string, column: string) => void;
}): TemplateResult {
  const { id, summary, choices, columns, onChange } = options;
  return html`<details class="duplicates">
    <summary>${summary} ${icon('fold')}</summary>
    <div class="column-choices">
      ${choices.map(({ key, words, column = '' }, place) => {
        const names = column === '' || columns.includes(column) ? columns : [column, ...columns];
        return html`<div class="field">
          <label for="${id}-${place}">${words}</label>
          <select
            id="${id}-${place}"
            @change=${(event: Event) => onChange(key, (event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${column === ''}>None</option>
            ${names.map((name) => html`<option value=${name} ?selected=${name === column}>${name}</option>`)}
          </select>
        </div>`;
      })}
    </div>
  </details>`;
}
