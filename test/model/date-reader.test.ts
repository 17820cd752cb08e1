import { expect } from 'chai';
import fc from 'fast-check';
import { DateReader, formatTimestamp } from '../../src/model/dates.js';
import type { DateOrder } from '../../src/model/model.js';
import { timeZone } from '../../src/model/time-zone.js';
import { damagedDateText, dateText } from './support/date-texts.js';
import { readPlainly } from './support/plain-dates.js';

const utf8 = new TextEncoder();
const order = fc.constantFrom<DateOrder>('mdy', 'dmy');

/** What the reader makes of a text, as an activity would carry it; null: unreadable. */
function read(
  text: string,
  options: ConstructorParameters<typeof DateReader>[0] = { order: 'mdy' },
): unknown {
  const reader = new DateReader(options);
  return reader.readText(text) ? formatTimestamp(reader.time, reader.hasTime) : null;
}

/** Reads a text that lies between other digits in its buffer, as a field of a file does. */
function readInside(reader: DateReader, text: string, around: string): boolean {
  const bytes = utf8.encode(around + text + around);
  const margin = utf8.encode(around).length;
  return reader.read(bytes, margin, bytes.length - margin);
}

function expectSameAsPlain(text: string, asOrder: DateOrder): void {
  const reader = new DateReader({ order: asOrder });
  const plain = readPlainly(text, asOrder);
  for (const around of ['', '0', '1/1', '2020']) {
    expect(readInside(reader, text, around), JSON.stringify(text)).to.equal(plain !== null);
    if (plain !== null) {
      expect(reader.time, JSON.stringify(text)).to.equal(plain.time);
      expect(reader.hasTime).to.equal(plain.hasTime);
    }
  }
}

describe('reading dates', () => {
  it('gives what a slow reader made of regular expressions gives', () => {
    fc.assert(fc.property(dateText, order, expectSameAsPlain), { numRuns: 3000 });
  });

  it('refuses and accepts damaged dates as the slow reader does', () => {
    fc.assert(fc.property(damagedDateText, order, expectSameAsPlain), { numRuns: 3000 });
  });

  it('refuses any other text as the slow reader does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), order, expectSameAsPlain));
  });

  it('reads back every time it writes', () => {
    const time = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      noInvalidDate: true,
      max: new Date('9999-12-31T23:59:59.999Z'),
    });
    fc.assert(
      fc.property(time, (date) => {
        const text = date.toISOString();
        expect(read(text)).to.equal(text);
        expect(read(text.slice(0, 10))).to.equal(text.slice(0, 10));
      }),
    );
  });

  it('keeps a calendar date where it is in every zone', () => {
    for (const name of ['Pacific/Auckland', 'America/New_York']) {
      expect(read('2020-06-01', { order: 'mdy', zone: timeZone(name) })).to.equal('2020-06-01');
    }
  });

  it('takes a time without a zone as one of the given zone', () => {
    const options = { order: 'mdy', zone: timeZone('America/New_York') } as const;
    expect(read('2020-06-01T12:00', options)).to.equal('2020-06-01T16:00:00.000Z');
    expect(read('6/1/2020 12:00 PM', options)).to.equal('2020-06-01T16:00:00.000Z');
  });

  it('heeds a zone of its own and not the given one', () => {
    const options = { order: 'mdy', zone: timeZone('America/New_York') } as const;
    expect(read('2020-06-01T12:00Z', options)).to.equal('2020-06-01T12:00:00.000Z');
    expect(read('2020-06-01T12:00+05:45', options)).to.equal('2020-06-01T06:15:00.000Z');
  });

  it('does not read a time that the zone moves out of the years 0001 to 9999', () => {
    expect(read('0001-01-01T00:00', { order: 'mdy', zone: timeZone('Asia/Tokyo') })).to.equal(null);
    expect(read('9999-12-31T23:59', { order: 'mdy', zone: timeZone('America/New_York') })).to.equal(null);
  });

  const unreadable = {
    'a day that no month has': ['2021-02-29', '2020-02-31', '2/31/2020', '2020-04-31'],
    'a year of two digits': ['1/2/20', '20-01-02', '1.2.20'],
    'points and slashes in one date': ['1.2/2020', '1/2.2020'],
    'the year 0000': ['0000-01-01', '1/1/0000'],
    'the hour 24': ['2020-01-01T24:00', '1/1/2020 24:00'],
    'the second 60': ['2016-12-31T23:59:60Z', '12/31/2016 23:59:60'],
    'an hour that a 12-hour clock does not have': ['1/1/2020 13:00 PM', '1/1/2020 0:30 AM'],
    'a time without minutes': ['2020-01-01T10', '1/1/2020 10 AM'],
    'a fraction of no or ten digits': ['2020-01-01T10:00:00.', '2020-01-01T10:00:00.1234567890'],
    'a Unix time': ['1577836800', '1577836800000'],
    'an empty text': ['', '   '],
  };
  for (const [what, texts] of Object.entries(unreadable)) {
    it(`does not read ${what}`, () => {
      for (const text of texts) expect(read(text), text).to.equal(null);
    });
  }

  const forms = {
    '2020-02-29': '2020-02-29',
    '2020-01-02T03:04': '2020-01-02T03:04:00.000Z',
    '2020-01-02 03:04:05': '2020-01-02T03:04:05.000Z',
    '2020-01-02T03:04:05.9': '2020-01-02T03:04:05.900Z',
    '2020-01-02T03:04:05,999999999Z': '2020-01-02T03:04:05.999Z',
    '2020-01-02T03:04:05-0800': '2020-01-02T11:04:05.000Z',
    '2020-01-02T03:04+01': '2020-01-02T02:04:00.000Z',
    ' 1/2/2020 ': '2020-01-02',
    '01/02/2020 3:04': '2020-01-02T03:04:00.000Z',
    '1/2/2020 23:04:05': '2020-01-02T23:04:05.000Z',
    '1/2/2020 12:00 AM': '2020-01-02T00:00:00.000Z',
    '1/2/2020 12:00:01pm': '2020-01-02T12:00:01.000Z',
    '2.1.2020': '2020-01-02',
    '02.01.2020 03:04:05': '2020-01-02T03:04:05.000Z',
    '0001-01-01': '0001-01-01',
    '9999-12-31T23:59:59.999Z': '9999-12-31T23:59:59.999Z',
  };
  for (const [text, expected] of Object.entries(forms)) {
    it(`reads ${text}`, () => {
      expect(read(text)).to.equal(expected);
    });
  }

  it('reads 3/4/2020 in the order it is told', () => {
    expect(read('3/4/2020', { order: 'mdy' })).to.equal('2020-03-04');
    expect(read('3/4/2020', { order: 'dmy' })).to.equal('2020-04-03');
    expect(read('2020-03-04', { order: 'dmy' })).to.equal('2020-03-04');
    expect(read('4.3.2020', { order: 'mdy' })).to.equal('2020-03-04');
  });
});
