import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { AdapterError } from '../../../src/model/errors.js';
import { activity, CUSTOMER, daily } from '../support/activities.js';
import { byRole, shadowOf } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  announced,
  inView,
  items,
  itemTexts,
  listOf,
  loaded,
  mount,
  next,
  unmountAll,
  until,
  waitFrames,
} from '../support/timeline.js';

describe('changed data', () => {
  afterEach(unmountAll);

  it('is shown at once while the reader is at the top', async () => {
    const rows = daily(3);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter });
    await loaded(timeline);
    const shown = loaded(timeline);
    adapter.replaceData({ activities: [...rows, activity({ timestamp: '2021-01-01', title: 'New' })] });
    await shown;
    expect(itemTexts(timeline)[0]).to.equal('New - 1/1/2021');
    expect(announced(timeline)).to.equal('4 activities');
  });

  for (const [part, focusable] of Object.entries<(item: HTMLElement) => HTMLElement | null>({
    row: (item) => item,
    'button in a row': (item) => item.querySelector('.item-toggle'),
  })) {
    it(`leaves the focus on the ${part} of the same activity when others come above it`, async () => {
      const rows = daily(30);
      const adapter = createMemoryAdapter({ activities: rows });
      const timeline = mount({ adapter });
      await loaded(timeline);
      const focused = (): string => shadowOf(timeline).activeElement?.textContent ?? '';
      focusable(items(timeline)[2])?.focus();
      const before = [focused(), shadowOf(timeline).activeElement?.ariaLabel];
      for (const timestamp of ['2020-12-31', '2021-01-01']) {
        rows.unshift(activity({ timestamp, title: 'New' }));
        const shown = loaded(timeline);
        adapter.replaceData({ activities: rows });
        await shown;
        await waitFrames(2);
        expect([focused(), shadowOf(timeline).activeElement?.ariaLabel]).to.deep.equal(before);
      }
      const item = shadowOf(timeline).activeElement?.closest('.item');
      expect(item).to.equal(items(timeline)[4]);
      expect(item?.getAttribute('tabindex')).to.equal('0');
    });
  }

  it('is offered while the reader is further down, and moves nothing', async () => {
    const rows = daily(300);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter });
    await loaded(timeline);
    const list = listOf(timeline);
    list.scrollTop = 3000;
    await until(() => items(timeline)[0].getAttribute('data-entry') !== '1');
    const [read] = inView(timeline);
    const place = read.getBoundingClientRect().top;
    adapter.replaceData({
      activities: [...rows, ...['A', 'B'].map((title) => activity({ timestamp: '2021-01-01', title }))],
    });
    await until(() => announced(timeline) === '2 new activities');
    await waitFrames(3);
    expect(inView(timeline)[0]).to.equal(read);
    expect(read.getBoundingClientRect().top).to.equal(place);

    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: '2 new activities' }).click();
    await shown;
    expect(listOf(timeline).scrollTop).to.equal(0);
    expect(itemTexts(timeline)[0]).to.equal('A - 1/1/2021');
    expect(announced(timeline)).to.equal('302 activities');
  });

  it('is offered where the list was led down to a month, not scrolled', async () => {
    const rows = daily(300);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter });
    await loaded(timeline);
    timeline.showMonth('2020-06');
    await waitFrames(3);
    const [read] = inView(timeline);
    adapter.replaceData({ activities: [...rows, activity({ timestamp: '2021-01-01', title: 'New' })] });
    await until(() => announced(timeline) === '1 new activity');
    await waitFrames(3);
    expect(inView(timeline)[0]).to.equal(read);
  });

  it('is shown when the reader is back at the top', async () => {
    const rows = daily(300);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter });
    await loaded(timeline);
    listOf(timeline).scrollTop = 3000;
    await until(() => items(timeline)[0].getAttribute('data-entry') !== '1');
    adapter.replaceData({ activities: [...rows, activity({ timestamp: '2021-01-01', title: 'New' })] });
    await until(() => announced(timeline) === '1 new activity');
    listOf(timeline).scrollTop = 0;
    await until(() => itemTexts(timeline)[0] === 'New - 1/1/2021');
  });

  it('leaves what is there when it cannot be read', async () => {
    const adapter = createScriptedAdapter(daily(3));
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await timeline.updateComplete;
    for (const call of [...adapter.calls]) await call.answer();
    await shown;
    const failed = next(timeline, 'activityerror');
    adapter.announce({ kind: 'activities' });
    adapter.calls.at(-1)?.fail(new AdapterError('network', 'The server did not answer.'));
    await failed;
    expect(items(timeline)).to.have.lengthOf(3);
  });

  it('of another customer, and other news, are left alone', async () => {
    const adapter = createScriptedAdapter(daily(3));
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    const before = adapter.calls.length;
    adapter.announce({ kind: 'activities', customerIds: ['somebody else'] });
    adapter.announce({ kind: 'tables' });
    adapter.announce({ kind: 'persistence', persistence: 'memory' });
    expect(adapter.calls.length).to.equal(before);
    adapter.announce({ kind: 'activities', customerIds: ['somebody else', CUSTOMER] });
    expect(adapter.calls.length).to.be.greaterThan(before);
  });

  it('is asked for anew when the news comes before the first answer', async () => {
    const adapter = createScriptedAdapter(daily(3));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const [first] = adapter.calls;
    adapter.announce({ kind: 'activities' });
    expect(first.signal?.aborted).to.equal(true);
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(items(timeline)).to.have.lengthOf(3);
  });
});
