import '../../../src/define.js';
import type { ActivityManager } from '../../../src/elements/activity-manager/activity-manager.js';
import { AdapterError } from '../../../src/model/errors.js';
import { allByRole, byRole } from '../support/by-role.js';
import { expectAccessible } from '../support/looks.js';
import { reportOf, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { until } from '../support/timeline.js';

let manager: ActivityManager;

const silent = new Promise<never>(() => undefined);
const failure = new AdapterError('network', 'The server is down.');

async function show(parts: Partial<WorldAdapter> = {}): Promise<void> {
  const model = worldModel();
  model.activities[0].paths = [];
  const report = { ...reportOf(model), outOfDate: true };
  Object.assign(manager, { locale: 'en-US', adapter: worldAdapter({ model, report, ...parts }) });
  await until(() => allByRole(manager, 'rowheader').length > 0);
}

async function press(name: string | RegExp): Promise<void> {
  byRole(manager, 'button', { name }).click();
  await manager.updateComplete;
}

async function enter(role: 'searchbox' | 'textbox', text: string): Promise<void> {
  const field = byRole(manager, role) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await manager.updateComplete;
}

/** The figures of the last run, with the ways to their rows. */
async function showFigures(setAside: WorldAdapter['setAside']): Promise<void> {
  await show({ setAside });
  await press('Completed with warnings');
  for (const details of manager.shadowRoot!.querySelectorAll('details')) details.open = true;
}

const states: Readonly<Record<string, () => Promise<void>>> = {
  loading: async () => {
    manager.adapter = worldAdapter({ loadModel: () => silent });
    await until(() => allByRole(manager, 'status').length > 0);
  },
  error: async () => {
    manager.adapter = worldAdapter({ loadModel: () => Promise.reject(failure) });
    await until(() => allByRole(manager, 'alert').length > 0);
  },
  empty: async () => {
    manager.adapter = worldAdapter({ model: { ...worldModel(), activities: [] } });
    await until(() => allByRole(manager, 'button', { name: 'Configure activities' }).length === 2);
  },
  list: () => show(),
  'nothing found': async () => {
    await show();
    await enter('searchbox', 'nothing');
  },
  selected: async () => {
    await show();
    byRole(manager, 'checkbox', { name: 'Select Cases' }).click();
  },
  rename: async () => {
    await show();
    await press('Rename Cases');
  },
  'rename to a name that cannot be': async () => {
    await show();
    await press('Rename Cases');
    await enter('textbox', '2nd');
  },
  'delete one': async () => {
    await show();
    await press('Delete Cases');
  },
  'delete several': async () => {
    await show();
    byRole(manager, 'checkbox', { name: 'Select all' }).click();
    await manager.updateComplete;
    await press('Delete');
  },
  deleted: async () => {
    await show();
    await press('Delete Cases');
    await press('Delete');
    await until(() => allByRole(manager, 'button', { name: 'Undo' }).length > 0);
  },
  'a run that failed': async () => {
    await show({ run: () => Promise.reject(failure) });
    await press('Run');
    await until(() => allByRole(manager, 'button', { name: 'Dismiss' }).length > 0);
  },
  'a run under way': async () => {
    await show({ run: () => silent });
    await press('Run');
  },
  'progress of a run under way': async () => {
    await show({ run: () => silent });
    await press('Run');
    await press('Refreshing');
  },
  'progress details': () => showFigures(() => silent),
  'rows set aside': async () => {
    const values = { OrderId: '1', PersonId: 'nobody' };
    await showFigures(async () => ({
      rows: [{ reason: 'orphan', table: 'Shop_Orders', line: 2, hop: 1, values }],
      total: 200,
      next: '1',
    }));
    await press(/^Show rows: WebOrders, Orphaned/);
    await until(() => manager.shadowRoot!.querySelector('td') !== null);
  },
  'rows that cannot be read': async () => {
    await showFigures(() => Promise.reject(failure));
    await press(/^Show rows: WebOrders, Orphaned/);
    await until(() => allByRole(manager, 'alert').length > 0);
  },
};

describe('accessibility of a manager', () => {
  beforeEach(() => {
    manager = document.body.appendChild(document.createElement('activity-manager'));
  });

  afterEach(() => manager.remove());

  for (const [name, reach] of Object.entries(states)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      await reach();
      await expectAccessible(manager);
    });
  }
});
