import { emulateMedia, type Media } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityFilterPanel } from '../../../src/elements/activity-filter-panel/activity-filter-panel.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { activity, daily } from '../support/activities.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, shadowOf, textOf } from '../support/by-role.js';
import { hasRealKeys } from '../support/real-keys.js';
import { items, loaded, mount, next, show, unmountAll, until } from '../support/timeline.js';

const rows = daily(40).map((row, index) => ({
  ...row,
  type: `Type${index % 10}`,
  sourceTable: `Source_Table${index % 10}`,
  detail: 'Delivered two days late',
  ...(index % 3 === 0 && { url: 'https://example.com/1' }),
  ...(index % 4 === 0 && { contactName: 'John Labbie' }),
}));
const whole = createMemoryAdapter({ activities: rows });

const people = rows.map((row, index) => ({
  ...row,
  ...(index % 5 > 0 && { contactId: `C-${index % 7}`, contactName: `Person ${index % 7}` }),
}));

function adapterWith(fields: Partial<TimelineAdapter>): TimelineAdapter {
  return { ...whole, subscribe: undefined, ...fields };
}

const silent = new Promise<never>(() => undefined);
const failure = new AdapterError('network', 'The server did not answer.');

const states: Readonly<Record<string, () => ActivityTimeline | Promise<ActivityTimeline>>> = {
  'without a customer': () => mount({ customerId: undefined }),
  loading: () => mount({ adapter: adapterWith({ getPage: () => silent, getSummary: () => silent }) }),
  empty: () => show([]),
  'filtered empty': () => show(rows, { filter: { from: '2030-01-01', icons: ['Type1'] } }),
  error: async () => {
    const timeline = mount({ adapter: adapterWith({ getPage: () => Promise.reject(failure) }) });
    await next(timeline, 'activityerror');
    return timeline;
  },
  'one item': () => show([activity()]),
  many: () => show(rows),
  'many months': () => show(daily(400), { filter: { from: '2020-03-01', to: '2020-10-31' } }),
  filtered: () => show(rows, { filter: { icons: ['Type1', 'Type2'] } }),
  'filtered by the panel and searched': () =>
    show(rows, {
      filter: { types: ['Type1', 'Type2'], contacts: [null], from: '2020-01-01', text: 'order' },
    }),
  folded: async () => {
    const timeline = await show(rows);
    byRole(timeline, 'button', { name: /^Dec/ }).click();
    return timeline;
  },
  'panel open': async () => {
    const timeline = await show(people, {
      filter: { types: ['Type1'], from: '2020-12-31', to: '2020-01-01' },
    });
    await openPanel(timeline);
    return timeline;
  },
  'contacts expanded': async () => {
    const timeline = await show(people);
    const panel = await openPanel(timeline);
    byRole(panel, 'button', { name: /^See all/ }).click();
    await panel.updateComplete;
    return timeline;
  },
  expanded: async () => {
    const explained = adapterWith({ explainActivity: () => Promise.reject(failure) });
    const timeline = await show([], { adapter: explained });
    allByRole(timeline, 'button', { name: /^Details/ })[0].click();
    await timeline.updateComplete;
    byRole(timeline, 'button', { name: /^Why/ }).click();
    await until(() => allByRole(timeline, 'button', { name: 'Try again' }).length > 0);
    return timeline;
  },
  'menu open': async () => {
    const timeline = await show(rows, { menu: true });
    byRole(timeline, 'button', { name: 'More' }).click();
    await timeline.updateComplete;
    return timeline;
  },
  'an activity hidden by filters': async () => {
    const timeline = await show(rows, { filter: { from: '2030-01-01' } });
    await timeline.showActivity(rows[0].activityId);
    return timeline;
  },
  'waiting for rows': async () => {
    const timeline = mount({
      pageSize: 10,
      adapter: adapterWith({ getPage: (query) => (query.cursor ? silent : whole.getPage(query)) }),
    });
    await loaded(timeline);
    await until(() => shadowOf(timeline).querySelector('.waiting') !== null);
    return timeline;
  },
  'failed for rows': async () => {
    const timeline = mount({
      pageSize: 10,
      adapter: adapterWith({
        getPage: (query) => (query.cursor ? Promise.reject(failure) : whole.getPage(query)),
      }),
    });
    await next(timeline, 'activityerror');
    return timeline;
  },
};

