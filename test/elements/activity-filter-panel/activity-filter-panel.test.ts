import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityFilterPanel } from '../../../src/elements/activity-filter-panel/activity-filter-panel.js';
import type { TimelineFilter } from '../../../src/elements/activity-timeline/timeline-filter.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, nameOf, shadowOf, textOf } from '../support/by-role.js';

const people = ['Dora', 'Ben', 'Anna', 'Émile', 'Carl', 'Fay'];
const options = {
  types: [
    { type: 'SalesOrderLine', count: 123 },
    { type: 'Case', label: 'Cases', count: 57 },
  ],
  contacts: [...people.map((name) => ({ contactId: name.toLowerCase(), name })), { contactId: null }],
  first: '2019-05-04',
  last: '2020-12-24',
};

let opener: HTMLButtonElement;
let panel: ActivityFilterPanel;
let events: [string, TimelineFilter | null][] = [];

async function open(properties: Partial<ActivityFilterPanel> = {}): Promise<void> {
  Object.assign(panel, { locale: 'en-US', options, open: true, ...properties });
  await panel.updateComplete;
}

async function act(change: () => void): Promise<void> {
  change();
  await panel.updateComplete;
}

const press = (name: string | RegExp) => act(() => byRole(panel, 'button', { name }).click());
const check = (name: string) => act(() => byRole(panel, 'checkbox', { name }).click());
const choose = (name: string) => act(() => byRole(panel, 'radio', { name }).click());
const names = (role: string) => allByRole(panel, role).map(nameOf);
const checked = () =>
  allByRole(panel, 'checkbox')
    .filter((box) => (box as HTMLInputElement).checked)
    .map(nameOf);
const dialog = () => byRole(panel, 'dialog') as HTMLDialogElement;
const apply = () => byRole(panel, 'button', { name: 'Apply' }) as HTMLButtonElement;

