import { expect } from 'chai';
import '../../../src/define.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityProvider } from '../../../src/elements/activity-provider/activity-provider.js';
import { activity, CUSTOMER, daily } from '../support/activities.js';
import { byRole } from '../support/by-role.js';
import { items, itemTexts, loaded, unmountAll } from '../support/timeline.js';

const instant = activity({ timestamp: '2020-12-24T20:00:00.000Z', title: 'Kauf' });

function provider(parent: Element, properties: Partial<ActivityProvider>): ActivityProvider {
  const element = document.createElement('activity-provider');
  Object.assign(element, properties);
  parent.append(element);
  return element;
}

describe('activity provider', () => {
  let box: HTMLElement;

  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    unmountAll();
    box.remove();
  });

  it('gives adapter, language, time zone and texts to timelines inside, also behind shadow roots', async () => {
    const outer = provider(box, {
      adapter: createMemoryAdapter({ activities: [instant] }),
      locale: 'de-DE',
      timeZone: 'Pacific/Kiritimati',
      strings: { timeline: { title: 'Verlauf' } },
    });
    const card = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const timeline = document.createElement('activity-timeline');
    timeline.customerId = CUSTOMER;
    card.append(timeline);
    await loaded(timeline);
    expect(itemTexts(timeline)).to.deep.equal(['Kauf - 25.12.2020, 10:00']);
    expect(byRole(timeline, 'heading', { name: 'Verlauf' })).to.exist;
  });

  it('gives way to what the element itself sets', async () => {
    const outer = provider(box, {
      adapter: createMemoryAdapter({ activities: daily(3) }),
      locale: 'de-DE',
      strings: { timeline: { title: 'Verlauf', byDate: 'Nach Datum' } },
    });
    const timeline = document.createElement('activity-timeline');
    Object.assign(timeline, {
      customerId: CUSTOMER,
      adapter: createMemoryAdapter({ activities: [instant] }),
      locale: 'en-US',
      timeZone: 'UTC',
      strings: { title: 'History' },
    });
    outer.append(timeline);
    await loaded(timeline);
    expect(itemTexts(timeline)).to.deep.equal(['Kauf - 12/24/2020, 8:00 PM']);
    expect(byRole(timeline, 'heading', { name: 'History' })).to.exist;
    expect(timeline.shadowRoot?.textContent).to.contain('Nach Datum');
  });

  it('passes on changes, and what it does not set from the provider around it', async () => {
    const outer = provider(box, { locale: 'de-DE', timeZone: 'UTC' });
    const inner = provider(outer, { timeZone: 'Pacific/Kiritimati' });
    const timeline = document.createElement('activity-timeline');
    timeline.customerId = CUSTOMER;
    inner.append(timeline);
    await timeline.updateComplete;
    expect(items(timeline)).to.have.lengthOf(0);

    outer.adapter = createMemoryAdapter({ activities: [instant] });
    await loaded(timeline);
    expect(itemTexts(timeline)).to.deep.equal(['Kauf - 25.12.2020, 10:00']);
    const shown = loaded(timeline);
    inner.timeZone = undefined;
    await shown;
    expect(itemTexts(timeline)).to.deep.equal(['Kauf - 24.12.2020, 20:00']);
  });

  it('takes no room of its own', () => {
    const outer = provider(box, {});
    expect(getComputedStyle(outer).display).to.equal('contents');
  });
});
