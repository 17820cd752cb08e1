import { html, type TemplateResult } from 'lit';
import type { UnifyReport } from '../../src/model/reports.js';
import { formatDuration, formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';

const ruleFigure = (title: string, matched: number): TemplateResult =>
  html`<div class="figure">
    <dt>${title}</dt>
    <dd>${formatNumber(matched)}</dd>
  </div>`;

/** What became of the rows of the customer tables, and what each rule did. */
export function unifyFigures(report: UnifyReport): TemplateResult {
  const read = report.tables.reduce((sum, table) => sum + table.read, 0);
  return html`<section class="card card-flush">
    <div class="card-head">
      <h2 id="unify-figures-heading" tabindex="-1">Result</h2>
      <p class="small quiet">${formatDuration(report.durationMs)}</p>
    </div>
    <div class="card-figures">
      <dl class="figures">
        <div class="figure">
          <dt>Customers</dt>
          <dd>${formatNumber(report.customers)}</dd>
        </div>
        <div class="figure">
          <dt>Rows read</dt>
          <dd>${formatNumber(read)}</dd>
        </div>
        ${report.rules.map(({ name, matched }) => ruleFigure(`Matched by ${name}`, matched))}
        ${report.tables.flatMap(({ table, rules }) =>
          rules.map(({ name, matched }) => ruleFigure(`${table}: ${name}`, matched)),
        )}
      </dl>
    </div>
    <div class="scroller" role="region" aria-labelledby="unify-figures-heading" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col" class="number">Rows read</th>
            <th scope="col" class="number">New customers</th>
            <th scope="col" class="number">Matched</th>
            <th scope="col" class="number">Deduplicated</th>
            <th scope="col" class="number">Empty key</th>
            <th scope="col" class="number">Left out</th>
          </tr>
        </thead>
        <tbody>
          ${report.tables.map(
            (table) =>
              html`<tr>
                <th scope="row">${table.table}</th>
                <td class="number">${formatNumber(table.read)}</td>
                <td class="number">${formatNumber(table.customers)}</td>
                <td class="number">${formatNumber(table.matched)}</td>
                <td class="number">${formatNumber(table.duplicates)}</td>
                <td class="number">${formatNumber(table.rejected)}</td>
                <td class="number">${formatNumber(table.leftOut)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="sums-up">${icon('check')} Every row read is in exactly one of the other columns.</p>
  </section>`;
}
