import { expect } from 'chai';
import fc from 'fast-check';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { Activity, ActivityOrder, ActivityQuery } from '../../../src/model/activity.js';
import { AdapterError } from '../../../src/model/errors.js';

const ZONES = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia'];
const ORDERS: readonly ActivityOrder[] = ['newest', 'oldest'];

// Few different values, so that ties and equal days are the rule.
const timestamps = fc.oneof(
  fc.constantFrom('2020-02-29', '2020-03-01', '2020-12-31', '0001-01-01', '9999-12-31'),
  fc.constantFrom(
    '2020-02-29T23:59:59.999Z',
    '2020-03-01T00:00:00.000Z',
    '2020-03-01T04:59:59.999Z',
    '2020-03-01T05:00:00.000Z',
    '2020-12-31T15:00:00.000Z',
  ),
);
const rowParts = fc.record({
  customerId: fc.constantFrom('a', 'b'),
  sourceTable: fc.constantFrom('Shop_Orders', 'Shop_Returns', 'Crm_Cases'),
  sourceActivityId: fc.constantFrom('1', '10', '9', 'ä', '😀', '\uffee'),
  type: fc.constantFrom('SalesOrder', 'Case', 'Feedback'),
  timestamp: timestamps,
  title: fc.constantFrom('Store Order', 'Refund', ''),
  contactId: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined }),
});
const tables = fc
  .array(rowParts, { maxLength: 60 })
  .map((parts) => parts.map((part, index): Activity => ({ ...part, activityId: `id-${index}` })));
const filters = fc.record(
  {
    types: fc.subarray(['SalesOrder', 'Case', 'Unheard']),
    contacts: fc.subarray(['k1', 'k2', null]),
    from: fc.constantFrom('2020-02-29', '2020-03-01', '2020-12-31'),
    to: fc.constantFrom('2020-02-29', '2020-03-01', '9999-12-31'),
    text: fc.constantFrom('ORDER', 'refund', 'E'),
  },
  { requiredKeys: [] },
);

function query(fields: Partial<ActivityQuery> = {}): ActivityQuery {
  return { customerId: 'a', timeZone: 'UTC', order: 'newest', limit: 1000, ...fields };
}

/** The calendar day of a row as `Intl` alone tells it. */
function dayOf({ timestamp }: Activity, timeZone: string): string {
  if (timestamp.length === 10) return timestamp;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(timestamp));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The rule of the filters, one row at a time (D 43, D 44). */
function passes(row: Activity, asked: ActivityQuery): boolean {
  const { types = [], contacts = [], from, to, text, timeZone, customerId } = asked;
  const day = dayOf(row, timeZone);
  return (
    row.customerId === customerId &&
    (types.length === 0 || types.includes(row.type)) &&
    (contacts.length === 0 || contacts.includes(row.contactId ?? null)) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    (text === undefined || row.title.toUpperCase().includes(text.toUpperCase()))
  );
}

