import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import { daily } from '../../support/activities.js';
import { nameOf, shadowOf } from '../../support/by-role.js';
import { hasRealKeys } from '../../support/real-keys.js';
import { createLongAdapter, type LongAdapter } from '../../support/long-adapter.js';
import {
  inView,
  items,
  listOf,
  loaded,
  mount,
  show,
  unmountAll,
  until,
  waitFrames,
} from '../../support/timeline.js';

const MILLION = 1_000_000;

async function showLong(adapter: LongAdapter): Promise<ActivityTimeline> {
  const timeline = mount({ adapter });
  timeline.style.setProperty('--activity-list-size', '500px');
  await loaded(timeline);
  return timeline;
}

const titleOf = (item: Element | null | undefined): string => item?.querySelector('bdi')?.textContent ?? '';
const rowOf = (item: Element | null | undefined): number => parseInt(titleOf(item).slice('Row '.length));
/** As a person would, at the element that has the focus. */
function press(timeline: ActivityTimeline, key: string): void {
  active(timeline)?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
  );
}

const active = (timeline: ActivityTimeline): Element | null => shadowOf(timeline).activeElement;

/** Rows in view, once all of them were read. */
async function readRows(timeline: ActivityTimeline): Promise<number[]> {
  await until(() => inView(timeline).length > 0 && inView(timeline).every((item) => titleOf(item) !== ''));
  return inView(timeline).map(rowOf);
}

function expectConsecutive(rows: readonly number[]): void {
  rows.forEach((row, i) => {
    expect(row).to.equal(rows[0] + i);
  });
}

describe('a list of a million activities', () => {
  afterEach(unmountAll);

  it('renders a few hundred elements, wherever it is', async () => {
    const timeline = await showLong(createLongAdapter(MILLION, 500));
    const list = listOf(timeline);
    for (const share of [0, 0.3, 0.77, 1]) {
      list.scrollTop = share * list.scrollHeight;
      await readRows(timeline);
      expect(list.querySelectorAll('*').length).to.be.lessThan(400);
    }
  });

  it('is scrolled by its bar to where the bar says, and to its last row', async () => {
    const timeline = await showLong(createLongAdapter(MILLION, 500));
    const list = listOf(timeline);
    for (const share of [0.25, 0.5, 0.9]) {
      list.scrollTop = share * list.scrollHeight;
      await waitFrames(2);
      const rows = await readRows(timeline);
      expectConsecutive(rows);
      expect(rows[0] / MILLION).to.be.closeTo(share, 0.01);
    }
    list.scrollTop = list.scrollHeight;
    await until(() => rowOf(inView(timeline).at(-1)) === MILLION - 1);
    list.scrollTop = 0;
    await until(() => rowOf(inView(timeline)[0]) === 0);
  });

  it('is read on without a gap or a row twice by small steps, far below where the bar could point to', async () => {
    const timeline = await showLong(createLongAdapter(MILLION, 500));
    const list = listOf(timeline);
    list.scrollTop = 0.5 * list.scrollHeight;
    await waitFrames(2);
    let [last] = await readRows(timeline);
    for (let step = 0; step < 40; step++) {
      list.scrollTop += 120;
      await waitFrames(1);
      const rows = await readRows(timeline);
      expectConsecutive(rows);
      expect(rows[0]).to.be.within(last, last + 4);
      [last] = rows;
    }
  });

  it('never moves what is read while heights above are learnt', async () => {
    const timeline = await showLong(createLongAdapter(MILLION, 500));
    const list = listOf(timeline);
    list.scrollTop = 0.5 * list.scrollHeight;
    await waitFrames(2);
    await readRows(timeline);
    for (let step = 0; step < 20; step++) {
      const [item] = inView(timeline);
      const before = item.getBoundingClientRect().top;
      const { scrollTop } = list;
      list.scrollTop -= 90;
      const moved = scrollTop - list.scrollTop;
      await waitFrames(2);
      if (item.isConnected) expect(item.getBoundingClientRect().top - before).to.be.closeTo(moved, 1.5);
      await readRows(timeline);
    }
  });

  it('jumps to a month with one read', async () => {
    const adapter = createLongAdapter(MILLION, 500);
    const timeline = await showLong(adapter);
    const before = adapter.pages.length;
    expect(timeline.showMonth('2018-03')).to.equal(true);
    await waitFrames(2);
    const [first] = await readRows(timeline);
    const days = (Date.UTC(2020, 11, 31) - Date.UTC(2018, 2, 31)) / 86_400_000;
    expect(first).to.equal(days * 500);
    expect(adapter.pages.slice(before).filter(({ to }) => to === '2018-03-31')).to.have.lengthOf(1);
    expect(timeline.showMonth('1999-01')).to.equal(false);
  });

  it('is led through by keys from its first to its last row and back', async () => {
    const timeline = await showLong(createLongAdapter(MILLION, 500));
    items(timeline)[0].focus();
    press(timeline, 'End');
    await until(() => rowOf(active(timeline)) === MILLION - 1);
    press(timeline, 'ArrowUp');
    await until(() => rowOf(active(timeline)) === MILLION - 2);
    press(timeline, 'Home');
    await until(() => rowOf(active(timeline)) === 0);
  });

  it('renders and reads no more while it is hidden than while it is seen', async () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.display = 'none';
    const adapter = createLongAdapter(MILLION, 500);
    const timeline = mount({ adapter }, box);
    timeline.style.setProperty('--activity-list-size', '500px');
    await loaded(timeline);
    await waitFrames(10);
    expect(items(timeline).length).to.be.lessThan(50);
    expect(adapter.pages).to.have.lengthOf(1);

    box.style.display = '';
    const list = listOf(timeline);
    await readRows(timeline);
    await waitFrames(2);
    list.scrollTop = 0.5 * list.scrollHeight;
    await waitFrames(2);
    const rows = await readRows(timeline);
    box.style.display = 'none';
    timeline.requestUpdate();
    await waitFrames(5);
    expect(items(timeline).length).to.be.lessThan(50);
    box.style.display = '';
    await waitFrames(5);
    expect(await readRows(timeline)).to.deep.equal(rows);
    box.remove();
  });

  it('lets any place be read when the adapter cannot pass over rows', async () => {
    const adapter = createLongAdapter(20_000, 50, false);
    const timeline = await showLong(adapter);
    const list = listOf(timeline);
    list.scrollTop = 0.62 * list.scrollHeight;
    await waitFrames(2);
    expectConsecutive(await readRows(timeline));
    list.scrollTop = list.scrollHeight;
    await until(() => rowOf(inView(timeline).at(-1)) === 19_999);
    expect(adapter.pages.every(({ offset }) => offset === undefined)).to.equal(true);
  });
});

