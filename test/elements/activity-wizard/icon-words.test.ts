import { expect } from 'chai';
import { proposeIcon } from '../../../src/elements/activity-wizard/icon-words.js';

describe('the icon of a table', () => {
  const icons = {
    tickets: 'headset',
    PhoneCalls: 'phone',
    'Mail-Opens': 'envelope',
    Lieferungen: 'truck',
    WebVisits: 'globe',
  };
  for (const [table, icon] of Object.entries(icons)) {
    it(`is ${icon} for ${table}`, () => expect(proposeIcon(table)).to.equal(icon));
  }

  it('is left to the type where the name says nothing', () =>
    expect(proposeIcon('Table1')).to.equal(undefined));
});
