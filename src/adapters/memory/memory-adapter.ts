import type {
  Activity,
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
  CustomerProfile,
  SummaryQuery,
} from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { checkPage } from '../../model/page-check.js';
import { timeZone } from '../../model/time-zone.js';
import type { CallOptions, DataChange, TimelineAdapter } from '../../model/timeline-adapter.js';
import { countActivities, countContacts, typesIn, type TypeSetup } from '../shared/activity-count.js';
import { isTimestamp } from '../shared/activity-time.js';
import { matcher } from './activity-match.js';
import { comparePositions, positionOf, readCursor, writeCursor } from './activity-order.js';

/** What {@link createMemoryAdapter} serves. */
export interface MemoryData {
  /** Rows of any customers in any order. */
  activities: readonly Activity[];
  customers?: readonly CustomerProfile[];
  /** Types that may be shown. Default: those that occur in the rows of any customer. */
  types?: readonly TypeSetup[];
}

/** An adapter over arrays. */
export interface MemoryAdapter extends TimelineAdapter {
  getCustomer(customerId: string, options?: CallOptions): Promise<CustomerProfile | null>;
  subscribe(listener: (change: DataChange) => void): () => void;
  /** Serves other data from now on and tells the listeners. Throws as {@link createMemoryAdapter} does. */
  replaceData(data: MemoryData): void;
}

/**
 * Serves activities that are already at hand: for hosts with a few thousand rows, for demos and for tests.
 * Every call walks all rows; what that answers is by its simplicity the measure for other adapters.
 *
 * Throws `query-invalid` when a row has no readable timestamp or two rows share an id.
 */
export function createMemoryAdapter(data: MemoryData): MemoryAdapter {
  let current = readData(data);
  const listeners = new Set<(change: DataChange) => void>();

  function matchingRows(query: SummaryQuery): Activity[] {
    return current.activities.filter(matcher(query, timeZone(query.timeZone)));
  }

  function readPage(query: ActivityQuery): ActivityPage {
    checkPage(query);
    const { order, limit, cursor, offset = 0 } = query;
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows = matchingRows(query)
      .map((row) => ({ row, position: positionOf(row) }))
      .filter(({ position }) => after === null || comparePositions(position, after, order) > 0)
      .sort((one, other) => comparePositions(one.position, other.position, order));
    const page = rows.slice(offset, offset + limit);
    const last = page.at(-1);
    const isMore = rows.length > offset + page.length;
    return { items: page.map(({ row }) => row), ...(last && isMore && { next: writeCursor(last.position) }) };
  }

  function readSummary(query: SummaryQuery): ActivitySummary {
    const rows = matchingRows(query);
    const summary = countActivities(rows, current.types, timeZone(query.timeZone), true);
    const isMapped = current.activities.some(
      ({ customerId, contactId }) => customerId === query.customerId && contactId !== undefined,
    );
    return isMapped ? { ...summary, contacts: countContacts(rows) } : summary;
  }

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

    getPage: (query, options) => asCall(options, () => readPage(query)),

    getSummary: (query, options) => asCall(options, () => readSummary(query)),

    getCustomer: (customerId, options) =>
      asCall(options, () => current.customers.find((customer) => customer.customerId === customerId) ?? null),

    subscribe(listener: (change: DataChange) => void): () => void {
      // Each subscription counts for itself, also when two of them share a function.
      const notify = (change: DataChange): void => listener(change);
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },

    replaceData(next: MemoryData): void {
      current = readData(next);
      for (const notify of [...listeners]) {
        notify({ kind: 'activities' });
      }
    },
  };
}

/** What it throws rejects the call, and so does a signal that is aborted already. */
function asCall<Value>(options: CallOptions | undefined, compute: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    options?.signal?.throwIfAborted();
    resolve(compute());
  });
}

function readData({ activities, customers = [], types }: MemoryData): Required<MemoryData> {
  const ids = new Set<string>();
  for (const { activityId, timestamp } of activities) {
    if (!isTimestamp(timestamp)) {
      throw new AdapterError(
        'query-invalid',
        `Activity "${activityId}" has no readable timestamp. Write YYYY-MM-DD, or ISO 8601 in UTC ending in Z.`,
        { detail: { activityId, timestamp } },
      );
    }
    if (ids.has(activityId)) {
      throw new AdapterError(
        'query-invalid',
        `Two activities have the id "${activityId}". Give each its own.`,
        {
          detail: { activityId },
        },
      );
    }
    ids.add(activityId);
  }
  return { activities: [...activities], customers: [...customers], types: types ?? typesIn(activities) };
}
