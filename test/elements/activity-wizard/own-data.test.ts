import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { NewestRows } from '../../../src/model/tables.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole } from '../support/by-role.js';
import { worldAdapter, type WorldAdapter } from '../support/model-world.js';
import { until } from '../support/timeline.js';

const NEWEST: NewestRows = {
  rows: [
    { timestamp: '2024-03-05', values: { OrderId: '9', Summary: 'Tent', OrderedAt: '3/5/2024' } },
    { timestamp: '2024-02-29', values: { OrderId: '7', Summary: ' ', OrderedAt: '2/29/2024' } },
  ],
  undated: [
    { OrderId: '4', Summary: 'Boots', OrderedAt: '31/31/2024' },
    { OrderId: '5', Summary: 'Rope', OrderedAt: '' },
  ],
};

let wizard: ActivityWizard;

async function showFields(parts: Partial<WorldAdapter>): Promise<void> {
  const adapter = worldAdapter(parts);
  Object.assign(wizard, { activityId: 'orders', locale: 'en-US', adapter });
  await until(() => allByRole(wizard, 'combobox').length > 0);
}

const timeline = (): HTMLElement | null => wizard.shadowRoot!.querySelector('activity-timeline');
const items = (): string[] =>
  [...(timeline()?.shadowRoot?.querySelectorAll('[part~="item-text"]') ?? [])].map((item) =>
    (item.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
const marks = (): string[] =>
  [...wizard.shadowRoot!.querySelectorAll('.example [role="status"] li')].map((mark) =>
    (mark.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('<activity-wizard> with rows of people’s own', () => {
  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  it('shows none where the adapter has none to give', async () => {
    await showFields({});
    expect(timeline()).to.equal(null);
  });

  it('says why rows could not be read, and shows the columns instead', async () => {
    await showFields({
      newestRows: () => Promise.reject(new AdapterError('storage-failed', 'The disk is away.')),
    });
    await until(() => wizard.shadowRoot!.textContent.includes('The disk is away.'));
    expect(items()[0]).to.match(/^Summary - /);
  });

  it('shows the newest rows as they will appear, and marks those that will not', async () => {
    await showFields({ newestRows: async () => NEWEST });
    await until(() => items().length === 2);
    expect(items()).to.deep.equal(['Tent - 3/5/2024', 'Orders - 2/29/2024']);
    expect(marks()).to.deep.equal([
      'Row 7 is empty in Summary: its type stands in the place of the title.',
      'Row 4 has “31/31/2024” in OrderedAt, which is no date: it is not shown.',
      'Row 5 is empty in OrderedAt: it is not shown.',
    ]);
    expect(await axeFaults(wizard)).to.deep.equal([]);
    byRole(wizard, 'switch', { name: 'Use my data' }).click();
    await until(() => items().length === 5);
    expect(items()[0]).to.match(/^Summary - /);
    expect(marks()).to.deep.equal([]);
  });

  it('asks once while a person types, and again for another timestamp, whose answer alone counts', async () => {
    const asked: { column: string; signal: AbortSignal | undefined; answer: (rows: NewestRows) => void }[] =
      [];
    await showFields({
      newestRows: (_, { column }, __, { signal } = {}) =>
        new Promise((answer) => asked.push({ column, signal, answer })),
    });
    await until(() => asked.length === 1);
    const name = byRole(wizard, 'textbox', { name: /name/ }) as HTMLInputElement;
    for (const text of ['W', 'We', 'Web']) {
      name.value = text;
      name.dispatchEvent(new Event('input', { bubbles: true }));
      await wizard.updateComplete;
    }
    expect(asked).to.have.length(1);
    const timestamp = byRole(wizard, 'combobox', { name: /Timestamp/ }) as HTMLSelectElement;
    timestamp.value = 'Note';
    timestamp.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => asked.length === 2);
    expect(asked.map(({ column }) => column)).to.deep.equal(['OrderedAt', 'Note']);
    expect(asked[0].signal?.aborted).to.equal(true);
    asked[1].answer({ rows: NEWEST.rows.slice(0, 1), undated: [] });
    asked[0].answer(NEWEST);
    await until(() => items().length === 1);
    expect(items()).to.deep.equal(['Tent - 3/5/2024']);
    wizard.remove();
    expect(asked[1].signal?.aborted).to.equal(true);
  });
});
