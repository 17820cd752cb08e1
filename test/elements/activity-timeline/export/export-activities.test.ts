import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import type { TimelineExportProgress } from '../../../../src/elements/activity-timeline/export/export-rows.js';
import type { TimelineFilter } from '../../../../src/elements/activity-timeline/timeline-filter.js';
import type { Activity } from '../../../../src/model/activity.js';
import { AdapterError } from '../../../../src/model/errors.js';
import type { TimelineAdapter } from '../../../../src/model/timeline-adapter.js';
import { activity, CUSTOMER, daily } from '../../support/activities.js';
import { createScriptedAdapter } from '../../support/scripted-adapter.js';
import { mount, unmountAll, type TimelineProperties } from '../../support/timeline.js';

const textOf = (stream: ReadableStream<Uint8Array>): Promise<string> => new Response(stream).text();

async function exported(timeline: ActivityTimeline): Promise<string[]> {
  const text = await textOf(timeline.exportActivities({ format: 'ndjson' }));
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as Record<string, string>)['ActivityId']);
}

/** Off the page: an export needs nothing on the screen. */
function timelineOf(activities: readonly Activity[], properties: TimelineProperties = {}): ActivityTimeline {
  const timeline = mount({ adapter: createMemoryAdapter({ activities }), ...properties });
  timeline.remove();
  return timeline;
}

/** What a failed export says: a `Response` of it would say something of its own. */
async function failureOf(stream: ReadableStream<Uint8Array>): Promise<unknown> {
  const reader = stream.getReader();
  try {
    while (!(await reader.read()).done);
    return null;
  } catch (error) {
    return error;
  }
}

