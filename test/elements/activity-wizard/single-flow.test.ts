import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { next, until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

async function show(parts: Partial<WorldAdapter> = {}, activityId?: string): Promise<WorldAdapter> {
  const adapter = worldAdapter(parts);
  Object.assign(wizard, { flow: 'single', activityId, locale: 'en-US', adapter });
  await until(() => allByRole(wizard, 'heading').length > 0);
  return adapter;
}

async function press(name: string): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

function set(role: 'combobox' | 'textbox', name: RegExp, value: string): void {
  const field = byRole(wizard, role, { name }) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(role === 'textbox' ? 'input' : 'change', { bubbles: true }));
}

const heading = (): string => textOf(wizard.shadowRoot!.querySelector('#heading')!);
const field = (name: RegExp): string => (byRole(wizard, 'combobox', { name }) as HTMLSelectElement).value;
const fieldOf = (column: string): (() => boolean) => {
  return () => allByRole(wizard, 'combobox').some((one) => (one as HTMLSelectElement).value === column);
};

/** People's own visits, connected by hand: the world's keys are not counted. */
async function startVisits(): Promise<void> {
  set('textbox', /name/, 'SiteVisits');
  set('combobox', /table/, 'Web_Visits');
  await until(fieldOf('VisitId'));
  await press('Next');
  await press('Add relationship');
  set('combobox', /Foreign key/, 'PersonId');
  await wizard.updateComplete;
  set('combobox', /To table/, 'Crm_People');
  await wizard.updateComplete;
  await press('Apply');
  await press('Next');
}

