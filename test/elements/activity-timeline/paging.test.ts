import { expect } from 'chai';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../src/model/errors.js';
import { daily } from '../support/activities.js';
import { allByRole, byRole, shadowOf, textOf } from '../support/by-role.js';
import { withoutObservers } from '../support/observers.js';
import { createScriptedAdapter, type ScriptedAdapter } from '../support/scripted-adapter.js';
import {
  announced,
  waitFrames,
  items,
  itemTexts,
  loaded,
  mount,
  next,
  show,
  unmountAll,
  until,
} from '../support/timeline.js';

const failure = new AdapterError('network', 'The server did not answer.');

async function showPages(adapter: ScriptedAdapter): Promise<ActivityTimeline> {
  const timeline = mount({ adapter, pageSize: 10 });
  const shown = loaded(timeline);
  await timeline.updateComplete;
  for (const call of [...adapter.calls]) await call.answer();
  await shown;
  return timeline;
}

const more = (timeline: ActivityTimeline): HTMLElement => byRole(timeline, 'button', { name: 'Load more' });

describe('paging by button', () => {
  let restoreObservers: () => void;

  beforeEach(() => {
    restoreObservers = withoutObservers();
  });

  afterEach(() => {
    unmountAll();
    restoreObservers();
  });

  it('adds the next page, says so, and moves the focus to its first row', async () => {
    const timeline = await show(daily(25), { pageSize: 10 });
    const shown = loaded(timeline);
    more(timeline).focus();
    more(timeline).click();
    await shown;
    expect(items(timeline)).to.have.lengthOf(20);
    expect(shadowOf(timeline).activeElement).to.equal(items(timeline)[10]);
    expect(announced(timeline)).to.equal('20 of 25 activities shown');
  });

  it('ends with every row once', async () => {
    const rows = daily(25);
    const timeline = await show(rows, { pageSize: 10 });
    for (const count of [20, 25]) {
      const shown = next(timeline, 'activitiesloaded');
      more(timeline).click();
      expect((await shown).detail.loaded).to.equal(count);
    }
    expect(allByRole(timeline, 'button', { name: 'Load more' })).to.have.lengthOf(0);
    expect(itemTexts(timeline).map((text) => text.split(' - ')[0])).to.deep.equal(
      rows.map(({ title }) => title),
    );
  });

  it('keeps the button and its focus while it waits, and asks once', async () => {
    const adapter = createScriptedAdapter(daily(25));
    const timeline = await showPages(adapter);
    const button = more(timeline);
    const before = adapter.calls.length;
    button.focus();
    button.click();
    button.click();
    await timeline.updateComplete;
    button.click();
    expect(adapter.calls.length - before).to.equal(1);
    expect(textOf(button)).to.equal('Loading more…');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(shadowOf(timeline).activeElement).to.equal(button);
  });

  it('leaves the rows when the next page fails, and tries again on demand', async () => {
    const adapter = createScriptedAdapter(daily(15));
    const timeline = await showPages(adapter);
    const failed = next(timeline, 'activityerror');
    more(timeline).click();
    adapter.calls.at(-1)?.fail(failure);
    expect((await failed).detail.error).to.equal(failure);
    expect(items(timeline)).to.have.lengthOf(10);
    expect(announced(timeline)).to.equal('More activities could not be loaded.');
    expect(textOf(byRole(timeline, 'region'))).to.contain('The server did not answer.');

    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await adapter.calls.at(-1)?.answer();
    await shown;
    expect(items(timeline)).to.have.lengthOf(15);
  });

  it('stops when the adapter answers with the same position twice', async () => {
    const adapter = createScriptedAdapter(daily(25));
    const timeline = await showPages(adapter);
    const failed = next(timeline, 'activityerror');
    more(timeline).click();
    const call = adapter.calls.at(-1);
    call?.answerWith({ items: daily(3), next: call.query.cursor });
    expect((await failed).detail.error.code).to.equal('response-invalid');
    expect(items(timeline)).to.have.lengthOf(10);
  });

  it('forgets the page that is under way when the filter changes', async () => {
    const adapter = createScriptedAdapter(daily(25));
    const timeline = await showPages(adapter);
    more(timeline).click();
    const stale = adapter.calls.at(-1);
    timeline.filter = { from: '2020-12-30' };
    await timeline.updateComplete;
    expect(stale?.signal?.aborted).to.equal(true);
    const shown = loaded(timeline);
    await stale?.answer();
    await adapter.answerAll(adapter.calls.indexOf(adapter.calls.at(-1) ?? adapter.calls[0]) - 1);
    await shown;
    expect(items(timeline)).to.have.lengthOf(2);
  });

  it('uses the page size of the host, and 100 where that is none', async () => {
    const adapter = createScriptedAdapter([]);
    const timeline = mount({ adapter, pageSize: 7 });
    await timeline.updateComplete;
    expect(adapter.calls[0].query.limit).to.equal(7);
    for (const wrong of ['0', '-1', '1001', '2.5', 'many', '']) {
      timeline.setAttribute('page-size', wrong);
      timeline.customerId = `customer ${wrong}`;
      await timeline.updateComplete;
      expect(adapter.calls.at(-1)?.query.limit, wrong).to.equal(100);
    }
  });
});

describe('paging by scrolling', () => {
  let box: HTMLElement;

  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'block-size: 300px; overflow: auto';
  });

  afterEach(() => {
    unmountAll();
    box.remove();
  });

  it('reads ahead until the screen is full, and no further', async () => {
    const timeline = mount({ adapter: createScriptedAdapter(daily(400)), pageSize: 10 }, box);
    void (timeline.adapter as ScriptedAdapter).answerAll();
    const bottom = box.getBoundingClientRect().bottom;
    const end = (): number => shadowOf(timeline).querySelector('.more')?.getBoundingClientRect().top ?? 0;
    await until(() => end() > bottom);
    await waitFrames(20);
    const count = items(timeline).length;
    expect(count).to.be.lessThan(100);

    box.scrollTop = box.scrollHeight;
    await until(() => items(timeline).length > count);
  });

  it('reaches the last row', async () => {
    const timeline = await show(daily(120), { pageSize: 30 });
    box.append(timeline);
    await until(() => {
      box.scrollTop = box.scrollHeight;
      return items(timeline).length === 120;
    });
    expect(new Set(itemTexts(timeline)).size).to.equal(120);
  });

  it('reads nothing for a folded month in which it could not be seen', async () => {
    const adapter = createScriptedAdapter(daily(31));
    const timeline = mount({ adapter, pageSize: 5 });
    await timeline.updateComplete;
    const shown = loaded(timeline);
    for (const call of [...adapter.calls]) await call.answer();
    await shown;
    await until(() => adapter.calls.length === 3);
    byRole(timeline, 'button', { name: /^Dec 2020/ }).click();
    const page = loaded(timeline);
    await adapter.answerAll(2);
    await page;
    await waitFrames(20);
    expect(adapter.calls).to.have.lengthOf(3);
    expect(more(timeline)).to.exist;
  });
});