describe('the focus in a long list', () => {
  afterEach(unmountAll);

  it('is never lost on a walk over 1,000 rows', async () => {
    const timeline = await showLong(createLongAdapter(5000, 3));
    items(timeline)[0].focus();
    for (let row = 1; row <= 1000; row++) {
      active(timeline)?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }),
      );
      await timeline.updateComplete;
      expect(active(timeline)?.getAttribute('aria-posinset'), `row ${row}`).not.to.equal(null);
    }
    await until(() => rowOf(active(timeline)) === 1000);
    const { top, bottom } = listOf(timeline).getBoundingClientRect();
    const edges = active(timeline)?.getBoundingClientRect();
    expect(edges?.top).to.be.at.least(top);
    expect(edges?.bottom).to.be.at.most(bottom + 1);
  });

  it('stays with its row while the list is scrolled away, and leads back to it', async () => {
    const timeline = await showLong(createLongAdapter(50_000, 20));
    const item = items(timeline)[3];
    item.focus();
    listOf(timeline).scrollTop = 0.5 * listOf(timeline).scrollHeight;
    await waitFrames(3);
    await readRows(timeline);
    expect(item.isConnected).to.equal(true);
    expect(active(timeline)).to.equal(item);
    press(timeline, 'ArrowDown');
    await until(() => rowOf(active(timeline)) === 4);
    expect(inView(timeline)).to.include(active(timeline));
  });

  it('goes a screen at a time with the page keys', async () => {
    const timeline = await showLong(createLongAdapter(5000, 3));
    items(timeline)[0].focus();
    press(timeline, 'PageDown');
    await until(() => rowOf(active(timeline)) > 4);
    expect(rowOf(active(timeline))).to.be.lessThan(12);
    press(timeline, 'PageUp');
    await until(() => rowOf(active(timeline)) === 0);
  });

  it('goes through a row that is higher than the view with the page keys, and on behind it', async () => {
    const rows = daily(30);
    const attributes = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`Attribute${i}`, 'value']));
    rows[1] = { ...rows[1], attributes };
    const timeline = await show(rows);
    timeline.style.setProperty('--activity-list-size', '400px');
    timeline.style.inlineSize = '320px';
    const list = listOf(timeline);
    const item = items(timeline)[1];
    item.querySelector<HTMLElement>('.item-toggle')?.click();
    await until(() => item.offsetHeight > 1000);
    item.focus({ preventScroll: true });
    await waitFrames(2);
    const presses = { PageDown: 0, PageUp: 0 };
    for (const key of ['PageDown', 'PageUp'] as const) {
      while (active(timeline) === item) {
        const { scrollTop } = list;
        press(timeline, key);
        await timeline.updateComplete;
        await waitFrames(1);
        if (active(timeline) !== item) break;
        presses[key]++;
        // Never so far that a line is passed over.
        expect(Math.abs(list.scrollTop - scrollTop)).to.be.within(1, list.clientHeight);
      }
      if (key === 'PageUp') continue;
      expect(active(timeline)).to.equal(items(timeline)[2]);
      press(timeline, 'ArrowUp');
      await timeline.updateComplete;
      // To its end by the wheel: a jump of the scroll bar would only be to about there.
      const end = list.scrollTop + item.offsetHeight - 300;
      while (list.scrollTop < end) {
        list.scrollTop = Math.min(end, list.scrollTop + 300);
        await waitFrames(2);
      }
    }
    expect(presses.PageDown).to.be.at.least(Math.floor(item.offsetHeight / 400));
    expect(presses.PageUp).to.be.at.least(Math.floor(item.offsetHeight / 400) - 1);
    expect(active(timeline)).to.equal(items(timeline)[0]);
  });

  it('leaves the list by Tab after what is in the row, and comes back to the same row', async function () {
    if (!hasRealKeys) this.skip();
    const timeline = await showLong(createLongAdapter(5000, 3));
    const after = document.body.appendChild(document.createElement('button'));
    items(timeline)[0].focus();
    press(timeline, 'ArrowDown');
    await until(() => rowOf(active(timeline)) === 1);
    await sendKeys({ press: 'Tab' });
    expect(nameOf(active(timeline) ?? after)).to.equal('Details of Row 1');
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement === after).to.equal(true);
    await sendKeys({ press: 'Shift+Tab' });
    await sendKeys({ press: 'Shift+Tab' });
    expect(rowOf(active(timeline))).to.equal(1);
    after.remove();
  });
});
