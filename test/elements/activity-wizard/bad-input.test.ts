import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { DataChange } from '../../../src/model/timeline-adapter.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { TABLES, tableInfo, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { next, until, waitFrames } from '../support/timeline.js';

let wizard: ActivityWizard;

const failure = new AdapterError('storage-failed', 'The disk is away.');
const fail = (): Promise<never> => Promise.reject(failure);

async function show(parts: Partial<WorldAdapter> = {}): Promise<WorldAdapter> {
  const adapter = worldAdapter(parts);
  Object.assign(wizard, { locale: 'en-US', adapter });
  await until(() => allByRole(wizard, 'heading').length > 0);
  return adapter;
}

async function press(name: string | RegExp): Promise<void> {
  byRole(wizard, 'button', { name }).click();
  await wizard.updateComplete;
  await waitFrames(2);
}

const body = (): HTMLElement => wizard.shadowRoot!.querySelector<HTMLElement>('[part="body"]')!;
const alerts = (): string[] => allByRole(wizard, 'alert').map((place) => textOf(place));
const said = (text: string): boolean =>
  allByRole(wizard, 'status').some((place) => textOf(place).includes(text));
const alone = { ...worldModel(), activities: [], relationships: [] };

/** Other tables are stored, as another tab would have done it. */
function replaceTables(adapter: WorldAdapter, tables: WorldAdapter['tables']): void {
  adapter.tables = tables;
  for (const listener of adapter.listeners) (listener as (change: DataChange) => void)({ kind: 'tables' });
}

