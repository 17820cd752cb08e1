import type { Activity, ActivitySummary } from '../../model/activity.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { whenIdle } from '../shared/idle.js';

/** As many as it takes for the picture of months. */
const MONTHS = ['2000-03', '2000-02', '2000-01'];

const summary: ActivitySummary = {
  total: MONTHS.length,
  exact: true,
  types: [{ type: 'Case', count: MONTHS.length, sourceTables: [] }],
  months: MONTHS.map((month) => ({ month, count: 1, types: { Case: 1 } })),
};

/** An instant with a contact, and calendar dates. */
const items = MONTHS.map((month, i): Activity => ({
  activityId: month,
  customerId: month,
  sourceTable: month,
  sourceActivityId: month,
  type: 'Case',
  timestamp: i === 0 ? `${month}-01T00:00:00Z` : `${month}-01`,
  title: month,
  detail: month,
  ...(i === 0 && { contactName: month }),
}));

/** Answers when it is told to. */
function sampleAdapter(answered: Promise<void>): TimelineAdapter {
  return {
    capabilities: {
      counts: 'exact',
      filterTypes: true,
      filterContacts: true,
      filterDates: true,
      search: true,
      offset: true,
      orders: ['newest', 'oldest'],
    },
    getPage: async () => {
      await answered;
      return { items };
    },
    getSummary: async () => {
      await answered;
      return summary;
    },
  };
}

/**
 * Shows three rows in a timeline that is nowhere on the page, in two idle moments: by then the browser has compiled
 * what it takes to show the first rows, read its templates and styles, and loaded its calendars. `isNeeded` false
 * when the second moment comes: it ends without them.
 */
export function rehearse(isNeeded: () => boolean): void {
  let answer = (): void => undefined;
  const adapter = sampleAdapter(new Promise((resolve) => (answer = resolve)));
  const timeline = document.createElement('activity-timeline');
  const end = (): void => timeline.disconnectedCallback();
  timeline.addEventListener('activitiesloaded', end, { once: true });
  Object.assign(timeline, { adapter, customerId: 'nobody', timeLimit: 0 });
  // What the browser would do, were it on the page.
  timeline.connectedCallback();
  whenIdle(() => (isNeeded() ? answer() : end()));
}
