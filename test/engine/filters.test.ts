import { expect } from 'chai';
import fc from 'fast-check';
import { createMemoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import type { Activity, ActivityQuery } from '../../src/model/activity.js';
import type { TimelineAdapter } from '../../src/model/timeline-adapter.js';
import type { Engine } from '../../src/engine/index.js';
import { accountsModel, definition, relationship, runModel, withEngine } from './support/workspace.js';

const WORDS = [
  'Order',
  'RETURN',
  'kelvin',
  'K',
  'İstanbul',
  'naïve',
  'ΟΔΟΣ',
  '🙂',
  '1.50',
  '',
  'x'.repeat(40),
];
const SEARCHES = [
  'order',
  ' Return ',
  'k',
  'i',
  'NAÏVE',
  'οδος',
  'σ',
  '🙂',
  '1.5',
  '2024',
  'ada',
  'c1',
  'nowhere',
  '  ',
];
const DAYS = ['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'];
const CONTACTS = ['c1', 'c2', 'c3', 'C2 ', ''];

const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' '));
const row = fc.record({
  table: fc.constantFrom('Cases', 'Visits'),
  at: fc
    .tuple(fc.constantFrom(...DAYS), fc.constantFrom('', 'T00:30:00Z', 'T23:30:00Z'))
    .map((parts) => parts.join('')),
  title: texts,
  detail: texts,
  amount: fc.constantFrom('1.50', '-2', '1e3', 'free', ''),
  due: fc.constantFrom('2/1/2024', '31.12.', ''),
  contact: fc.constantFrom(...CONTACTS),
});
const query = fc.record(
  {
    types: fc.subarray(['SalesOrder', 'Visit', 'None']),
    contacts: fc.subarray([null, 'c1', 'c2', 'c3', 'c9']),
    text: fc.constantFrom(...SEARCHES),
    from: fc.constantFrom(...DAYS),
    to: fc.constantFrom(...DAYS),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles'),
    order: fc.constantFrom('newest' as const, 'oldest' as const),
    limit: fc.constantFrom(1, 3, 50),
  },
  { requiredKeys: ['timeZone', 'order', 'limit'] },
);

async function fill(engine: Engine, rows: readonly Record<string, string>[]): Promise<string> {
  await engine.importTable({ source: 'Crm', table: 'Accounts', data: [{ id: 'A', name: 'Contoso' }] });
  await engine.importTable({
    source: 'Crm',
    table: 'Contacts',
    data: [
      { id: 'c1', first: 'Ada', last: 'Kelvin', email: '', account: 'A' },
      { id: 'c2', first: '', last: '', email: 'Bo@example.com', account: 'A' },
      { id: 'c3', first: '', last: '', email: '', account: 'A' },
    ],
  });
  for (const table of ['Cases', 'Visits']) {
    const mine = rows
      .map((values, i): Record<string, string> => ({ ...values, id: `k${i}`, account: 'A' }))
      .filter((values) => values['table'] === table);
    const header = {
      table,
      at: '2024-01-01',
      title: '',
      detail: '',
      amount: '',
      due: '',
      contact: '',
      id: 'k',
      account: 'A',
    };
    await engine.importTable({ source: 'Desk', table, data: [header, ...mine] });
  }
  await runModel(
    engine,
    accountsModel({
      relationships: [
        ...accountsModel().relationships,
        relationship('VisitToAccount', 'Desk_Visits.account', 'Crm_Accounts.id'),
      ],
      activities: [
        definition({
          id: 'cases',
          table: 'Desk_Cases',
          type: 'SalesOrder',
          detail: 'detail',
          attributes: { SalesOrderId: 'id', OrderDate: 'due', SalesAmount: 'amount' },
          paths: [['CaseToContact', 'ContactToAccount'], ['CaseToAccount']],
        }),
        definition({
          id: 'visits',
          table: 'Desk_Visits',
          type: 'Visit',
          detail: 'detail',
          paths: [['VisitToAccount']],
        }),
      ],
    }),
  );
  return (await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'A' })) ?? '';
}

async function walk(adapter: TimelineAdapter, wanted: ActivityQuery): Promise<Activity[]> {
  const items: Activity[] = [];
  let cursor: string | undefined;
  do {
    const page = await adapter.getPage({ ...wanted, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).to.be.at.most(wanted.limit);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

describe('filters', () => {
  it('let through what a look at every row would, for any page size and both directions', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.array(query, { minLength: 8, maxLength: 12 }),
        async (rows, queries) => {
          await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
            const customerId = await fill(engine, rows);
            const all = await walk(engine, { customerId, timeZone: 'UTC', order: 'newest', limit: 1000 });
            expect(all.length).to.equal(rows.length + 2);
            const { types } = await engine.getSummary({
              customerId,
              timeZone: 'UTC',
              order: 'newest',
              limit: 1,
            });
            const memory = createMemoryAdapter({
              activities: all,
              types: types.map(({ count: _count, last: _last, ...setup }) => setup),
            });
            const isMapped = all.some(({ contactId }) => contactId !== undefined);
            for (const parts of queries) {
              const wanted = { customerId, ...parts };
              expect(await walk(engine, wanted)).to.deep.equal(await walk(memory, wanted));
              const { contacts, ...counts } = await engine.getSummary(wanted);
              const { contacts: expected, ...expectedCounts } = await memory.getSummary(wanted);
              expect(counts).to.deep.equal(expectedCounts);
              if (isMapped) expect(contacts).to.deep.equal(expected);
            }
          });
        },
      ),
      { numRuns: 25, includeErrorInReport: true },
    );
  });
});
