import { expect } from 'chai';
import fc from 'fast-check';
import { DATAVERSE } from '../../../demo/remote/service/odata-service.js';
import { readFilter } from '../../../demo/remote/service/read-filter.js';
import { createODataAdapter, ODATA_SERVICES } from '../../../src/adapters/odata/index.js';
import { filterConditions } from '../../../src/adapters/odata/filter.js';
import { queryText, textLiteral } from '../../../src/adapters/odata/literals.js';
import { AdapterError } from '../../../src/model/errors.js';
import { activities, dataverse, fetchOver, ROOT, serviceOver } from './support/service.js';
import { page, query, scripted } from './support/scripted.js';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        ' or ',
        ' eq ',
        '%',
        '%27',
        '&',
        '#',
        '+',
        '/',
        '\\',
        '"',
        ')',
        '(',
        '$filter=',
        '\0',
        '\n',
        '🙂',
        'é',
        '\ud800',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

describe('texts in questions to an OData service', () => {
  it('mean themselves, whatever they are', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const url = new URL(`${ROOT}?${queryText({ $filter: `title eq ${textLiteral(text)}`, $top: '1' })}`);
        expect([...url.searchParams.keys()]).to.deep.equal(['$filter', '$top']);
        expect(url.hash).to.equal('');
        const passes = readFilter(url.searchParams.get('$filter') ?? '', {
          columns: new Set(['title']),
          ignoresCase: false,
        });
        expect(passes({ title: wellFormed(text) })).to.equal(true);
        expect(passes({ title: wellFormed(other) })).to.equal(wellFormed(other) === wellFormed(text));
      }),
      { numRuns: 500 },
    );
  });

  it('let no row of anybody else through', async () => {
    const server = serviceOver(activities, dataverse, DATAVERSE);
    const fetch = fetchOver((request) => server.answer(request));
    const adapter = createODataAdapter({ url: ROOT, service: dataverse, fetch });
    const [{ customerId: known }] = activities;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const asked = { ...query, limit: 1000, types: [one], contacts: [other], text: one };
        expect((await adapter.getPage({ ...asked, customerId: other })).items).to.deep.equal([]);
        const { items } = await adapter.getPage({ ...asked, customerId: known });
        expect(items.every(({ type }) => type.toLowerCase() === one.toLowerCase())).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('have no time of a year that OData cannot write: all rows are on this side of it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0001-01-01', '0001-01-02', '2024-05-01', '9999-12-30', '9999-12-31'),
        fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/New_York'),
        fc.boolean(),
        (day, timeZone, isDate) => {
          const service = { ...dataverse, activities: { ...dataverse.activities, isDate } };
          const conditions = filterConditions(service, { customerId: 'c', timeZone, from: day, to: day });
          const literal = isDate ? /^\w+ (?:ge|lt) \d{4}-\d\d-\d\d$/ : /^\w+ (?:ge|lt) \d{4}-\d\d-\d\dT\S+Z$/;
          const bounds = conditions.slice(2);
          expect(bounds.length).to.be.greaterThan(0);
          for (const condition of bounds) {
            expect(condition).to.match(literal).and.not.to.match(/ 0000/);
          }
        },
      ),
    );
  });

  it('are texts, where they would be names: a service with others is refused', () => {
    for (const name of ["a'b", 'a b', 'a,b', '', '1a', 'a)/x', 'a?b', 'x'.repeat(129)]) {
      const columns = { ...ODATA_SERVICES.dataverse.activities.columns, title: name };
      const service = { ...dataverse, activities: { set: 'things', columns } };
      expect(() => createODataAdapter({ url: ROOT, service }), name).to.throw(AdapterError, /name/);
    }
    expect(() => createODataAdapter({ url: 'http://[' })).to.throw(AdapterError, /address/);
  });
});

describe('the customer of a source row', () => {
  const key = (customer: string, table: string, value: string, spelling: string): object => ({
    ...{ msdynci_customerid: customer, msdynci_datasourcename: 'Crm', msdynci_alternatevalue: value },
    [spelling]: table,
    msdynci_keyring: JSON.stringify([
      {
        dataSourceName: 'Crm',
        [spelling === 'msdynci_tablename' ? 'tableName' : 'entityName']: table,
        preferredKey: 'P',
      },
    ]),
  });

  it('is found by its key in its table, under both spellings of the table, whatever the case', async () => {
    for (const spelling of ['msdynci_entityname', 'msdynci_tablename']) {
      const rows = [key('c1', 'Contacts', 'Cntid_1', spelling), key('c2', 'Leads', 'cntid_1', spelling)];
      const { adapter } = scripted([page(rows)]);
      expect(await adapter.resolveCustomer({ table: 'Crm_Contacts', key: ' CNTID_1 ' })).to.equal('c1');
      expect(await adapter.resolveCustomer({ table: 'Crm_Leads', key: 'cntid_1' })).to.equal('c2');
      expect(await adapter.resolveCustomer({ table: 'Crm_Accounts', key: 'cntid_1' })).to.equal(null);
    }
  });

  it('is the one whose key has the same case, where two differ in that alone', async () => {
    const rows = [
      key('c1', 'Contacts', 'A1', 'msdynci_entityname'),
      key('c2', 'Contacts', 'a1', 'msdynci_entityname'),
    ];
    const { adapter } = scripted([page(rows)]);
    expect(await adapter.resolveCustomer({ table: 'Crm_Contacts', key: 'a1' })).to.equal('c2');
    expect(await adapter.resolveCustomer({ table: 'Crm_Contacts', key: 'A1' })).to.equal('c1');
  });

  it('comes with its columns and keys, where the service has customers', async () => {
    const customers = { set: 'profiles', columns: { customerId: 'id', name: ['first', 'last'] } };
    const { adapter } = scripted(
      [
        page([{ id: 'c1', first: 'Ada', last: null, age: 36, '@odata.etag': 'x' }]),
        page([
          key('c1', 'Contacts', 'A1', 'msdynci_tablename'),
          key('c1', 'Contacts', 'P', 'msdynci_entityname'),
        ]),
      ],
      { service: { ...dataverse, customers } },
    );
    expect(await adapter.getCustomer?.('c1')).to.deep.equal({
      ...{ customerId: 'c1', name: 'Ada' },
      fields: [
        { name: 'first', value: 'Ada' },
        { name: 'age', value: '36' },
      ],
      keys: [{ table: 'Crm_Contacts', preferredKey: 'P', keys: ['P', 'A1'] }],
    });
  });
});
