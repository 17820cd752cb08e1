import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { activity, daily } from '../support/activities.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  items,
  itemTexts,
  listOf,
  loaded,
  monthTexts,
  mount,
  show,
  unmountAll,
  waitFrames,
} from '../support/timeline.js';

describe('folded months of an adapter that cannot count', () => {
  afterEach(unmountAll);

  it('end without the promise of more while nothing more is read', async () => {
    const whole = createMemoryAdapter({ activities: daily(100) });
    const capabilities = { ...whole.capabilities, counts: 'none' } as const;
    const timeline = mount({ adapter: { ...whole, subscribe: undefined, capabilities }, pageSize: 20 });
    timeline.style.setProperty('--activity-list-size', '200px');
    await loaded(timeline);
    const more = (): boolean => textOf(listOf(timeline)).includes('Loading more');
    expect(more()).to.equal(true);
    await waitFrames(5);
    const press = (): void =>
      allByRole(timeline, 'button', { name: /2020 / }).forEach((month) => month.click());
    press();
    await timeline.updateComplete;
    const months = monthTexts(timeline);
    await waitFrames(5);
    expect(monthTexts(timeline)).to.deep.equal(months);
    expect(more()).to.equal(false);
    press();
    await timeline.updateComplete;
    expect(more()).to.equal(true);
  });
});

describe('months', () => {
  afterEach(unmountAll);

  it('count all of their activities, loaded or not', async () => {
    const timeline = await show(daily(40), { pageSize: 5 });
    expect(monthTexts(timeline)[0]).to.equal('Dec 2020 (31)');
    expect(items(timeline)[0].getAttribute('aria-setsize')).to.equal('31');
    expect(items(timeline).map((item) => item.getAttribute('aria-posinset'))[2]).to.equal('3');
  });

  it('fold and unfold, and stay folded under another filter', async () => {
    const timeline = await show(daily(40));
    const december = (): HTMLElement => byRole(timeline, 'button', { name: /^Dec 2020/ });
    expect(december().getAttribute('aria-expanded')).to.equal('true');
    december().click();
    await timeline.updateComplete;
    expect(december().getAttribute('aria-expanded')).to.equal('false');
    expect(itemTexts(timeline)).to.have.lengthOf(9);
    timeline.filter = { to: '2020-12-30' };
    await loaded(timeline);
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (30)', 'Nov 2020 (9)']);
    expect(itemTexts(timeline)).to.have.lengthOf(9);
    december().click();
    await timeline.updateComplete;
    expect(itemTexts(timeline)).to.have.lengthOf(39);
  });

  it('are those of the time zone for instants, and unmoved for calendar dates', async () => {
    const rows = [
      activity({ timestamp: '2020-12-01', title: 'Date' }),
      activity({ timestamp: '2020-12-01T02:00:00.000Z', title: 'Instant' }),
    ];
    const timeline = await show(rows, { timeZone: 'America/New_York' });
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (1)', 'Nov 2020 (1)']);
    expect(itemTexts(timeline)).to.deep.equal(['Date - 12/1/2020', 'Instant - 11/30/2020, 9:00 PM']);
    timeline.timeZone = 'UTC';
    await loaded(timeline);
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (2)']);
  });

  it('turn with the rows when the order is turned', async () => {
    const timeline = await show([
      activity({ timestamp: '2020-12-24', title: 'New' }),
      activity({ timestamp: '2020-11-24', title: 'Old' }),
    ]);
    const button = byRole(timeline, 'button', { name: 'By date, newest first' });
    const shown = loaded(timeline);
    button.focus();
    button.click();
    await shown;
    expect(monthTexts(timeline)).to.deep.equal(['Nov 2020 (1)', 'Dec 2020 (1)']);
    expect(itemTexts(timeline)).to.deep.equal(['Old - 11/24/2020', 'New - 12/24/2020']);
    expect(nameOf(button)).to.equal('By date, oldest first');
    expect(timeline.shadowRoot?.activeElement).to.equal(button);
    expect(timeline.order).to.equal('oldest');
  });

  it('cannot be turned when the adapter has one order only, which is the one asked for', async () => {
    const adapter = createScriptedAdapter(daily(2), { orders: ['oldest'] });
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(adapter.calls[0].query.order).to.equal('oldest');
    expect(allByRole(timeline, 'button', { name: /By date/ })).to.have.lengthOf(0);
  });

  it('say how many they have at least when the adapter stops counting', async () => {
    const adapter = createScriptedAdapter(daily(3));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const shown = loaded(timeline);
    for (const call of adapter.calls) {
      if (call.method === 'getPage') void call.answer();
      else {
        const month = { month: '2020-12', count: 5000, types: {} };
        call.answerWith({ total: 5000, exact: false, types: [], months: [month] });
      }
    }
    await shown;
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (5,000+)']);
    expect(items(timeline)[0].getAttribute('aria-setsize')).to.equal('-1');
  });
});
