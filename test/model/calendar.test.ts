import { expect } from 'chai';
import fc from 'fast-check';
import { daysFromDate, isCalendarDate, monthOfDays } from '../../src/model/calendar.js';
import { formatTimestamp, parseDay } from '../../src/model/dates.js';

const DAY_MS = 86_400_000;
const firstDay = Date.parse('0001-01-01') / DAY_MS;
const lastDay = Date.parse('9999-12-31') / DAY_MS;
const anyDay = fc.integer({ min: firstDay, max: lastDay });

function hasDay29(month: Date): boolean {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 29)).getUTCDate() === 29;
}

describe('the calendar', () => {
  it('agrees with the browser on every day of six centuries', () => {
    for (let day = Date.parse('1600-01-01') / DAY_MS; day * DAY_MS < Date.parse('2200-01-01'); day++) {
      const date = new Date(day * DAY_MS);
      const month = date.getUTCMonth();
      const isSame =
        daysFromDate(date.getUTCFullYear(), month + 1, date.getUTCDate()) === day &&
        monthOfDays(day) === 12 * date.getUTCFullYear() + month &&
        isCalendarDate(date.getUTCFullYear(), month + 1, 29) === hasDay29(date);
      if (!isSame) expect.fail(date.toISOString());
    }
  });

  it('agrees with the browser on any day of the years 0001 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS);
        expect(daysFromDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).to.equal(day);
        expect(monthOfDays(day)).to.equal(12 * date.getUTCFullYear() + date.getUTCMonth());
      }),
    );
  });

  it('has exactly the days that the browser has', () => {
    const number = fc.integer({ min: -1, max: 33 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number, number, (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
        expect(isCalendarDate(year, month, day)).to.equal(isSame);
      }),
    );
    expect(isCalendarDate(0, 1, 1)).to.equal(false);
    expect(isCalendarDate(10_000, 1, 1)).to.equal(false);
  });
});

describe('the text of a timestamp', () => {
  it('is a plain day for a date and ISO 8601 in UTC for a time, with four digits for the year', () => {
    const time = Date.parse('0001-02-03T00:00:00.000Z');
    expect(formatTimestamp(time, false)).to.equal('0001-02-03');
    expect(formatTimestamp(time, true)).to.equal('0001-02-03T00:00:00.000Z');
  });

  it('sorts as the times do', () => {
    const time = fc.integer({ min: firstDay * DAY_MS, max: lastDay * DAY_MS });
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(formatTimestamp(a, true) < formatTimestamp(b, true)).to.equal(a < b);
      }),
    );
  });
});

describe('parsing a day', () => {
  it('reads back every day that is written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatTimestamp(day * DAY_MS, false))).to.equal(day * DAY_MS);
      }),
    );
  });

  it('refuses what is not a day of the calendar', () => {
    for (const text of [
      '',
      '2020-2-3',
      '2020-02-30',
      '0000-01-01',
      '2020-02-03T00:00',
      ' 2020-02-03',
      '20200203',
    ]) {
      expect(parseDay(text), text).to.equal(null);
    }
  });
});
