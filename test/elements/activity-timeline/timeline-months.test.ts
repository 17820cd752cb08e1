import { expect } from 'chai';
import fc from 'fast-check';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { groupByMonth } from '../../../src/elements/activity-timeline/timeline-months.js';
import type { ActivityOrder } from '../../../src/model/activity.js';
import { timeZone } from '../../../src/model/time-zone.js';
import { activity, CUSTOMER } from '../support/activities.js';

const NO_COUNTS = { total: 0, exact: true, types: [], months: [] };
const timestamps = fc.constantFrom(
  '2020-11-30',
  '2020-12-01',
  '2020-12-01T02:00:00.000Z',
  '2020-12-01T12:00:00.000Z',
  '2021-01-01T00:00:00.000Z',
  '0001-01-01',
  '9999-12-31T23:59:59.999Z',
);

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

        const groups = groupByMonth(items, summary, timeZone(zone), order);

        const months = summary.months.map(({ month, count }) => `${month} ${count}`);
        expect(groups.map(({ month, count }) => `${month} ${count}`)).to.deep.equal(
          order === 'newest' ? months : months.reverse(),
        );
        expect(groups.flatMap(({ rows }) => rows)).to.have.members([...items]);
        for (const { rows } of groups) {
          expect(rows).to.deep.equal(items.filter((row) => rows.includes(row)));
        }
      }),
    );
  });

  it('count the rows that are not loaded yet too', () => {
    const months = [{ month: '2020-12', count: 40, types: {} }];
    const rows = [activity({ timestamp: '2020-12-24' })];
    const summary = { ...NO_COUNTS, total: 40, exact: false, months };
    const [group] = groupByMonth(rows, summary, timeZone('UTC'), 'newest');
    expect(group).to.deep.include({ count: 40, isExact: false });
  });

  it('never count fewer rows than can be seen', () => {
    const rows = [activity(), activity()];
    const months = [{ month: '2020-12', count: 1, types: {} }];
    const [group] = groupByMonth(rows, { ...NO_COUNTS, months }, timeZone('UTC'), 'newest');
    expect(group.count).to.equal(2);
  });

  it('put rows whose date cannot be read last, in both orders', () => {
    const rows = [activity({ timestamp: 'soon' }), activity(), activity({ timestamp: '' })];
    for (const order of ['newest', 'oldest'] as const) {
      const groups = groupByMonth(rows, NO_COUNTS, timeZone('UTC'), order);
      expect(groups.map(({ month, count }) => [month, count])).to.deep.equal([
        ['2020-12', 1],
        ['', 2],
      ]);
    }
  });
});
