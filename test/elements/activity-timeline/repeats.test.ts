import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import type { Activity } from '../../../src/model/activity.js';
import { activity, daily } from '../support/activities.js';
import { allByRole, byRole, nameOf, shadowOf, textOf } from '../support/by-role.js';
import { axeFaults } from '../support/axe.js';
import {
  announced,
  items,
  itemTexts,
  listOf,
  loaded,
  monthTexts,
  mount,
  show,
  unmountAll,
  until,
} from '../support/timeline.js';

/** Views of a page at so many minutes of one day. */
function views(count: number, day = '2020-12-24', fields: Partial<Activity> = {}): Activity[] {
  return Array.from({ length: count }, (_, i) =>
    activity({
      type: 'Visit',
      title: 'Page viewed',
      detail: `Page ${i}`,
      url: 'https://example.com/',
      timestamp: new Date(Date.parse(`${day}T10:00Z`) - i * 60_000).toISOString(),
      ...fields,
    }),
  );
}

const toggle = (timeline: ActivityTimeline): HTMLElement => byRole(timeline, 'button', { name: /times$/ });
const press = (target: Element | null, key: string): unknown =>
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('repeated activities of a timeline', () => {
  afterEach(unmountAll);

  it('are rows like all others unless the host wants them collapsed', async () => {
    const timeline = await show(views(12));
    expect(items(timeline)).to.have.lengthOf(12);
    timeline.collapseRepeats = true;
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(1);
    timeline.removeAttribute('collapse-repeats');
    timeline.collapseRepeats = false;
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(12);
  });

  it('are one row with their number, while every count stays', async () => {
    const rows = [...views(12), activity({ timestamp: '2020-12-25', title: 'Order' })];
    const timeline = await show(rows, { collapseRepeats: true });
    expect(itemTexts(timeline)).to.deep.equal(['Order - 12/25/2020', 'Page viewed - 12/24/2020 12 times']);
    expect(nameOf(toggle(timeline))).to.equal('Page viewed, 12 times');
    expect(textOf(items(timeline)[1])).not.to.contain('Page 0');
    expect(allByRole(timeline, 'link')).to.have.lengthOf(0);
    expect(items(timeline)[1].getAttribute('aria-posinset')).to.equal('2');
    expect(items(timeline)[1].getAttribute('aria-setsize')).to.equal('13');
    expect(monthTexts(timeline)).to.deep.equal(['Dec 2020 (13)']);
    expect(announced(timeline)).to.equal('13 activities');
    expect(await axeFaults(timeline)).to.deep.equal([]);
  });

  it('open to every one of them and collapse again, at a click', async () => {
    const timeline = await show(views(4), { collapseRepeats: true });
    const button = toggle(timeline);
    button.click();
    await timeline.updateComplete;
    expect(
      items(timeline).map((item) => item.querySelector('.item-detail')?.textContent?.trim()),
    ).to.deep.equal(['Page 0', 'Page 1', 'Page 2', 'Page 3']);
    expect(allByRole(timeline, 'link')).to.have.lengthOf(4);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    button.click();
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(1);
    expect(button.isConnected).to.equal(true);
  });

  it('open by the Enter key, and keep the focus', async () => {
    const timeline = await show(views(3), { collapseRepeats: true });
    const [item] = items(timeline);
    item.focus();
    press(item, 'Enter');
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(3);
    expect(shadowOf(timeline).activeElement).to.equal(item);
    press(item, 'End');
    await until(() => shadowOf(timeline).activeElement === items(timeline)[2]);
    toggle(timeline).focus();
    toggle(timeline).click();
    await timeline.updateComplete;
    expect(shadowOf(timeline).activeElement).to.equal(toggle(timeline));
  });

  it('are all shown while they are searched', async () => {
    const timeline = await show(views(5), { collapseRepeats: true, filter: { text: 'page 3' } });
    expect(itemTexts(timeline)).to.deep.equal(['Page viewed (opens in a new tab) - 12/24/2020, 9:57 AM']);
    const shown = loaded(timeline);
    timeline.filter = { text: 'viewed' };
    await shown;
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(5);
  });

  it('belong to a calendar day of the time zone', async () => {
    const rows = views(2, '2020-12-24', {}).map((row, i) => ({
      ...row,
      timestamp: i === 0 ? '2020-12-24T01:00:00.000Z' : '2020-12-23T23:00:00.000Z',
    }));
    const timeline = await show(rows, { collapseRepeats: true });
    expect(items(timeline)).to.have.lengthOf(2);
    const shown = loaded(timeline);
    timeline.timeZone = 'America/New_York';
    await shown;
    await timeline.updateComplete;
    expect(itemTexts(timeline)).to.deep.equal(['Page viewed - 12/23/2020 2 times']);
  });

  it('are counted to their last, however many pages they fill, and fold into nothing else', async () => {
    const rows = [...views(250), ...daily(300)];
    const timeline = mount({
      adapter: createMemoryAdapter({ activities: rows }),
      collapseRepeats: true,
      pageSize: 20,
    });
    timeline.style.setProperty('--activity-list-size', '500px');
    await loaded(timeline);
    await until(() => itemTexts(timeline).some((text) => text.endsWith('250 times')));
    expect(items(timeline).map(textOf).join()).not.to.contain('+ times');
  });

  it('keep the focus on their row when more of them are read above it', async () => {
    const adapter = createMemoryAdapter({ activities: [...daily(150), ...views(400, '2020-07-15')] });
    const held: (() => void)[] = [];
    let allowed = 1;
    const timeline = mount({
      adapter: {
        ...adapter,
        subscribe: undefined,
        getPage: async (query) => {
          const isInMonth = query.to === '2020-07-31';
          if (isInMonth && allowed-- <= 0) await new Promise<void>((resolve) => held.push(resolve));
          return adapter.getPage(query);
        },
      },
      collapseRepeats: true,
      pageSize: 20,
    });
    timeline.style.setProperty('--activity-list-size', '300px');
    await loaded(timeline);
    listOf(timeline).scrollTop = listOf(timeline).scrollHeight / 2;
    const row = (): HTMLElement | null => shadowOf(timeline).querySelector('.item.collapsed');
    await until(() => row() !== null && held.length > 0);
    const before = row();
    expect(textOf(before ?? timeline)).to.contain('+ times');
    before?.focus();
    allowed = Infinity;
    held.forEach((go) => go());
    await until(() => row()?.textContent?.includes('400 times') === true);
    expect(before?.isConnected).to.equal(false);
    expect(shadowOf(timeline).activeElement).to.equal(row());
  });
});
