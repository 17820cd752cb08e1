import { AdapterError } from '../../src/model/errors.js';
import type { TimelineAdapter } from '../../src/model/timeline-adapter.js';
import type { RestActivity } from './service/rest-service.js';

/** An adapter of one's own, over a service that gives pages of a customer's activities, newest first, and no counts. */
export function createRestAdapter(
  url: string,
  request: typeof fetch = (...call) => fetch(...call),
): TimelineAdapter {
  return {
    capabilities: {
      ...{ counts: 'none', orders: ['newest'], filterTypes: true },
      ...{ filterContacts: false, filterDates: false, search: false },
    },
    async getPage({ customerId, types = [], order, limit, cursor }, { signal } = {}) {
      if (order !== 'newest') throw new AdapterError('query-invalid', 'Only the newest come first here.');
      const asked = new URLSearchParams(types.map((type) => ['kind', type]));
      asked.set('limit', String(limit));
      if (cursor !== undefined) asked.set('after', cursor);
      const address = `${url}/customers/${encodeURIComponent(customerId)}/activities?${asked}`;
      signal?.throwIfAborted();
      const response = await request(address, { signal: signal ?? null }).catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw new AdapterError('network', 'Check the connection and try again.', { retryable: true, cause });
      });
      if (response.status === 400) {
        throw new AdapterError(
          cursor === undefined ? 'query-invalid' : 'cursor-invalid',
          'Load the page again.',
        );
      }
      if (!response.ok)
        throw new AdapterError('server', 'The service failed. Try again.', { retryable: true });
      const { activities, next } = (await response.json()) as {
        activities: RestActivity[];
        next: string | null;
      };
      const items = activities.map(({ id, at, kind, text, note, table, key }) => ({
        ...{ activityId: id, customerId, sourceTable: table, sourceActivityId: key },
        ...{ type: kind, timestamp: at, title: text, ...(note !== null && { detail: note }) },
      }));
      return { items, ...(next !== null && { next }) };
    },
    getSummary: () => Promise.reject(new AdapterError('unsupported', 'This source cannot count.')),
  };
}
