import { html, type TemplateResult } from 'lit';
import type { AsideChoice, AsideFigure } from '../../src/elements/activity-manager/aside-rows.js';
import type { DefinitionReport, RunReport } from '../../src/model/reports.js';
import { formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';

type Figure = 'shown' | 'hidden' | AsideFigure;

/** The parts of `read` in the order of the law, and those that are rows set aside. */
const figures: readonly {
  name: Figure;
  title: string;
  words: string;
  aside?: AsideFigure;
}[] = [
  { name: 'shown', title: 'Shown', words: 'shown' },
  { name: 'hidden', title: 'Hidden', words: 'hidden' },
  { name: 'undated', title: 'No valid date', words: 'without a valid date', aside: 'undated' },
  { name: 'rejected', title: 'Rejected', words: 'rejected', aside: 'rejected' },
  { name: 'orphaned', title: 'Orphaned', words: 'orphaned', aside: 'orphaned' },
];

const sumOf = (figure: Figure | 'read', definitions: readonly DefinitionReport[]): number =>
  definitions.reduce((sum, definition) => sum + definition[figure], 0);

/** What became of the rows of each definition: every row read is in exactly one of the other columns. */
export function runFigures(report: RunReport, open: (choice: AsideChoice) => void): TemplateResult {
  const { definitions } = report;
  const read = sumOf('read', definitions);
  const parts = figures.map(({ name, words }) => ({ words, count: sumOf(name, definitions) }));
  const addsUp = parts.reduce((sum, { count }) => sum + count, 0) === read;
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="figures-heading">What became of the rows</h2>
      <p class="small quiet">Choose a figure to see the rows behind it.</p>
    </div>
    <div class="scroller" role="region" aria-labelledby="figures-heading" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th scope="col" class="number">Read</th>
            ${figures.map(({ title }) => html`<th scope="col" class="number">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${definitions.map(
            (definition) =>
              html`<tr>
                <th scope="row">${definition.name}</th>
                <td class="number">${formatNumber(definition.read)}</td>
                ${figures.map(
                  ({ name, words, aside }) =>
                    html`<td class="number">
                      ${
                        aside && definition[name] > 0
                          ? html`<button
                              class="button-link"
                              type="button"
                              aria-label="${formatNumber(definition[name])} rows of ${definition.name} ${words}"
                              @click=${() => open({ definition: definition.definition, figure: aside })}
                            >
                              ${formatNumber(definition[name])}
                            </button>`
                          : formatNumber(definition[name])
                      }
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All activities</th>
            <td class="number">${formatNumber(read)}</td>
            ${parts.map(({ count }) => html`<td class="number">${formatNumber(count)}</td>`)}
          </tr>
        </tfoot>
      </table>
    </div>
    <p class="sums-up">
      ${icon(addsUp ? 'check' : 'warn')}
      <span
        >${formatNumber(read)} read =
        ${parts.map(({ words, count }) => `${formatNumber(count)} ${words}`).join(' + ')}</span
      >
    </p>
  </section>`;
}
