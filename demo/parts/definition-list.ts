import { html, type TemplateResult } from 'lit';
import type { ActivityModel } from '../../src/model/model.js';
import { defaultIcon, displayTypeName } from '../../src/model/semantic-types.js';
import { isIconName, typeIcon } from '../../src/elements/shared/icons.js';
import { formatCount } from '../app/format.js';
import { describePaths } from '../app/paths.js';

/** The activity definitions of a model, as a list to read. */
export function definitionList(model: ActivityModel): TemplateResult {
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="definitions-heading">Definitions</h2>
      <p class="small quiet">${formatCount(model.activities.length, 'activity', 'activities')}</p>
    </div>
    <div class="scroller" role="region" aria-labelledby="definitions-heading" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th scope="col">Type</th>
            <th scope="col">Table</th>
            <th scope="col" class="wide-only">Data source</th>
            <th scope="col">In timeline</th>
            <th scope="col">Way to the customer</th>
          </tr>
        </thead>
        <tbody>
          ${model.activities.map((definition) => {
            const table = model.tables.find(({ name }) => name === definition.table);
            const picture = isIconName(definition.icon) ? definition.icon : defaultIcon(definition.type);
            return html`<tr>
              <th scope="row">
                <span class="definition-name">${typeIcon(picture)} ${definition.name}</span>
              </th>
              <td>${displayTypeName(definition.type)}</td>
              <td>${table?.table ?? definition.table}</td>
              <td class="wide-only">${table?.source ?? ''}</td>
              <td>${definition.showInTimeline ? 'Yes' : html`<span class="badge">Hidden</span>`}</td>
              <td class="quiet">
                ${describePaths(definition, model).map((path) => html`<div class="nowrap">${path}</div>`)}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
