import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityManager } from '../../../src/elements/activity-manager/activity-manager.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { ActivityExplanation, HopTrace, PathTrace } from '../../../src/model/explanation.js';
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

async function show(
  setAside?: WorldAdapter['setAside'],
  explainRow?: WorldAdapter['explainRow'],
): Promise<void> {
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
  const adapter = worldAdapter({
    report: { ...report, definitions },
    ...(setAside && { setAside }),
    ...(explainRow && { explainRow }),
  });
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

/** Line 12 has a key that leads nowhere, on two paths; line 15 has none. */
const explanation = (line: number): ActivityExplanation => {
  const hop = (value: string): HopTrace => ({
    relationship: 'OrderToPerson',
    from: { table: 'Shop_Orders', column: 'PersonId' },
    value,
    to: { table: 'Crm_People', column: 'PersonId' },
  });
  const path = (value: string): PathTrace => ({ hops: [hop(value)], customerId: null, failedAt: 1 });
  return {
    ...{ definition: 'orders', name: 'WebOrders', reason: 'orphan', table: 'Shop_Orders', line, values: {} },
    paths: line === 12 ? [path('P-404'), path('P-405')] : [path('')],
  };
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

  describe('under another filter', () => {
    const MANY = Array.from({ length: 240 }, (_, row): SetAsideRow => ({
      reason: row % 2 === 0 ? 'key-empty' : 'key-duplicate',
      ...{ table: 'Shop_Orders', definition: 'orders', line: row + 2, values: { OrderId: `O${row}` } },
    }));
    let gate: Promise<void> | null = null;
    let isDown = false;
    const paged: WorldAdapter['setAside'] = async ({ reason = [], cursor = '0', limit = 100 }) => {
      await gate;
      if (isDown) throw new AdapterError('network', 'No answer.');
      const rows = MANY.filter((row) => [reason].flat().includes(row.reason));
      const end = Number(cursor) + limit;
      return {
        rows: rows.slice(Number(cursor), end),
        total: rows.length,
        ...(end < rows.length && { next: String(end) }),
      };
    };
    const choose = (reason: string): void => {
      const choice = byRole(manager, 'combobox', { name: 'Reason' }) as HTMLSelectElement;
      choice.value = reason;
      choice.dispatchEvent(new Event('change'));
    };
    const evenLines = (): boolean[] => lines().map((line) => Number(line) % 2 === 0);

    beforeEach(async () => {
      gate = null;
      isDown = false;
      await show(paged);
      doors()[1].click();
      await until(() => lines().length === 100);
    });

    it('are never added to those of the former one while they are awaited', async () => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => (open = resolve));
      choose('key-empty');
      await manager.updateComplete;
      expect(allByRole(manager, 'button', { name: 'Show more rows' })).to.deep.equal([]);
      open();
      await until(() => evenLines().every(Boolean));
      expect(lines()[0]).to.equal('2');
      byRole(manager, 'button', { name: 'Show more rows' }).click();
      await until(() => lines().length === 120);
      expect(evenLines().every(Boolean)).to.equal(true);
    });

    it('begin anew when they are tried again after a failure, with the focus in the pane', async () => {
      isDown = true;
      choose('key-empty');
      await until(() => allByRole(manager, 'alert').length > 0);
      expect(lines()).to.deep.equal([]);
      isDown = false;
      const again = byRole(manager, 'button', { name: 'Try again' });
      again.focus();
      again.click();
      await until(() => lines().length === 100);
      expect(evenLines().every(Boolean)).to.equal(true);
      expect(manager.shadowRoot!.activeElement?.closest('dialog')).to.not.equal(null);
    });

    it('go on where a later page failed', async () => {
      isDown = true;
      byRole(manager, 'button', { name: 'Show more rows' }).click();
      await until(() => allByRole(manager, 'alert').length > 0);
      expect(lines().length).to.equal(100);
      isDown = false;
      byRole(manager, 'button', { name: 'Try again' }).click();
      await until(() => lines().length === 200);
      expect(new Set(lines()).size).to.equal(200);
    });
  });

  describe('that reached no customer', () => {
    const whys = (): HTMLElement[] => allByRole(manager, 'button', { name: /^Why line/ });
    const steps = (): string[] =>
      [...manager.shadowRoot!.querySelectorAll('.why-row li')].map((step) => textOf(step));

    it('say why, path by path and key by key, and no more when asked again', async () => {
      await show(answer, ({ line }) => Promise.resolve(explanation(line)));
      doors()[2].click();
      await until(() => lines().length === 2);
      expect(whys().map((button) => nameOf(button))).to.deep.equal([
        'Why line 12 reaches no customer',
        'Why line 15 reaches no customer',
      ]);
      for (const button of whys()) button.click();
      await until(() => steps().length === 3);
      expect(steps()).to.deep.equal([
        'Its PersonId is P-404, which is no PersonId in Crm_People.',
        'Its PersonId is P-405, which is no PersonId in Crm_People.',
        'Its PersonId is empty.',
      ]);
      expect(manager.shadowRoot!.querySelectorAll('.why-row .hint').length, 'heads of paths').to.equal(2);
      expect(whys().map((button) => button.ariaExpanded)).to.deep.equal(['true', 'true']);
      expect(await axeFaults(manager)).to.deep.equal([]);
      whys()[0].click();
      await until(() => steps().length === 1);
      expect(whys()[0].ariaExpanded).to.equal('false');
    });

    it('say what went wrong, and are asked anew', async () => {
      let isDown = true;
      await show(answer, ({ line }) =>
        isDown
          ? Promise.reject(new AdapterError('storage-failed', 'The disk is away.'))
          : Promise.resolve(explanation(line)),
      );
      doors()[2].click();
      await until(() => lines().length === 2);
      whys()[1].click();
      await until(() => allByRole(manager, 'alert').length > 0);
      expect(textOf(byRole(manager, 'alert'))).to.equal('This could not be looked up. The disk is away.');
      isDown = false;
      whys()[1].click();
      await until(() => steps().length === 1);
      expect(allByRole(manager, 'alert')).to.deep.equal([]);
    });

    it('are not asked about where nobody can tell, for another reason, or without a line', async () => {
      await show(answer);
      doors()[2].click();
      await until(() => lines().length === 2);
      expect(whys()).to.deep.equal([]);

      const kept: WorldAdapter['setAside'] = async ({ reason = [] }) => {
        const rows = ROWS.filter((row) => [reason].flat().includes(row.reason)).map((row) => ({
          ...row,
          line: 0,
        }));
        return { rows, total: rows.length };
      };
      for (const [rows, door] of [
        [answer, 1],
        [kept, 2],
      ] as const) {
        manager.remove();
        manager = document.body.appendChild(document.createElement('activity-manager'));
        await show(rows, ({ line }) => Promise.resolve(explanation(line)));
        doors()[door].click();
        await until(() => lines().length > 1);
        expect(whys()).to.deep.equal([]);
      }
    });
  });

  describe('that the page asks for', () => {
    const closeAll = async (): Promise<void> => {
      allByRole(manager, 'button', { name: 'Close' })[0].click();
      await until(() => allByRole(manager, 'dialog').length === 0);
    };

    it('close back to the page', async () => {
      await show(answer);
      await closeAll();
      const opener = document.body.appendChild(document.createElement('button'));
      opener.focus();
      await manager.showRows({ definition: 'orders', figure: 'rejected' });
      await until(() => lines().length === 3);
      await closeAll();
      expect(document.activeElement).to.equal(opener);
      opener.remove();
    });

    it('are not there for a definition without a run, nor from an adapter without them', async () => {
      for (const [rows, definition] of [
        [answer, 'unknown'],
        [undefined, 'orders'],
      ] as const) {
        manager.remove();
        manager = document.body.appendChild(document.createElement('activity-manager'));
        await show(rows);
        await closeAll();
        await manager.showRows({ definition, figure: 'rejected' });
        await manager.updateComplete;
        expect(allByRole(manager, 'dialog')).to.deep.equal([]);
      }
    });
  });
});
