import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { arrowIcon, binIcon, checkIcon, pencilIcon } from '../shared/control-icons.js';
import { numberFormat } from '../shared/formatters.js';
import { typeIcon } from '../shared/icons.js';
import { fill, plural } from '../shared/messages.js';
import type { ManagerColumn, ManagerRow } from './manager-list.js';
import type { ManagerActions, ManagerModel } from './manager-view.js';

const COLUMNS: readonly ManagerColumn[] = ['name', 'table', 'source', 'type', 'shown'];

/** The definitions as a table (§ 6.1). */
export function listView(model: ManagerModel, actions: ManagerActions): TemplateResult {
  const { rows, shown, selected, sort, strings, locale } = model;
  const isAll = shown.length > 0 && shown.every(({ id }) => selected.has(id));
  return html`<div class="scroller" part="list" role="region" tabindex="0" aria-label=${strings.title}>
      <table>
        <thead>
          <tr>
            <th class="narrow" scope="col">
              <input
                class="box"
                type="checkbox"
                aria-label=${strings.selectAll}
                .checked=${isAll}
                .indeterminate=${!isAll && selected.size > 0}
                @change=${actions.selectAll}
              />
            </th>
            ${COLUMNS.map(
              (column) =>
                html`<th
                  class=${column}
                  scope="col"
                  aria-sort=${ifDefined(sort.column !== column ? undefined : sort.isDescending ? 'descending' : 'ascending')}
                >
                  <button class="sort" type="button" @click=${() => actions.sort(column)}>
                    ${strings[column]}${
                      sort.column === column
                        ? html`<span class=${sort.isDescending ? 'down' : 'up'}>${arrowIcon}</span>`
                        : nothing
                    }
                  </button>
                </th>`,
            )}
            <th class="narrow" scope="col"><span class="visually-hidden">${strings.commands}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ id }) => id,
            (row) => rowView(row, model, actions),
          )}
        </tbody>
      </table>
    </div>
    ${
      shown.length === 0
        ? html`<div class="empty">
            <p>${strings.noMatch}</p>
            <button class="text-button" type="button" @click=${() => actions.search('')}>
              ${strings.clearSearch}
            </button>
          </div>`
        : html`<p class="hint count">
            ${fill(plural(strings.count, rows.length, locale), { count: numberFormat(locale).format(rows.length) })}
          </p>`
    }`;
}

function rowView(
  row: ManagerRow,
  { selected, strings }: ManagerModel,
  actions: ManagerActions,
): TemplateResult {
  const { id, name } = row;
  return html`<tr class=${selected.has(id) ? 'selected' : ''} part="row">
    <td class="narrow">
      <input
        class="box"
        type="checkbox"
        aria-label=${fill(strings.selectOne, { name })}
        .checked=${selected.has(id)}
        @change=${() => actions.select(id)}
      />
    </td>
    <th class="name" scope="row">
      <span class="name-cell">
        <span class="named">
          ${typeIcon(row.icon)}
          <button
            class="link"
            type="button"
            title=${fill(strings.editOne, { name })}
            @click=${() => actions.configure(id)}
          >
            ${name}
          </button>
        </span>
        ${row.isBlocked ? html`<span class="badge bad">${strings.toMend}</span>` : nothing}
        ${row.isOutOfDate ? html`<span class="badge warn">${strings.refreshNeeded}</span>` : nothing}
      </span>
    </th>
    <td class="table">${row.table}</td>
    <td class="source">${row.source}</td>
    <td class="type">${row.type}</td>
    <td class="shown">
      ${
        row.isShown
          ? html`${checkIcon}<span class="visually-hidden">${strings.yes}</span>`
          : html`<span class="hint">${strings.no}</span>`
      }
    </td>
    <td class="narrow">
      <span class="row-commands">
        <button
          class="icon-button"
          type="button"
          aria-label=${fill(strings.renameOne, { name })}
          @click=${() => actions.rename(id)}
        >
          ${pencilIcon}
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label=${fill(strings.deleteOne, { name })}
          @click=${() => actions.delete([id])}
        >
          ${binIcon}
        </button>
      </span>
    </td>
  </tr>`;
}
