import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityManager } from '../../../src/elements/activity-manager/activity-manager.js';
import { AdapterError } from '../../../src/model/errors.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { reportOf, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { next, until } from '../support/timeline.js';

let manager: ActivityManager;

async function show(parts: Partial<WorldAdapter> = {}): Promise<WorldAdapter> {
  const adapter = worldAdapter(parts);
  Object.assign(manager, { locale: 'en-US', adapter });
  await until(() => allByRole(manager, 'rowheader').length > 0);
  return adapter;
}

const button = (name: string | RegExp): HTMLButtonElement =>
  byRole(manager, 'button', { name }) as HTMLButtonElement;
const names = (): string[] =>
  allByRole(manager, 'rowheader').map((cell) => nameOf(cell.querySelector('button') ?? cell));
const said = (): string => textOf(byRole(manager, 'status'));

async function press(name: string | RegExp): Promise<void> {
  button(name).click();
  await manager.updateComplete;
}

async function enter(field: HTMLElement, text: string): Promise<void> {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await manager.updateComplete;
}

describe('<activity-manager>', () => {
  beforeEach(() => {
    manager = document.body.appendChild(document.createElement('activity-manager'));
  });

  afterEach(() => manager.remove());

  describe('when the adapter fails', () => {
    for (const call of ['loadModel', 'listTables', 'lastRun'] as const) {
      it(`says why the list is not there, and tries again: ${call}`, async () => {
        let isDown = true;
        const good = worldAdapter();
        const answer = good[call].bind(good) as () => never;
        const fail = (): Promise<never> => Promise.reject(new AdapterError('network', 'The server is down.'));
        Object.assign(manager, {
          locale: 'en-US',
          adapter: { ...good, [call]: () => (isDown ? fail() : answer()) },
        });
        await until(() => allByRole(manager, 'alert').length > 0);
        expect(textOf(byRole(manager, 'alert'))).to.contain('The server is down.');
        isDown = false;
        await press('Try again');
        await until(() => names().length === 2);
        expect(allByRole(manager, 'alert')).to.deep.equal([]);
      });
    }

    it('says that a run failed and that the former activities are there', async () => {
      await show({ run: () => Promise.reject(new AdapterError('busy', 'Another tab is running.')) });
      const ended = next(manager, 'runend');
      await press('Run');
      expect((await ended).detail.error?.code).to.equal('busy');
      await manager.updateComplete;
      expect(said()).to.equal(
        'The run failed. The former activities are still there. Another tab is running.',
      );
    });

    it('keeps the definitions when a delete or a rename fails', async () => {
      await show({
        saveModel: () => Promise.reject(new AdapterError('storage-failed', 'The disk is full.')),
      });
      await press('Delete Cases');
      await press('Delete');
      await until(() => said() !== '');
      expect(said()).to.equal('The disk is full.');
      expect(names()).to.deep.equal(['Cases', 'WebOrders']);
    });
  });

  it('says what to do when there is no activity', async () => {
    const model = { ...worldModel(), activities: [] };
    Object.assign(manager, { locale: 'en-US', adapter: worldAdapter({ model }) });
    await until(() => allByRole(manager, 'button', { name: 'Configure activities' }).length === 2);
    expect(button('Run').disabled).to.equal(true);
  });

  it('lists every definition with all columns, and sorts by any', async () => {
    await show();
    const [, first] = allByRole(manager, 'row');
    expect([...first.children].map((cell) => textOf(cell)).slice(1, 6)).to.deep.equal([
      'Cases',
      'Cases',
      'Desk',
      'Case',
      'No',
    ]);
    const sorted = allByRole(manager, 'columnheader').map((cell) => cell.getAttribute('aria-sort'));
    expect(sorted).to.deep.equal([null, 'ascending', null, null, null, null, null]);
    await press('Activity name');
    expect(names()).to.deep.equal(['WebOrders', 'Cases']);
    await press('Source');
    expect(names()).to.deep.equal(['Cases', 'WebOrders']);
    await press('Activity type');
    expect(names()).to.deep.equal(['Cases', 'WebOrders']);
    await press('Included in timeline view');
    expect(names()).to.deep.equal(['WebOrders', 'Cases']);
  });

  it('searches name, table, source and type, whatever the case (D 27)', async () => {
    await show();
    const search = byRole(manager, 'searchbox');
    for (const [text, found] of [
      ['weborders', ['WebOrders']],
      ['DESK', ['Cases']],
      ['order', ['WebOrders']],
      ['', ['Cases', 'WebOrders']],
      ['nothing', []],
    ] as const) {
      await enter(search, text);
      expect(names(), text).to.deep.equal(found);
    }
    await press('Clear search');
    expect(names()).to.have.length(2);
  });

  it('renames one by a name that can be used', async () => {
    const adapter = await show();
    await press('Rename Cases');
    const field = byRole(manager, 'textbox', { name: 'Name' });
    for (const [text, fault] of [
      ['', 'Enter an activity name.'],
      ['2nd', 'Start with a letter. Use letters and numbers only.'],
      ['WEBORDERS', 'An activity with this name already exists.'],
    ]) {
      await enter(field, text);
      expect(textOf(byRole(manager, 'alert'))).to.equal(fault);
      expect(button('Save').disabled).to.equal(true);
    }
    await enter(field, 'Tickets');
    const renamed = next(manager, 'activityrename');
    await press('Save');
    expect((await renamed).detail).to.deep.equal({ activityId: 'cases', name: 'Tickets' });
    expect(adapter.model.activities.map(({ name }) => name)).to.deep.equal(['WebOrders', 'Tickets']);
    await until(() => names().includes('Tickets'));
  });

  it('deletes several when asked twice, and undo puts them where they were (D 28)', async () => {
    const adapter = await show();
    const before = structuredClone(adapter.model);
    byRole(manager, 'checkbox', { name: 'Select all' }).click();
    await manager.updateComplete;
    expect(allByRole(manager, 'button', { name: 'Run' })).to.deep.equal([]);
    expect(button('Rename').disabled).to.equal(true);
    await press('Delete');
    await press('Cancel');
    expect(adapter.model).to.deep.equal(before);
    await press('Delete');
    const deleted = next(manager, 'activitydelete');
    allByRole(manager, 'button', { name: 'Delete' }).at(-1)?.click();
    expect((await deleted).detail.activityIds).to.have.members(['orders', 'cases']);
    expect(adapter.model.activities).to.deep.equal([]);
    expect(adapter.model.relationships).to.deep.equal(before.relationships);
    await until(() => allByRole(manager, 'button', { name: 'Undo' }).length > 0);
    await press('Undo');
    await until(() => names().length === 2);
    expect(adapter.model).to.deep.equal(before);
  });

  it('uses what the adapter itself offers for rename, delete and undo', async () => {
    const calls: string[] = [];
    await show({
      renameActivity: async (id, name) => (calls.push(`rename ${id} ${name}`), { revision: '2' }),
      deleteActivities: async (ids) => (calls.push(`delete ${ids.join()}`), { undo: 'u', revision: '2' }),
      undoDelete: async (undo) => (calls.push(`undo ${undo}`), { revision: '3' }),
    });
    await press('Rename Cases');
    await enter(byRole(manager, 'textbox'), 'Tickets');
    await press('Save');
    await until(() => said() !== '');
    await press('Delete Cases');
    await press('Delete');
    await until(() => allByRole(manager, 'button', { name: 'Undo' }).length > 0);
    await press('Undo');
    expect(calls).to.deep.equal(['rename cases Tickets', 'delete cases', 'undo u']);
  });

  it('asks the host to configure', async () => {
    await show();
    for (const [name, detail] of [
      ['Add activity', { flow: 'single', activityId: null }],
      ['Configure activities', { flow: 'all', activityId: null }],
      ['WebOrders', { flow: 'all', activityId: 'orders' }],
    ] as const) {
      const asked = next(manager, 'activityconfigure');
      await press(name);
      expect((await asked).detail).to.deep.equal(detail);
    }
  });

  it('runs once at a time and tells what a run did, task by task', async () => {
    let finish: () => void = () => undefined;
    const adapter: WorldAdapter = await show({
      run: async ({ onProgress } = {}) => {
        onProgress?.({ task: 'build-activities', subject: 'WebOrders', fraction: 0.5 });
        await new Promise<void>((resolve) => (finish = resolve));
        return (adapter.report = reportOf(adapter.model));
      },
    });
    await press('Run');
    await manager.updateComplete;
    expect(button('Run').ariaDisabled).to.equal('true');
    await press('Refreshing');
    const tasks = (): string[] => allByRole(manager, 'listitem').map((item) => textOf(item));
    expect(tasks()).to.deep.equal([
      'Check source tables Successful',
      'Find the customer of each row Successful',
      'Build activities Processing',
      'Write output Queued',
      'Refresh counts Queued',
    ]);
    const ended = next(manager, 'runend');
    finish();
    await ended;
    await manager.updateComplete;
    expect(said()).to.contain('Run finished: 2,404 activities shown.');
    expect(textOf(byRole(manager, 'dialog'))).to.contain(
      '2 rows reach no customer: relationship 1 of their path leads nowhere.',
    );
    allByRole(manager, 'button', { name: 'Close' }).at(-1)?.click();
    await manager.updateComplete;
    expect(allByRole(manager, 'dialog')).to.deep.equal([]);
  });

  it('cancels a run, and the former output stays', async () => {
    await show({
      run: ({ signal } = {}) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    await press('Run');
    const ended = next(manager, 'runend');
    await press('Cancel run');
    expect((await ended).detail).to.deep.equal({ report: null, error: null });
    await manager.updateComplete;
    expect(said()).to.equal('Run cancelled. The former activities are still there.');
  });

  it('names what stops a run, and says when a refresh is needed', async () => {
    const model = worldModel();
    model.activities[0].paths = [];
    const report = { ...reportOf(model), outOfDate: true };
    await show({ model, report });
    const text = textOf(manager.shadowRoot!.querySelector('.notices')!);
    expect(text).to.contain('WebOrders: Add a relationship for Orders.');
    expect(text).to.contain('Refresh needed.');
    expect(textOf(manager.shadowRoot!.querySelector('.status')!)).to.contain('Updated: 12 days ago');
  });

  it('shows what somebody else changed, and listens no more once it is gone', async () => {
    const adapter = await show();
    adapter.model.activities[0].name = 'Elsewhere';
    adapter.announce();
    await until(() => names().includes('Elsewhere'));
    for (let round = 0; round < 10; round++) {
      manager.remove();
      document.body.append(manager);
    }
    expect(adapter.listeners.size).to.equal(1);
    manager.remove();
    expect(adapter.listeners.size).to.equal(0);
  });
});
