import { expect } from 'chai';
import fc from 'fast-check';
import { ActivityFacet, packFacet } from '../../../src/engine/store/activity-facet.js';
import { DAY_MS, END_TIME, MIN_TIME, monthOfDays } from '../../../src/model/calendar.js';
import { TimeZone } from '../../../src/model/time-zone.js';

const HOUR_MS = 3_600_000;

/** Whole hours, quarters, both ends of the world, a skipped day, a repeated one, and local mean times. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Etc/GMT+12',
  'America/St_Johns',
  'Asia/Manila',
  'Africa/Monrovia',
].map((name) => new TimeZone(name));

/** Times near the ends of months, where zones disagree, and others. */
const anyTime = fc.oneof(
  fc
    .record({
      month: fc.integer({ min: 0, max: 700 }),
      off: fc.integer({ min: -20 * HOUR_MS, max: 20 * HOUR_MS }),
    })
    .map(({ month, off }) => Date.UTC(1969, month, 1) + off),
  fc
    .record({
      month: fc.integer({ min: 0, max: 2400 }),
      quarter: fc.integer({ min: -70, max: 70 }),
    })
    .map(({ month, quarter }) => Date.UTC(1830, month, 1) + quarter * 900_000),
  // In St John's the clocks showed the last hour of this October again after the first minute of November.
  fc.integer({ min: Date.UTC(2009, 10, 1, 1), max: Date.UTC(2009, 10, 1, 5) }),
  fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2021, 0) }),
  fc.integer({ min: MIN_TIME + DAY_MS, max: END_TIME - 400 * DAY_MS }),
);

const anyRows = fc.array(fc.record({ time: anyTime, hasTime: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

function facetOf(rows: readonly { time: number; hasTime: boolean }[]): {
  facet: ActivityFacet;
  stored: { time: number; hasTime: boolean }[];
} {
  const stored = rows
    .map(({ time, hasTime }) => ({ time: hasTime ? time : Math.floor(time / DAY_MS) * DAY_MS, hasTime }))
    .sort((a, b) => b.time - a.time);
  const before = { time: 7, hasTime: true };
  const all = [before, ...stored, before];
  const buffer = packFacet({
    contacts: null,
    times: Float64Array.from(all, ({ time }) => time),
    hasTimes: Uint8Array.from(all, ({ hasTime }) => (hasTime ? 1 : 0)),
    start: 1,
    end: 1 + stored.length,
  });
  return { facet: new ActivityFacet(buffer), stored };
}

function tally(months: Iterable<number>): [number, number][] {
  const counts = new Map<number, number>();
  for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

describe('activity facet', () => {
  it('counts by month as a look at every row would, in any zone, or says that it cannot', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...ZONES), (rows, zone) => {
        const { facet, stored } = facetOf(rows);
        const counts = facet.timesByMonth((time) => zone.monthAround(time));
        const timed = stored.filter(({ hasTime }) => hasTime);
        if (counts === null) {
          // Local mean times end a month beside the quarters of an hour, and clocks may show its last one twice.
          const ends = timed.flatMap(({ time }) => [zone.monthAround(time).from, zone.monthAround(time).to]);
          expect(ends.some((end) => end % 900_000 !== 0)).to.equal(true);
        } else {
          const sorted = [...counts].sort(([a], [b]) => a - b);
          expect(sorted).to.deep.equal(tally(timed.map(({ time }) => zone.monthKey(time))));
        }
        const days = stored.filter(({ hasTime }) => !hasTime);
        const found = [...facet.months].flatMap((month, i) =>
          Array.from({ length: facet.monthRows[i] }, () => month),
        );
        expect(tally(found)).to.deep.equal(tally(days.map(({ time }) => monthOfDays(time / DAY_MS))));
      }),
      { numRuns: 400 },
    );
  });

  it('knows the newest and the oldest row', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { facet, stored } = facetOf(rows);
        expect(facet.newest).to.deep.equal(stored[0]);
        const oldest = Math.min(...stored.map(({ time }) => time));
        expect(facet.oldest).to.deep.equal(stored.find(({ time }) => time === oldest));
      }),
    );
  });

  it('says that it cannot count where a month ends between two quarters of an hour', () => {
    // Monrovia was 44 minutes and 30 seconds behind UTC until 1972.
    const { facet } = facetOf([{ time: Date.UTC(1970, 4, 1, 0, 44), hasTime: true }]);
    expect(facet.timesByMonth((time) => new TimeZone('Africa/Monrovia').monthAround(time))).to.equal(null);
    expect(facet.timesByMonth((time) => new TimeZone('UTC').monthAround(time))?.size).to.equal(1);
  });

  it('stays small however many rows there are', () => {
    const rows = 200_000;
    const times = Float64Array.from({ length: rows }, (_, i) => Date.UTC(2024, 0) - i * 780_000);
    const buffer = packFacet({
      times,
      hasTimes: new Uint8Array(rows).fill(1),
      start: 0,
      end: rows,
      contacts: null,
    });
    expect(buffer.byteLength).to.be.below(70_000);
  });
});
