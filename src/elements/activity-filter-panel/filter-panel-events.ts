import type { TimelineFilter } from '../activity-timeline/timeline-filter.js';

const onward = { bubbles: true, composed: true } as const;

/** A person applied what they selected. Icons and search text of the filter are those that the panel was given. */
export class FilterApplyEvent extends CustomEvent<{ readonly filter: TimelineFilter }> {
  constructor(filter: TimelineFilter) {
    super('filterapply', { ...onward, detail: { filter } });
  }
}

/** A person left the panel by Cancel, the cross or Escape: nothing changes. */
export class FilterCancelEvent extends CustomEvent<null> {
  constructor() {
    super('filtercancel', onward);
  }
}

declare global {
  interface HTMLElementEventMap {
    filterapply: FilterApplyEvent;
    filtercancel: FilterCancelEvent;
  }
}