async function openPanel(timeline: ActivityTimeline): Promise<ActivityFilterPanel> {
  byRole(timeline, 'button', { name: 'Filter' }).click();
  await timeline.updateComplete;
  const panel = shadowOf(timeline).querySelector('activity-filter-panel');
  if (panel === null) throw new Error('There is no panel.');
  await panel.updateComplete;
  return panel;
}

/** Colours that the person chose for all pages. The runner hands it on to the browser, and has no type for it. */
function forced(isOn: boolean): Media {
  return { forcedColors: isOn ? 'active' : 'none' };
}

/** Rings, tints and fades have their final colours. */
async function finishAnimations(timeline: ActivityTimeline): Promise<void> {
  await timeline.updateComplete;
  const panel = shadowOf(timeline).querySelector('activity-filter-panel');
  for (const animation of [shadowOf(timeline), panel?.shadowRoot].flatMap(
    (root) => root?.getAnimations() ?? [],
  )) {
    if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  }
}

describe('accessibility of a timeline', () => {
  afterEach(() => {
    unmountAll();
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('dir');
  });

  for (const scheme of ['light', 'dark', 'right to left', 'forced colours']) {
    for (const [name, reach] of Object.entries(states)) {
      it(`has no fault that axe finds: ${name}, ${scheme}`, async function () {
        // The runner sets what a person prefers in Chromium alone.
        if (scheme === 'forced colours' && !hasRealKeys) this.skip();
        if (hasRealKeys) await emulateMedia(forced(scheme === 'forced colours'));
        if (scheme === 'right to left') document.documentElement.dir = 'rtl';
        else document.documentElement.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
        const timeline = await reach();
        await finishAnimations(timeline);
        expect(await axeFaults(timeline)).to.deep.equal([]);
      });
    }
  }

  it('fits into 320 pixels in both directions of writing', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const box = document.body.appendChild(document.createElement('div'));
      box.dir = direction;
      box.style.inlineSize = '320px';
      const timeline = await show(rows, { filter: { icons: ['Type1', 'Type2'] } });
      box.append(timeline);
      await timeline.updateComplete;
      const edges = box.getBoundingClientRect();
      for (const part of shadowOf(timeline).querySelectorAll('[part]')) {
        const { left, right } = part.getBoundingClientRect();
        expect(
          left >= edges.left - 0.5 && right <= edges.right + 0.5,
          part.getAttribute('part') ?? '',
        ).to.equal(true);
      }
      box.remove();
    }
  });

  it('has names of either direction of writing at their check boxes', async () => {
    document.documentElement.dir = 'rtl';
    const timeline = await show(people);
    const panel = await openPanel(timeline);
    await finishAnimations(timeline);
    for (const label of shadowOf(panel).querySelectorAll('.choices .choice')) {
      const box = label.querySelector('.box')?.getBoundingClientRect();
      const text = label.querySelector('.choice-label')?.getBoundingClientRect();
      expect((box?.left ?? NaN) - (text?.right ?? NaN)).to.be.within(0, 16);
      if (/^Person/.test(textOf(label))) expect(text?.width).to.be.below(200);
    }
  });

  it('has controls of at least 24 pixels', async () => {
    const timeline = await show(rows, { filter: { icons: ['Type1'] } });
    for (const control of allByRole(timeline, 'button')) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('reaches one row by Tab, and what is in it; the keys lead to the others', async () => {
    const timeline = await show(rows);
    const [first, ...others] = items(timeline);
    expect(first.tabIndex).to.equal(0);
    const numbered = [...shadowOf(timeline).querySelectorAll<HTMLElement>('[tabindex="0"]')];
    expect(numbered.every((element) => first.contains(element))).to.equal(true);
    expect(others.every(({ tabIndex }) => tabIndex === -1)).to.equal(true);
    expect(items(timeline).every((item) => item.closest('ol')?.getAttribute('role') === 'list')).to.equal(
      true,
    );
  });
});
