import { expect } from 'chai';
import { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { activity, CUSTOMER, daily } from '../support/activities.js';
import { byRole } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import { items, itemTexts, loaded, monthTexts, mount, next, show, unmountAll } from '../support/timeline.js';

function permutations<Value>(values: readonly Value[]): Value[][] {
  return values.length < 2
    ? [[...values]]
    : values.flatMap((value, index) =>
        permutations(values.toSpliced(index, 1)).map((others) => [value, ...others]),
      );
}

describe('settings of a timeline', () => {
  afterEach(unmountAll);

  it('give the same result in any order, and one question', async () => {
    const rows = daily(5);
    const steps = ['adapter', 'customer', 'filter', 'connect'] as const;
    for (const order of permutations(steps)) {
      const adapter = createScriptedAdapter(rows);
      const timeline = document.createElement('activity-timeline');
      const shown = loaded(timeline);
      const take: Record<(typeof steps)[number], () => void> = {
        adapter: () => (timeline.adapter = adapter),
        customer: () => timeline.setAttribute('customer-id', CUSTOMER),
        filter: () => (timeline.filter = { from: '2020-12-30' }),
        connect: () => document.body.append(timeline),
      };
      for (const step of order) take[step]();
      await timeline.updateComplete;
      await adapter.answerAll();
      await shown;
      expect(items(timeline), order.join()).to.have.lengthOf(2);
      expect(adapter.calls.filter(({ method }) => method === 'getPage')).to.have.lengthOf(1);
      timeline.remove();
    }
  });

  it('count when they are set before the element is defined', async () => {
    const timeline = document.createElement('late-timeline') as ActivityTimeline;
    const adapter = createScriptedAdapter(daily(3));
    timeline.adapter = adapter;
    timeline.filter = { from: '2020-12-31' };
    timeline.order = 'oldest';
    timeline.pageSize = 7;
    timeline.setAttribute('customer-id', CUSTOMER);
    document.body.append(timeline);
    customElements.define('late-timeline', class extends ActivityTimeline {});

    await timeline.updateComplete;
    expect(adapter.calls[0].query).to.deep.include({
      from: '2020-12-31',
      order: 'oldest',
      limit: 7,
      customerId: CUSTOMER,
    });
    timeline.remove();
  });

  it('are read from attributes', async () => {
    const box = document.createElement('div');
    const timeline = document.createElement('activity-timeline');
    for (const [name, value] of Object.entries({
      'customer-id': CUSTOMER,
      'time-zone': 'Asia/Tokyo',
      'page-size': '12',
      'keep-filters': '',
      locale: 'de',
      order: 'oldest',
    })) {
      timeline.setAttribute(name, value);
    }
    const adapter = createScriptedAdapter([]);
    timeline.adapter = adapter;
    document.body.append(box);
    box.append(timeline);
    await timeline.updateComplete;
    expect(adapter.calls[0].query).to.deep.equal({
      customerId: CUSTOMER,
      timeZone: 'Asia/Tokyo',
      limit: 12,
      order: 'oldest',
    });
    expect([timeline.keepFilters, timeline.locale]).to.deep.equal([true, 'de']);
    box.remove();
  });

  it('fall back quietly when they make no sense', async () => {
    const timeline = await show(daily(2), { locale: '!', timeZone: 'Moon/Crater' });
    expect(items(timeline)).to.have.lengthOf(2);
    timeline.setAttribute('order', 'sideways');
    expect(timeline.order).to.equal('newest');
    timeline.filter = 'nonsense' as never;
    timeline.labels = null as never;
    timeline.strings = null as never;
    await timeline.updateComplete;
    expect(timeline.filter).to.deep.equal({});
    expect(items(timeline)).to.have.lengthOf(2);
  });

  it('leave a text as it is where the host has none for it', async () => {
    const timeline = await show(daily(2), { strings: { month: undefined, title: 'Verlauf' } });
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (2)']);
    expect(byRole(timeline, 'heading', { name: 'Verlauf' }).localName).to.equal('h2');
  });

  it('ask again only when they change what is shown', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    const before = adapter.calls.length;
    timeline.filter = { types: [], icons: [] };
    timeline.labels = { SalesOrder: 'Kauf' };
    timeline.locale = 'de';
    timeline.strings = { title: 'Verlauf' };
    timeline.pageSize = 3;
    await timeline.updateComplete;
    expect(adapter.calls.length).to.equal(before);
  });
});

describe('another customer', () => {
  afterEach(unmountAll);

  const rows = ['a', 'b'].flatMap((customerId) => [
    activity({ customerId, timestamp: '2020-12-24' }),
    activity({ customerId, timestamp: '2020-11-24' }),
  ]);

  it('resets filter, order and folded months, and the host hears of the filter', async () => {
    const timeline = await show(rows, { customerId: 'a', filter: { from: '2020-01-01' } });
    byRole(timeline, 'button', { name: /By date/ }).click();
    byRole(timeline, 'button', { name: /^Nov/ }).click();
    await loaded(timeline);
    expect(itemTexts(timeline)).to.have.lengthOf(1);

    const changed = next(timeline, 'filterchange');
    const shown = loaded(timeline);
    timeline.customerId = 'b';
    expect((await changed).detail.filter).to.deep.equal({});
    await shown;
    expect(timeline.filter).to.deep.equal({});
    expect(timeline.order).to.equal('newest');
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (1)', 'Nov 2020 (1)']);
    expect(itemTexts(timeline)).to.have.lengthOf(2);
  });

  it('brings back the order that the host set', async () => {
    const timeline = await show(rows, { customerId: 'a', order: 'oldest' });
    byRole(timeline, 'button', { name: /By date/ }).click();
    expect(timeline.order).to.equal('newest');
    timeline.customerId = 'b';
    await loaded(timeline);
    expect(timeline.order).to.equal('oldest');
  });

  it('keeps the filter when the host wants it kept, or sets one for this customer', async () => {
    const timeline = await show(rows, { customerId: 'a', filter: { from: '2020-12-01' }, keepFilters: true });
    timeline.customerId = 'b';
    await loaded(timeline);
    expect(timeline.filter).to.deep.equal({ from: '2020-12-01' });
    expect(itemTexts(timeline)).to.have.lengthOf(1);

    timeline.keepFilters = false;
    timeline.customerId = 'a';
    timeline.filter = { to: '2020-11-30' };
    await loaded(timeline);
    expect(timeline.filter).to.deep.equal({ to: '2020-11-30' });
  });
});
