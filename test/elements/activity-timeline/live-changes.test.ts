import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { AdapterError } from '../../../src/model/errors.js';
import { activity, CUSTOMER, daily } from '../support/activities.js';
import { shadowOf } from '../support/by-role.js';
import { outOfSight } from '../support/observers.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  announced,
  waitFrames,
  items,
  itemTexts,
  loaded,
  mount,
  next,
  unmountAll,
  until,
} from '../support/timeline.js';

describe('changed data', () => {
  let box: HTMLElement;

  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'block-size: 300px; overflow: auto';
  });

  afterEach(() => {
    unmountAll();
    box.remove();
  });

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

  it('waits until the reader is back at the top', async () => {
    const rows = daily(60);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter }, box);
    await loaded(timeline);
    box.scrollTop = 1000;
    await outOfSight(shadowOf(timeline).querySelector('.top-mark'));
    // The browser tells one observer of a change some frames before another, and the element has its own.
    await waitFrames(10);
    let loads = 0;
    timeline.addEventListener('activitiesloaded', () => loads++);
    adapter.replaceData({ activities: [...rows, activity({ timestamp: '2021-01-01', title: 'New' })] });
    await waitFrames(20);
    expect(items(timeline)).to.have.lengthOf(60);
    expect(loads).to.equal(0);

    box.scrollTop = 0;
    await until(() => items(timeline).length === 61);
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