const days = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}-15`);
const day = fc.constantFrom(...days);
const type = fc.constantFrom('Order', 'Case', 'Visit');
const contact = fc.constantFrom(null, 'Ann', 'Bo');
const word = fc.constantFrom('red', 'Blue', 'green');
const rowFields = fc.record({
  timestamp: day,
  type,
  contact,
  title: word,
  detail: word,
  customerId: fc.constantFrom(CUSTOMER, 'other'),
});
const filters = fc.record(
  {
    icons: fc.uniqueArray(type, { maxLength: 2 }),
    types: fc.uniqueArray(type, { maxLength: 2 }),
    contacts: fc.uniqueArray(contact, { maxLength: 2 }),
    from: day,
    to: day,
    text: fc.constantFrom('e', 'BLUE', 'ann', 'nothing'),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** The rules of the filter, read off the screen's own words (D 33, 43, 44). */
function isLetThrough(row: Activity, filter: TimelineFilter): boolean {
  const { icons = [], types = [], contacts = [], from = '0', to = '9', text = '' } = filter;
  const words = [row.title, row.detail ?? '', row.contactId ?? '', row.contactName ?? ''];
  return (
    row.customerId === CUSTOMER &&
    (icons.length === 0 || icons.includes(row.type)) &&
    (types.length === 0 || types.includes(row.type)) &&
    (contacts.length === 0 || contacts.includes(row.contactId ?? null)) &&
    row.timestamp >= from &&
    row.timestamp <= to &&
    words.some((value) => value.toLowerCase().includes(text.toLowerCase()))
  );
}

describe('exportActivities of a timeline', () => {
  afterEach(unmountAll);

  it('refuses without a customer or an adapter, and says what to do', () => {
    for (const missing of [{ customerId: undefined }, { adapter: undefined }]) {
      expect(() => timelineOf([], missing).exportActivities())
        .to.throw(AdapterError, 'Set `adapter` and `customerId` first.')
        .with.property('code', 'query-invalid');
    }
  });

  it('fails as the adapter fails, also on a later page, and when no answer comes', async () => {
    const failure = new AdapterError('network', 'The server did not answer.');
    const whole = createMemoryAdapter({ activities: daily(5) });
    const failing: TimelineAdapter = {
      ...whole,
      getPage: (query) => (query.cursor ? Promise.reject(failure) : whole.getPage({ ...query, limit: 2 })),
    };
    expect(await failureOf(timelineOf([], { adapter: failing }).exportActivities())).to.equal(failure);

    const silent = timelineOf([], { adapter: createScriptedAdapter([]) });
    silent.timeLimit = 0.02;
    expect(await failureOf(silent.exportActivities())).to.have.property('code', 'timeout');
  });

  it('fails rather than to look whole when rows went away, or a page position came twice', async () => {
    const whole = createMemoryAdapter({ activities: daily(5) });
    const losing: TimelineAdapter = {
      ...whole,
      getPage: async (query) => ({ items: (await whole.getPage(query)).items.slice(1) }),
    };
    expect(await failureOf(timelineOf([], { adapter: losing }).exportActivities())).to.have.property(
      'code',
      'busy',
    );
    let turn = 0;
    const circling: TimelineAdapter = {
      ...whole,
      getPage: async (query) => {
        const { items } = await whole.getPage({ ...query, cursor: undefined });
        return { items, next: String(turn++ % 3) };
      },
    };
    const failure = await failureOf(timelineOf([], { adapter: circling }).exportActivities());
    expect(failure).to.have.property('code', 'response-invalid');
  });

  it('holds exactly the rows that the filters let through, each once, in the order of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowFields, { maxLength: 40 }),
        filters,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('newest', 'oldest'),
        async (fields, filter, mostRows, order) => {
          const rows = fields.map(({ contact: contactId, ...rest }) =>
            activity({ ...rest, ...(contactId && { contactId, contactName: contactId }) }),
          );
          const whole = createMemoryAdapter({ activities: rows });
          const adapter: TimelineAdapter = {
            ...whole,
            getPage: (query) => whole.getPage({ ...query, limit: mostRows }),
          };
          const ids = await exported(timelineOf([], { adapter, filter, order }));
          const wanted = rows.filter((row) => isLetThrough(row, filter));
          expect([...ids].sort()).to.deep.equal(wanted.map(({ activityId }) => activityId).sort());
          const times = ids.map((id) => rows.find(({ activityId }) => activityId === id)?.timestamp ?? '');
          const sorted = [...times].sort();
          expect(times).to.deep.equal(order === 'newest' ? sorted.reverse() : sorted);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds a row once that comes on two pages because it moved meanwhile', async () => {
    const rows = daily(4);
    const pages = [[rows[0], rows[1]], [rows[1], rows[2]], [rows[3]]];
    const adapter: TimelineAdapter = {
      ...createMemoryAdapter({ activities: rows }),
      getPage: ({ cursor = '0' }) => {
        const page = Number(cursor);
        return Promise.resolve({ items: pages[page], ...(page < 2 && { next: String(page + 1) }) });
      },
    };
    const ids = rows.map(({ activityId }) => activityId);
    expect(await exported(timelineOf([], { adapter }))).to.deep.equal(ids);
  });

  it('writes CSV without formulas, with the contact in words', async () => {
    const row = activity({ title: '=1+1', detail: 'a "b",\nc', contactId: 'C-1', contactName: '@Ann' });
    const text = await textOf(timelineOf([row]).exportActivities());
    const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    expect(data).to.have.lengthOf(1);
    expect(data[0]).to.include({
      ActivityId: row.activityId,
      ActivityTimeStamp: '2020-12-24',
      Title: "'=1+1",
      Description: 'a "b",\nc',
      ContactId: 'C-1',
      ContactName: "'@Ann",
    });
    const none = await textOf(timelineOf([row], { filter: { from: '2030-01-01' } }).exportActivities());
    expect(none.split('\r\n')).to.have.lengthOf(2);
  });

  it('tells how far it is, and ends where it is cancelled', async () => {
    const whole = createMemoryAdapter({ activities: daily(9) });
    const signals: AbortSignal[] = [];
    const adapter: TimelineAdapter = {
      ...whole,
      getPage: (query, { signal } = {}) => {
        if (signal) signals.push(signal);
        return whole.getPage({ ...query, limit: 3 });
      },
    };
    const timeline = timelineOf([], { adapter });
    const told: TimelineExportProgress[] = [];
    await textOf(timeline.exportActivities({ onProgress: (progress) => told.push(progress) }));
    expect(told.map(({ rows }) => rows)).to.deep.equal([0, 3, 6, 9]);
    expect(told.every(({ total }) => total === 9)).to.equal(true);

    const cancelling = new AbortController();
    const stream = timeline.exportActivities({
      signal: cancelling.signal,
      onProgress: ({ rows }) => rows === 3 && cancelling.abort(),
    });
    const before = signals.length;
    expect(await failureOf(stream)).to.have.property('name', 'AbortError');
    expect(signals.length - before).to.equal(1);
  });
});
