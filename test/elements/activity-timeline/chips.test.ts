import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import { activity, daily } from '../support/activities.js';
import { allByRole, byRole, nameOf, shadowOf } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  chips,
  chipTexts,
  itemTexts,
  loaded,
  monthTexts,
  mount,
  next,
  show,
  unmountAll,
} from '../support/timeline.js';

const rows = [
  activity({ type: 'Case', sourceTable: 'Crm_Cases', title: 'Problem Solved', timestamp: '2020-08-03' }),
  activity({ type: 'Shipping', sourceTable: 'Log_Parcels', title: 'Delivered', timestamp: '2020-08-02' }),
  activity({
    type: 'SalesOrder',
    sourceTable: 'Shop_webOrders',
    title: 'Store Order',
    timestamp: '2020-08-01',
  }),
  activity({
    type: 'SalesOrder',
    sourceTable: 'Shop_webOrders',
    title: 'Web Order',
    timestamp: '2020-07-01',
  }),
];

describe('icon chips', () => {
  afterEach(unmountAll);

  it('count the types of the customer, in the order of their labels', async () => {
    const timeline = await show(rows);
    expect(chipTexts(timeline)).to.deep.equal(['1 Cases', '1 Parcels', '2 webOrders']);
    expect(nameOf(chips(timeline)[2])).to.equal('2 webOrders, show only these');
  });

  it('use the labels of the host', async () => {
    const labels = { Case: { one: 'Case', other: 'Cases' }, SalesOrder: { one: 'Order', other: 'Orders' } };
    const timeline = await show(rows, { labels });
    expect(chipTexts(timeline)).to.deep.equal(['1 Case', '2 Orders', '1 Parcels']);
  });

  it('filter the list by type, and their counts stay those of all activities', async () => {
    const timeline = await show(rows);
    const changed = next(timeline, 'filterchange');
    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: /Parcels/ }).click();
    expect((await changed).detail).to.deep.equal({ filter: { icons: ['Shipping'] } });
    await shown;
    expect(itemTexts(timeline)).to.deep.equal(['Delivered - 8/2/2020']);
    expect(monthTexts(timeline)).to.deep.equal(['Aug 2020 (1)']);
    expect(chipTexts(timeline)).to.deep.equal(['1 Cases', '1 Parcels', '2 webOrders']);
    expect(allByRole(timeline, 'button', { pressed: true }).map(nameOf)).to.deep.equal([
      '1 Parcels, show only these',
    ]);
  });

  it('add up when several are selected, and go back when selected again', async () => {
    const timeline = await show(rows);
    for (const [name, count] of [
      [/Parcels/, 1],
      [/Cases/, 2],
      [/Parcels/, 1],
      [/Cases/, 4],
    ] as const) {
      const shown = loaded(timeline);
      byRole(timeline, 'button', { name }).click();
      await shown;
      expect(itemTexts(timeline)).to.have.lengthOf(count);
    }
  });

  it('and the panel are two states: a row must pass both, and the panel selects no chip', async () => {
    const timeline = await show(rows, { filter: { types: ['Case', 'SalesOrder'] } });
    expect(allByRole(timeline, 'button', { pressed: true })).to.have.lengthOf(0);
    expect(itemTexts(timeline)).to.have.lengthOf(3);
    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: /Cases/ }).click();
    await shown;
    expect(itemTexts(timeline)).to.deep.equal(['Problem Solved - 8/3/2020']);
    expect(timeline.filter).to.deep.equal({ types: ['Case', 'SalesOrder'], icons: ['Case'] });
  });

  it('offer to clear all filters as long as one is active', async () => {
    const timeline = await show(rows);
    expect(allByRole(timeline, 'button', { name: 'Clear filters' })).to.have.lengthOf(0);
    let shown = loaded(timeline);
    timeline.filter = { icons: ['Case'], from: '2020-01-01' };
    await shown;
    const changed = next(timeline, 'filterchange');
    shown = loaded(timeline);
    byRole(timeline, 'button', { name: 'Clear filters' }).click();
    expect((await changed).detail).to.deep.equal({ filter: {} });
    await shown;
    expect(itemTexts(timeline)).to.have.lengthOf(4);
    expect(timeline.matches(':state(filtered)')).to.equal(false);
  });

  it('show a selected type although the customer has none of it, so that it can be taken back', async () => {
    const types = [
      { type: 'Case', sourceTables: [] },
      { type: 'Mail', sourceTables: [] },
    ];
    const adapter = createMemoryAdapter({ activities: [rows[0]], types });
    const timeline = mount({ adapter, filter: { icons: ['Mail'] } });
    await loaded(timeline);
    expect(chipTexts(timeline)).to.deep.equal(['1 Case', '0 Mails']);
    timeline.filter = {};
    await loaded(timeline);
    expect(chipTexts(timeline)).to.deep.equal(['1 Case']);
  });

  it('give a type the same colour whatever types the customer has', async () => {
    const types = ['Case', 'Mail', 'Order'].map((type) => ({ type, sourceTables: [] }));
    const one = activity({ type: 'Order', customerId: 'one' });
    const two = [
      activity({ type: 'Order', customerId: 'two' }),
      activity({ type: 'Case', customerId: 'two' }),
    ];
    const adapter = createMemoryAdapter({ activities: [one, ...two], types });
    const timeline = mount({ adapter, customerId: 'one' });
    await loaded(timeline);
    const colorOf = (chip: Element): string =>
      getComputedStyle(chip.querySelector('[part="chip-icon"]') ?? chip).backgroundColor;
    const before = colorOf(byRole(timeline, 'button', { name: /Order, show/ }));
    timeline.customerId = 'two';
    await loaded(timeline);
    expect(colorOf(byRole(timeline, 'button', { name: /Order, show/ }))).to.equal(before);
    expect(colorOf(byRole(timeline, 'button', { name: /Case/ }))).not.to.equal(before);
    const disc = shadowOf(timeline).querySelector('[part="item-icon"][aria-label="Order"]');
    expect(disc && getComputedStyle(disc).backgroundColor).to.equal(before);
  });

  it('only count when the adapter cannot filter by type', async () => {
    const adapter = createScriptedAdapter(rows, { filterTypes: false });
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(chips(timeline)).to.have.lengthOf(0);
    expect(shadowOf(timeline).querySelectorAll('[part="chip"]')).to.have.lengthOf(3);
  });

  it('are asked for once: another filter does not count all activities again', async () => {
    const adapter = createScriptedAdapter(daily(3));
    const timeline = mount({ adapter });
    let shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    shown = loaded(timeline);
    byRole(timeline, 'button', { name: /Orders/ }).click();
    await shown;
    const counted = adapter.calls
      .filter(({ method }) => method === 'getSummary')
      .map(({ query }) => query.types);
    expect(counted).to.deep.equal([undefined, ['SalesOrder']]);
  });
});
