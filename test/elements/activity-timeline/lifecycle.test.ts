import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { activity, daily } from '../support/activities.js';
import { countObservers, type ObserverCount } from '../support/observers.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import { items, itemTexts, loaded, mount, unmountAll } from '../support/timeline.js';

describe('attaching and detaching a timeline', () => {
  let observers: ObserverCount;

  beforeEach(() => {
    observers = countObservers();
  });

  afterEach(() => {
    unmountAll();
    observers.restore();
  });

  it('ten times leaves no listener, no observer and no call behind', async () => {
    const adapter = createScriptedAdapter(daily(30));
    const timeline = mount({ adapter, pageSize: 10 });
    const shown = loaded(timeline);
    await timeline.updateComplete;
    for (const call of [...adapter.calls]) await call.answer();
    await shown;
    expect([adapter.subscriptions, observers.watching]).to.deep.equal([1, 1]);
    for (let cycle = 0; cycle < 10; cycle++) {
      timeline.remove();
      expect([adapter.subscriptions, observers.watching]).to.deep.equal([0, 0]);
      timeline.locale = cycle % 2 === 0 ? 'de' : 'en-US';
      await timeline.updateComplete;
      expect([adapter.subscriptions, observers.watching]).to.deep.equal([0, 0]);
      document.body.append(timeline);
      await timeline.updateComplete;
      expect([adapter.subscriptions, observers.watching]).to.deep.equal([1, 1]);
    }
    timeline.remove();
    await timeline.updateComplete;
    expect([adapter.subscriptions, observers.watching]).to.deep.equal([0, 0]);
    expect(adapter.calls.slice(2).every(({ signal }) => signal?.aborted)).to.equal(true);
  });

  it('before the first answer asks again, and shows that answer', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    timeline.remove();
    expect(adapter.calls.every(({ signal }) => signal?.aborted)).to.equal(true);
    await adapter.calls[0].answer();
    const asked = adapter.calls.length;
    const shown = loaded(timeline);
    document.body.append(timeline);
    await adapter.answerAll(asked);
    await shown;
    expect(items(timeline)).to.have.lengthOf(2);
  });

  it('asks nothing while it is detached, and the newest question once on return', async () => {
    const adapter = createScriptedAdapter([activity({ customerId: 'c' })]);
    const timeline = mount({ adapter, customerId: 'a' });
    await timeline.updateComplete;
    timeline.remove();
    const asked = adapter.calls.length;
    for (const customerId of ['b', 'c']) {
      timeline.customerId = customerId;
      await timeline.updateComplete;
    }
    expect(adapter.calls.length).to.equal(asked);
    const shown = loaded(timeline);
    document.body.append(timeline);
    await adapter.answerAll(asked);
    await shown;
    expect(adapter.calls.slice(asked).map(({ query }) => query.customerId)).to.deep.equal(['c', 'c']);
    expect(items(timeline)).to.have.lengthOf(1);
  });

  it('shows what changed in the meantime', async () => {
    const rows = daily(2);
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter });
    await loaded(timeline);
    timeline.remove();
    adapter.replaceData({ activities: [...rows, activity({ timestamp: '2021-01-01', title: 'New' })] });
    const shown = loaded(timeline);
    document.body.append(timeline);
    await shown;
    expect(itemTexts(timeline)[0]).to.equal('New - 1/1/2021');
  });

  it('listens to the adapter that it has, and to no former one', async () => {
    const former = createScriptedAdapter([]);
    const present = createScriptedAdapter([]);
    const timeline = mount({ adapter: former });
    await timeline.updateComplete;
    timeline.adapter = present;
    await timeline.updateComplete;
    expect([former.subscriptions, present.subscriptions]).to.deep.equal([0, 1]);
    timeline.adapter = undefined;
    await timeline.updateComplete;
    expect([former.subscriptions, present.subscriptions]).to.deep.equal([0, 0]);
  });
});
