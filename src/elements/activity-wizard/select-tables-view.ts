import { html, nothing, type TemplateResult } from 'lit';
import { foldText, searchText } from '../../model/search-text.js';
import type { TableInfo } from '../../model/tables.js';
import { searchIcon } from '../shared/control-icons.js';
import { dialogView } from '../shared/dialog-view.js';
import { isDate } from './proposals.js';
import type { WizardStrings } from './wizard-strings.js';

/** The pane "Select tables" (§ 4.1): what is checked is not selected before Add. */
export function selectTablesView(
  model: {
    readonly tables: readonly TableInfo[];
    readonly checked: ReadonlySet<string>;
    readonly search: string;
    readonly isBusy: boolean;
    readonly strings: WizardStrings;
  },
  actions: {
    readonly toggle: (table: string) => void;
    readonly search: (text: string) => void;
    readonly add: () => void;
    readonly close: () => void;
  },
): TemplateResult {
  const { tables, checked, search, isBusy, strings } = model;
  const needle = searchText(search);
  const found = tables.filter(({ source, table }) => foldText(`${table} ${source}`).includes(needle));
  const sources = [...new Set(found.map(({ source }) => source))].sort();
  return dialogView({
    shape: 'pane',
    title: strings.selectTables,
    close: strings.close,
    onClose: actions.close,
    content: html`<label class="search">
        ${searchIcon}
        <input
          class="field"
          type="search"
          aria-label=${strings.searchTables}
          placeholder=${strings.searchTables}
          .value=${search}
          @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)}
        />
      </label>
      ${found.length === 0 ? html`<p class="hint">${strings.noTables}</p>` : nothing}
      ${sources.map(
        (source) =>
          html`<fieldset class="choice-group tables">
            <legend class="label">${source}</legend>
            ${found
              .filter((known) => known.source === source)
              .map(({ name, table, columns }) => {
                const hasDate = columns.some(({ type }) => isDate(type));
                return html`<label class="choice">
                  <input
                    class="box"
                    type="checkbox"
                    .checked=${checked.has(name)}
                    ?disabled=${!hasDate && !checked.has(name)}
                    @change=${() => actions.toggle(name)}
                  />
                  ${table}${hasDate ? nothing : html` <span class="hint">${strings.noDate}</span>`}
                </label>`;
              })}
          </fieldset>`,
      )}`,
    footer: html`<button class="solid-button" type="button" ?disabled=${isBusy} @click=${actions.add}>
        ${strings.add}
      </button>
      <button class="outline-button" type="button" @click=${actions.close}>${strings.cancel}</button>`,
  });
}
