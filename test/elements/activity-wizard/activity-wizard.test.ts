import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { next, until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

async function show(parts: Partial<WorldAdapter> = {}): Promise<WorldAdapter> {
  const adapter = worldAdapter(parts);
  Object.assign(wizard, { locale: 'en-US', adapter });
  await until(() => allByRole(wizard, 'heading').length > 0);
  return adapter;
}

async function press(name: string): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

const alone = { ...worldModel(), activities: [], relationships: [] };

/** Selects the orders in an empty model, so that everything is a proposal. */
async function selectOrders(): Promise<void> {
  await press('Select tables');
  byRole(wizard, 'checkbox', { name: 'Orders' }).click();
  await press('Add');
  await until(() => allByRole(wizard, 'dialog').length === 0);
}

describe('<activity-wizard>', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  it('says why the model is not there, and why a save failed, and keeps the changes', async () => {
    await show({ saveModel: () => Promise.reject(new AdapterError('storage-failed', 'The disk is full.')) });
    await press('Remove Cases');
    await press('Save and close');
    await until(() => allByRole(wizard, 'alert').length > 0);
    expect(textOf(byRole(wizard, 'alert'))).to.equal('The disk is full.');
    expect(wizard.isChanged).to.equal(true);
  });

  it('does not go on without a table, and says so', async () => {
    await show({ model: alone });
    await press('Next');
    expect(byRole(wizard, 'button', { name: 'Select at least one table.' })).not.to.equal(null);
    expect(wizard.shadowRoot!.activeElement?.textContent).to.contain('Select tables');
    expect((byRole(wizard, 'button', { name: 'Save and close' }) as HTMLButtonElement).disabled).to.equal(
      true,
    );
  });

  it('proposes a definition that can be saved and run as it is', async () => {
    const adapter = await show({
      model: alone,
      profileColumn: async (table, column, { target } = {}) => {
        const profile = await worldAdapter().profileColumn(table, column);
        if (!target) return profile;
        const found = column === 'PersonId' ? 3 : 0;
        const keys = {
          rows: 3,
          found,
          empty: 0,
          missing: 3 - found,
          missingKeys: 0,
          examples: [],
          hiddenTargets: 0,
        };
        return { ...profile, target: keys };
      },
    });
    await selectOrders();
    for (const title of ['Activity fields', 'Relationships', 'Review']) {
      await press('Next');
      expect(textOf(wizard.shadowRoot!.querySelector('[aria-current="step"]')!)).to.equal(title);
    }
    const closed = next(wizard, 'wizardclose');
    const ended = next(wizard, 'runend');
    await press('Create activities');
    expect((await ended).detail.report).to.deep.equal(adapter.report);
    expect((await closed).detail.saved).to.equal(true);
    const [definition] = adapter.model.activities;
    expect(definition).to.deep.include({
      name: 'Orders',
      type: 'SalesOrder',
      primaryKey: 'OrderId',
      timestamp: 'OrderedAt',
      event: 'Summary',
      detail: 'Note',
      paths: [['OrdersToPeople']],
    });
  });

  it('asks before changes are discarded, and takes them back one by one', async () => {
    await show();
    await press('Remove Cases');
    await press('Cancel');
    expect(nameOf(byRole(wizard, 'dialog'))).to.equal('Discard your changes?');
    await press('Keep editing');
    await press('Undo');
    expect(wizard.isChanged).to.equal(false);
    const closed = next(wizard, 'wizardclose');
    await press('Cancel');
    expect((await closed).detail.saved).to.equal(false);
  });

  it('puts its changes on top of what somebody else saved meanwhile', async () => {
    const adapter = await show();
    await press('Remove Cases');
    adapter.model.activities[0].name = 'Elsewhere';
    adapter.announce();
    await press('Save and close');
    await until(() => allByRole(wizard, 'status').some((place) => textOf(place).includes('Elsewhere')));
    await press('Save and close');
    expect(adapter.model.activities.map(({ name }) => name)).to.deep.equal(['Elsewhere']);
  });
});
