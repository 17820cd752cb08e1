import '../../../src/define.js';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { ActivityDefinition, ActivityModel } from '../../../src/model/model.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { expectAccessible } from '../support/looks.js';
import { worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

const silent = new Promise<never>(() => undefined);
const failure = new AdapterError('network', 'The server is down.');

/** The world's model with other values in its first definition. */
function modelWith(change: Partial<ActivityDefinition>): ActivityModel {
  const { activities, ...model } = worldModel();
  const [first, ...others] = activities;
  return { ...model, activities: [{ ...first, ...change }, ...others] };
}

async function show(
  parts: Partial<WorldAdapter> = {},
  properties: Partial<Pick<ActivityWizard, 'flow' | 'activityId' | 'draftKey'>> = {},
): Promise<void> {
  Object.assign(wizard, { locale: 'en-US', adapter: worldAdapter(parts), ...properties });
  await until(() => allByRole(wizard, 'heading').length > 0);
}

async function press(name: string | RegExp): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

async function pressTimes(name: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await press(name);
}

async function choose(role: 'combobox' | 'textbox', name: RegExp, value: string): Promise<void> {
  const field = byRole(wizard, role, { name }) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(role === 'textbox' ? 'input' : 'change', { bubbles: true }));
  await wizard.updateComplete;
}

const NEWEST = async (): ReturnType<NonNullable<WorldAdapter['newestRows']>> => ({
  rows: [{ timestamp: '2024-03-05', values: { OrderId: '9', Summary: '', OrderedAt: '3/5/2024' } }],
  undated: [{ OrderId: '4', Summary: 'Boots', OrderedAt: '31/31/2024' }],
});

/** People's own visits, from the first of the five steps to one of the others. */
async function showVisits(nexts: number): Promise<void> {
  await show({ newestRows: NEWEST }, { flow: 'single' });
  await choose('textbox', /name/, 'SiteVisits');
  await choose('combobox', /table/, 'Web_Visits');
  await until(() =>
    allByRole(wizard, 'combobox').some((field) => (field as HTMLSelectElement).value === 'VisitId'),
  );
  await press('Next');
  await press('Add relationship');
  await choose('combobox', /Foreign key/, 'PersonId');
  await choose('combobox', /To table/, 'Crm_People');
  await press('Apply');
  await pressTimes('Next', nexts);
}

const states: Readonly<Record<string, () => Promise<void>>> = {
  loading: async () => {
    wizard.adapter = worldAdapter({ loadModel: () => silent });
    await until(() => allByRole(wizard, 'status').length > 0);
  },
  'a model that cannot be loaded': async () => {
    wizard.adapter = worldAdapter({ loadModel: () => Promise.reject(failure) });
    await until(() => allByRole(wizard, 'alert').length > 0);
  },
  'no tables yet': async () => {
    await show({ model: { ...worldModel(), activities: [] } });
    await press('Next');
  },
  tables: () => show(),
  'tables with faults and a new type': async () => {
    const model = modelWith({ type: '', primaryKey: '' });
    await show({ model });
    await press('Next');
    const [type] = allByRole(wizard, 'combobox', { name: /Activity type/ }) as HTMLSelectElement[];
    type.value = ' ';
    type.dispatchEvent(new Event('change'));
    await wizard.updateComplete;
    await choose('textbox', /type name/, '9 lives');
    await press('Add');
  },
  'the pane that selects tables': async () => {
    await show();
    await press('Select tables');
  },
  'rows behind a check': async () => {
    const { profileColumn } = worldAdapter();
    await show({
      profileColumn: async (...query) => ({ ...(await profileColumn(...query)), empty: 2 }),
      checkRows: async () => ({ total: 200, next: '1', rows: [{ line: 2, values: { OrderId: '' } }] }),
    });
    await until(() => allByRole(wizard, 'button', { name: /^Show rows/ }).length > 0);
    allByRole(wizard, 'button', { name: /^Show rows/ })[0].click();
    await until(() => wizard.shadowRoot!.querySelector('td') !== null);
  },
  'fields with an example': async () => {
    await show({ newestRows: NEWEST }, { activityId: 'orders' });
    byRole(wizard, 'switch', { name: 'Use my data' }).click();
    await until(() => textOf(wizard.shadowRoot!.querySelector('.example')!).includes('is no date'));
  },
  'fields with faults, attributes and the order of dates': async () => {
    const model = modelWith({ name: '2 many', event: '', dateOrder: 'mdy', attributes: {} });
    await show({ model }, { activityId: 'orders' });
    await press('Next');
  },
  relationships: async () => {
    await show();
    await pressTimes('Next', 2);
  },
  'relationships with faults': async () => {
    await show({ model: modelWith({ paths: [] }) });
    await pressTimes('Next', 3);
  },
  'the pane of a path': async () => {
    await show();
    await pressTimes('Next', 2);
    await press('Edit relationship path 1 of Orders');
  },
  'a path whose name cannot be': async () => {
    await show();
    await pressTimes('Next', 2);
    allByRole(wizard, 'button', { name: /^Add another/ })[0].click();
    await wizard.updateComplete;
    await choose('combobox', /Foreign key/, 'Link');
    await choose('combobox', /To table/, 'Crm_People');
    await choose('textbox', /Relationship name/, '2 many');
  },
  review: async () => {
    await show();
    await pressTimes('Next', 3);
  },
  'a review with what is to be mended': async () => {
    const tables = [{ table: 'Crm_People', primaryKey: 'Gone', includeAll: true }];
    await show({ model: { ...worldModel(), customers: { tables, rules: [], fields: [] } } });
    await pressTimes('Next', 3);
  },
  'a run under way': async () => {
    await show({ run: () => silent });
    await pressTimes('Next', 3);
    await press('Create activities');
    await until(() => allByRole(wizard, 'button', { name: 'Cancel run' }).length > 0);
  },
  'a save that failed': async () => {
    await show({ saveModel: () => Promise.reject(failure) });
    await press('Remove Cases');
    await press('Save and close');
    await until(() => allByRole(wizard, 'alert').length > 0);
  },
  'the question before changes are discarded': async () => {
    await show();
    await press('Remove Cases');
    await press('Cancel');
  },
  'unsaved work offered': async () => {
    await show({}, { draftKey: 'axe' });
    await press('Remove Cases');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    wizard.remove();
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
    await show({}, { draftKey: 'axe' });
    await until(() => allByRole(wizard, 'button', { name: /^Continue/ }).length > 0);
  },
  'one activity: data with faults': async () => {
    await show({}, { flow: 'single' });
    await press('Next');
  },
  'one activity: no table left': () =>
    show({ tables: worldAdapter().tables.slice(0, 3) }, { flow: 'single' }),
  'one activity: relationship': () => showVisits(0),
  'one activity: unification': () => showVisits(1),
  'one activity: type': async () => {
    await showVisits(2);
    await choose('combobox', /type/, 'Feedback');
    byRole(wizard, 'radio', { name: 'Yes' }).click();
    await wizard.updateComplete;
  },
  'one activity: review': () => showVisits(3),
  'one activity: saved': async () => {
    await showVisits(1);
    await press('Review and finish');
    await press('Save activity');
    await until(() => allByRole(wizard, 'button', { name: 'Done' }).length > 0);
  },
};

describe('accessibility of a wizard', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => {
    wizard.remove();
    sessionStorage.clear();
  });

  for (const [name, reach] of Object.entries(states)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      await reach();
      await expectAccessible(wizard);
    });
  }
});
