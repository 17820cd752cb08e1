import { expect } from 'chai';
import { hrefTo, parseRoute, parseWorld, type Route } from '../../demo/app/route.js';
import { worlds } from '../../demo/app/worlds.js';

describe('addresses of the workbench', () => {
  const routes: Exclude<Route, { page: 'missing' }>[] = [
    { page: 'customers' },
    { page: 'customers', customerId: 'ce759201f786d590bf2134bff576c369' },
    { page: 'customers', customerId: 'a/b?c#d%' },
    { page: 'customers', customerId: 'a/b', activityId: 'c d/e' },
    { page: 'data' },
    { page: 'data', table: 'Café_Gäste' },
    { page: 'unify' },
    { page: 'activities' },
    { page: 'activities', wizard: { flow: 'all' } },
    { page: 'activities', wizard: { flow: 'single', activityId: 'a/b c' } },
  ];

  for (const route of routes) {
    it(`leads back to the page and the world it was made for: ${JSON.stringify(route)}`, () => {
      for (const { id } of worlds) {
        const { hash } = new URL(hrefTo(route, id), 'http://localhost');
        expect(parseRoute(hash)).to.deep.equal(route);
        expect(parseWorld(hash)).to.equal(id);
      }
    });
  }

  it('shows the customers when it names no page', () => {
    for (const hash of ['', '#', '#/']) expect(parseRoute(hash)).to.deep.equal({ page: 'customers' });
  });

  it('shows the customers of a world when it names nothing else', () => {
    for (const hash of ['#/coffee', '#/coffee/']) {
      expect(parseRoute(hash)).to.deep.equal({ page: 'customers' });
      expect(parseWorld(hash)).to.equal('coffee');
    }
  });

  it('speaks of the people when it names no world', () => {
    for (const hash of ['', '#/data', '#/nowhere', '#/Coffee/data'])
      expect(parseWorld(hash)).to.equal('outfitters');
  });

  it('says that a page is missing in place of guessing', () => {
    for (const hash of [
      '#/nowhere',
      '#/unify/more',
      '#/data/a/b',
      '#/activities/more',
      '#/activities/all/a/b',
      '#/coffee/data/a/b',
      '#/coffee/coffee',
      '#/__proto__',
    ]) {
      expect(parseRoute(hash)).to.deep.equal({ page: 'missing' });
    }
  });

  it('survives an escape that was cut off', () => {
    expect(parseRoute('#/data/%E0%A4%A')).to.deep.equal({ page: 'data', table: '%E0%A4%A' });
  });
});
