import '@lit-labs/virtualizer';
import '../../../src/define-timeline.js';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import type { LitVirtualizer } from '@lit-labs/virtualizer';
import { html } from 'lit';
import { DataSet, Timeline } from 'vis-timeline/standalone';
import type { Activity } from '../../../src/model/activity.js';
import { rowOf, rowsAdapter } from './rows.js';

/** What is measured: this package's timeline, and two others. */
export type ListSide = 'timeline' | 'virtualizer' | 'vis';

/** A list on the page. */
export interface ShownList {
  /** Rows are in the page. */
  isThere(): boolean;
  scroller(): HTMLElement;
  /** Elements that the list is made of. */
  nodes(): number;
}

/** Prepares a list of so many rows; what it answers puts it onto the page, and is what is measured. */
export const lists: Readonly<Record<ListSide, (box: HTMLElement, count: number) => () => ShownList>> = {
  timeline(box, count) {
    const adapter = rowsAdapter(count);
    return () => {
      const timeline = document.createElement('activity-timeline');
      Object.assign(timeline, { adapter, customerId: 'customer', locale: 'en-US', timeZone: 'UTC' });
      box.append(timeline);
      const list = (): HTMLElement | null => timeline.shadowRoot?.querySelector<HTMLElement>('.list') ?? null;
      return {
        isThere: () => Boolean(list()?.querySelector('.item time')),
        scroller: () => list() ?? timeline,
        nodes: () => list()?.querySelectorAll('*').length ?? 0,
      };
    };
  },

  virtualizer(box, count) {
    const rows = Array.from({ length: count }, (_, row) => rowOf(row, count));
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
        nodes: () => list.querySelectorAll('*').length,
      };
    };
  },

  vis(box, count) {
    const items = new DataSet(
      Array.from({ length: count }, (_, row) => {
        const { activityId, title, timestamp } = rowOf(row, count);
        return { id: activityId, content: title, start: timestamp };
      }),
    );
    return () => {
      new Timeline(box, items, { height: '100%' });
      return {
        isThere: () => box.querySelector('.vis-item') !== null,
        scroller: () => box,
        nodes: () => box.querySelectorAll('*').length,
      };
    };
  },
};

let dates: Intl.DateTimeFormat | undefined;

/** The same two lines of text as the timeline's rows, with no more around them than they need. */
function plainRow({ title, timestamp, detail }: Activity): unknown {
  // Made with the first row, as the timeline does.
  dates ??= new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });
  return html`<div class="row">
    <span class="disc"></span>
    <div>
      <p><b>${title}</b> - <time>${dates.format(Date.parse(timestamp))}</time></p>
      <p>${detail}</p>
    </div>
  </div>`;
}
