import { html, nothing, type TemplateResult } from 'lit';
import type { ActivityDefinition, ActivityModel } from '../../src/model/model.js';
import { defaultIcon, displayTypeName } from '../../src/model/semantic-types.js';
import { isIconName, typeIcon } from '../../src/elements/shared/icons.js';
import { formatCount } from '../app/format.js';
import { icon } from '../app/icons.js';
import { describePaths } from '../app/paths.js';

export interface DefinitionListOptions {
  /** Ids of definitions whose activities are older than what they are made of. */
  outOfDate: ReadonlySet<string>;
  rename(this: void, definition: ActivityDefinition): void;
  remove(this: void, definition: ActivityDefinition): void;
}

/** The activity definitions of a model, each with its commands. */
export function definitionList(model: ActivityModel, options: DefinitionListOptions): TemplateResult {
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="definitions-heading" tabindex="-1">Definitions</h2>
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
            <th scope="col"><span class="visually-hidden">Commands</span></th>
          </tr>
        </thead>
        <tbody>
          ${model.activities.map((definition) => definitionRow(definition, model, options))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function definitionRow(
  definition: ActivityDefinition,
  model: ActivityModel,
  { outOfDate, rename, remove }: DefinitionListOptions,
): TemplateResult {
  const { id, name, type } = definition;
  const table = model.tables.find((known) => known.name === definition.table);
  const picture = isIconName(definition.icon) ? definition.icon : defaultIcon(type);
  return html`<tr>
    <th scope="row">
      <span class="definition-name">${typeIcon(picture)} ${name}</span>
      ${outOfDate.has(id) ? html`<span class="badge badge-warn">Refresh needed</span>` : nothing}
    </th>
    <td>${displayTypeName(type)}</td>
    <td>${table?.table ?? definition.table}</td>
    <td class="wide-only">${table?.source ?? ''}</td>
    <td>${definition.showInTimeline ? 'Yes' : html`<span class="badge">Hidden</span>`}</td>
    <td class="quiet">
      ${describePaths(definition, model).map((path) => html`<div class="path">${path}</div>`)}
    </td>
    <td class="cell-end nowrap">
      <button
        class="button-icon"
        type="button"
        aria-label="Rename ${name}"
        @click=${() => rename(definition)}
      >
        ${icon('pencil')}
      </button>
      <button
        class="button-icon"
        type="button"
        aria-label="Delete ${name}"
        @click=${() => remove(definition)}
      >
        ${icon('bin')}
      </button>
    </td>
  </tr>`;
}
