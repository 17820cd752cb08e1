import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import { allByRole, byRole } from '../support/by-role.js';
import { TABLES, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

async function press(name: string): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
}

const selected = (): number => allByRole(wizard, 'button', { name: /^Remove/ }).length;

/** Another workspace, with the cases alone. */
function otherAdapter(): WorldAdapter {
  const model = worldModel();
  return worldAdapter({ model: { ...model, activities: model.activities.slice(1) } });
}

async function show(adapter: WorldAdapter, tables: number): Promise<void> {
  Object.assign(wizard, { locale: 'en-US', adapter });
  await until(() => selected() === tables);
}

describe('a wizard that is given another adapter', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  for (const [what, ending] of [
    ['is stored', () => Promise.resolve('9')],
    ['meets a newer one', () => Promise.reject(new AdapterError('revision-conflict', 'Somebody was here.'))],
  ] as const) {
    it(`keeps its model out of the other one where it ${what} meanwhile`, async () => {
      const adapter = worldAdapter();
      let end = (): void => undefined;
      adapter.saveModel = () =>
        new Promise((resolve, reject) => (end = () => void ending().then(resolve, reject)));
      await show(adapter, 2);
      byRole(wizard, 'button', { name: /^Remove Orders/ }).click();
      await until(() => selected() === 1);
      await press('Undo');
      byRole(wizard, 'button', { name: /^Remove Cases/ }).click();
      await until(() => selected() === 1);
      await press('Save and close');
      const other = otherAdapter();
      wizard.adapter = other;
      await until(() => allByRole(wizard, 'button', { name: /^Remove Cases/ }).length === 1);
      end();
      await waitFrames(5);
      expect(
        allByRole(wizard, 'button', { name: /^Remove/ }).map((button) => button.ariaLabel),
      ).to.have.length(1);
      expect(allByRole(wizard, 'button', { name: /^Remove Cases/ })).to.have.length(1);
      expect(wizard.isChanged).to.equal(false);
      expect(other.model.activities.map(({ id }) => id)).to.deep.equal(['cases']);
    });
  }

  it('takes no table that was looked at in the former one', async () => {
    const adapter = worldAdapter();
    const { sampleRows } = worldAdapter();
    let answer = (): void => undefined;
    adapter.sampleRows = (...call) =>
      new Promise((resolve) => (answer = () => void sampleRows(...call).then(resolve)));
    await show(adapter, 2);
    await press('Select tables');
    byRole(wizard, 'checkbox', { name: 'Visits' }).click();
    await press('Add');
    wizard.adapter = worldAdapter({ tables: TABLES.slice(0, 3) });
    await waitFrames(5);
    answer();
    await waitFrames(5);
    expect(selected()).to.equal(2);
    expect(wizard.isChanged).to.equal(false);
  });
});
