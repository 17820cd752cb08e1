import { expect } from 'chai';
import type { Activity } from '../../src/model/activity.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { Engine } from '../../src/engine/index.js';
import { accountsModel, csv, definition, runModel, withEngine } from './support/workspace.js';

async function importText(engine: Engine, name: string, text: string): Promise<void> {
  const [source, table] = name.split('_');
  await engine.importTable({ source, table, data: csv(text) });
}

const ACCOUNTS = 'id,name\nA,Contoso\nB,Fabrikam\n';
const CONTACTS = [
  'id,first,last,email,account',
  'c1,Ada,Lovelace,ada@example.com,A',
  'c2,,,bo@example.com,A',
  'c3,,,,B',
  'c4,Cy,,,',
  'c1,Again,,,B',
  ' ,Nobody,,,A',
].join('\n');

/** Cases with a contact and a direct account. */
function casesModel(paths: string[][], parts: Partial<ActivityModel> = {}): ActivityModel {
  return accountsModel({
    activities: [definition({ id: 'cases', table: 'Desk_Cases', paths })],
    ...parts,
  });
}

async function activitiesOf(engine: Engine, key: string): Promise<Record<string, Activity>> {
  const customerId = await engine.resolveCustomer({ table: 'Crm_Accounts', key });
  const { items } = await engine.getPage({
    customerId: customerId ?? '',
    timeZone: 'UTC',
    order: 'newest',
    limit: 1000,
  });
  return Object.fromEntries(items.map((item) => [item.sourceActivityId, item]));
}

async function fill(engine: Engine, cases: readonly string[]): Promise<void> {
  await importText(engine, 'Crm_Accounts', ACCOUNTS);
  await importText(engine, 'Crm_Contacts', CONTACTS);
  const rows = cases.map((row, i) => `k${i + 1},2024-01-0${i + 1},Case,${row}`);
  await importText(engine, 'Desk_Cases', `id,at,title,contact,account\n${rows.join('\n')}\n`);
}

describe('contacts of accounts', () => {
  it('are found on the path, with the name that people know them by (D 21, 35)', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,', 'c2,', 'C3,', 'c4,', 'c9,', ',']);
      const report = await runModel(engine, casesModel([['CaseToContact', 'ContactToAccount']]));
      const ofA = await activitiesOf(engine, 'A');
      expect(Object.keys(ofA).sort()).to.deep.equal(['k1', 'k2']);
      expect([ofA['k1'].contactId, ofA['k1'].contactName]).to.deep.equal(['c1', 'Ada Lovelace']);
      expect([ofA['k2'].contactId, ofA['k2'].contactName]).to.deep.equal(['c2', 'bo@example.com']);
      const ofB = await activitiesOf(engine, 'B');
      expect([ofB['k3'].contactId, ofB['k3'].contactName]).to.deep.equal(['c3', 'c3']);
      expect(report.definitions[0].orphanedByHop).to.deep.equal([2, 1]);
    });
  });

  it('decide over a direct account, and the disagreement is told (D 21)', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A', 'c1,B', ',B', 'c9,B', 'c4,B', 'c9,x']);
      const report = await runModel(
        engine,
        casesModel([['CaseToAccount'], ['CaseToContact', 'ContactToAccount']]),
      );
      const ofA = await activitiesOf(engine, 'A');
      expect(Object.keys(ofA).sort()).to.deep.equal(['k1', 'k2']);
      const ofB = await activitiesOf(engine, 'B');
      expect(Object.keys(ofB).sort()).to.deep.equal(['k3', 'k4', 'k5']);
      // No contact key, an unknown one, and a contact without an account of its own.
      expect(['k3', 'k4', 'k5'].map((id) => ofB[id].contactName)).to.deep.equal([undefined, undefined, 'Cy']);
      const [cases] = report.definitions;
      expect(cases.conflicting).to.equal(1);
      expect(cases.conflicts).to.deep.equal([
        {
          line: 3,
          text: 'k2',
          customerId: await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'A' }),
          otherCustomerId: await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'B' }),
        },
      ]);
      expect(cases.orphanedByHop).to.deep.equal([1, 0]);
    });
  });

  it('are accounted for row by row', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A']);
      const { contacts } = await runModel(engine, casesModel([['CaseToContact', 'ContactToAccount']]));
      expect(contacts).to.deep.equal([
        {
          table: 'Crm_Contacts',
          read: 6,
          contacts: 4,
          withoutAccount: 1,
          setAside: [
            { reason: 'key-empty', count: 1, examples: [{ line: 7, text: ' ' }] },
            { reason: 'key-duplicate', count: 1, examples: [{ line: 6, text: 'c1' }] },
          ],
        },
      ]);
      const listed = await engine.setAside({ table: 'Crm_Contacts' });
      expect(listed.rows.map(({ reason, line, key }) => ({ reason, line, key }))).to.deep.equal([
        { reason: 'key-duplicate', line: 6, key: 'c1' },
        { reason: 'key-empty', line: 7, key: ' ' },
      ]);
    });
  });

  it('are left out where the model is of individuals', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A']);
      const report = await runModel(
        engine,
        casesModel([['CaseToContact', 'ContactToAccount']], { kind: 'individuals' }),
      );
      expect(report.contacts).to.deep.equal([]);
      expect((await activitiesOf(engine, 'A'))['k1']).to.not.have.property('contactId');
    });
  });
});

