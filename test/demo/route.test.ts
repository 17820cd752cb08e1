import { expect } from 'chai';
import { hrefTo, parseRoute, type Route } from '../../demo/app/route.js';

describe('addresses of the workbench', () => {
  const routes: Exclude<Route, { page: 'missing' }>[] = [
    { page: 'customers' },
    { page: 'customers', customerId: 'ce759201f786d590bf2134bff576c369' },
    { page: 'customers', customerId: 'a/b?c#d%' },
    { page: 'data' },
    { page: 'data', table: 'Café_Gäste' },
    { page: 'unify' },
    { page: 'activities' },
  ];

  for (const route of routes) {
    it(`leads back to the page it was made for: ${JSON.stringify(route)}`, () => {
      expect(parseRoute(new URL(hrefTo(route), 'http://localhost').hash)).to.deep.equal(route);
    });
  }

  it('shows the customers when it names no page', () => {
    for (const hash of ['', '#', '#/']) expect(parseRoute(hash)).to.deep.equal({ page: 'customers' });
  });

  it('says that a page is missing in place of guessing', () => {
    for (const hash of ['#/nowhere', '#/unify/more', '#/data/a/b', '#/__proto__']) {
      expect(parseRoute(hash)).to.deep.equal({ page: 'missing' });
    }
  });

  it('survives an escape that was cut off', () => {
    expect(parseRoute('#/data/%E0%A4%A')).to.deep.equal({ page: 'data', table: '%E0%A4%A' });
  });
});
