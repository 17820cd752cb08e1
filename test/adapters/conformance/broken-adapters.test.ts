import { expect } from 'chai';
import { checkTimelineAdapter, sampleActivities } from '../../../src/adapters/conformance/index.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { ActivityPage, ActivityQuery, ActivitySummary } from '../../../src/model/activity.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { CallOptions, TimelineAdapter } from '../../../src/model/timeline-adapter.js';

const activities = sampleActivities();
const sound = createMemoryAdapter({ activities });

/** Laws that an adapter breaks. */
async function broken(faults: Partial<TimelineAdapter>): Promise<string[]> {
  const outcomes = await checkTimelineAdapter({ adapter: { ...sound, ...faults }, activities });
  return outcomes.filter(({ breach }) => breach).map(({ law }) => law.name);
}

const pages = (
  change: (page: ActivityPage, query: ActivityQuery) => ActivityPage,
): Partial<TimelineAdapter> => ({
  getPage: async (query, options) => change(await sound.getPage(query, options), query),
});
const asking = (change: (query: ActivityQuery) => ActivityQuery): Partial<TimelineAdapter> => ({
  getPage: (query, options) => sound.getPage(change(query), options),
});
const counting = (
  change: (summary: ActivitySummary) => Partial<ActivitySummary>,
): Partial<TimelineAdapter> => ({
  getSummary: async (query, options) => {
    const summary = await sound.getSummary(query, options);
    return { ...summary, ...change(summary) };
  },
});
const without = ({ signal: _, ...options }: CallOptions = {}): CallOptions => options;

const faults: readonly [name: string, law: string, faults: Partial<TimelineAdapter>][] = [
  [
    'loses the last row of each full page',
    'pages',
    pages((page) => (page.next ? { ...page, items: page.items.slice(0, -1) } : page)),
  ],
  [
    'gives the first row again on the next page',
    'pages',
    pages((page, { cursor }) => (cursor ? { ...page, items: [activities[0], ...page.items] } : page)),
  ],
  [
    'turns ties with the direction',
    'pages',
    pages((page, { order }) => (order === 'oldest' ? { ...page, items: [...page.items].reverse() } : page)),
  ],
  [
    'gives more rows than a page has',
    'pages',
    asking((query) => ({ ...query, limit: Math.min(1000, query.limit + 1) })),
  ],
  ['never ends', 'pages', pages((page) => ({ ...page, next: page.next ?? '[0,"","","",""]' }))],
  [
    'ends at a cursor that it was given before',
    'cursor',
    pages((page, { cursor, limit }) => (cursor && limit === 5 ? { items: page.items } : page)),
  ],
  ['takes no heed of types', 'filters', asking((query) => ({ ...query, types: [] }))],
  ['takes no heed of contacts', 'filters', asking((query) => ({ ...query, contacts: [] }))],
  [
    'leaves the last day out',
    'filters',
    pages((page, { to }) => ({
      ...page,
      items: page.items.filter(({ timestamp }) => !to || timestamp.slice(0, 10) < to),
    })),
  ],
  ['takes days as those of UTC', 'filters', asking((query) => ({ ...query, timeZone: 'UTC' }))],
  [
    'searches the loaded page alone',
    'search',
    pages((page, { text }) => ({ ...page, items: text ? page.items.slice(0, 5) : page.items })),
  ],
  ['takes no heed of an offset', 'offset', asking(({ offset: _, ...query }) => query)],
  ['counts one too many', 'summary', counting(({ total }) => ({ total: total + 1 }))],
  [
    'counts months of UTC',
    'summary',
    { getSummary: (query, options) => sound.getSummary({ ...query, timeZone: 'UTC' }, options) },
  ],
  ['says that counts are exact, and gives none that are', 'summary', counting(() => ({ exact: false }))],
  [
    'counts what a search leaves out',
    'summary-search',
    { getSummary: ({ text: _, ...query }, options) => sound.getSummary(query, options) },
  ],
  [
    'demands a page of those who count',
    'summary',
    {
      getSummary: (query, options) =>
        query.limit === undefined
          ? Promise.reject(new AdapterError('query-invalid', 'Say how many rows.'))
          : sound.getSummary(query, options),
    },
  ],
  [
    'counts contacts although it has none',
    'capabilities',
    { capabilities: { ...sound.capabilities, filterContacts: false } },
  ],
  [
    'knows everybody',
    'unknown-customer',
    { getCustomer: (customerId) => Promise.resolve({ customerId, name: '', fields: [], keys: [] }) },
  ],
  [
    'takes any cursor for the start',
    'refusals',
    asking(({ cursor, ...query }) => (cursor === 'x' ? query : { ...query, cursor })),
  ],
  [
    'refuses without saying why',
    'refusals',
    {
      getPage: (query, options) =>
        query.limit === 0 ? Promise.reject(new Error('No.')) : sound.getPage(query, options),
    },
  ],
  [
    'takes no heed of a signal',
    'abort',
    { getPage: (query, options) => sound.getPage(query, without(options)) },
  ],
  [
    'fails calls beside one that is given up',
    'late-answers',
    {
      getPage: (query, options) =>
        options && !options.signal && query.order === 'oldest' && query.limit === 1000 && !query.text
          ? Promise.reject(new AdapterError('internal', 'Lost.'))
          : sound.getPage(query, options),
    },
  ],
  ['cannot be told to stop', 'subscribe', { subscribe: () => undefined as unknown as () => void }],
];

describe('laws of adapters', () => {
  it('hold for the reference', async () => {
    expect(await broken({})).to.deep.equal([]);
  });

  for (const [name, law, parts] of faults) {
    it(`are broken by one that ${name}`, async () => {
      expect(await broken(parts)).to.include(law);
    });
  }
});
