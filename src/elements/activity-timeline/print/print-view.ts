import { html, nothing, type TemplateResult } from 'lit';
import type { Activity } from '../../../model/activity.js';
import { timeZone } from '../../../model/time-zone.js';
import { fill } from '../../shared/messages.js';
import { viewUnknownType } from '../../shared/type-view.js';
import { filterLabels } from '../applied-filters-view.js';
import type { ItemDetailOptions } from '../detail/detail-view.js';
import { itemView } from '../item-view.js';
import { monthOfRow } from '../list/row-book.js';
import type { TimelineModel } from '../timeline-model.js';
import type { PrintCopy } from './print-job.js';

/** The list as it goes on paper: by what it is filtered, what of it is there, and every row under its month. */
export function printView(
  { rows, total }: PrintCopy,
  model: TimelineModel,
  details: ItemDetailOptions | null,
): TemplateResult {
  const { text, plan } = model;
  const counts = new Map(plan.months.map(({ month, count, isExact }) => [month, text.count(count, isExact)]));
  return html`<div class="print-copy" part="print">
    ${printFacts(model, rows.length, total)}
    ${byMonth(rows, model.zone).map(
      ([month, items]) =>
        html`<section class="month">
          <h3 class="month-heading">
            <span class="month-name"
              >${fill(text.strings.month, {
                month: text.month(month),
                count: counts.get(month) ?? text.count(items.length, true),
              })}</span
            >
          </h3>
          <ol class="items" role="list">
            ${items.map((activity, i) => html`<li class="item">${printItem(activity, i, model, details)}</li>`)}
          </ol>
        </section>`,
    )}
  </div>`;
}

/** Above the rows: the filters, which have no controls on paper, and how many rows are not there. */
export function printFacts(model: TimelineModel, shown: number, total: number | null): TemplateResult {
  const { strings } = model.text;
  const filters = filterLabels(model);
  return html`${
    filters.length > 0
      ? html`<p class="print-fact">${fill(strings.printFilters, { filters: model.text.list(filters) })}</p>`
      : nothing
  }${
    shown === total
      ? nothing
      : html`<p class="print-fact print-part" part="print-part">
          ${fill(strings.printPart, {
            shown: model.text.count(shown, true),
            total: model.text.count(total ?? shown, total !== null),
          })}
        </p>`
  }`;
}

function printItem(
  activity: Activity,
  row: number,
  { types, text }: TimelineModel,
  details: ItemDetailOptions | null,
): TemplateResult {
  // Numbers below zero: no entry of the list has such a one.
  const place = { entry: -1 - row, position: row + 1, size: -1, isActive: false, isPinned: false };
  const view = types.get(activity.type) ?? viewUnknownType(activity.type);
  return itemView(activity, { view, search: '', text, place, details, onOpen: () => undefined });
}

function byMonth(rows: readonly Activity[], zone: string): [month: string, items: Activity[]][] {
  const months = new Map<string, Activity[]>();
  for (const row of rows) {
    const month = monthOfRow(row, timeZone(zone));
    const items = months.get(month) ?? [];
    months.set(month, items);
    items.push(row);
  }
  return [...months];
}
