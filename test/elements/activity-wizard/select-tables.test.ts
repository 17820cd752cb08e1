import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { allByRole, byRole } from '../support/by-role.js';
import { worldAdapter, type WorldAdapter } from '../support/model-world.js';
import { until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;
let adapter: WorldAdapter;
/** Lets the adapter answer what it was asked for samples so far. */
let answer: () => void;

async function press(name: string): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

/** Presses Add of a table whose rows take as long as they like. */
async function add(table: string): Promise<void> {
  const { sampleRows } = worldAdapter();
  adapter.sampleRows = (...call) =>
    new Promise((resolve) => {
      const former = answer;
      answer = () => {
        former();
        resolve(sampleRows(...call));
      };
    });
  await press('Select tables');
  byRole(wizard, 'checkbox', { name: table }).click();
  await press('Add');
}

const panes = (): number => allByRole(wizard, 'dialog').length;
const selected = (): number => allByRole(wizard, 'button', { name: /^Remove/ }).length;

describe('tables of the wizard that are looked at before they are selected', () => {
  beforeEach(async () => {
    answer = () => undefined;
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
    adapter = worldAdapter();
    Object.assign(wizard, { locale: 'en-US', adapter });
    await until(() => selected() === 2);
  });

  afterEach(() => wizard.remove());

  it('are not selected once the pane is closed', async () => {
    await add('Visits');
    await press('Close');
    answer();
    await waitFrames(5);
    expect(selected()).to.equal(2);
    expect(wizard.isChanged).to.equal(false);
  });

  it('leave a pane alone that was opened after theirs was closed', async () => {
    await add('Visits');
    await press('Close');
    await press('Select tables');
    answer();
    await waitFrames(5);
    expect(panes()).to.equal(1);
  });

  it('are selected once, however often they were begun', async () => {
    await add('Visits');
    await press('Close');
    await add('Visits');
    answer();
    await until(() => panes() === 0);
    await waitFrames(5);
    expect(selected()).to.equal(3);
  });

  it('stand once beside what somebody else saved meanwhile, which stays', async () => {
    const [orders] = adapter.model.activities;
    await add('Visits');
    const visits = { ...orders, id: 'theirs', name: 'TheirVisits', table: 'Web_Visits' };
    const people = { ...orders, id: 'people', name: 'TheirPeople', table: 'Crm_People' };
    adapter.model.activities.push(visits, people);
    adapter.announce();
    await until(() => selected() === 4);
    answer();
    await until(() => panes() === 0);
    expect(selected()).to.equal(4);
  });
});
