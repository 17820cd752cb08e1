import { expect } from 'chai';
import { resolveLocale, resolveTimeZone } from '../../../src/elements/shared/locale.js';

describe('locale and time zone', () => {
  it('are the first that Intl accepts', () => {
    expect(resolveLocale(undefined, '', 'not a locale', 'de-AT', 'fr')).to.equal('de-AT');
    expect(resolveTimeZone(undefined, '', 'Moon/Crater', 'Asia/Tokyo', 'UTC')).to.equal('Asia/Tokyo');
  });

  it('are those of the browser when none is accepted', () => {
    expect(() => new Intl.NumberFormat(resolveLocale('not a locale'))).not.to.throw();
    expect(resolveTimeZone('Moon/Crater')).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
