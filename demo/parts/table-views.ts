import { html, type TemplateResult } from 'lit';
import type { Row, TableInfo } from '../../src/model/tables.js';
import { dateFacts } from '../app/date-facts.js';
import { formatNumber } from '../app/format.js';
import { columnTypeWords } from '../app/words.js';

/** The columns of a table: type, empty values, facts about dates. */
export function tableColumns({ columns, rows, name }: TableInfo): TemplateResult {
  return html`<section class="card card-flush">
    <div class="card-head"><h2 id="columns-heading">Columns</h2></div>
    <div class="scroller" role="region" aria-label="Columns of ${name}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
            <th scope="col" class="number">Empty</th>
            <th scope="col">Dates</th>
          </tr>
        </thead>
        <tbody>
          ${columns.map(
            (column) =>
              html`<tr>
                <th scope="row">${column.name}</th>
                <td>${columnTypeWords(column.type)}</td>
                <td class="number">
                  ${column.empty === rows && rows > 0 ? 'all' : formatNumber(column.empty)}
                </td>
                <td class="quiet">${dateFacts(column)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The first rows of a table. */
export function tableRows(sample: readonly Row[], { columns, name }: TableInfo): TemplateResult {
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="rows-heading">First rows</h2>
    </div>
    <div class="scroller" role="region" aria-label="First rows of ${name}" tabindex="0">
      <table class="sample">
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${sample.map(
            (row) =>
              html`<tr>
                ${columns.map((column) => html`<td>${row[column.name] ?? ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
