import { expect } from 'chai';
import fc from 'fast-check';
import { TypeTally } from '../../../src/engine/ingest/infer-type.js';
import { DateTally } from '../../../src/model/dates.js';

const utf8 = new TextEncoder();

interface Tally {
  add(bytes: Uint8Array, start: number, end: number, times?: number): void;
}

function tally<T extends Tally>(counts: T, values: readonly string[], times?: number): T {
  for (const value of values) {
    // Between other digits, as a field of a file stands.
    const bytes = utf8.encode(`1${value}1`);
    if (times === undefined) counts.add(bytes, 1, bytes.length - 1);
    else counts.add(bytes, 1, bytes.length - 1, times);
  }
  return counts;
}

const infer = (...values: string[]): ReturnType<TypeTally['result']> =>
  tally(new TypeTally(), values).result();
const times = (count: number, value: string): string[] => Array<string>(count).fill(value);

const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '12',
    '-4.5e3',
    '007',
    'true',
    'No',
    '2024-02-30',
    '2024-02-29',
    '3/4/2024',
    '31/1/2024',
  ),
  fc.constantFrom(
    '2024-01-01T10:00Z',
    '1/2/2024 3:04 PM',
    'text',
    'é',
    '+1',
    '.5',
    '-',
    '20240131',
    ' 7 ',
    '\t2024-01-01',
  ),
  fc.string({ maxLength: 6 }),
);

describe('the type of a column', () => {
  for (const [type, values] of [
    ['text', []],
    ['text', ['', '  ']],
    ['text', ['Ada', 'Grace']],
    ['text', ['1', '007']],
    ['text', ['1', '1,234']],
    ['text', ['1', '$5']],
    ['text', ['true', '1']],
    ['text', ['1', 'x']],
    ['number', ['1', '', '-2.50', '+3e-4', '.5', ' 6 ']],
    ['number', ['20240131', '1700000000000']],
    ['boolean', ['true', 'FALSE', 'Yes', 'no', '']],
    ['date', ['2024-01-31', '2024-02-29']],
    ['date', ['1/2/2024', '31/1/2024']],
    ['datetime', ['2024-01-31', '2024-01-31T10:00Z']],
    ['datetime', ['1/2/2024 3:04 PM']],
  ] as [string, string[]][]) {
    it(`is ${type} for ${JSON.stringify(values)}`, () => {
      expect(infer(...values).type).to.equal(type);
    });
  }

  it('is a date when 90 % of the values are, and not when fewer are', () => {
    expect(infer(...times(9, '2024-01-31'), 'soon').type).to.equal('date');
    expect(infer(...times(9, '2024-01-31'), '2024-02-30').type).to.equal('date');
    expect(infer(...times(89, '2024-01-31'), ...times(11, 'soon')).type).to.equal('text');
  });

  it('comes with the facts on dates that all values give, and only when one reads as a date', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const facts = tally(new DateTally(), values).facts();
        expect(infer(...values).dates).to.deep.equal(facts.readable > 0 ? facts : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of the values, nor on whether equal ones come one by one', () => {
    fc.assert(
      fc.property(fc.array(value), fc.integer({ min: 1, max: 3 }), (values, count) => {
        const oneByOne = infer(...values.flatMap((text) => times(count, text)));
        expect(infer(...values.flatMap((text) => times(count, text)).reverse())).to.deep.equal(oneByOne);
        expect(tally(new TypeTally(), values, count).result()).to.deep.equal(oneByOne);
      }),
    );
  });
});