async function walk(rows: readonly Activity[], asked: ActivityQuery): Promise<Activity[]> {
  const adapter = createMemoryAdapter({ activities: rows });
  const found: Activity[] = [];
  let cursor: string | undefined;
  do {
    const page = await adapter.getPage({ ...asked, cursor });
    expect(page.items.length).to.be.at.most(asked.limit);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

const ids = (rows: readonly Activity[]): string[] => rows.map((row) => row.activityId);

async function refusal(attempt: () => Promise<unknown>): Promise<AdapterError> {
  try {
    await attempt();
  } catch (error) {
    expect(error).to.be.instanceOf(AdapterError);
    return error as AdapterError;
  }
  throw new Error('It was accepted.');
}

describe('memory adapter', () => {
  describe('refuses', () => {
    const adapter = createMemoryAdapter({ activities: [] });

    it('a page of no, too many or half a row', async () => {
      for (const limit of [0, -1, 1001, 1.5, NaN]) {
        expect((await refusal(() => adapter.getPage(query({ limit })))).code).to.equal('query-invalid');
      }
    });

    it('a cursor that it did not write', async () => {
      for (const cursor of ['', 'x', '[]', '[1,2,3,4,5]', 'null']) {
        expect((await refusal(() => adapter.getPage(query({ cursor })))).code).to.equal('cursor-invalid');
      }
    });

    it('an order, a time zone or a day that does not exist', async () => {
      const wrong: Partial<ActivityQuery>[] = [
        { order: 'sideways' as ActivityOrder },
        { timeZone: 'Moon/Crater' },
        { from: '2021-02-30' },
        { to: 'tomorrow' },
      ];
      for (const fields of wrong) {
        expect((await refusal(() => adapter.getPage(query(fields)))).code).to.equal('query-invalid');
      }
    });

    it('rows without a readable timestamp and rows with one id', () => {
      const row: Activity = {
        ...{ activityId: '1', customerId: 'a', sourceTable: 'S_T', sourceActivityId: '1' },
        ...{ type: 'Case', timestamp: '2020-01-01', title: '' },
      };
      for (const timestamp of ['', '1/2/2020', '2020-01-01T10:00', '2020-13-01']) {
        const activities = [{ ...row, timestamp }];
        expect(() => createMemoryAdapter({ activities }), timestamp).to.throw(AdapterError, /timestamp/);
      }
      expect(() => createMemoryAdapter({ activities: [row, row] })).to.throw(AdapterError, /two|id/i);
    });

    it('a call that was given up before it began, with the reason given', async () => {
      const signal = AbortSignal.abort(new DOMException('enough', 'AbortError'));
      for (const call of [adapter.getPage(query(), { signal }), adapter.getSummary(query(), { signal })]) {
        const error = await call.then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error).to.equal(signal.reason);
      }
    });
  });

  it('yields every row once for any page size, also under equal timestamps, in both orders', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 7 }), async (rows, limit) => {
        for (const order of ORDERS) {
          const walked = ids(await walk(rows, query({ limit, order })));
          expect(walked).to.deep.equal(ids(await walk(rows, query({ order }))));
          expect([...walked].sort()).to.deep.equal(ids(rows.filter((row) => row.customerId === 'a')).sort());
        }
      }),
    );
  });

  it('orders by time, and ties upwards by type, table and id in both directions', async () => {
    const encoder = new TextEncoder();
    const key = (row: Activity): string =>
      [row.type, row.sourceTable, row.sourceActivityId]
        .map((text) => [...encoder.encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
        .join(' ');
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        for (const order of ORDERS) {
          const walked = await walk(rows, query({ order }));
          for (const [index, row] of walked.slice(1).entries()) {
            const before = walked[index];
            const step = Date.parse(row.timestamp) - Date.parse(before.timestamp);
            expect(order === 'newest' ? -step : step).to.be.at.least(0);
            if (step === 0) expect(key(row) >= key(before)).to.equal(true);
          }
        }
      }),
    );
  });

  it('filters as each row alone would be judged', async () => {
    await fc.assert(
      fc.asyncProperty(tables, filters, fc.constantFrom(...ZONES), async (rows, filter, timeZone) => {
        const asked = query({ ...filter, timeZone });
        const expected = rows.filter((row) => passes(row, asked));
        expect(ids(await walk(rows, asked)).sort()).to.deep.equal(ids(expected).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('counts what it yields, by type and by month of the zone', async () => {
    await fc.assert(
      fc.asyncProperty(tables, filters, fc.constantFrom(...ZONES), async (rows, filter, timeZone) => {
        const asked = query({ ...filter, timeZone });
        const walked = await walk(rows, asked);
        const summary = await createMemoryAdapter({ activities: rows }).getSummary(asked);
        expect(summary.exact).to.equal(true);
        expect(summary.total).to.equal(walked.length);
        for (const { type, count, last } of summary.types) {
          const ofType = walked
            .filter((row) => row.type === type)
            .map(({ timestamp }) => Date.parse(timestamp));
          expect(count).to.equal(ofType.length);
          expect(last && Date.parse(last)).to.equal(count > 0 ? Math.max(...ofType) : undefined);
        }
        for (const { month, count, types } of summary.months) {
          const inMonth = walked.filter((row) => dayOf(row, timeZone).startsWith(month));
          expect(count).to.equal(inMonth.length);
          expect(Object.values(types).reduce((sum, part) => sum + part, 0)).to.equal(count);
        }
        expect(summary.months.reduce((sum, { count }) => sum + count, 0)).to.equal(walked.length);
        const months = summary.months.map(({ month }) => month);
        expect(months).to.deep.equal([...new Set(months)].sort().reverse());
        const times = walked.map((row) => Date.parse(row.timestamp));
        expect(summary.first && Date.parse(summary.first)).to.equal(
          times.length ? Math.min(...times) : undefined,
        );
        expect(summary.last && Date.parse(summary.last)).to.equal(
          times.length ? Math.max(...times) : undefined,
        );
      }),
    );
  });

  it('names the configured types although no row of the customer has them', async () => {
    const types = [{ type: 'Case', sourceTables: [{ name: 'Crm_Cases', table: 'Cases' }], icon: 'headset' }];
    const summary = await createMemoryAdapter({ activities: [], types }).getSummary(query());
    expect(summary.types).to.deep.equal([{ ...types[0], count: 0 }]);
  });

  it('goes on behind a cursor whose row is gone and does not repeat what came before', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 5 }), async (rows, limit) => {
        const adapter = createMemoryAdapter({ activities: rows });
        const all = ids(await walk(rows, query()));
        const { items, next } = await adapter.getPage(query({ limit }));
        if (next === undefined) return;
        const gone = items.at(-1)?.activityId;
        adapter.replaceData({ activities: rows.filter((row) => row.activityId !== gone) });
        const rest = await adapter.getPage(query({ cursor: next }));
        expect(ids(rest.items)).to.deep.equal(all.slice(limit));
      }),
    );
  });

  it('tells of new data until it is told to stop, and serves it', async () => {
    const adapter = createMemoryAdapter({ activities: [] });
    let heard = 0;
    const stop = adapter.subscribe(() => heard++);
    adapter.replaceData({
      activities: [],
      customers: [{ customerId: 'a', name: 'Ann', fields: [], keys: [] }],
    });
    expect((await adapter.getCustomer('a'))?.name).to.equal('Ann');
    expect(await adapter.getCustomer('b')).to.equal(null);
    stop();
    adapter.replaceData({ activities: [] });
    expect(heard).to.equal(1);
  });
});
