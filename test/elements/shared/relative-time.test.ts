import { expect } from 'chai';
import fc from 'fast-check';
import { relativeDay, relativeTime } from '../../../src/elements/shared/relative-time.js';
import { timeZone } from '../../../src/model/time-zone.js';

const DAY_MS = 86_400_000;
/** A moment that is Wednesday in New York and Thursday in Tokyo. */
const now = Date.parse('2020-12-23T20:00:00.000Z');
const told = (timestamp: string, zone = 'UTC', locale = 'en'): string =>
  relativeTime(timestamp, { now, zone: timeZone(zone), locale });

describe('relative time', () => {
  it('tells instants of less than a day by their length, before and after', () => {
    for (const [seconds, text] of [
      [0, 'now'],
      [59, 'now'],
      [60, '1 minute ago'],
      [3599, '59 minutes ago'],
      [3600, '1 hour ago'],
      [86_399, '23 hours ago'],
      [-30, 'now'],
      [-90, 'in 1 minute'],
      [-7200, 'in 2 hours'],
    ] as const) {
      expect(told(new Date(now - seconds * 1000).toISOString()), String(seconds)).to.equal(text);
    }
  });

  it('tells all others in calendar days of the zone, and in whole weeks, months and years', () => {
    for (const [timestamp, text] of [
      ['2020-12-22T19:00:00.000Z', 'yesterday'],
      ['2020-12-21T23:59:00.000Z', '2 days ago'],
      ['2020-12-23', 'today'],
      ['2020-12-22', 'yesterday'],
      ['2020-12-24', 'tomorrow'],
      ['2020-12-17', '6 days ago'],
      ['2020-12-16', '1 week ago'],
      ['2020-11-24', '4 weeks ago'],
      ['2020-11-23', '1 month ago'],
      ['2019-12-24', '11 months ago'],
      ['2019-12-23', '1 year ago'],
      ['2021-01-22', 'in 4 weeks'],
      ['2021-01-23', 'in 1 month'],
      ['2022-12-22', 'in 1 year'],
      ['0001-01-01', '2,019 years ago'],
      ['9999-12-31', 'in 7,979 years'],
    ] as const) {
      expect(told(timestamp), timestamp).to.equal(text);
    }
  });

  it('counts the days of calendar dates where the reader is', () => {
    expect(told('2020-12-23', 'America/New_York')).to.equal('today');
    expect(told('2020-12-23', 'Asia/Tokyo')).to.equal('yesterday');
    expect(
      relativeDay('2020-12-23T04:00:00.000Z', { now, zone: timeZone('America/New_York'), locale: 'en' }),
    ).to.equal('yesterday');
  });

  it('speaks the language of the reader', () => {
    expect(told('2020-12-22', 'UTC', 'de')).to.equal('gestern');
    expect(told('2020-12-20', 'UTC', 'ja')).to.equal('3 日前');
  });

  it('never tells an older calendar date as the nearer one', () => {
    const length = (text: string): number => {
      const units = ['day', 'week', 'month', 'year'];
      const words: Record<string, number> = { today: 0, yesterday: 1 };
      const count = Number(/[\d,]+/.exec(text)?.[0].replace(',', ''));
      const unit = units.findIndex((name) => text.includes(name));
      return words[text] ?? 10_000 * unit + count;
    };
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(800), fc.nat(1000), (today, age, more) => {
        const at = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);
        const to = { now: today * DAY_MS, zone: timeZone('UTC'), locale: 'en' };
        const [near, far] = [age, age + more].map((days) => length(relativeTime(at(today - days), to)));
        expect(near).to.be.at.most(far);
      }),
    );
  });
});
