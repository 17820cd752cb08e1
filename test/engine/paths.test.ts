import { expect } from 'chai';
import fc from 'fast-check';
import { hopsOf } from '../../src/model/hops.js';
import type { ActivityDefinition, ActivityModel, Relationship } from '../../src/model/model.js';
import { accountsModel, definition, relationship, runModel, withEngine } from './support/workspace.js';

type Row = Readonly<Record<string, string>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

/** Few keys, some alike but for case and blanks, some that nothing has. */
const key = fc.constantFrom('1', '2', '3', 'a', 'A', ' a', 'b', 'B ', '', 'zz');

function table(columns: readonly string[]): fc.Arbitrary<Row[]> {
  const row = fc.record(Object.fromEntries(columns.map((column) => [column, key])));
  return fc.array(row, { maxLength: 8 });
}

const tables = fc.record({
  Crm_Accounts: table(['id', 'name', 'code']),
  Crm_Contacts: table(['id', 'first', 'last', 'email', 'account', 'badge']),
  Desk_Tickets: table(['id', 'contact', 'account']),
  Desk_Cases: table(['id', 'contact', 'account', 'ticket', 'code', 'badge']),
});

const RELATIONSHIPS = [
  relationship('ContactToAccount', 'Crm_Contacts.account', 'Crm_Accounts.id'),
  relationship('CaseToContact', 'Desk_Cases.contact', 'Crm_Contacts.id'),
  relationship('CaseToBadge', 'Desk_Cases.badge', 'Crm_Contacts.badge'),
  relationship('CaseToAccount', 'Desk_Cases.account', 'Crm_Accounts.id'),
  relationship('CaseToCode', 'Desk_Cases.code', 'Crm_Accounts.code'),
  relationship('CaseToTicket', 'Desk_Cases.ticket', 'Desk_Tickets.id'),
  relationship('TicketToContact', 'Desk_Tickets.contact', 'Crm_Contacts.id'),
  relationship('TicketToAccount', 'Desk_Tickets.account', 'Crm_Accounts.id'),
];
/** Direct, several hops, by other columns than the key, with and without contacts. */
const PATHS = [
  ['CaseToAccount'],
  ['CaseToCode'],
  ['CaseToContact', 'ContactToAccount'],
  ['CaseToBadge', 'ContactToAccount'],
  ['CaseToTicket', 'TicketToAccount'],
  ['CaseToTicket', 'TicketToContact', 'ContactToAccount'],
];
const paths = fc.uniqueArray(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 4 });

/** The row of a table that a key means, by looking at each (D 22, 53). */
function lookUp(rows: readonly Row[], column: string, wanted: string): Row | undefined {
  const form = wanted.trim().toLowerCase();
  if (form === '') return undefined;
  const alike = rows.filter((row) => row[column].trim().toLowerCase() === form);
  const isAmbiguous = new Set(alike.map((row) => row[column])).size > 1;
  const found = isAmbiguous ? alike.filter((row) => row[column] === wanted) : alike;
  // A sort keeps the order of the table among rows of one primary key.
  return column === 'id'
    ? found[0]
    : [...found].sort((a, b) => (a['id'] < b['id'] ? -1 : a['id'] > b['id'] ? 1 : 0))[0];
}

interface Outcome {
  /** Key by which the account is known. */
  account: string | null;
  contact: string | null;
  /** Relationship at which it failed, from 1. */
  hop: number;
  /** Every key was found, be the row at the end an account or not. */
  isThrough: boolean;
}

/** Follows one path from one row, hop by hop. */
function follow(data: Tables, path: readonly string[], start: Row): Outcome {
  let row = start;
  let contact: string | null = null;
  for (const [i, name] of path.entries()) {
    const { from, to } = RELATIONSHIPS.find((known) => known.name === name) as Relationship;
    const next = lookUp(data[to.table], to.column, row[from.column]);
    if (next === undefined) return { account: null, contact, hop: i + 1, isThrough: false };
    row = next;
    if (to.table === 'Crm_Contacts' && row['id'].trim() !== '') contact ??= row['id'];
  }
  const account = row['id'].trim() === '' ? null : row['id'];
  return { account, contact, hop: path.length, isThrough: true };
}

