import type { Activity } from '../../model/activity.js';
import type { AdapterError } from '../../model/errors.js';
import type { TimelineFilter } from './timeline-filter.js';

const onward = { bubbles: true, composed: true } as const;

/**
 * A person changed the filter, or a change of the customer reset it. Not sent when the host sets the
 * `filter` property.
 */
export class FilterChangeEvent extends CustomEvent<{ readonly filter: TimelineFilter }> {
  constructor(filter: TimelineFilter) {
    super('filterchange', { ...onward, detail: { filter } });
  }
}

/** The title link of an activity was activated. Cancel it to open the activity in another way. */
export class ActivityOpenEvent extends CustomEvent<{ readonly activity: Activity; readonly url: string }> {
  constructor(activity: Activity, url: string) {
    super('activityopen', { ...onward, cancelable: true, detail: { activity, url } });
  }
}

/** What {@link ActivitiesLoadedEvent} tells. */
export interface ActivitiesLoadedDetail {
  readonly customerId: string;
  /** Rows loaded so far. */
  readonly loaded: number;
  /** Rows that the filter lets through. */
  readonly total: number;
  /** False: `total` is a lower bound. */
  readonly exact: boolean;
}

/** A first or a further page is on the screen. */
export class ActivitiesLoadedEvent extends CustomEvent<ActivitiesLoadedDetail> {
  constructor(detail: ActivitiesLoadedDetail) {
    super('activitiesloaded', { ...onward, detail });
  }
}

/** The adapter failed; the element shows it and offers to try again. */
export class ActivityErrorEvent extends CustomEvent<{ readonly error: AdapterError }> {
  constructor(error: AdapterError) {
    super('activityerror', { ...onward, detail: { error } });
  }
}

declare global {
  interface HTMLElementEventMap {
    filterchange: FilterChangeEvent;
    activityopen: ActivityOpenEvent;
    activitiesloaded: ActivitiesLoadedEvent;
    activityerror: ActivityErrorEvent;
  }
}
