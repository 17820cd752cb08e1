import { html, type TemplateResult } from 'lit';
import type { ChangeCounts, RunReport } from '../../src/model/reports.js';
import { formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';

const kinds: readonly { name: keyof ChangeCounts; title: string }[] = [
  { name: 'added', title: 'Added' },
  { name: 'removed', title: 'Removed' },
  { name: 'changed', title: 'Changed' },
  { name: 'unchanged', title: 'Unchanged' },
];

/** How the activities of each definition differ from those of the run before (D 60). */
export function runChanges({ definitions }: RunReport): TemplateResult {
  const isFirst = definitions.every(
    ({ changes }) => changes.removed + changes.changed + changes.unchanged === 0,
  );
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="changes-heading">What changed since the run before</h2>
      <p class="small quiet">
        ${isFirst ? 'This was the first run: everything is new.' : 'By key, and by what is shown.'}
      </p>
    </div>
    <div class="scroller" role="region" aria-labelledby="changes-heading" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            ${kinds.map(({ title }) => html`<th scope="col" class="number">${title}</th>`)}
            <th scope="col">Work</th>
          </tr>
        </thead>
        <tbody>
          ${definitions.map(
            ({ name, changes, isRebuilt }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${kinds.map((kind) => html`<td class="number">${formatNumber(changes[kind.name])}</td>`)}
                <td class="quiet nowrap">
                  ${isRebuilt ? 'Built anew' : html`${icon('check')} Taken over as it was`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
