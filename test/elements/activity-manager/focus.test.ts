import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityManager } from '../../../src/elements/activity-manager/activity-manager.js';
import { allByRole, byRole, nameOf } from '../support/by-role.js';
import { worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { next, until } from '../support/timeline.js';

let manager: ActivityManager;

/** What has the focus, by name; empty: it is lost to the page's start. */
const focused = (): string => {
  const { activeElement } = manager.shadowRoot!;
  return activeElement ? nameOf(activeElement) : '';
};

async function press(name: string): Promise<void> {
  const buttons = allByRole(manager, 'button', { name });
  const button = buttons.at(-1)!;
  button.focus();
  button.click();
  await manager.updateComplete;
}

async function show(parts: Partial<WorldAdapter> = {}): Promise<WorldAdapter> {
  const adapter = worldAdapter(parts);
  Object.assign(manager, { locale: 'en-US', adapter });
  await until(() => allByRole(manager, 'rowheader').length > 0);
  return adapter;
}

const isThere = (name: string): boolean => allByRole(manager, 'button', { name }).length > 0;

describe('the focus in a manager', () => {
  beforeEach(() => {
    manager = document.body.appendChild(document.createElement('activity-manager'));
  });

  afterEach(() => manager.remove());

  it('stays on Run while it runs, and finds the list when the run is cancelled', async () => {
    await show({
      run: ({ signal } = {}) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    await press('Run');
    expect(focused()).to.equal('Run');
    const ended = next(manager, 'runend');
    await press('Cancel run');
    await ended;
    await manager.updateComplete;
    expect(focused()).to.equal('Activities');
  });

  it('finds the list after a selection is cleared, a row is deleted and brought back, and a message dismissed', async () => {
    await show();
    byRole(manager, 'checkbox', { name: 'Select Cases' }).click();
    await manager.updateComplete;
    await press('1 selected: Clear selection');
    expect(focused()).to.equal('Activities');
    byRole(manager, 'button', { name: 'Delete Cases' }).focus();
    await press('Delete Cases');
    await press('Delete');
    await until(() => isThere('Undo'));
    expect(focused()).to.equal('Activities');
    await press('Undo');
    await until(() => isThere('Delete Cases'));
    expect(focused()).to.equal('Activities');
    await until(() => isThere('Dismiss'));
    await press('Dismiss');
    expect(focused()).to.equal('Activities');
  });

  it('goes to what there is to do when the last row is gone', async () => {
    const model = worldModel();
    await show({ model: { ...model, activities: model.activities.slice(0, 1) } });
    await press('Delete WebOrders');
    await press('Delete');
    await until(() => isThere('Undo'));
    expect(focused()).to.equal('Configure activities');
  });
});

describe('a dialog of a manager', () => {
  beforeEach(() => {
    manager = document.body.appendChild(document.createElement('activity-manager'));
  });

  afterEach(() => manager.remove());

  for (const name of ['Rename Cases', 'Delete Cases']) {
    it(`is over when another tab deletes its definition, also when that comes back: ${name}`, async () => {
      const adapter = await show();
      const { activities } = adapter.model;
      await press(name);
      expect(allByRole(manager, 'dialog')).to.have.length(1);
      adapter.model = { ...adapter.model, activities: activities.slice(0, 1) };
      adapter.announce();
      await until(() => allByRole(manager, 'dialog').length === 0);
      adapter.model = { ...adapter.model, activities };
      adapter.announce();
      await until(() => isThere(name));
      expect(allByRole(manager, 'dialog')).to.deep.equal([]);
    });
  }
});

describe('a run of an adapter that is taken away', () => {
  it('ends for the page, and leaves no word above the list of the next one', async () => {
    manager = document.body.appendChild(document.createElement('activity-manager'));
    await show({
      run: ({ signal } = {}) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    const ended = next(manager, 'runend');
    const run = manager.run();
    await until(() => isThere('Cancel run'));
    await show();
    expect((await ended).detail).to.deep.equal({ report: null, error: null });
    await run;
    await manager.updateComplete;
    expect(isThere('Dismiss')).to.equal(false);
    manager.remove();
  });
});
