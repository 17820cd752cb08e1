import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { worldAdapter, type WorldAdapter } from '../support/model-world.js';
import { next, until, waitFrames } from '../support/timeline.js';

const KEY = 'activity-wizard:test';
let wizard: ActivityWizard;
let adapter: WorldAdapter;

/** A wizard as a page that was loaded anew makes it, once the model is there. */
async function open(attributes: Record<string, string> = { 'draft-key': 'test' }): Promise<void> {
  wizard?.remove();
  wizard = document.createElement('activity-wizard');
  for (const [name, value] of Object.entries(attributes)) wizard.setAttribute(name, value);
  Object.assign(wizard, { locale: 'en-US', adapter });
  document.body.append(wizard);
  await until(() => allByRole(wizard, 'heading').length > 0);
  await waitFrames(2);
}

async function press(name: string): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

const offer = (): string =>
  allByRole(wizard, 'status')
    .map((place) => textOf(place))
    .find((text) => text.includes('not saved')) ?? '';

const nameField = (): HTMLInputElement =>
  byRole(wizard, 'textbox', { name: 'Activity name' }) as HTMLInputElement;

async function rename(name: string): Promise<void> {
  nameField().value = name;
  nameField().dispatchEvent(new InputEvent('input'));
  await wizard.updateComplete;
}

/** Leaves the page with the first definition renamed. */
async function leaveWith(name: string): Promise<void> {
  await press('Next');
  await rename(name);
  dispatchEvent(new PageTransitionEvent('pagehide'));
}

describe('unsaved work of the wizard', () => {
  beforeEach(() => {
    sessionStorage.clear();
    adapter = worldAdapter();
  });

  afterEach(() => wizard.remove());

  it('is kept nowhere unless the host names a key', async () => {
    await open({});
    await leaveWith('Renamed');
    expect(sessionStorage.length).to.equal(0);
  });

  it('does not keep the wizard from opening when what is stored is no draft', async () => {
    for (const text of [
      'no JSON',
      'null',
      '{"format":"activity-draft/1"}',
      '{"format":"activity-draft/99"}',
    ]) {
      sessionStorage.setItem(KEY, text);
      await open();
      expect(offer(), text).to.equal('');
    }
  });

  it('is offered before the pane of tables is opened, which waits for it', async () => {
    const pane = (): number => allByRole(wizard, 'dialog').length;
    await open({ 'draft-key': 'test', adding: '' });
    expect(pane()).to.equal(1);
    await press('Close');
    await leaveWith('Renamed');
    await open({ 'draft-key': 'test', adding: '' });
    expect(pane()).to.equal(0);
    expect(offer()).not.to.equal('');
  });

  it('is offered after a reload, and taken up where it was left', async () => {
    await open();
    await leaveWith('Renamed');
    await open();
    expect(wizard.isChanged).to.equal(false);
    expect(offer()).to.contain('You have changes from now that are not saved.');
    await press('Continue where you left off');
    expect(offer()).to.equal('');
    expect(textOf(wizard.shadowRoot!.querySelector('[aria-current="step"]')!)).to.equal('Activity fields');
    expect(nameField().value).to.equal('Renamed');
    const closed = next(wizard, 'wizardclose');
    await press('Save and close');
    await closed;
    expect(adapter.model.activities[0].name).to.equal('Renamed');
    await open();
    expect(offer()).to.equal('');
    expect(sessionStorage.length).to.equal(0);
  });

  it('is taken up on top of what somebody else saved meanwhile, and says so', async () => {
    await open();
    await leaveWith('Renamed');
    adapter.model.activities[1].name = 'Elsewhere';
    adapter.announce();
    await open();
    await press('Continue where you left off');
    expect(allByRole(wizard, 'status').some((place) => textOf(place).includes('Elsewhere'))).to.equal(true);
    const closed = next(wizard, 'wizardclose');
    await press('Save and close');
    await closed;
    expect(adapter.model.activities.map(({ name }) => name)).to.deep.equal(['Renamed', 'Elsewhere']);
  });

  it('goes when it is discarded, at once or from the wizard', async () => {
    await open();
    await leaveWith('Renamed');
    await open();
    await press('Discard');
    expect(offer()).to.equal('');
    expect(sessionStorage.length).to.equal(0);
    await leaveWith('Again');
    expect(sessionStorage.length).to.equal(1);
    await press('Cancel');
    await press('Discard');
    wizard.remove();
    expect(sessionStorage.length).to.equal(0);
  });

  it('is not taken up while a save that would miss it is under way, and is still there after it', async () => {
    await open();
    await leaveWith('Kept');
    await open();
    wizard.addEventListener('wizardclose', (event) => event.preventDefault());
    await press('Remove Cases');
    const { saveModel } = adapter;
    let goOn!: () => void;
    const turn = new Promise<void>((resolve) => (goOn = resolve));
    adapter.saveModel = (...call) => turn.then(() => saveModel(...call));
    await press('Save and close');
    await press('Continue where you left off');
    await press('Discard');
    expect(offer()).not.to.equal('');
    const closed = next(wizard, 'wizardclose');
    goOn();
    await closed;
    await wizard.updateComplete;
    await press('Continue where you left off');
    expect(nameField().value).to.equal('Kept');
    expect(adapter.model.activities.map(({ name }) => name)).to.deep.equal(['WebOrders']);
    expect(wizard.isChanged).to.equal(true);
  });

  it('waits for the next time where one activity was saved without it', async () => {
    const single = { 'draft-key': 'test', flow: 'single', 'activity-id': 'orders' };
    await open(single);
    await rename('Kept');
    await open(single);
    await rename('Other');
    await press('Review done');
    await press('Save activity');
    await until(() => allByRole(wizard, 'button', { name: 'Done' }).length > 0);
    expect(offer()).to.equal('');
    await press('Done');
    await open(single);
    await press('Continue where you left off');
    expect(nameField().value).to.equal('Kept');
  });

  it('is not offered to the wizard that still has it when it is moved, and is kept on', async () => {
    await open();
    await leaveWith('Renamed');
    const box = document.body.appendChild(document.createElement('div'));
    box.append(wizard);
    await wizard.updateComplete;
    await waitFrames(2);
    expect(offer()).to.equal('');
    expect(nameField().value).to.equal('Renamed');
    await rename('Again');
    wizard.remove();
    box.remove();
    await open();
    await press('Continue where you left off');
    expect(nameField().value).to.equal('Again');
  });

  it('stays kept when the host does not let the wizard close', async () => {
    await open();
    await leaveWith('Renamed');
    wizard.addEventListener('wizardclose', (event) => event.preventDefault());
    await press('Cancel');
    await press('Discard');
    expect(wizard.isChanged).to.equal(true);
    await open();
    await press('Continue where you left off');
    expect(nameField().value).to.equal('Renamed');
  });

  it('is not offered by a wizard of another kind', async () => {
    await open();
    await leaveWith('Renamed');
    await open({ 'draft-key': 'test', flow: 'single', 'activity-id': 'orders' });
    expect(offer()).to.equal('');
  });

  it('is kept when the element is taken away, and after a pause in typing', async () => {
    await open();
    await press('Remove Cases');
    await until(() => sessionStorage.getItem(KEY)?.includes('"orders"') ?? false);
    await press('Undo');
    wizard.remove();
    expect(sessionStorage.length).to.equal(0);
  });
});
