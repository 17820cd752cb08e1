import { expect } from 'chai';
import fc from 'fast-check';
import type { Engine } from '../../src/engine/index.js';
import type { ActivityModel } from '../../src/model/model.js';
import { brutally, rowsOf } from './support/changes.js';
import { accountsModel, csv, definition, runModel, withEngine } from './support/workspace.js';

const CASES = ['CaseToContact', 'ContactToAccount'];

const MODEL = accountsModel({
  activities: [definition({ id: 'cases', table: 'Desk_Cases', paths: [CASES, ['CaseToAccount']] })],
});

type Tables = Readonly<Record<'accounts' | 'contacts' | 'cases', string>>;

const id = (prefix: string): fc.Arbitrary<string> =>
  fc.constantFrom(...[0, 1, 2, 3].map((n) => `${prefix}${n}`), '');
const word = fc.constantFrom('', 'Ada', 'Bo');
const table = (header: string, ...row: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(...row), { minLength: 1, maxLength: 6 })
    .map((rows) => [header, ...rows.map((cells) => cells.join(','))].join('\n'));
const tables: fc.Arbitrary<Tables> = fc.record({
  accounts: table('id,name', id('a'), word),
  contacts: table('id,first,last,email,account', id('c'), word, word, word, id('a')),
  cases: table(
    'id,at,title,contact,account',
    id('k'),
    fc.constantFrom('2024-01-01', ''),
    word,
    id('c'),
    id('a'),
  ),
});

async function importAll(engine: Engine, { accounts, contacts, cases }: Tables): Promise<void> {
  await engine.importTable({ source: 'Crm', table: 'Accounts', data: csv(accounts) });
  await engine.importTable({ source: 'Crm', table: 'Contacts', data: csv(contacts) });
  await engine.importTable({ source: 'Desk', table: 'Cases', data: csv(cases) });
}

describe('a run after changes, with contacts', () => {
  it('counts the rows whose contact, or the name of it, became another one (D 60)', async function () {
    this.timeout(60_000);
    const model = fc.constantFrom<ActivityModel>(
      MODEL,
      {
        ...MODEL,
        activities: [definition({ id: 'cases', table: 'Desk_Cases', paths: [['CaseToAccount']] })],
      },
      { ...MODEL, activities: [{ ...MODEL.activities[0], paths: [['CaseToAccount'], CASES] }] },
    );
    // Mostly one table alone: of rows that are replaced as a whole hardly any is the same but for its contact.
    const step = fc.record({
      tables,
      model,
      replaced: fc.constantFrom('accounts', 'contacts', 'cases', 'all'),
    });
    await fc.assert(
      fc.asyncProperty(tables, fc.array(step, { minLength: 1, maxLength: 4 }), async (first, steps) => {
        await withEngine({ indexedDB: null }, async (engine) => {
          let now = first;
          let rows = new Map<string, Map<string, string>>();
          for (const next of [null, ...steps]) {
            if (next?.replaced === 'all') now = next.tables;
            else if (next) now = { ...now, [next.replaced]: next.tables[next.replaced] };
            await importAll(engine, now);
            const used = next?.model ?? MODEL;
            const { definitions } = await runModel(engine, used);
            const after = await rowsOf(engine, used);
            expect(definitions[0].changes).to.deep.equal(
              brutally(rows.get('cases'), after.get('cases') ?? new Map<string, string>()),
            );
            rows = after;
          }
        });
      }),
      { numRuns: 60, includeErrorInReport: true, endOnFailure: true },
    );
  });

  it('tells a case that passed from one contact to another of the same account', async () => {
    await withEngine({ indexedDB: null }, async (engine) => {
      const before = {
        accounts: 'id,name\nA,Contoso\n',
        contacts: 'id,first,last,email,account\nc1,Ada,,,A\nc2,Bo,,,A\n',
        cases:
          'id,at,title,contact,account\nk1,2024-01-01,Case,c1,A\nk2,2024-01-02,Case,c2,A\nk3,,Case,c1,A\n',
      };
      await importAll(engine, before);
      await runModel(engine, MODEL);
      await importAll(engine, { ...before, cases: before.cases.replace('Case,c1', 'Case,c2') });
      const passed = await engine.run();
      expect(passed.definitions[0].changes).to.include({ changed: 1, unchanged: 2 });
      await importAll(engine, { ...before, contacts: before.contacts.replace('Ada', 'Adele') });
      const renamed = await engine.run();
      // k1 is back at the contact it had, who has another name now, as k3 has.
      expect(renamed.definitions[0].changes).to.include({ changed: 2, unchanged: 1 });
    });
  });
});