describe('a wizard that is given bad input', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  for (const call of ['loadModel', 'listTables'] as const) {
    it(`says why it cannot open and tries again: ${call}`, async () => {
      let isDown = true;
      const good = worldAdapter();
      const answer = good[call].bind(good) as () => never;
      wizard.adapter = { ...good, [call]: () => (isDown ? fail() : answer()) };
      await until(() => alerts().some((text) => text.includes('The disk is away.')));
      isDown = false;
      await press('Try again');
      await until(() => allByRole(wizard, 'heading').length > 0);
      expect(alerts()).to.deep.equal([]);
    });
  }

  for (const call of ['sampleRows', 'profileColumn', 'profilePath'] as const) {
    it(`selects tables without proposals where they cannot be read, and says so: ${call}`, async () => {
      const adapter = await show({ model: alone, [call]: fail });
      await press('Select tables');
      byRole(wizard, 'checkbox', { name: 'Orders' }).click();
      await wizard.updateComplete;
      byRole(wizard, 'checkbox', { name: 'Visits' }).click();
      await wizard.updateComplete;
      await press('Add');
      await until(() => allByRole(wizard, 'dialog').length === 0);
      expect(allByRole(wizard, 'group').map((row) => row.getAttribute('aria-label'))).to.include.members([
        'Orders : Shop',
        'Visits : Web',
      ]);
      if (call !== 'profilePath') expect(alerts()).to.deep.equal(['The disk is away.']);
      expect(adapter.model.activities).to.deep.equal([]);
      expect(wizard.isChanged).to.equal(true);
    });
  }

  it('says why the run failed, and has saved', async () => {
    const adapter = await show({ run: fail });
    await press('Remove Cases');
    for (let step = 0; step < 3; step++) await press('Next');
    const ended = next(wizard, 'runend');
    await press('Create activities');
    expect((await ended).detail.error).to.equal(failure);
    await until(() => alerts().includes('The disk is away.'));
    expect(adapter.model.activities).to.have.length(1);
  });

  it('says that a table or a column is gone, loses nothing, and goes on when it is back', async () => {
    const adapter = await show();
    const before = structuredClone(adapter.model);
    const faults = (): string[] => [...body().querySelectorAll('.fault')].map((line) => textOf(line));
    const [people, orders, cases, visits] = TABLES;
    replaceTables(adapter, [people, orders, visits]);
    await until(() => faults().some((text) => text.includes('Desk_Cases')));
    const withoutKey = { ...orders, columns: orders.columns.filter(({ name }) => name !== 'OrderId') };
    replaceTables(adapter, [people, withoutKey, cases, visits]);
    await until(() => faults().some((text) => text.includes('OrderId')));
    expect(faults().some((text) => text.includes('Desk_Cases'))).to.equal(false);
    const save = byRole(wizard, 'button', { name: 'Save and close' }) as HTMLButtonElement;
    expect(save.disabled).to.equal(true);
    replaceTables(adapter, TABLES);
    await until(() => faults().length === 0);
    const closed = next(wizard, 'wizardclose');
    await press('Save and close');
    await closed;
    expect(adapter.model.activities).to.deep.equal(before.activities);
  });

  it('checks anew a table that was replaced under it', async () => {
    let duplicates = 0;
    const { profileColumn } = worldAdapter();
    const adapter = await show({
      profileColumn: async (...query) => ({
        ...(await profileColumn(...query)),
        ...(query[1] === 'OrderId' && { duplicates }),
      }),
    });
    duplicates = 2;
    replaceTables(adapter, TABLES);
    await until(() => textOf(body()).includes('OrderId has 2 duplicate values.'));
  });

  it('offers 300 tables and 2,000 columns, to be searched', async () => {
    const columns = ['Id', 'At:date', ...Array.from({ length: 1998 }, (_, i) => `C${i}`)].join(' ');
    const many = Array.from({ length: 300 }, (_, i) =>
      tableInfo('Far', `T${i}`, i === 7 ? columns : 'Id At:date'),
    );
    const counted: string[] = [];
    await show({
      model: alone,
      tables: many,
      profileColumn: async (_table, column) => {
        counted.push(column);
        return { rows: 3, empty: 0, distinct: 1, duplicates: 2 };
      },
    });
    await press('Select tables');
    expect(allByRole(wizard, 'checkbox')).to.have.length(300);
    const search = byRole(wizard, 'searchbox') as HTMLInputElement;
    search.value = 't7';
    search.dispatchEvent(new Event('input'));
    await wizard.updateComplete;
    byRole(wizard, 'checkbox', { name: 'T7' }).click();
    await wizard.updateComplete;
    await press('Add');
    await until(() => allByRole(wizard, 'dialog').length === 0);
    const key = byRole(wizard, 'combobox', { name: /Primary key/ }) as HTMLSelectElement;
    expect(key.options).to.have.length(2001);
    // Of a wide table the columns that may be keys are counted for proposals, and not all the others.
    expect(new Set(counted).size).to.be.at.most(20);
  });

  it('saves once when it is told twice, and takes no edit meanwhile', async () => {
    let [saves, finish]: [number, () => void] = [0, () => undefined];
    const good = worldAdapter();
    await show({
      saveModel: async (...query) => {
        saves++;
        await new Promise<void>((resolve) => (finish = resolve));
        return good.saveModel(...query);
      },
    });
    await press('Remove Cases');
    const save = byRole(wizard, 'button', { name: 'Save and close' });
    save.click();
    save.click();
    await wizard.updateComplete;
    expect(body().inert).to.equal(true);
    await until(() => wizard.shadowRoot!.activeElement?.id === 'heading');
    const closed = next(wizard, 'wizardclose');
    finish();
    expect((await closed).detail.saved).to.equal(true);
    expect(saves).to.equal(1);
  });

  it('stays with all its edits when a save is cancelled, also where it was too late', async () => {
    let finish: () => void = () => undefined;
    let isSlow = true;
    const good = worldAdapter();
    const adapter = await show({
      loadModel: () => good.loadModel(),
      saveModel: async (...query) => {
        if (isSlow) await new Promise<void>((resolve) => (finish = resolve));
        return good.saveModel(...query);
      },
    });
    let closed = 0;
    wizard.addEventListener('wizardclose', () => closed++);
    await press('Remove Cases');
    await press('Save and close');
    // The second click of a double click.
    byRole(wizard, 'button', { name: 'Cancel' }).dispatchEvent(new MouseEvent('click', { detail: 2 }));
    expect(said('Saving')).to.equal(true);
    await press('Cancel');
    finish();
    await until(() => said('Not saved. Your changes are still here.'));
    await until(() => wizard.shadowRoot!.activeElement?.id === 'heading');
    expect([wizard.isChanged, closed]).to.deep.equal([true, 0]);
    isSlow = false;
    await press('Remove Orders');
    await press('Undo');
    await press('Save and close');
    await until(() => said('Your changes now stand on theirs'));
    await press('Save and close');
    await until(() => closed === 1);
    expect(good.model.activities.map(({ name }) => name)).to.deep.equal(['WebOrders']);
    expect(adapter.listeners.size).to.equal(1);
  });
});
