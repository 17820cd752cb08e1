import '../../../../src/define-timeline.js';
import type { PrepareList } from '../lists.js';
import { rowsAdapter } from '../rows.js';

/** The whole element; its rows are computed when they are asked for. */
export const prepare: PrepareList = (box, count) => {
  const adapter = rowsAdapter(count);
  return () => {
    const timeline = document.createElement('activity-timeline');
    Object.assign(timeline, { adapter, customerId: 'customer', locale: 'en-US', timeZone: 'UTC' });
    box.append(timeline);
    const list = (): HTMLElement | null => timeline.shadowRoot?.querySelector<HTMLElement>('.list') ?? null;
    return {
      isThere: () => Boolean(list()?.querySelector('.item time')),
      scroller: () => list() ?? timeline,
      rows: () => [...(list()?.querySelectorAll('.month') ?? [])],
      nodes: () => list()?.querySelectorAll('*').length ?? 0,
    };
  };
};
