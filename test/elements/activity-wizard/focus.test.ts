import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { allByRole, byRole, nameOf } from '../support/by-role.js';
import { worldAdapter } from '../support/model-world.js';
import { until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

async function show(): Promise<void> {
  wizard?.remove();
  wizard = document.body.appendChild(document.createElement('activity-wizard'));
  Object.assign(wizard, { locale: 'en-US', adapter: worldAdapter(), draftKey: 'focus' });
  await until(() => allByRole(wizard, 'heading').length > 0);
}

/** Presses the button as a key does: it has the focus. */
async function press(name: string): Promise<void> {
  const button = byRole(wizard, 'button', { name });
  button.focus();
  button.click();
  await wizard.updateComplete;
  await waitFrames(3);
}

const focused = (): string => {
  const place = wizard.shadowRoot!.activeElement;
  return place ? nameOf(place) : 'the page';
};
const heading = (): string => nameOf(wizard.shadowRoot!.querySelector('#heading')!);
const isOff = (name: string): boolean =>
  byRole(wizard, 'button', { name }).getAttribute('aria-disabled') === 'true';

describe('focus in the wizard when a button is done with', () => {
  beforeEach(show);

  afterEach(() => {
    wizard.remove();
    sessionStorage.clear();
  });

  it('stays on Undo and Redo when there is nothing more to undo or redo, and they do nothing', async () => {
    await press('Remove Cases');
    await press('Undo');
    expect([focused(), isOff('Undo'), isOff('Redo')]).to.deep.equal(['Undo', true, false]);
    await press('Undo');
    expect(wizard.isChanged).to.equal(false);
    await press('Redo');
    expect([focused(), isOff('Undo'), isOff('Redo')]).to.deep.equal(['Redo', false, true]);
    await press('Redo');
    expect(wizard.isChanged).to.equal(true);
  });

  it('goes to the heading when a table is removed with its button', async () => {
    await press('Remove Cases');
    expect(focused()).to.equal(heading());
  });

  for (const answer of ['Discard', 'Continue where you left off']) {
    it(`goes to the heading when the offer of unsaved work is answered: ${answer}`, async () => {
      await press('Remove Cases');
      await show();
      await until(() => allByRole(wizard, 'button', { name: answer }).length > 0);
      await press(answer);
      expect(focused()).to.equal(heading());
    });
  }

  it('goes back to the button that opened a dialog', async () => {
    await press('Select tables');
    await press('Close');
    expect(focused()).to.equal('Select tables');
  });
});
