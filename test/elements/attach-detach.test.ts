import '../../src/define.js';
import { expect } from 'chai';
import { createMemoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../src/elements/activity-timeline/activity-timeline.js';
import { daily, CUSTOMER } from './support/activities.js';
import { allByRole, byRole } from './support/by-role.js';
import { countLeaks, type LeakCount } from './support/leaks.js';
import { worldAdapter } from './support/model-world.js';
import { items, listOf, until } from './support/timeline.js';

const never = new Promise<never>(() => undefined);
const rows = daily(300).map((row, i) => ({ ...row, contactId: `c${i % 6}`, url: 'https://example.com/' }));
const activities = createMemoryAdapter({ activities: rows });

/** An element, and what a person does at it each time, left in the middle. */
interface Scene {
  readonly make: () => HTMLElement;
  readonly use: (element: HTMLElement) => Promise<void>;
}

const scenes: Readonly<Record<string, Scene>> = {
  'activity-timeline': {
    make: () =>
      Object.assign(document.createElement('activity-timeline'), {
        adapter: { ...activities, explainActivity: () => never },
        customerId: CUSTOMER,
        locale: 'en-US',
        timeZone: 'UTC',
        dates: 'relative',
        collapseRepeats: true,
      }),
    use: async (element) => {
      const timeline = element as ActivityTimeline;
      await until(() => items(timeline).some((item) => item.querySelector('time') !== null));
      items(timeline)[1].focus();
      allByRole(timeline, 'button', { name: /^Details/, expanded: false })[0].click();
      await timeline.updateComplete;
      allByRole(timeline, 'button', { name: /^Why/, expanded: false })[0].click();
      listOf(timeline).scrollTop += 900;
      listOf(timeline).dispatchEvent(new Event('scroll'));
      const search = byRole(timeline, 'searchbox') as HTMLInputElement;
      search.value = 'order';
      search.dispatchEvent(new Event('input', { bubbles: true }));
      byRole(timeline, 'button', { name: 'Filter' }).click();
      await timeline.updateComplete;
    },
  },
  'activity-filter-panel': {
    make: () =>
      Object.assign(document.createElement('activity-filter-panel'), {
        locale: 'en-US',
        options: {
          types: [{ type: 'Case', label: 'Cases', count: 57 }],
          contacts: ['Ann', 'Ben', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => ({ contactId: name, name })),
          first: '2019-05-04',
          last: '2020-12-24',
        },
      }),
    use: async (element) => {
      const panel = element as HTMLElementTagNameMap['activity-filter-panel'];
      panel.open = true;
      await panel.updateComplete;
      byRole(panel, 'checkbox', { name: 'Ann' }).click();
      const more = allByRole(panel, 'button', { name: /^See all/ });
      for (const button of more) button.click();
      await panel.updateComplete;
    },
  },
  'activity-wizard': {
    make: () =>
      Object.assign(document.createElement('activity-wizard'), { locale: 'en-US', adapter: worldAdapter() }),
    use: async (element) => {
      await until(() => allByRole(element, 'heading').length > 0);
      for (const button of allByRole(element, 'button', { name: 'Next' })) button.click();
      await (element as HTMLElementTagNameMap['activity-wizard']).updateComplete;
    },
  },
  'activity-manager': {
    make: () =>
      Object.assign(document.createElement('activity-manager'), {
        locale: 'en-US',
        adapter: { ...worldAdapter(), run: () => never },
      }),
    use: async (element) => {
      await until(() => allByRole(element, 'rowheader').length > 0);
      for (const button of allByRole(element, 'button', { name: /^Run/ })) button.click();
      await (element as HTMLElementTagNameMap['activity-manager']).updateComplete;
    },
  },
};

describe('ten times on the page and off it', () => {
  let leaks: LeakCount;

  beforeEach(() => {
    leaks = countLeaks();
  });

  afterEach(() => leaks.restore());

  it('is counted by what tells of everything that is left', async () => {
    const signal = new AbortController().signal;
    const observer = new ResizeObserver(() => undefined);
    const timer = setInterval(() => undefined, 1e6);
    const wait = setTimeout(() => undefined, 1e6);
    const listener = (): void => undefined;
    window.addEventListener('resize', listener);
    signal.addEventListener('abort', listener, { once: true });
    document.createElement('p').addEventListener('click', listener);
    observer.observe(document.body);
    expect(leaks.alive()).to.deep.equal([
      'ResizeObserver of BODY',
      'listener of abort at AbortSignal',
      'listener of resize at Window',
      'setInterval',
      'setTimeout',
    ]);
    window.removeEventListener('resize', listener);
    signal.removeEventListener('abort', listener);
    observer.unobserve(document.body);
    clearInterval(timer);
    clearTimeout(wait);
    expect(leaks.alive()).to.deep.equal([]);
    await new Promise(requestAnimationFrame);
    expect(leaks.alive()).to.deep.equal([]);
  });

  for (const [name, { make, use }] of Object.entries(scenes)) {
    it(`<${name}> leaves no listener, timer, frame, observer or element behind`, async () => {
      const before = document.querySelectorAll('*').length;
      const element = make();
      for (let cycle = 0; cycle < 10; cycle++) {
        document.body.append(element);
        await use(element);
        element.remove();
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        expect(leaks.alive(), `after cycle ${cycle + 1}`).to.deep.equal([]);
        expect(document.querySelectorAll('*').length).to.equal(before);
      }
    });
  }
});