describe('contacts that are read', () => {
  it('stand in the profile of their account, in the summary, and in UnifiedContact', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A', 'c1,A', ',A', 'c2,A']);
      await runModel(engine, casesModel([['CaseToContact', 'ContactToAccount'], ['CaseToAccount']]));
      const customerId = (await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'A' })) ?? '';
      expect((await engine.getCustomer(customerId))?.contacts).to.deep.equal([
        {
          contactId: 'c1',
          name: 'Ada Lovelace',
          fields: [
            { name: 'FirstName', value: 'Ada' },
            { name: 'LastName', value: 'Lovelace' },
            { name: 'PrimaryEmail', value: 'ada@example.com' },
          ],
        },
        {
          contactId: 'c2',
          name: 'bo@example.com',
          fields: [{ name: 'PrimaryEmail', value: 'bo@example.com' }],
        },
      ]);
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 1 } as const;
      expect((await engine.getSummary(query)).contacts).to.deep.equal([
        { contactId: null, name: '', count: 1 },
        { contactId: 'c1', name: 'Ada Lovelace', count: 2 },
        { contactId: 'c2', name: 'bo@example.com', count: 1 },
      ]);
      expect(await engine.listOutputs()).to.include('UnifiedContact');
      const text = await new Response(engine.exportOutput('UnifiedContact')).text();
      const rows = text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(rows.map(({ ContactId, CustomerId }) => [ContactId, CustomerId])).to.have.deep.members([
        ['c1', customerId],
        ['c2', customerId],
        ['c3', await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'B' })],
        ['c4', null],
      ]);
      expect(rows.find(({ ContactId }) => ContactId === 'c1')).to.include({
        Identifier: `UnifiedContact|${customerId}|c1`,
        TableName: 'Crm_Contacts',
        FirstName: 'Ada',
        JobTitle: null,
        FK_ContactToAccountID: 'A',
        Crm_Contacts_id: 'c1',
      });
    });
  });

  it('are all there where an account has thousands', async () => {
    await withEngine({}, async (engine) => {
      const contacts = Array.from(
        { length: 2000 },
        (_, i) => `n${i},F${i},L,,${i % 400 === 399 ? 'B' : 'A'}`,
      );
      await fill(
        engine,
        contacts.slice(0, 9).map((row) => `${row.split(',')[0]},`),
      );
      await importText(engine, 'Crm_Contacts', `id,first,last,email,account\n${contacts.join('\n')}\n`);
      await runModel(engine, casesModel([['CaseToContact', 'ContactToAccount']]));
      for (const [key, count] of [
        ['A', 1995],
        ['B', 5],
      ] as const) {
        const customerId = (await engine.resolveCustomer({ table: 'Crm_Accounts', key })) ?? '';
        const ids = (await engine.getCustomer(customerId))?.contacts?.map(({ contactId }) => contactId) ?? [];
        expect(new Set(ids).size).to.equal(count);
      }
      const text = await new Response(engine.exportOutput('UnifiedContact', { format: 'csv' })).text();
      expect(text.trimEnd().split('\r\n').length).to.equal(2001);
    });
  });

  it('are counted where an account has more activities than a chunk holds', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A']);
      const cases = Array.from(
        { length: 5000 },
        (_, i) => `k${i},2024-01-01,Case,${['c1', 'c2', ''][i % 3]},A`,
      );
      await importText(engine, 'Desk_Cases', `id,at,title,contact,account\n${cases.join('\n')}\n`);
      await runModel(engine, casesModel([['CaseToContact', 'ContactToAccount'], ['CaseToAccount']]));
      const customerId = (await engine.resolveCustomer({ table: 'Crm_Accounts', key: 'A' })) ?? '';
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 1 } as const;
      const expected = [
        { contactId: null, name: '', count: 1666 },
        { contactId: 'c1', name: 'Ada Lovelace', count: 1667 },
        { contactId: 'c2', name: 'bo@example.com', count: 1667 },
      ];
      expect((await engine.getSummary(query)).contacts).to.deep.equal(expected);
      expect((await engine.getSummary({ ...query, from: '2024-01-01' })).contacts).to.deep.equal(expected);
      expect((await engine.getSummary({ ...query, contacts: ['c2'] })).contacts).to.deep.equal([expected[2]]);
    });
  });

  it('are called otherwise after a run on a changed contact table, and who listens hears of it', async () => {
    await withEngine({}, async (engine) => {
      await fill(engine, ['c1,A']);
      const model = casesModel([['CaseToContact', 'ContactToAccount']]);
      await runModel(engine, model);
      const heard: string[] = [];
      engine.subscribe(({ kind }) => heard.push(kind));
      await importText(engine, 'Crm_Contacts', CONTACTS.replace('Ada', 'Augusta'));
      await runModel(engine, model);
      expect((await activitiesOf(engine, 'A'))['k1'].contactName).to.equal('Augusta Lovelace');
      expect(heard).to.include('activities');
    });
  });
});
