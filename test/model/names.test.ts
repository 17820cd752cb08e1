import { expect } from 'chai';
import { isName, isSourceName, nameKey, tableName } from '../../src/model/names.js';

describe('names', () => {
  it('start with a letter and go on with letters and digits', () => {
    for (const name of ['A', 'StoreOrders', 'v2', 'Größe', 'Продажи', '予約2', 'घटना', 'e\u0301tude']) {
      expect(isName(name), name).to.equal(true);
    }
    for (const name of ['', ' ', '2v', '_a', 'a b', 'a_b', 'a-b', 'a\n', 'a|b', '<b>', 'a😀', '\u0301e']) {
      expect(isName(name), name).to.equal(false);
    }
  });

  it('of sources and tables may have lines in them, but not begin with one', () => {
    for (const name of ['shop', 'web_shop', 'web-shop-2']) expect(isSourceName(name), name).to.equal(true);
    for (const name of ['', '_shop', '-shop', 'web shop', 'web.shop', 'a/b', 'a|b']) {
      expect(isSourceName(name), name).to.equal(false);
    }
  });

  it('are the same in capitals, in small letters and with accents written either way', () => {
    expect(nameKey('ÉTUDE')).to.equal(nameKey('e\u0301tude'));
    expect(nameKey('a')).not.to.equal(nameKey('b'));
  });

  it('of tables are made of source and table', () => {
    expect(tableName('eCommerce', 'Contacts')).to.equal('eCommerce_Contacts');
  });
});
