import { expect } from 'chai';
import { fill, plural, weave } from '../../../src/elements/shared/messages.js';

describe('messages', () => {
  it('keep a place for which there is no value, so that a typing error can be seen', () => {
    expect(fill('{count} of {totl}', { count: '3' })).to.equal('3 of {totl}');
    expect(fill('{constructor} {__proto__}', {})).to.equal('{constructor} {__proto__}');
  });

  it('put values in as they are, braces and dollar signs too', () => {
    expect(fill('{title} - {date}', { title: '{date} $& $1', date: 'today' })).to.equal(
      '{date} $& $1 - today',
    );
  });

  it('let a translation turn the order', () => {
    const detail = Symbol('detail');
    const contact = Symbol('contact');
    expect(weave('{contact}: {detail}!', { detail, contact })).to.deep.equal([contact, ': ', detail, '!']);
  });

  it('choose the plural form of the language, else the general one', () => {
    const forms = { one: 'one', few: 'few', other: 'other' };
    expect([1, 2, 5].map((count) => plural(forms, count, 'pl'))).to.deep.equal(['one', 'few', 'other']);
    expect([0, 1, 2].map((count) => plural(forms, count, 'en'))).to.deep.equal(['other', 'one', 'other']);
    expect(plural({ other: 'other' }, 1, 'en')).to.equal('other');
    expect(plural('always', 1, 'en')).to.equal('always');
  });
});
