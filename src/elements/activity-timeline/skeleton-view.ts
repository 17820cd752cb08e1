import { html, type TemplateResult } from 'lit';
import { filterIcon } from '../shared/control-icons.js';

const CHIPS = [1, 2, 3];
const ROWS = [1, 2, 3, 4, 5];

/** Stands where the chips will be, in their size. */
export const chipsSkeleton: TemplateResult = html`<ul class="chips" part="skeleton" aria-hidden="true">
  ${CHIPS.map(
    () =>
      html`<li>
        <span class="chip">
          <span class="disc chip-disc ghost"></span>
          <span class="chip-label"><span class="bone bone-label"></span></span>
        </span>
      </li>`,
  )}
</ul>`;

/** Stands where the search box will be, in its size. */
export const headerSkeleton: TemplateResult = html`<div
  class="search-box ghost-field"
  part="skeleton"
  aria-hidden="true"
></div>`;

/** Stands where the button that opens the panel will be, as wide as its text. */
export function filterSkeleton(label: string): TemplateResult {
  return html`<span class="text-button ghost-button" part="skeleton" aria-hidden="true">
    ${filterIcon}${label}
  </span>`;
}

/** Stands where the picture of months will be, in its size. */
export const densitySkeleton: TemplateResult = html`<div class="density" part="skeleton" aria-hidden="true">
  <div class="density-picture density-ghost"></div>
  <div class="density-ends"></div>
  <div class="density-scale">
    <span><span class="bone bone-label"></span></span><span><span class="bone bone-label"></span></span>
  </div>
</div>`;

const rows: TemplateResult = html`<ol class="items">
  ${ROWS.map(
    () =>
      html`<li class="item">
        <span class="disc item-disc ghost"></span>
        <div class="item-text">
          <p class="item-heading"><span class="bone bone-title"></span></p>
          <p class="item-detail"><span class="bone bone-detail"></span></p>
        </div>
      </li>`,
  )}
</ol>`;

/** Stands where the first month will be, in its size. */
export const monthSkeleton: TemplateResult = html`<div class="month" part="skeleton" aria-hidden="true">
  <div class="month-heading">
    <span class="month-button"><span class="bone bone-month"></span></span>
  </div>
  ${rows}
</div>`;

/** Stands in the place of a row that is being read. */
export function itemSkeleton(label: string): TemplateResult {
  return html`<span class="disc item-disc ghost"></span>
    <div class="item-text">
      <span class="visually-hidden">${label}</span>
      <p class="item-heading" aria-hidden="true"><span class="bone bone-title"></span></p>
      <p class="item-detail" aria-hidden="true"><span class="bone bone-detail"></span></p>
    </div>`;
}
