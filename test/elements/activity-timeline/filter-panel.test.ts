import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityFilterPanel } from '../../../src/elements/activity-filter-panel/activity-filter-panel.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { displayTypeName } from '../../../src/model/semantic-types.js';
import type { TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { activity, daily } from '../support/activities.js';
import { allByRole, byRole, nameOf, shadowOf, textOf } from '../support/by-role.js';
import {
  announced,
  items,
  itemTexts,
  loaded,
  mount,
  next,
  show,
  unmountAll,
  until,
} from '../support/timeline.js';

const rows = [
  activity({ type: 'Case', sourceTable: 'Crm_Tickets', timestamp: '2020-02-01', title: 'Late box' }),
  activity({
    type: 'SalesOrder',
    timestamp: '2020-03-02',
    title: 'Red BOX',
    contactId: 'c1',
    contactName: 'Ann',
  }),
  activity({ type: 'SalesOrder', timestamp: '2019-12-31', title: 'Blue chair', detail: 'in a box' }),
  activity({ type: 'Feedback', timestamp: '2020-03-01', title: 'Fine', contactId: 'c2' }),
];
/** As the filters call sales orders. */
const nameOfOrder = displayTypeName('SalesOrder');
const business: TimelineAdapter = createMemoryAdapter({ activities: rows });

function panelOf(timeline: ActivityTimeline): ActivityFilterPanel {
  const panel = shadowOf(timeline).querySelector('activity-filter-panel');
  if (!panel) throw new Error('The panel was not opened yet.');
  return panel;
}

async function openPanel(timeline: ActivityTimeline): Promise<ActivityFilterPanel> {
  const button = byRole(timeline, 'button', { name: 'Filter' });
  button.focus();
  button.click();
  await timeline.updateComplete;
  await panelOf(timeline).updateComplete;
  return panelOf(timeline);
}

async function showBusiness(properties: Parameters<typeof mount>[0] = {}): Promise<ActivityTimeline> {
  const timeline = mount({ adapter: business, ...properties });
  await loaded(timeline);
  return timeline;
}

const removable = (timeline: ActivityTimeline) =>
  allByRole(timeline, 'button', { name: /^Remove filter/ }).map(textOf);

function typeSearch(timeline: ActivityTimeline, text: string): void {
  const field = byRole(timeline, 'searchbox') as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const marks = (timeline: ActivityTimeline) => [...shadowOf(timeline).querySelectorAll('mark')].map(textOf);

describe('filter panel of a timeline', () => {
  afterEach(unmountAll);

  it('is not offered where nothing can be filtered, and shows the groups that can', async () => {
    const none = { filterTypes: false, filterContacts: false, filterDates: false, search: false };
    const timeline = await showBusiness({
      adapter: { ...business, capabilities: { ...business.capabilities, ...none } },
    });
    expect(allByRole(timeline, 'button', { name: 'Filter' })).to.deep.equal([]);
    expect(allByRole(timeline, 'searchbox')).to.deep.equal([]);
    const dates = { ...business.capabilities, ...none, filterDates: true };
    const panel = await openPanel(await showBusiness({ adapter: { ...business, capabilities: dates } }));
    expect(allByRole(panel, 'group').map(nameOf)).to.deep.equal(['Date']);
  });

  it('lists the type of the newest activity first, then contacts, and no contacts without any', async () => {
    const panel = await openPanel(
      await showBusiness({ labels: { Case: { one: 'Ticket', other: 'Tickets' } } }),
    );
    expect(allByRole(panel, 'checkbox').map(nameOf)).to.deep.equal([
      nameOfOrder,
      'Feedback',
      'Ticket',
      'Activities not mapped to a Contact',
      'Ann',
      'c2',
    ]);
    unmountAll();
    const plain = await openPanel(
      await show(rows.map(({ contactId: _, contactName: _name, ...row }) => row)),
    );
    expect(allByRole(plain, 'group').map(nameOf)).to.not.include('Contacts');
  });

  it('lists types by their newest activity to the minute, before those are read', async () => {
    const late = (type: string, minute: number) =>
      activity({ type, timestamp: `2020-12-01T10:0${minute}:00.000Z` });
    const many = [...daily(60), late('Case', 1), late('Feedback', 3), late('Visit', 2)];
    const panel = await openPanel(await show(many, { pageSize: 10 }));
    expect(allByRole(panel, 'checkbox').map(nameOf).slice(1)).to.deep.equal(['Feedback', 'Visit', 'Case']);
  });

  it('calls a type that only the filter names as its chip does', async () => {
    const type = 'SalesOrderLine';
    const timeline = await showBusiness({ filter: { types: ['SalesOrder', type] } });
    const name = displayTypeName(type);
    expect(name).to.not.equal(type);
    byRole(timeline, 'button', { name: `Remove filter: ${name}` });
    byRole(await openPanel(timeline), 'checkbox', { name });
  });

  it('applies without touching the icons, and tells the host once', async () => {
    const timeline = await showBusiness({ filter: { icons: ['SalesOrder'] } });
    const heard: string[] = [];
    for (const name of ['filterapply', 'filtercancel', 'filterchange']) {
      timeline.addEventListener(name, () => heard.push(name));
    }
    const panel = await openPanel(timeline);
    byRole(panel, 'checkbox', { name: 'Ann' }).click();
    const answer = loaded(timeline);
    byRole(panel, 'button', { name: 'Apply' }).click();
    await answer;
    expect(heard).to.deep.equal(['filterchange']);
    expect(timeline.filter).to.deep.equal({ icons: ['SalesOrder'], contacts: ['c1'] });
    expect(itemTexts(timeline)).to.deep.equal(['Red BOX - 3/2/2020']);
    expect(nameOf(shadowOf(timeline).activeElement ?? timeline)).to.equal('Filter');
    expect(allByRole(timeline, 'button', { pressed: true }).length).to.equal(1);
  });

  it('shows what the panel set as chips in the order types, contacts, dates, and removes one at once', async () => {
    const filter = {
      types: ['Case', 'SalesOrder'],
      contacts: ['c1', null],
      from: '2020-01-01',
      to: '2020-12-31',
    };
    const timeline = await showBusiness({ filter });
    expect(removable(timeline)).to.deep.equal([
      'Case',
      nameOfOrder,
      'Ann',
      'Activities not mapped to a Contact',
      'After 1/1/2020',
      'Before 12/31/2020',
    ]);
    const change = next(timeline, 'filterchange');
    const chip = byRole(timeline, 'button', { name: 'Remove filter: After 1/1/2020' });
    chip.focus();
    chip.click();
    const { from: _, ...rest } = filter;
    expect((await change).detail.filter).to.deep.equal(rest);
    await until(() => textOf(shadowOf(timeline).activeElement ?? timeline) === 'Before 12/31/2020');
  });

  it('is reset and closed with another customer', async () => {
    const timeline = await showBusiness({ filter: { types: ['Case'] } });
    await openPanel(timeline);
    timeline.customerId = 'nobody';
    await loaded(timeline);
    expect(shadowOf(timeline).querySelector('activity-filter-panel')).to.equal(null);
    expect(removable(timeline)).to.deep.equal([]);
  });
});

describe('search of a timeline', () => {
  afterEach(unmountAll);

  it('asks for the last text only, marks it in title, detail and contact, and clears it', async () => {
    const asked: (string | undefined)[] = [];
    const timeline = await showBusiness({
      adapter: {
        ...business,
        getPage: (query, options) => {
          asked.push(query.text);
          return business.getPage(query, options);
        },
      },
    });
    const answer = loaded(timeline);
    typeSearch(timeline, 'b');
    typeSearch(timeline, 'bO');
    typeSearch(timeline, 'bOx');
    await answer;
    expect(asked).to.deep.equal([undefined, 'bOx']);
    expect(marks(timeline)).to.deep.equal(['BOX', 'box', 'box']);
    expect(itemTexts(timeline)).to.deep.equal([
      'Red BOX - 3/2/2020',
      'Late box - 2/1/2020',
      'Blue chair - 12/31/2019',
    ]);
    await until(() => announced(timeline) === '3 activities');
    const all = loaded(timeline);
    byRole(timeline, 'button', { name: 'Clear search' }).click();
    await all;
    expect(items(timeline).length).to.equal(4);
    expect(marks(timeline)).to.deep.equal([]);
    expect(shadowOf(timeline).activeElement).to.equal(byRole(timeline, 'searchbox'));
  });

  it('is combined with other filters and cleared with them', async () => {
    const timeline = await showBusiness({ filter: { types: ['SalesOrder'], text: 'box' } });
    expect((byRole(timeline, 'searchbox') as HTMLInputElement).value).to.equal('box');
    expect(items(timeline).length).to.equal(2);
    expect(removable(timeline)).to.deep.equal([nameOfOrder]);
    const all = loaded(timeline);
    byRole(timeline, 'button', { name: 'Clear filters' }).click();
    await all;
    expect((byRole(timeline, 'searchbox') as HTMLInputElement).value).to.equal('');
    expect(timeline.filter).to.deep.equal({});
  });

  it('forgets what was typed when it leaves the page', async () => {
    const timeline = await showBusiness();
    typeSearch(timeline, 'box');
    const parent = timeline.parentElement;
    timeline.remove();
    parent?.append(timeline);
    await timeline.updateComplete;
    expect((byRole(timeline, 'searchbox') as HTMLInputElement).value).to.equal('');
  });
});
