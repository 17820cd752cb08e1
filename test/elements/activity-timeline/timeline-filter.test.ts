import { expect } from 'chai';
import fc from 'fast-check';
import {
  filterQuery,
  isFiltered,
  readFilter,
  sameFilter,
  toggleIcon,
} from '../../../src/elements/activity-timeline/timeline-filter.js';

const texts = fc.constantFrom('Case', 'SalesOrder', 'Feedback', 'Mail');
const filters = fc.record(
  {
    icons: fc.array(texts),
    types: fc.array(texts),
    contacts: fc.array(fc.option(texts)),
    from: fc.constant('2020-01-01'),
    to: fc.constant('2020-12-31'),
    text: fc.constant('order'),
  },
  { requiredKeys: [] },
);

describe('filter of a timeline', () => {
  it('can be read from anything and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const filter = readFilter(value);
        expect(readFilter(filter)).to.deep.equal(filter);
      }),
    );
  });

  it('leaves out what cannot be read or restricts nothing', () => {
    const value = {
      icons: 'Case',
      types: [],
      contacts: [1],
      from: '1/2/2020',
      to: '2020-13-01',
      text: '',
      other: 1,
    };
    expect(readFilter(value)).to.deep.equal({});
    expect(readFilter(null)).to.deep.equal({});
    expect(readFilter({ types: ['Case', 'Case', 7, ''], contacts: [null, 'k1'] })).to.deep.equal({
      types: ['Case'],
      contacts: [null, 'k1'],
    });
  });

  it('survives being written as JSON', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const filter = readFilter(value);
        expect(readFilter(JSON.parse(JSON.stringify(filter)))).to.deep.equal(filter);
        expect(sameFilter(value, filter)).to.equal(true);
      }),
    );
  });

  it('is active when it restricts something', () => {
    expect(isFiltered(readFilter({ icons: [] }))).to.equal(false);
    expect(isFiltered(readFilter({ icons: ['Case'] }))).to.equal(true);
    expect(isFiltered(readFilter({ to: '2020-01-01' }))).to.equal(true);
  });

  it('asks for the types that both icons and panel let through', () => {
    fc.assert(
      fc.property(filters, texts, (value, type) => {
        const filter = readFilter(value);
        const query = filterQuery(filter);
        const byIcons = !filter.icons || filter.icons.includes(type);
        const byPanel = !filter.types || filter.types.includes(type);
        const byQuery = query !== null && (!query.types || query.types.includes(type));
        expect(byQuery).to.equal(byIcons && byPanel);
      }),
    );
  });

  it('comes back to itself when an icon is selected twice, and leaves the panel alone', () => {
    fc.assert(
      fc.property(filters, texts, (value, type) => {
        const filter = readFilter(value);
        const once = toggleIcon(filter, type);
        const { icons: before = [], ...panel } = filter;
        const { icons: after = [], ...panelAfter } = once;
        expect(after.includes(type)).to.equal(!before.includes(type));
        expect(panelAfter).to.deep.equal(panel);
        expect(new Set(toggleIcon(once, type).icons)).to.deep.equal(new Set(filter.icons));
      }),
    );
  });
});
