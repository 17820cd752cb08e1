import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { CheckedRows, RowCheck } from '../../../src/model/tables.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { worldAdapter, type WorldAdapter } from '../support/model-world.js';
import { until } from '../support/timeline.js';

let wizard: ActivityWizard;

/** The wizard on orders of which two have no key. */
async function show(checkRows?: WorldAdapter['checkRows']): Promise<void> {
  const { profileColumn } = worldAdapter();
  const adapter = worldAdapter({
    profileColumn: async (table, column, options) => ({
      ...(await profileColumn(table, column, options)),
      ...(column === 'OrderId' && { empty: 2 }),
    }),
    ...(checkRows && { checkRows }),
  });
  Object.assign(wizard, { locale: 'en-US', adapter });
  await until(() => (wizard.shadowRoot?.querySelectorAll('.fault').length ?? 0) > 0);
}

const doors = (): HTMLElement[] =>
  allByRole(wizard, 'button').filter((button) => nameOf(button).startsWith('Show rows'));

describe('the rows behind a figure in the wizard', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  it('are not offered where the adapter has none', async () => {
    await show();
    expect(doors()).to.deep.equal([]);
  });

  it('say why they cannot be shown', async () => {
    await show(() => Promise.reject(new AdapterError('storage-failed', 'The disk is full.')));
    doors()[0].click();
    await until(() => allByRole(wizard, 'alert').length > 0);
    expect(textOf(byRole(wizard, 'alert'))).to.equal('The disk is full.');
  });

  it('stand in a pane, the checked column first, and the question ends with the pane', async () => {
    const asked: { check: RowCheck; signal: AbortSignal }[] = [];
    const rows: CheckedRows = {
      total: 1200,
      rows: [{ line: 1002, values: { OrderId: '', PersonId: '<b>p</b>' } }],
    };
    await show(async (check, _limit, { signal } = {}) => {
      asked.push({ check, signal: signal! });
      return rows;
    });
    expect(nameOf(doors()[0])).to.equal(
      'Show rows: OrderId is empty in 2 rows. Choose a column without empty values.',
    );
    doors()[0].click();
    await until(() => wizard.shadowRoot!.querySelector('td') !== null);
    const dialog = byRole(wizard, 'dialog');
    expect(textOf(dialog)).to.include('1 of 1,200 rows');
    const heads = [...dialog.querySelectorAll('thead th')].map((head) => textOf(head));
    expect(heads.slice(0, 3)).to.deep.equal(['Line', 'OrderId', 'PersonId']);
    expect(textOf(dialog)).to.include('<b>p</b>');
    expect(asked.map(({ check }) => check)).to.deep.equal([
      { kind: 'key-empty', table: 'Shop_Orders', column: 'OrderId' },
    ]);
    expect(await axeFaults(wizard)).to.deep.equal([]);
    dialog.querySelector<HTMLElement>('footer button')!.click();
    await wizard.updateComplete;
    expect(asked[0].signal.aborted).to.equal(true);
  });
});