function enter(label: string, value: string): Promise<void> {
  return act(() => {
    const field = shadowOf(panel).querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!field) throw new Error(`There is no field ${label}.`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('<activity-filter-panel>', () => {
  beforeEach(() => {
    events = [];
    opener = document.body.appendChild(document.createElement('button'));
    panel = document.body.appendChild(document.createElement('activity-filter-panel'));
    panel.addEventListener('filterapply', ({ detail }) => events.push(['apply', detail.filter]));
    panel.addEventListener('filtercancel', () => events.push(['cancel', null]));
    opener.focus();
  });

  afterEach(() => {
    panel.remove();
    opener.remove();
    document.documentElement.removeAttribute('style');
  });

  describe('with bad input', () => {
    it('stays usable with options and filters that are none', async () => {
      await open({ options: undefined, filter: { types: 7, from: 'x' } as unknown as TimelineFilter });
      expect(names('checkbox')).to.deep.equal([]);
      await press('Apply');
      expect(events).to.deep.equal([['apply', {}]]);
    });

    it('blocks Apply for a year that a filter cannot have, and leads the picker to none', async () => {
      await open({ options: { types: options.types } });
      for (const mode of ['After', 'Before']) {
        await choose(mode);
        await enter(mode === 'After' ? 'Start date' : 'End date', '20200-05-01');
        expect(apply().disabled, mode).to.equal(true);
        await enter(mode === 'After' ? 'Start date' : 'End date', '2020-05-01');
        expect(apply().disabled, mode).to.equal(false);
      }
      const field = shadowOf(panel).querySelector<HTMLInputElement>('input[type="date"]');
      expect(field?.max).to.equal('9999-12-31');
    });

    it('keeps its own text where the host has none for it', async () => {
      await open({ strings: { selected: undefined, apply: 'Los' } });
      await check('Cases');
      expect(names('group')[0]).to.equal('Activity type (1 selected)');
      byRole(panel, 'button', { name: 'Los' });
    });

    it('blocks Apply without a date', async () => {
      await open();
      for (const mode of ['Before', 'After', 'Between']) {
        await choose(mode);
        expect(apply().disabled, mode).to.equal(true);
      }
      await choose('All');
      expect(apply().disabled).to.equal(false);
    });

    it('blocks Apply and says why when the start is later than the end', async () => {
      await open();
      await choose('Between');
      await enter('Start date', '2020-12-31');
      await enter('End date', '2020-12-30');
      expect(textOf(byRole(panel, 'alert'))).to.equal('The start date must be on or before the end date.');
      expect(apply().disabled).to.equal(true);
      await enter('End date', '2020-12-31');
      expect(textOf(byRole(panel, 'alert'))).to.equal('');
      expect(apply().disabled).to.equal(false);
    });

    it('takes markup in names for text', async () => {
      await open({ options: { types: [{ type: '<img src=x onerror=alert(1)>' }] } });
      expect(shadowOf(panel).querySelector('img')).to.equal(null);
      expect(names('checkbox')).to.deep.equal(['<img src=x onerror=alert(1)>']);
    });
  });

  it('opens with the applied filter and applies what was selected, icons and text untouched', async () => {
    const filter = { icons: ['Case'], text: 'box', types: ['Case'], contacts: [null], from: '2020-01-01' };
    await open({ filter });
    expect(checked()).to.deep.equal(['Cases', 'Activities not mapped to a Contact']);
    expect((byRole(panel, 'radio', { name: 'After' }) as HTMLInputElement).checked).to.equal(true);
    await check('Cases');
    await check('SalesOrderLine');
    await check('Anna');
    await choose('Between');
    await enter('End date', '2020-12-31');
    await press('Apply');
    expect(events).to.deep.equal([
      [
        'apply',
        {
          icons: ['Case'],
          text: 'box',
          types: ['SalesOrderLine'],
          contacts: [null, 'anna'],
          from: '2020-01-01',
          to: '2020-12-31',
        },
      ],
    ]);
    expect(dialog().open).to.equal(false);
  });

  it('discards with Cancel, the cross and Escape, and gives the focus back', async () => {
    const ways = [
      () => press('Cancel'),
      () => press('Close'),
      () => act(() => dialog().dispatchEvent(new Event('cancel', { cancelable: true }))),
      () => act(() => dialog().dispatchEvent(new Event('close'))),
    ];
    for (const [index, leave] of ways.entries()) {
      opener.focus();
      await open({ filter: { types: ['Case'] } });
      expect(dialog().matches(':modal')).to.equal(true);
      expect(document.activeElement).to.equal(panel);
      await check('SalesOrderLine');
      if (index === 3) dialog().close();
      await leave();
      expect(panel.open).to.equal(false);
      expect(document.activeElement).to.equal(opener);
      await open();
      expect(checked()).to.deep.equal(['Cases']);
      await act(() => (panel.open = false));
    }
    expect(new Set(events.map(([name]) => name))).to.deep.equal(new Set(['cancel']));
  });

  it('keeps a selection when the host writes an equal filter, and follows another one', async () => {
    await open({ filter: { types: ['Case'] } });
    await check('SalesOrderLine');
    await act(() => (panel.filter = { types: ['Case'] }));
    expect(checked()).to.deep.equal(['SalesOrderLine', 'Cases']);
    await act(() => (panel.filter = { types: ['SalesOrderLine'] }));
    expect(checked()).to.deep.equal(['SalesOrderLine']);
  });

  it('selects all without the dates, also contacts behind See all, and clears all with the dates', async () => {
    await open();
    const clear = byRole(panel, 'button', { name: 'Clear all' });
    expect(clear.getAttribute('aria-disabled')).to.equal('true');
    await choose('After');
    await enter('Start date', '2020-01-01');
    await press('Select all');
    expect(names('group')).to.deep.equal(['Activity type (2 selected)', 'Contacts (7 selected)', 'Date']);
    expect((byRole(panel, 'radio', { name: 'After' }) as HTMLInputElement).checked).to.equal(true);
    clear.focus();
    await press('Clear all');
    expect(names('group')).to.deep.equal(['Activity type', 'Contacts', 'Date']);
    expect((byRole(panel, 'radio', { name: 'All' }) as HTMLInputElement).checked).to.equal(true);
    expect(shadowOf(panel).activeElement).to.equal(clear);
    await press('Apply');
    expect(events).to.deep.equal([['apply', {}]]);
  });

  it('lists not mapped and four contacts, then all with a search', async () => {
    await open();
    const contacts = () => names('checkbox').slice(2);
    const notMapped = 'Activities not mapped to a Contact';
    expect(contacts()).to.deep.equal([notMapped, 'Anna', 'Ben', 'Carl', 'Dora']);
    await press('See all (6)');
    expect(contacts()).to.deep.equal([notMapped, 'Anna', 'Ben', 'Carl', 'Dora', 'Émile', 'Fay']);
    await enter('Search contacts', ' AN');
    expect(contacts()).to.deep.equal(['Anna']);
    await enter('Search contacts', 'nobody');
    expect(textOf(byRole(panel, 'status'))).to.equal('No contact has this in its name.');
    await press('See less');
    expect(contacts().length).to.equal(5);
  });

  it('lists what only the filter names, so that it can be unchecked', async () => {
    await open({ options: { types: [], contacts: [] }, filter: { types: ['Gone'], contacts: ['c9'] } });
    expect(checked()).to.deep.equal(['Gone', 'c9']);
  });

  it('leaves out groups that there are no options for', async () => {
    await open({ options: { dates: false } });
    expect(names('group')).to.deep.equal([]);
  });

  it('opens again after a move in the page', async () => {
    await open({ filter: { types: ['Case'] } });
    await act(() => document.body.append(panel));
    await panel.updateComplete;
    expect(panel.open).to.equal(true);
    expect(dialog().matches(':modal')).to.equal(true);
    expect(events).to.deep.equal([]);
  });

  it('survives 1,000 types and 2,000 contacts', async () => {
    await open({
      options: {
        types: Array.from({ length: 1000 }, (_, index) => ({ type: `Type${index}` })),
        contacts: Array.from({ length: 2000 }, (_, index) => ({
          contactId: `c${index}`,
          name: `Name ${index}`,
        })),
      },
    });
    expect(allByRole(panel, 'checkbox').length).to.equal(1004);
    await press('See all (2,000)');
    expect(allByRole(panel, 'checkbox').length).to.equal(3000);
    await press('Select all');
    await press('Apply');
    expect([events[0][1]?.types?.length, events[0][1]?.contacts?.length]).to.deep.equal([1000, 2000]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no fault that axe finds: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      await open();
      for (const step of [() => press('See all (6)'), () => press('Select all'), () => choose('Between')]) {
        await step();
        for (const animation of shadowOf(panel).getAnimations()) animation.finish();
        expect(await axeFaults(panel)).to.deep.equal([]);
      }
      await enter('Start date', '2020-12-31');
      await enter('End date', '2020-01-01');
      expect(await axeFaults(panel)).to.deep.equal([]);
    });
  }

  it('has controls of at least 24 pixels and stands at the end of the line', async () => {
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction;
      await open();
      for (const animation of shadowOf(panel).getAnimations()) animation.finish();
      const { left, right } = dialog().getBoundingClientRect();
      expect(direction === 'ltr' ? right : left).to.equal(direction === 'ltr' ? innerWidth : 0);
      const controls = [...allByRole(panel, 'button'), ...shadowOf(panel).querySelectorAll('.choice')];
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), textOf(control)).to.be.at.least(24);
      }
      await press('Cancel');
      document.documentElement.removeAttribute('dir');
    }
  });
});