const example = (): HTMLElement => wizard.shadowRoot!.querySelector('activity-timeline')!;
const exampleRows = (): string[] =>
  [...example().shadowRoot!.querySelectorAll('[part~="item-text"]')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('<activity-wizard flow="single">', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  it('says what is missing in each step before it goes on, the first field first', async () => {
    await show();
    await press('Next');
    expect(heading()).to.equal('Set up your activity data');
    expect(wizard.shadowRoot!.activeElement?.id).to.match(/name$/);
    for (const name of ['Enter an activity name.', 'Select at least one table.'])
      byRole(wizard, 'button', { name });
    set('combobox', /table/, 'Web_Visits');
    await until(fieldOf('VisitId'));
    expect((byRole(wizard, 'textbox', { name: /name/ }) as HTMLInputElement).value).to.equal('Visits');
    set('textbox', /name/, 'weborders');
    await wizard.updateComplete;
    byRole(wizard, 'button', { name: 'An activity with this name already exists.' });
    set('textbox', /name/, 'Visits');
    await press('Next');
    await press('Next');
    byRole(wizard, 'button', { name: 'Add a relationship for Visits.' });
    expect(heading()).to.equal('Set up your relationship(s)');
  });

  it('offers only tables that are free and have a date, and says so when there is none', async () => {
    await show();
    const offered = [...byRole(wizard, 'combobox', { name: /table/ }).querySelectorAll('option')];
    expect(offered.map(({ value }) => value)).to.deep.equal(['', 'Web_Visits']);
    wizard.remove();
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
    await show({ tables: worldAdapter().tables.slice(0, 3) });
    expect(allByRole(wizard, 'combobox')).to.have.length(0);
    expect(wizard.shadowRoot!.textContent).to.contain('There is no table left for an activity.');
  });

  it('lets a person choose by hand where the table cannot be read for proposals', async () => {
    await show({ sampleRows: () => Promise.reject(new AdapterError('storage-failed', 'The disk is away.')) });
    set('combobox', /table/, 'Web_Visits');
    await until(() => allByRole(wizard, 'alert').length > 0);
    expect(textOf(byRole(wizard, 'alert'))).to.equal('The disk is away.');
    expect(field(/Primary key/)).to.equal('');
    set('combobox', /Primary key/, 'VisitId');
    await wizard.updateComplete;
    expect(field(/Primary key/)).to.equal('VisitId');
  });

  it('gives no reason for what a person chose before the proposals came', async () => {
    let answer!: () => void;
    const turn = new Promise<void>((resolve) => (answer = resolve));
    await show({
      sampleRows: () => turn.then(() => []),
      profileColumn: async () => ({ rows: 3, empty: 0, distinct: 3, duplicates: 0, numbers: 0 }),
    });
    set('combobox', /table/, 'Web_Visits');
    await wizard.updateComplete;
    set('combobox', /Primary key/, 'PersonId');
    answer();
    await until(() => (byRole(wizard, 'textbox', { name: /name/ }) as HTMLInputElement).value === 'Visits');
    expect(field(/Primary key/)).to.equal('PersonId');
    expect(wizard.shadowRoot!.textContent).not.to.contain('Proposed');
    set('combobox', /table/, '');
    await wizard.updateComplete;
    set('combobox', /table/, 'Web_Visits');
    await until(fieldOf('VisitId'));
    expect(wizard.shadowRoot!.textContent).to.contain('Proposed: unique in 3 rows.');
  });

  it('stays with everything that was entered when the save fails', async () => {
    await show({ saveModel: () => Promise.reject(new AdapterError('storage-failed', 'The disk is full.')) });
    await startVisits();
    await press('Review and finish');
    await press('Save activity');
    await until(() => allByRole(wizard, 'alert').length > 0);
    expect(textOf(byRole(wizard, 'alert'))).to.equal('The disk is full.');
    expect(heading()).to.equal('Review');
    expect(wizard.isChanged).to.equal(true);
  });

  it('shows the chosen columns and icon in a timeline, five times from now on back', async () => {
    await show();
    await startVisits();
    await until(() => exampleRows().length === 5);
    expect(exampleRows()[0]).to.match(/^Page - \d+\/\d+\/\d+, /);
    set('combobox', /detail/, 'PersonId');
    byRole(wizard, 'radio', { name: 'Globe' }).click();
    await until(() => exampleRows()[4]?.endsWith('PersonId'));
    const days = [...example().shadowRoot!.querySelectorAll('time')].map(({ dateTime }) =>
      Date.parse(dateTime),
    );
    expect(days.map((day) => (days[0] - day) / 86_400_000)).to.deep.equal([0, 1, 3, 6, 10]);
    const chips = example().shadowRoot!.querySelectorAll('[part~="chip"]');
    expect([...chips].map((chip) => textOf(chip))).to.deep.equal(['5 Visits']);
    expect(chips[0].querySelector('ellipse'), 'the globe').not.to.equal(null);
  });

  it('saves with the type Other from Review and finish, says so, and ends with Done', async () => {
    const adapter = await show();
    await startVisits();
    await press('Review and finish');
    expect(heading()).to.equal('Review');
    // Somebody else has changed another definition meanwhile.
    adapter.model.activities[0].name = 'Elsewhere';
    adapter.announce();
    await press('Save activity');
    await until(() => wizard.shadowRoot!.textContent.includes('Somebody else has changed Elsewhere'));
    const saved = next(wizard, 'modelsave');
    await press('Save activity');
    await saved;
    await until(() => heading() === 'Activity saved');
    expect(wizard.shadowRoot!.activeElement?.id).to.equal('heading');
    const closed = next(wizard, 'wizardclose');
    await press('Done');
    expect((await closed).detail.saved).to.equal(true);
    const { activities, relationships } = adapter.model;
    expect(activities.map(({ name }) => name)).to.deep.equal(['Elsewhere', 'Cases', 'SiteVisits']);
    expect(activities[2]).to.deep.include({
      table: 'Web_Visits',
      type: 'Other',
      primaryKey: 'VisitId',
      timestamp: 'At',
      event: 'Page',
      paths: [['VisitsToPeople']],
    });
    expect(relationships.at(-1)?.to).to.deep.equal({ table: 'Crm_People', column: 'Id' });
  });

  it('edits a definition, keeps its table and type, and saves only a change', async () => {
    const adapter = await show({}, 'orders');
    expect(allByRole(wizard, 'combobox', { name: /table/ })).to.have.length(0);
    await press('Review done');
    const save = (): HTMLButtonElement =>
      byRole(wizard, 'button', { name: 'Save activity' }) as HTMLButtonElement;
    expect(save().disabled).to.equal(true);
    await press('Edit: Activity unification, WebOrders');
    set('combobox', /detail/, 'Note');
    await press('Review and finish');
    expect(save().disabled).to.equal(false);
    await press('Save activity');
    await until(() => heading() === 'Activity saved');
    expect(adapter.model.activities).to.deep.equal([
      { ...worldModel().activities[0], detail: 'Note' },
      worldModel().activities[1],
    ]);
  });
});
