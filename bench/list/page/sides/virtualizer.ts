import '@lit-labs/virtualizer';
import type { LitVirtualizer } from '@lit-labs/virtualizer';
import { html } from 'lit';
import type { Activity } from '../../../../src/model/activity.js';
import { allRows, type PrepareList } from '../lists.js';

/** A list of rows that are there before the clock starts. */
export const prepare: PrepareList = (box, count) => {
  const rows = allRows(count);
  return () => {
    const list = document.createElement('lit-virtualizer') as LitVirtualizer<Activity>;
    list.scroller = true;
    list.renderItem = plainRow;
    list.items = rows;
    list.style.height = '100%';
    box.append(list);
    return {
      isThere: () => list.querySelector('time') !== null,
      scroller: () => list,
      rows: () => [...list.querySelectorAll('.row')],
      nodes: () => list.querySelectorAll('*').length,
    };
  };
};

let dates: Intl.DateTimeFormat | undefined;

/** The same two lines of text as the timeline's rows, with no more around them than they need. */
function plainRow({ title, timestamp, detail }: Activity): unknown {
  // Made with the first row.
  dates ??= new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });
  return html`<div class="row">
    <span class="disc"></span>
    <div>
      <p><b>${title}</b> - <time>${dates.format(Date.parse(timestamp))}</time></p>
      <p>${detail}</p>
    </div>
  </div>`;
}
