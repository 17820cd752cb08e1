import { expect } from 'chai';
import fc from 'fast-check';
import { proposeNames } from '../../demo/app/names.js';
import { isSourceName } from '../../src/model/names.js';

describe('names proposed for the table of a file', () => {
  it('can always be used as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (fileName) => {
        const { source, table } = proposeNames(fileName);
        expect(isSourceName(source), source).to.equal(true);
        expect(isSourceName(table), table).to.equal(true);
      }),
    );
  });

  it('take data source and table from a file that was named after both', () => {
    expect(proposeNames('Shop_Orders.csv')).to.deep.equal({ source: 'Shop', table: 'Orders' });
  });

  it('keep what can be kept of any other name', () => {
    expect(proposeNames('Customer-Loyalty.csv')).to.deep.equal({
      source: 'Files',
      table: 'Customer-Loyalty',
    });
    expect(proposeNames('web orders (2).ndjson')).to.deep.equal({ source: 'Files', table: 'web-orders-2' });
    expect(proposeNames('Bestellungen März.csv')).to.deep.equal({
      source: 'Files',
      table: 'Bestellungen-März',
    });
    expect(proposeNames('2024.csv')).to.deep.equal({ source: 'Files', table: 'Table' });
  });
});