const isThroughContacts = (path: readonly string[]): boolean => path.includes('ContactToAccount');

/** What becomes of a row by all its paths (D 21, 56). */
function judge(
  data: Tables,
  chosen: readonly (readonly string[])[],
  row: Row,
): Omit<Outcome, 'isThrough'> & { reached: string[] } {
  const inOrder = [...chosen.filter(isThroughContacts), ...chosen.filter((path) => !isThroughContacts(path))];
  const outcomes = inOrder.map((path) => follow(data, path, row));
  const decided = outcomes.find(({ account }) => account !== null);
  const hop = follow(data, chosen[0], row).hop;
  const sameAccount = outcomes.find(
    ({ account, contact }) => contact !== null && account !== null && account === decided?.account,
  );
  const contact =
    sameAccount?.contact ?? outcomes.find((outcome) => outcome.contact !== null)?.contact ?? null;
  const reached = outcomes.flatMap(({ account }) => account ?? []);
  return { account: decided?.account ?? null, contact, hop, reached };
}

function modelOf(chosen: string[][]): ActivityModel {
  const cases: ActivityDefinition = definition({ id: 'cases', table: 'Desk_Cases', paths: chosen });
  return accountsModel({ relationships: RELATIONSHIPS, activities: [cases] });
}

describe('paths', () => {
  it('lead where a look at every row of every table leads', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(tables, paths, async (data, chosen) => {
        const cases = data.Desk_Cases.map((row, i) => ({
          ...row,
          id: `k${i}`,
          at: '2024-01-01',
          title: 't',
        }));
        // A table needs a row to have columns.
        const head: Tables = {
          Crm_Accounts: [{ id: 'h0', name: '', code: 'h0' }],
          Crm_Contacts: [{ id: 'h1', first: '', last: '', email: '', account: '', badge: 'h1' }],
          Desk_Tickets: [{ id: 'h2', contact: '', account: '' }],
          Desk_Cases: [
            { id: 'h3', contact: '', account: '', ticket: '', code: '', badge: '', at: '', title: '' },
          ],
        };
        const all: Tables = Object.fromEntries(
          Object.entries({ ...data, Desk_Cases: cases }).map(([name, rows]) => [
            name,
            [...head[name], ...rows],
          ]),
        );
        await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
          for (const [name, rows] of Object.entries(all)) {
            const [source, of] = name.split('_');
            const types = Object.fromEntries(
              Object.keys(rows[0]).map((column) => [column, column === 'at' ? 'date' : 'text'] as const),
            );
            await engine.importTable({
              source,
              table: of,
              data: rows,
              types,
            });
          }
          const model = modelOf(chosen);
          const report = await runModel(engine, model);
          const exported = await new Response(engine.exportActivities({ format: 'ndjson' })).text();
          const found = new Map(
            exported
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line) as Record<string, string | null>)
              .map((row) => [row['SourceActivityId'], row]),
          );
          const idOf = (account: string): Promise<string | null> =>
            engine.resolveCustomer({ table: 'Crm_Accounts', key: account });
          const byHop = report.definitions[0].orphanedByHop.map(() => 0);
          let conflicting = 0;
          for (const row of all['Desk_Cases']) {
            const { account, contact, hop, reached } = judge(all, chosen, row);
            const written = found.get(row['id']);
            if (account === null) {
              expect(written, row['id']).to.equal(undefined);
              byHop[hop - 1]++;
              continue;
            }
            const ids = new Set(await Promise.all(reached.map(idOf)));
            if (ids.size > 1) conflicting++;
            expect(written?.['CustomerId'], row['id']).to.equal(await idOf(account));
            expect(written?.['ContactId'], row['id']).to.equal(contact);
          }
          expect(report.definitions[0].orphanedByHop).to.deep.equal(byHop);
          for (const path of chosen) {
            const ways = all['Desk_Cases'].map((row) => follow(all, path, row));
            const profile = (await engine.profilePath?.(hopsOf(model, path))) ?? [];
            const failed = profile.map(({ empty, missing }) => empty + missing);
            expect(failed).to.deep.equal(
              path.map((_, i) => ways.filter(({ hop, isThrough }) => !isThrough && hop === i + 1).length),
            );
            if (chosen.length > 1) continue;
            // A run knows besides which rows at the end are accounts.
            failed[path.length - 1] += ways.filter((way) => way.isThrough && way.account === null).length;
            expect(report.definitions[0].orphanedByHop).to.deep.equal(failed);
          }
          expect(report.definitions[0].conflicting).to.equal(conflicting);
          expect(report.definitions[0].conflicts.length).to.equal(Math.min(20, conflicting));
        });
      }),
      { numRuns: 60, includeErrorInReport: true },
    );
  });

  it('of twenty hops are followed, and one of twenty-one is refused', async () => {
    const names = Array.from({ length: 21 }, (_, i) => `Hop_T${i}`);
    const relationships = [
      ...names.slice(1).map((to, i) => relationship(`Step${i}`, `${names[i]}.next`, `${to}.id`)),
      relationship('ToAccount', `${names[20]}.next`, 'Crm_Accounts.id'),
    ];
    await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
      await engine.importTable({ source: 'Crm', table: 'Accounts', data: [{ id: 'A', name: 'Contoso' }] });
      for (const name of names) {
        const rows = [{ id: 'r1', next: name === names[20] ? 'a' : 'R1', at: '2024-01-01', title: 't' }];
        await engine.importTable({ source: 'Hop', table: name.slice(4), data: rows });
      }
      const model = (from: number): ActivityModel =>
        accountsModel({
          contacts: [],
          relationships,
          activities: [
            definition({
              id: 'far',
              table: names[from],
              paths: [relationships.slice(from).map(({ name }) => name)],
            }),
          ],
        });
      expect((await runModel(engine, model(1))).definitions[0].shown).to.equal(1);
      const error = await runModel(engine, model(0)).then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error).to.include({ code: 'model-invalid' });
    });
  });

  it('tell of join values that are not unique, and of keys that are alike (D 22, 53)', async () => {
    await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
      const accounts = [
        { id: 'b', name: 'B', code: 'x' },
        { id: 'a', name: 'A', code: 'x' },
        { id: 'c', name: 'C', code: 'Y' },
        { id: 'd', name: 'D', code: 'y' },
      ];
      await engine.importTable({ source: 'Crm', table: 'Accounts', data: accounts });
      const cases = ['x', 'y', ' y'].map((code, i) => ({ id: `k${i}`, at: '2024-01-01', title: 't', code }));
      await engine.importTable({ source: 'Desk', table: 'Cases', data: cases });
      const [report] = (
        await runModel(engine, {
          ...modelOf([['CaseToCode']]),
          contacts: [],
          relationships: RELATIONSHIPS.filter(({ name }) => name === 'CaseToCode'),
        })
      ).definitions;
      expect(report.keys).to.deep.equal([
        {
          table: 'Crm_Accounts',
          column: 'code',
          notUnique: { count: 1, examples: ['x'] },
          ambiguous: { count: 1, examples: [['Y', 'y']] },
        },
      ]);
      expect([report.shown, report.orphaned]).to.deep.equal([2, 1]);
      const first = await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'a' });
      const { items } = await engine.getPage({
        customerId: first ?? '',
        timeZone: 'UTC',
        order: 'newest',
        limit: 5,
      });
      expect(items.map(({ sourceActivityId }) => sourceActivityId)).to.deep.equal(['k0']);
    });
  });
});
