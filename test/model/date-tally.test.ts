import { expect } from 'chai';
import fc from 'fast-check';
import { DateTally, type DateColumnFacts } from '../../src/model/dates.js';
import { damagedDateText, dateText } from './support/date-texts.js';
import { isSlashDate, looksLikeDate, namesZone, readPlainly, slashNumbers } from './support/plain-dates.js';

const utf8 = new TextEncoder();
const column = fc.array(fc.oneof(dateText, damagedDateText, fc.constantFrom('', ' ', 'n/a', '3/4/2020')));

function tally(values: readonly string[]): DateColumnFacts {
  const counts = new DateTally();
  for (const value of values) {
    const bytes = utf8.encode(value);
    counts.add(bytes, 0, bytes.length);
  }
  return counts.facts();
}

/** The facts by definition, one filter for each. */
function countPlainly(all: readonly string[]): DateColumnFacts {
  const values = all.filter((value) => /[^\t-\r ]/.test(value));
  const slash = values.filter(isSlashDate);
  const isDay = (number: number): boolean => number > 12 && number < 32;
  const isMonth = (number: number): boolean => number > 0 && number < 13;
  const dayFirst = slash.map(slashNumbers).filter(([a, b]) => isDay(a) && isMonth(b)).length;
  const monthFirst = slash.map(slashNumbers).filter(([a, b]) => isMonth(a) && isDay(b)).length;
  const settled = dayFirst + monthFirst === 0 ? 'ambiguous' : dayFirst > monthFirst ? 'dmy' : 'mdy';
  const order = slash.length === 0 ? null : settled;
  const readable = values.filter((value) => readPlainly(value, order === 'dmy' ? 'dmy' : 'mdy')).length;
  const dates = values.filter(looksLikeDate);
  return {
    readable,
    unreadable: values.length - readable,
    withTime: dates.filter((value) => value.includes(':')).length,
    withZone: dates.filter(namesZone).length,
    slash: slash.length,
    dayFirst,
    monthFirst,
    order,
  };
}

describe('the dates of a column', () => {
  it('are counted as their definitions say', () => {
    fc.assert(
      fc.property(column, (values) => {
        expect(tally(values)).to.deep.equal(countPlainly(values));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same in any order of the values', () => {
    fc.assert(
      fc.property(column, (values) => {
        expect(tally(values.toReversed())).to.deep.equal(tally(values));
      }),
    );
  });

  it('are the same when equal values are counted at once', () => {
    fc.assert(
      fc.property(dateText, fc.integer({ min: 1, max: 9 }), (text, times) => {
        const bytes = utf8.encode(text);
        const counts = new DateTally();
        counts.add(bytes, 0, bytes.length, times);
        expect(counts.facts()).to.deep.equal(tally(Array.from({ length: times }, () => text)));
      }),
    );
  });

  it('leave the order open while no number is above 12', () => {
    expect(tally(['1/2/2020', '3/4/2020']).order).to.equal('ambiguous');
    expect(tally(['1/2/2020', '13/4/2020']).order).to.equal('dmy');
    expect(tally(['1/2/2020', '4/13/2020']).order).to.equal('mdy');
    expect(tally(['2020-01-02']).order).to.equal(null);
  });

  it('follow the more frequent order, and month first in a draw', () => {
    expect(tally(['13/1/2020', '14/1/2020', '1/13/2020'])).to.include({ order: 'dmy', unreadable: 1 });
    expect(tally(['13/1/2020', '1/13/2020'])).to.include({ order: 'mdy', unreadable: 1 });
  });

  it('count 31 February as written like a date and not readable', () => {
    expect(tally(['2020-02-31T10:00Z'])).to.include({ readable: 0, unreadable: 1, withTime: 1, withZone: 1 });
  });
});
