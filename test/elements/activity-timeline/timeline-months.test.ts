import { expect } from 'chai';
import fc from 'fast-check';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { addRun, EMPTY_BOOK, type RowBook } from '../../../src/elements/activity-timeline/list/row-book.js';
import { planMonths } from '../../../src/elements/activity-timeline/timeline-months.js';
import type { Activity, ActivityOrder } from '../../../src/model/activity.js';
import { timeZone } from '../../../src/model/time-zone.js';
import { activity, CUSTOMER } from '../support/activities.js';

const NO_COUNTS = { total: 0, exact: true, types: [], months: [] };
const NONE: ReadonlyMap<string, number> = new Map();
const timestamps = fc.constantFrom(
  '2020-11-30',
  '2020-12-01',
  '2020-12-01T02:00:00.000Z',
  '2020-12-01T12:00:00.000Z',
  '2021-01-01T00:00:00.000Z',
  '0001-01-01',
  '9999-12-31T23:59:59.999Z',
);

function bookOf(items: readonly Activity[], zone = 'UTC'): RowBook {
  return addRun(EMPTY_BOOK, { items }, { before: new Map() }, timeZone(zone)).book;
}

describe('months of a timeline', () => {
  it('hold each row once, in one group per month, in the order of the rows', async () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo');
    const orders = fc.constantFrom<ActivityOrder[]>('newest', 'oldest');
    await fc.assert(
      fc.asyncProperty(fc.array(timestamps), zones, orders, async (times, zone, order) => {
        const activities = times.map((timestamp) => activity({ timestamp }));
        const query = { customerId: CUSTOMER, timeZone: zone, order, limit: 1000 };
        const adapter = createMemoryAdapter({ activities });
        const { items } = await adapter.getPage(query);
        const summary = await adapter.getSummary(query);

        const book = bookOf(items, zone);
        const plan = planMonths({ summary, book, shortfalls: NONE }, order, new Set());

        const months = summary.months.map(({ month, count }) => `${month} ${count}`);
        expect(plan.months.map(({ month, rows }) => `${month} ${rows}`)).to.deep.equal(
          order === 'newest' ? months : months.reverse(),
        );
        expect([...book.months.values()].flat()).to.have.members([...items]);
        for (const rows of book.months.values()) {
          expect(rows).to.deep.equal(items.filter((row) => rows.includes(row)));
        }
      }),
    );
  });

  it('have a place for rows that were not read yet', () => {
    const summary = { ...NO_COUNTS, total: 40, months: [{ month: '2020-12', count: 40, types: {} }] };
    const plan = planMonths({ summary, book: EMPTY_BOOK, shortfalls: NONE }, 'newest', new Set());
    expect(plan.months[0]).to.deep.include({ rows: 40, count: 40, isExact: true });
    expect(plan.entries).to.equal(41);
  });

  it('grow with what was read where the counts are a lower bound', () => {
    const months = [
      { month: '2020-12', count: 40, types: {} },
      { month: '2020-11', count: 3, types: {} },
    ];
    const summary = { ...NO_COUNTS, total: 43, exact: false, months };
    const book = bookOf([activity({ timestamp: '2020-12-24' })]);
    const plan = planMonths({ summary, book, shortfalls: NONE }, 'newest', new Set());
    expect(plan.months).to.have.lengthOf(1);
    expect(plan.months[0]).to.deep.include({ rows: 1, count: 40, isExact: false });
  });

  it('never count fewer rows than can be seen, nor more than there turned out to be', () => {
    const book = bookOf([activity(), activity()]);
    const summary = { ...NO_COUNTS, months: [{ month: '2020-12', count: 1, types: {} }] };
    expect(planMonths({ summary, book, shortfalls: NONE }, 'newest', new Set()).rows).to.equal(2);
    const more = { ...NO_COUNTS, months: [{ month: '2020-12', count: 9, types: {} }] };
    const shortfalls = new Map([['2020-12', 2]]);
    expect(planMonths({ summary: more, book, shortfalls }, 'newest', new Set()).rows).to.equal(2);
  });

  it('put rows whose date cannot be read last, in both orders', () => {
    const book = bookOf([activity({ timestamp: 'soon' }), activity(), activity({ timestamp: '' })]);
    for (const order of ['newest', 'oldest'] as const) {
      const plan = planMonths({ summary: NO_COUNTS, book, shortfalls: NONE }, order, new Set());
      expect(plan.months.map(({ month, rows }) => [month, rows])).to.deep.equal([
        ['2020-12', 1],
        ['', 2],
      ]);
    }
  });
});
