import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { RowCheck, RowsQuery } from '../../../src/model/tables.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, nameOf, textOf } from '../support/by-role.js';
import { worldAdapter, type WorldAdapter } from '../support/model-world.js';
import { collectFiles } from '../support/files.js';
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
    expect(textOf(byRole(wizard, 'alert'))).to.contain('The rows could not be read. The disk is full.');
  });

  it('stand in a pane, the checked column first, and the question ends with the pane', async () => {
    const asked: { check: RowCheck; signal: AbortSignal }[] = [];
    await show((check, { cursor }, { signal } = {}) => {
      asked.push({ check, signal: signal! });
      if (cursor !== undefined) return new Promise(() => undefined);
      const rows = [{ line: 1002, values: { OrderId: '', PersonId: '<b>p</b>' } }];
      return Promise.resolve({ total: 1200, rows, next: '1' });
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
    byRole(wizard, 'button', { name: 'Show more rows' }).click();
    byRole(wizard, 'button', { name: 'Close' }).click();
    await wizard.updateComplete;
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
  });

  it('are read again when the element comes back before they were there', async () => {
    const asked: AbortSignal[] = [];
    await show((_check, _query, { signal } = {}) => {
      asked.push(signal!);
      return new Promise(() => undefined);
    });
    doors()[0].click();
    await wizard.updateComplete;
    wizard.remove();
    expect(asked.map(({ aborted }) => aborted)).to.deep.equal([true]);
    document.body.append(wizard);
    expect(asked.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  describe('of which there are many', () => {
    const rows = Array.from({ length: 250 }, (_, place) => ({
      line: place + 2,
      values: { OrderId: place === 3 ? '=1+1' : '', PersonId: place % 2 ? 'Ada' : 'Bob' },
    }));
    const asked: RowsQuery[] = [];
    /** Rows that are counted and are not there any more. */
    let gone = 0;

    /** As the engine answers, on these rows. */
    const answer: WorldAdapter['checkRows'] = async (_check, query) => {
      asked.push(query);
      const found = rows.filter(({ values }) =>
        Object.values(values).some((value) => value.toLowerCase().includes(query.text ?? '')),
      );
      const start = Number(query.cursor ?? 0);
      const end = start + query.limit;
      return {
        total: found.length + gone,
        rows: found.slice(start, end),
        ...(end < found.length && { next: String(end) }),
      };
    };
    const shown = (text: string): boolean =>
      allByRole(wizard, 'status').some((place) => textOf(place).includes(text));
    const count = (): string =>
      [...wizard.shadowRoot!.querySelectorAll('.row-count')].map((place) => textOf(place)).join();
    const search = async (text: string): Promise<void> => {
      const field = byRole(wizard, 'searchbox', { name: 'Search rows' }) as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await wizard.updateComplete;
    };

    beforeEach(async () => {
      asked.length = 0;
      gone = 0;
      await show(answer);
      doors()[0].click();
      await until(() => count() === '100 of 250 rows');
    });

    it('come a hundred at a time until all are there', async () => {
      for (const expected of ['200 of 250 rows', '250 of 250 rows']) {
        byRole(wizard, 'button', { name: 'Show more rows' }).click();
        await until(() => count() === expected);
      }
      expect(allByRole(wizard, 'button', { name: 'Show more rows' })).to.deep.equal([]);
      await until(() => wizard.shadowRoot!.activeElement?.className === 'checked');
      const lines = [...wizard.shadowRoot!.querySelectorAll('.checked tbody th')].map((cell) => textOf(cell));
      expect(lines).to.deep.equal(rows.map(({ line }) => String(line)));
    });

    it('are searched once the typing rests', async () => {
      await search('a');
      await search('ad');
      await search('ada');
      await until(() => count() === '100 of 125 rows');
      expect(asked.map(({ text }) => text)).to.deep.equal(['', 'ada']);
      await search('nobody');
      await until(() => count() === 'No row matches.');
      const save = byRole(wizard, 'button', { name: 'Export as CSV' }) as HTMLButtonElement;
      expect(save.disabled).to.equal(true);
    });

    it('are exported as they are filtered, all of them, and no cell is a formula', async () => {
      const files = await collectFiles(async () => {
        await search('bob');
        await until(() => count() === '100 of 125 rows');
        byRole(wizard, 'button', { name: 'Export as NDJSON' }).click();
        await until(() => shown('125 rows exported.'));
        await search('=1');
        await until(() => count() === '1 of 1 rows');
        byRole(wizard, 'button', { name: 'Export as CSV' }).click();
        await until(() => shown('1 row exported.'));
      });
      const [json, csv] = files;
      expect(json.name).to.equal('Orders-rows.ndjson');
      const lines = json.text.trimEnd().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as Record<string, string>).Line)).to.deep.equal(
        rows.flatMap(({ line, values }) => (values.PersonId === 'Bob' ? String(line) : [])),
      );
      expect(csv.name).to.equal('Orders-rows.csv');
      expect(csv.text.split('\r\n')[1]).to.match(/^5,'=1\+1,Ada,/);
    });

    it('make no file when they change meanwhile', async () => {
      const files = await collectFiles(async () => {
        gone = 1;
        byRole(wizard, 'button', { name: 'Export as CSV' }).click();
        await until(() => shown('The rows could not be exported. The rows changed'));
      });
      expect(files).to.deep.equal([]);
    });
  });
});
