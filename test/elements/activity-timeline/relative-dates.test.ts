import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { activity } from '../support/activities.js';
import { byRole, shadowOf, textOf } from '../support/by-role.js';
import { loaded, mount, show, unmountAll } from '../support/timeline.js';

const START = Date.parse('2020-12-23T20:00:00.000Z');
const rows = [
  activity({ title: 'Call', timestamp: '2020-12-23T19:58:30.000Z' }),
  activity({ title: 'Order', timestamp: '2020-12-22' }),
];
const dates = (timeline: ActivityTimeline): HTMLElement[] => [
  ...shadowOf(timeline).querySelectorAll<HTMLElement>('.item time'),
];
const texts = (timeline: ActivityTimeline): string[] => dates(timeline).map(textOf);

describe('relative dates of a timeline', () => {
  const originals = { now: Date.now, setInterval: window.setInterval, clearInterval: window.clearInterval };
  let now = START;
  const timers = new Map<number, () => void>();
  let made = 0;

  beforeEach(() => {
    now = START;
    Date.now = () => now;
    // Stand in for the browser's: a minute is over when the test says so.
    window.setInterval = ((tick: () => void) => {
      timers.set(++made, tick);
      return made;
    }) as typeof window.setInterval;
    window.clearInterval = (id) => void timers.delete(Number(id));
  });

  afterEach(() => {
    unmountAll();
    Date.now = originals.now;
    window.setInterval = originals.setInterval;
    window.clearInterval = originals.clearInterval;
    timers.clear();
  });

  function pass(minutes: number): void {
    now += minutes * 60_000;
    for (const tick of [...timers.values()]) tick();
  }

  it('are shown where the host wants them, with the date itself for machines and as tooltip', async () => {
    const timeline = await show(rows);
    expect(texts(timeline)).to.deep.equal(['12/23/2020, 7:58 PM', '12/22/2020']);
    expect(dates(timeline).map(({ title }) => title)).to.deep.equal(['', '']);
    expect(timers.size).to.equal(0);
    timeline.setAttribute('dates', 'relative');
    await timeline.updateComplete;
    expect(texts(timeline)).to.deep.equal(['1 minute ago', 'yesterday']);
    expect(dates(timeline).map(({ title }) => title)).to.deep.equal(['12/23/2020, 7:58 PM', '12/22/2020']);
    expect(dates(timeline).map((date) => date.getAttribute('datetime'))).to.deep.equal(
      rows.map(({ timestamp }) => timestamp),
    );
    byRole(timeline, 'button', { name: 'Details of Call' }).click();
    await timeline.updateComplete;
    expect(textOf(shadowOf(timeline).querySelector('dl') ?? timeline)).to.contain('Date 12/23/2020, 7:58 PM');
    timeline.setAttribute('dates', 'somehow');
    await timeline.updateComplete;
    expect(texts(timeline)).to.deep.equal(['12/23/2020, 7:58 PM', '12/22/2020']);
    expect(timers.size).to.equal(0);
  });

  it('go with the time by one timer of the page, which ends with the last of its timelines', async () => {
    const adapter = createMemoryAdapter({ activities: rows });
    const timelines = ['UTC', 'Asia/Tokyo'].map((timeZone) =>
      mount({ adapter, timeZone, dates: 'relative' }),
    );
    await Promise.all(timelines.map(loaded));
    expect(timers.size).to.equal(1);
    expect(texts(timelines[1])).to.deep.equal(['1 minute ago', '2 days ago']);
    pass(5);
    await Promise.all(timelines.map(({ updateComplete }) => updateComplete));
    expect(texts(timelines[0])).to.deep.equal(['6 minutes ago', 'yesterday']);
    timelines[0].remove();
    expect(timers.size).to.equal(1);
    timelines[1].remove();
    expect(timers.size).to.equal(0);
    pass(24 * 60);
    document.body.append(timelines[0]);
    await timelines[0].updateComplete;
    expect(timers.size).to.equal(1);
    expect(texts(timelines[0])).to.deep.equal(['yesterday', '2 days ago']);
  });

  it('tell a repeat by its day', async () => {
    const views = [1, 2, 3].map((i) =>
      activity({ title: 'Page viewed', timestamp: `2020-12-23T0${i}:00:00.000Z` }),
    );
    const timeline = await show(views, { collapseRepeats: true, dates: 'relative' });
    expect(texts(timeline)).to.deep.equal(['today']);
    expect(dates(timeline)[0].title).to.equal('12/23/2020');
  });
});
