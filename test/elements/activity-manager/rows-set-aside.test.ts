import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityManager } from '../../../src/elements/activity-manager/activity-manager.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { SetAsideFilter, SetAsideRow } from '../../../src/model/reports.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { collectFiles } from '../support/files.js';
import { reportOf, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { until } from '../support/timeline.js';

const ROWS: readonly SetAsideRow[] = (
  [
    ['key-empty', 3],
    ['key-duplicate', 5],
    ['key-duplicate', 6],
    ['no-valid-date', 9],
    ['orphan', 12],
    ['orphan', 15],
  ] as const
).map(([reason, line]) => ({
  reason,
  table: 'Shop_Orders',
  definition: 'orders',
  line,
  values: { OrderId: `O${line}`, PersonId: '=nobody' },
  ...(reason === 'orphan' && { hop: 1 }),
}));

let manager: ActivityManager;

async function show(setAside?: WorldAdapter['setAside']): Promise<void> {
  const report = reportOf(worldModel());
  const [orders, ...others] = report.definitions;
  const counted = (reason: SetAsideRow['reason']): SetAsideRow[] =>
    ROWS.filter((row) => row.reason === reason);
  const definitions = [
    {
      ...orders,
      ...{ read: 1207, rejected: 3, undated: 1, orphaned: 2 },
      setAside: (['key-empty', 'key-duplicate', 'orphan', 'no-valid-date'] as const).map((reason) => ({
        ...{ reason, count: counted(reason).length, examples: [] },
      })),
    },
    ...others,
  ];
  const adapter = worldAdapter({ report: { ...report, definitions }, ...(setAside && { setAside }) });
  Object.assign(manager, { locale: 'en-US', adapter });
  await until(() => allByRole(manager, 'rowheader').length > 0);
  byRole(manager, 'button', { name: 'Completed with warnings' }).click();
  await manager.updateComplete;
  for (const details of manager.shadowRoot!.querySelectorAll('details')) details.open = true;
}

const asked: SetAsideFilter[] = [];
const answer: WorldAdapter['setAside'] = async (filter) => {
  asked.push(filter);
  const { text = '', reason = [] } = filter;
  const rows = ROWS.filter(
    ({ reason: own, values }) => [reason].flat().includes(own) && values?.OrderId.includes(text),
  );
  return { rows, total: rows.length };
};

const doors = (): HTMLElement[] => allByRole(manager, 'button', { name: /^Show rows/ });
const lines = (): string[] =>
  [...manager.shadowRoot!.querySelectorAll('.checked tbody th')].map((cell) => textOf(cell));

describe('the rows behind a figure in the manager', () => {
  beforeEach(() => {
    asked.length = 0;
    manager = document.body.appendChild(document.createElement('activity-manager'));
  });

  afterEach(() => manager.remove());

  it('are not offered where the adapter has none', async () => {
    await show();
    expect(doors()).to.deep.equal([]);
    expect(textOf(byRole(manager, 'dialog'))).to.contain('Rejected 3');
  });

  it('say why they cannot be shown, and are tried again', async () => {
    let isDown = true;
    await show((filter, options) =>
      isDown
        ? Promise.reject(new AdapterError('storage-failed', 'The disk is away.'))
        : answer(filter, options),
    );
    doors()[0].click();
    await until(() => allByRole(manager, 'alert').length > 0);
    expect(textOf(byRole(manager, 'alert'))).to.contain('The disk is away.');
    isDown = false;
    byRole(manager, 'button', { name: 'Try again' }).click();
    await until(() => lines().length > 0);
    expect(allByRole(manager, 'alert')).to.deep.equal([]);
  });

  it('are one click from each figure that sets rows aside, and exactly these', async () => {
    await show(answer);
    expect(doors().map((door) => nameOf(door))).to.deep.equal([
      'Show rows: WebOrders, No valid date, 1',
      'Show rows: WebOrders, Rejected, 3',
      'Show rows: WebOrders, Orphaned, 2',
    ]);
    for (const [place, expected] of [['9'], ['3', '5', '6'], ['12', '15']].entries()) {
      const door = doors()[place];
      const { id } = door;
      door.click();
      await until(() => lines().length > 0);
      expect(lines()).to.deep.equal(expected);
      expect(nameOf(byRole(manager, 'dialog'))).to.equal('Orders');
      byRole(manager, 'button', { name: 'Close' }).click();
      await until(() => manager.shadowRoot!.activeElement?.id === id);
      expect(nameOf(byRole(manager, 'dialog'))).to.equal('Progress details');
    }
  });

  it('are filtered by reason and text, and exported so', async () => {
    await show(answer);
    doors()[1].click();
    await until(() => lines().length === 3);
    expect(await axeFaults(manager)).to.deep.equal([]);
    const reason = byRole(manager, 'combobox', { name: 'Reason' }) as HTMLSelectElement;
    expect([...reason.options].map(({ text }) => text.trim())).to.deep.equal([
      'Any reason',
      'No key',
      'Key occurred before',
    ]);
    reason.value = 'key-duplicate';
    reason.dispatchEvent(new Event('change'));
    await until(() => lines().length === 2);
    const search = byRole(manager, 'searchbox', { name: 'Search rows' }) as HTMLInputElement;
    search.value = 'O6';
    search.dispatchEvent(new Event('input'));
    await until(() => lines().length === 1);
    const [file] = await collectFiles(async () => {
      byRole(manager, 'button', { name: 'Export as CSV' }).click();
      await until(() => allByRole(manager, 'status').some((place) => textOf(place) === '1 row exported.'));
    });
    expect(file.name).to.equal('Orders-rows.csv');
    expect(file.text.split('\r\n').slice(0, 2)).to.deep.equal([
      'Line,Reason,OrderId,PersonId,OrderedAt,Summary,Note,Link,Total',
      "6,key-duplicate,O6,'=nobody,,,,,",
    ]);
    expect(asked.at(-1)).to.deep.include({ definition: 'orders', reason: 'key-duplicate', text: 'O6' });
  });
});
