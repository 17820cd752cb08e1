import { expect } from 'chai';
import { meaningsOf, proposeMeanings, wordsOf } from '../../demo/app/column-meanings.js';
import { proposeContactAttributes } from '../../demo/app/contact-attributes.js';
import { withTable } from '../../demo/app/model-changes.js';
import { proposeCustomers } from '../../demo/app/propose-customers.js';
import { applyProposal } from '../../demo/parts/apply-proposal.js';
import { setKind } from '../../demo/parts/contact-edits.js';
import { openEngine } from '../../src/engine/index.js';
import type { Engine } from '../../src/engine/engine.js';
import { validateModel } from '../../src/model/index.js';
import { emptyModel } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';

let engine: Engine;
let tables: TableInfo[];

/** Tables of lines, each with its first column as the key. */
async function imported(files: Record<string, string>): Promise<TableInfo[]> {
  for (const [table, text] of Object.entries(files)) {
    await engine.importTable({ source: 'T', table, data: new Blob([text]), format: 'csv' });
  }
  return (await engine.listTables()).map((table) => ({ ...table, primaryKey: table.columns[0].name }));
}

const names = (list: readonly { table: TableInfo }[] = []): string[] => list.map(({ table }) => table.table);

describe('what is proposed for tables of one’s own', () => {
  beforeEach(async () => {
    engine = await openEngine({ name: `propose-${crypto.randomUUID()}` });
  });

  afterEach(() => engine.destroy());

  it('is the table of names that others point to, and not the one that points', async () => {
    tables = await imported({
      Orders: 'No,Customer,Name,At\n1,7,Ann,2024-01-01\n2,8,Bo,2024-01-02\n',
      Customers: 'Id,First name,Last name\n7,Ann,Lee\n8,Bo,May\n',
    });
    const proposal = await proposeCustomers(engine, tables);
    expect(proposal?.kind).to.equal('individuals');
    expect(names(proposal?.customers)).to.deep.equal(['Customers']);
    expect(proposal?.customers[0].references[0]).to.include({ column: 'Customer', share: 1 });
  });

  it('takes no quantity for a key', async () => {
    tables = await imported({
      Lines: 'No,Quantity,Buyer\nx1,1,b\nx2,2,b\n',
      Customers: 'Id,Name\n1,Ann\n2,Bo\n',
    });
    expect((await proposeCustomers(engine, tables))?.customers[0].references).to.deep.equal([]);
  });

  it('is accounts and contacts where people name the firms they belong to, as a model without an error', async () => {
    tables = await imported({
      contacts: 'Id,Company,First Name,Last Name,E-Mail\nc1,f1,Ann,Lee,a@b.example\n',
      companies: 'Id,Company Name\nf1,Steel\nf2,Foods\n',
    });
    const proposal = await proposeCustomers(engine, tables);
    expect(proposal?.kind).to.equal('accounts');
    expect(names(proposal?.customers)).to.deep.equal(['companies']);
    expect(names(proposal?.contacts)).to.deep.equal(['contacts']);
    const model = tables.reduce(
      (known, table) => withTable(known, table),
      applyProposal(emptyModel(), proposal!),
    );
    expect(model.contacts[0].attributes).to.include({ ContactId: 'Id', PrimaryEmail: 'E-Mail' });
    const errors = validateModel(model, tables).filter(({ level }) => level === 'error');
    expect(errors.map(({ code }) => code)).to.deep.equal(['no-tables'], 'activities come next');
    const people = setKind(model, 'individuals');
    expect([people.contacts, people.relationships]).to.deep.equal([[], []]);
  });

  it('is nothing where no table has names', async () => {
    tables = await imported({ Sums: 'Id,Amount\n1,2\n' });
    expect(await proposeCustomers(engine, tables)).to.equal(null);
  });
});

describe('meanings of columns', () => {
  const columns = (...list: string[]): { name: string }[] => list.map((name) => ({ name }));

  it('are found by the words of their names', () => {
    expect(['E-Mail', 'FirstName', 'Kunden_Nr', 'ZIP'].map(wordsOf)).to.deep.equal([
      'e mail',
      'first name',
      'kunden nr',
      'zip',
    ]);
    const meanings = proposeMeanings(
      columns('Vorname', 'Nachname', 'EMail', 'PLZ'),
      meaningsOf('individuals'),
    );
    expect(meanings).to.deep.equal({
      Vorname: 'Person.FirstName',
      Nachname: 'Person.LastName',
      EMail: 'Identity.Service.Email',
      PLZ: 'Location.PostalCode',
    });
  });

  it('go to one column each, the first', () => {
    const meanings = proposeMeanings(columns('Phone', 'Mobile phone'), meaningsOf('accounts'));
    expect(meanings).to.deep.equal({ Phone: 'Identity.Service.Phone' });
  });

  it('name a contact by its whole name where that is all there is', () => {
    expect(proposeContactAttributes(columns('Id', 'Full Name', 'Job title'), 'Id')).to.deep.equal({
      ContactId: 'Id',
      LastName: 'Full Name',
      JobTitle: 'Job title',
    });
  });
});
