import { expect } from 'chai';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../../src/model/errors.js';
import type { TimelineAdapter } from '../../../../src/model/timeline-adapter.js';
import { activity, daily } from '../../support/activities.js';
import { allByRole, byRole, shadowOf } from '../../support/by-role.js';
import { createLongAdapter } from '../../support/long-adapter.js';
import {
  announced,
  inView,
  loaded,
  mount,
  show,
  unmountAll,
  until,
  waitFrames,
} from '../../support/timeline.js';

const rows = daily(300);
const whole = createMemoryAdapter({ activities: rows });
const last = rows[290];

/** Title of the row with the focus, if it is expanded and in view. */
function opened(timeline: ActivityTimeline): string {
  const item = shadowOf(timeline).activeElement;
  const isOpen = item?.querySelector('dl') && inView(timeline).includes(item as HTMLElement);
  return (isOpen && item?.querySelector('.item-title')?.textContent?.trim()) || '';
}

function mountRows(fields: Partial<TimelineAdapter> = {}): ActivityTimeline {
  const timeline = mount({ pageSize: 20, adapter: { ...whole, subscribe: undefined, ...fields } });
  timeline.style.setProperty('--activity-list-size', '500px');
  return timeline;
}

describe('showActivity of a timeline', () => {
  afterEach(unmountAll);

  it('rejects without a customer', async () => {
    const error = await mount({})
      .showActivity('x')
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(AdapterError).with.property('code', 'query-invalid');
  });

  it('says that an activity is not there, and that it could not be looked up', async () => {
    const timeline = mountRows();
    expect(await timeline.showActivity('nobody')).to.equal('missing');
    await timeline.updateComplete;
    expect(announced(timeline)).to.equal('This activity is not there.');
    byRole(timeline, 'button', { name: 'Dismiss' }).click();

    let fails = true;
    const failing = mountRows({
      getPage: (query) =>
        fails && query.limit === 1000
          ? Promise.reject(new AdapterError('network', 'The server did not answer.'))
          : whole.getPage(query),
    });
    expect(await failing.showActivity(last.activityId)).to.equal('failed');
    await failing.updateComplete;
    expect(announced(failing)).to.equal('The activity could not be looked up.');
    fails = false;
    byRole(failing, 'button', { name: 'Try again' }).click();
    await until(() => opened(failing) === last.title);
  });

  it('is given up for another one, and when the customer changes', async () => {
    const timeline = mountRows();
    const first = timeline.showActivity(last.activityId);
    const second = timeline.showActivity(rows[5].activityId);
    expect(await first).to.equal('given-up');
    expect(await second).to.equal('shown');
    const third = timeline.showActivity(last.activityId);
    timeline.customerId = 'other';
    expect(await third).to.equal('given-up');
  });

  it('is shown of a customer who is set in the same moment', async () => {
    const theirs = daily(5, { customerId: 'other' });
    const timeline = await show([...daily(5), ...theirs]);
    timeline.customerId = 'other';
    expect(await timeline.showActivity(theirs[3].activityId)).to.equal('shown');
    await until(() => opened(timeline) === theirs[3].title);
  });

  for (const [name, leave] of Object.entries<(timeline: ActivityTimeline) => void>({
    'the customer changes': (timeline) => (timeline.customerId = 'other'),
    'the timeline leaves the page': (timeline) => timeline.remove(),
  })) {
    it(`says nothing of it when ${name} in the same moment`, async () => {
      const mine = daily(5);
      const timeline = await show([...mine, ...daily(5, { customerId: 'other' })]);
      const outcome = timeline.showActivity(mine[3].activityId);
      leave(timeline);
      expect(await outcome).to.equal('given-up');
      document.body.append(timeline);
      await waitFrames(3);
      await timeline.updateComplete;
      expect(allByRole(timeline, 'button', { name: 'Cancel' })).to.have.lengthOf(0);
      expect(announced(timeline)).to.equal('5 activities');
    });
  }

  for (const [name, capabilities] of Object.entries({
    'that counts and skips': {},
    'that cannot skip': { offset: false },
    'that cannot count': { counts: 'none', offset: false },
  } as const)) {
    for (const pointer of [{ activityId: last.activityId, timestamp: last.timestamp }, last.activityId]) {
      const by = typeof pointer === 'string' ? 'its id' : 'its time';
      it(`expands and focuses a row that was not read yet, by ${by}, with an adapter ${name}`, async () => {
        const timeline = mountRows({ capabilities: { ...whole.capabilities, ...capabilities } });
        expect(await timeline.showActivity(pointer)).to.equal('shown');
        await until(() => opened(timeline) === last.title);
        expect(allByRole(timeline, 'button', { name: 'Dismiss' })).to.have.lengthOf(0);
      });
    }
  }

  it('reads no more than the month of a row whose time is known, of fifty thousand', async () => {
    const adapter = createLongAdapter(50_000, 20);
    const timeline = mount({ adapter });
    await loaded(timeline);
    const { items } = await adapter.getPage({
      customerId: '',
      timeZone: 'UTC',
      order: 'newest',
      limit: 1,
      offset: 40_003,
    });
    const before = adapter.pages.length;
    expect(await timeline.showActivity(items[0])).to.equal('shown');
    await until(() => opened(timeline) === 'Row 40003');
    expect(adapter.pages.length - before).to.be.lessThan(6);
  });

  for (const [place, timestamp] of Object.entries({
    'in a month that the list lacks': '2021-01-05',
    'on top of a month': '2020-12-31',
    'at the end of the last month': '2020-12-01',
  })) {
    it(`shows a row that came in ${place} since the list was read`, async () => {
      const fresh = activity({ timestamp, title: 'Fresh' });
      const former = daily(30);
      let data = createMemoryAdapter({ activities: former });
      const timeline = mountRows({
        getPage: (query) => data.getPage(query),
        getSummary: (query) => data.getSummary(query),
      });
      await loaded(timeline);
      data = createMemoryAdapter({ activities: [fresh, ...former] });
      expect(await timeline.showActivity({ activityId: fresh.activityId, timestamp })).to.equal('shown');
      await until(() => opened(timeline) === 'Fresh');
    });
  }

  it('says so when a row is found and never comes into the list', async () => {
    const timeline = mountRows({
      // A filter by date, which only the look-up has, lets more through.
      getPage: async (query) => {
        const page = await whole.getPage(query);
        const items = query.from === undefined ? page.items.filter((row) => row !== rows[3]) : page.items;
        return { ...page, items };
      },
      getSummary: async (query) => ({ ...(await whole.getSummary(query)), total: 0, months: [] }),
    });
    await loaded(timeline);
    const { activityId, timestamp } = rows[3];
    expect(await timeline.showActivity({ activityId, timestamp })).to.equal('failed');
    await timeline.updateComplete;
    expect(announced(timeline)).to.equal('The activity could not be looked up.');
  });

  it('reads on behind a last month that is folded, with an adapter that cannot count', async () => {
    const timeline = mountRows({ capabilities: { ...whole.capabilities, counts: 'none', offset: false } });
    await loaded(timeline);
    shadowOf(timeline).querySelector<HTMLElement>('.month:last-of-type .month-button')?.click();
    await timeline.updateComplete;
    expect(await timeline.showActivity(last.activityId)).to.equal('shown');
    await until(() => opened(timeline) === last.title);
  });

  for (const place of [0, 3]) {
    it(`unfolds the month, and opens the repeat in which the row is number ${place + 1}`, async () => {
      const same = Array.from({ length: 5 }, () => activity({ title: 'Call', timestamp: '2020-03-03' }));
      const timeline = await show([...daily(5), ...same]);
      timeline.collapseRepeats = true;
      shadowOf(timeline).querySelectorAll<HTMLElement>('.month-button')[1].click();
      await timeline.updateComplete;
      expect(await timeline.showActivity(same[place].activityId)).to.equal('shown');
      await until(() => opened(timeline) === 'Call');
      expect(shadowOf(timeline).activeElement?.ariaPosInSet).to.equal(String(place + 1));
    });
  }

  it('offers to clear the filters that hide it', async () => {
    const timeline = mountRows();
    timeline.filter = { from: '2020-12-01' };
    expect(await timeline.showActivity(last.activityId)).to.equal('hidden');
    await timeline.updateComplete;
    expect(announced(timeline)).to.equal('The filters hide this activity.');
    byRole(timeline, 'button', { name: 'Clear filters and show it' }).click();
    await until(() => opened(timeline) === last.title);
    expect(timeline.filter).to.deep.equal({});
  });
});
