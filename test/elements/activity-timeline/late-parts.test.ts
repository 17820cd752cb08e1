import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import '../../../src/define-timeline.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { registerLater } from '../../../src/elements/shared/register.js';
import { CUSTOMER, daily } from '../support/activities.js';
import { allByRole, byRole, shadowOf, textOf } from '../support/by-role.js';

const PANEL = 'activity-filter-panel';
let isReachable = false;

// The file of the panel cannot be had at first, also in the idle moment after the timeline is registered.
registerLater(PANEL, async () => {
  if (!isReachable) throw new TypeError('Failed to fetch dynamically imported module');
  const module = await import('../../../src/elements/activity-filter-panel/activity-filter-panel.js');
  return module.ActivityFilterPanel;
});

async function show(): Promise<ActivityTimeline> {
  const timeline = document.createElement('activity-timeline');
  const adapter = createMemoryAdapter({ activities: daily(100) });
  Object.assign(timeline, { adapter, customerId: CUSTOMER, locale: 'en-US', timeZone: 'UTC' });
  const loaded = new Promise((resolve) =>
    timeline.addEventListener('activitiesloaded', resolve, { once: true }),
  );
  document.body.append(timeline);
  await loaded;
  return timeline;
}

describe('what comes later than the first rows', () => {
  afterEach(() => document.querySelector('activity-timeline')?.remove());

  it('has the picture of months in its place once the activities are loaded', async () => {
    const timeline = await show();
    expect(shadowOf(timeline).querySelector('[part="skeleton"]')).to.equal(null);
    expect(shadowOf(timeline).querySelectorAll('[part="density-end"]')).to.have.lengthOf(2);
  });

  it('says that the panel cannot be loaded, and opens it where it can be on another try', async () => {
    const timeline = await show();
    const filter = byRole(timeline, 'button', { name: 'Filter' });
    filter.focus();
    filter.click();
    await timeline.updateComplete;
    expect(textOf(byRole(timeline, 'status'))).to.equal('A part of the page could not be loaded.');
    expect(shadowOf(timeline).querySelector(PANEL)).to.equal(null);

    byRole(timeline, 'button', { name: 'Dismiss' }).click();
    await timeline.updateComplete;
    expect(allByRole(timeline, 'button', { name: 'Try again' })).to.deep.equal([]);
    filter.click();
    await timeline.updateComplete;

    isReachable = true;
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await timeline.updateComplete;
    const panel = shadowOf(timeline).querySelector(PANEL);
    await panel?.updateComplete;
    expect(panel?.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    expect(allByRole(timeline, 'button', { name: 'Try again' })).to.deep.equal([]);
  });

  it('gives the focus back when the panel is closed', async () => {
    isReachable = true;
    const timeline = await show();
    const filter = byRole(timeline, 'button', { name: 'Filter' });
    filter.focus();
    filter.click();
    await timeline.updateComplete;
    const panel = shadowOf(timeline).querySelector(PANEL);
    if (!panel) throw new Error('The panel is not there.');
    await panel.updateComplete;
    byRole(panel, 'button', { name: 'Cancel' }).click();
    await panel.updateComplete;
    expect(shadowOf(timeline).activeElement).to.equal(filter);
  });
});
