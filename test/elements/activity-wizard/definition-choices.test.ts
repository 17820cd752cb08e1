import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { allByRole, byRole, nameOf } from '../support/by-role.js';
import { worldAdapter, worldModel } from '../support/model-world.js';
import { until } from '../support/timeline.js';

let wizard: ActivityWizard;

/** Names of what is chosen in the group. */
const chosenIn = (group: string): string[] =>
  (
    [...byRole(wizard, 'group', { name: group }).querySelectorAll('[type="radio"]')] as HTMLInputElement[]
  ).flatMap((radio) => (radio.checked ? nameOf(radio) : []));

/** Shows the fields of a table's definition. */
async function choose(table: RegExp): Promise<void> {
  byRole(wizard, 'button', { name: table }).click();
  await wizard.updateComplete;
}

describe('choices of a definition in the wizard', () => {
  beforeEach(async () => {
    const { activities, ...model } = worldModel();
    const [orders, cases] = activities;
    const adapter = worldAdapter({
      model: {
        ...model,
        activities: [
          { ...orders, icon: 'star', dateOrder: 'dmy' },
          { ...cases, dateOrder: 'mdy' },
        ],
      },
    });
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
    Object.assign(wizard, { locale: 'en-US', adapter, activityId: 'orders' });
    await until(() => allByRole(wizard, 'group', { name: 'Icon' }).length > 0);
  });

  afterEach(() => wizard.remove());

  for (const [group, ofOrders, ofCases] of [
    ['Icon', 'Star', 'By type'],
    ['Order of day and month', 'Day first', 'Month first'],
  ]) {
    it(`are its own after another one was shown: ${group}`, async () => {
      for (let round = 0; round < 2; round++) {
        expect(chosenIn(group)).to.deep.equal([ofOrders]);
        await choose(/^Desk ?Cases/);
        expect(chosenIn(group)).to.deep.equal([ofCases]);
        await choose(/^Shop ?Orders/);
      }
    });
  }
});
