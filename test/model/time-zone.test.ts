import { expect } from 'chai';
import fc from 'fast-check';
import { AdapterError } from '../../src/model/errors.js';
import { TimeZone, timeZone } from '../../src/model/time-zone.js';
import { wallClock } from './support/wall-clock.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Zones with what clocks do elsewhere nowhere: half an hour of summer time, odd offsets, days that are skipped. */
const names = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Amsterdam',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const anyName = fc.constantFrom(...names);
const instant = fc.integer({ min: Date.UTC(1890, 0, 1), max: Date.UTC(2100, 0, 1) });

const changes = findChanges();

/** Instants around the changes of clocks, where faults are, and anywhere else. */
const zoneAndInstant = fc.oneof(
  fc.tuple(anyName, instant),
  fc
    .tuple(fc.nat(changes.length - 1), fc.integer({ min: -30 * HOUR_MS, max: 30 * HOUR_MS }))
    .map(([i, shift]): [string, number] => [changes[i][0], changes[i][1] + shift]),
);

/** An instant within a day of every change of clocks that each zone had in some years full of them. */
function findChanges(): [string, number][] {
  return names.flatMap((name) => {
    const list: [string, number][] = [];
    for (const year of [1911, 1918, 1987, 2006, 2011, 2024]) {
      const end = Date.UTC(year + 1, 0, 1);
      for (let time = Date.UTC(year, 0, 1); time < end; time += 2 * DAY_MS) {
        const next = time + 2 * DAY_MS;
        if (wallClock(name, next) - next !== wallClock(name, time) - time) list.push([name, time + DAY_MS]);
      }
    }
    return list;
  });
}

/** The instants within 30 hours at which the clocks show a local time, first to last. */
function instantsOf(name: string, localMs: number): number[] {
  const offsets = new Set<number>();
  for (let hour = -30; hour <= 30; hour++) {
    const time = localMs + hour * HOUR_MS;
    offsets.add(wallClock(name, time) - time);
  }
  return [...offsets]
    .map((offset) => localMs - offset)
    .filter((time) => wallClock(name, time) === localMs)
    .sort((a, b) => a - b);
}

function localDay(name: string, utcMs: number): string {
  return new Date(wallClock(name, utcMs)).toISOString().slice(0, 10);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

describe('a time zone', () => {
  it('refuses a name that does not exist and says what to do', () => {
    for (const name of ['Mars/Base', '', 'GMT+25', '__proto__']) {
      let error: unknown;
      try {
        timeZone(name);
      } catch (thrown) {
        error = thrown;
      }
      expect(error, name).to.be.instanceOf(AdapterError);
      expect(error).to.include({ code: 'query-invalid' });
      expect(error).to.have.property('message').that.contains(`"${name}"`).and.contains('Europe/Berlin');
    }
  });

  it('has the offset that the browser writes, at any instant from 1890 to 2100', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, time]) => {
        expect(timeZone(name).offsetAt(time), `${name} ${iso(time)}`).to.equal(wallClock(name, time) - time);
      }),
      { numRuns: 1500 },
    );
  });

  it('has the same offset on a second asking, whatever was asked in between', () => {
    fc.assert(
      fc.property(zoneAndInstant, fc.integer({ min: -4, max: 4 }), ([name, time], cycles) => {
        const zone = new TimeZone(name);
        const before = zone.offsetAt(time);
        zone.offsetAt(time + cycles * 16_384 * DAY_MS);
        expect(zone.offsetAt(time)).to.equal(before);
      }),
      { numRuns: 200 },
    );
  });

  it('knows times that were kept by the sun, to the second', () => {
    const time = Date.UTC(1800, 0, 1);
    const offset = timeZone('America/New_York').offsetAt(time);
    expect(offset).to.equal(wallClock('America/New_York', time) - time);
    expect(offset % 60_000).not.to.equal(0);
  });

  it('works in the first and the last year', () => {
    for (const name of names) {
      const zone = timeZone(name);
      for (const time of [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')]) {
        expect(Math.abs(zone.offsetAt(time)), name).to.be.at.most(DAY_MS);
        expect(zone.toUtc(time + zone.offsetAt(time)), name).to.equal(time);
      }
    }
  });

  it('finds the first instant at which the clocks show a local time', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, localMs]) => {
        const [first] = instantsOf(name, localMs);
        fc.pre(first !== undefined);
        expect(timeZone(name).toUtc(localMs), `${name} ${iso(localMs)}`).to.equal(first);
      }),
      { numRuns: 500 },
    );
  });

  it('has a span around each instant that lies in its month, and is all of it where clocks show no hour twice', () => {
    const twice = fc
      .integer({ min: Date.UTC(2009, 10, 1), max: Date.UTC(2009, 10, 1, 6) })
      .map((time): [string, number] => ['America/St_Johns', time]);
    fc.assert(
      fc.property(
        fc.oneof(zoneAndInstant, twice),
        fc.integer({ min: 0, max: 3 * HOUR_MS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([name, time], near, share) => {
          const zone = timeZone(name);
          const { month, from, to } = zone.monthAround(time);
          expect(time >= from && time < to).to.equal(true);
          const inside = [
            from,
            Math.min(from + near, to - 1),
            Math.floor(from + (to - 1 - from) * share),
            to - 1,
          ];
          for (const at of [time, ...inside]) expect(zone.monthKey(at), `${name} ${iso(at)}`).to.equal(month);
        },
      ),
      { numRuns: 1500 },
    );
    const before = timeZone('America/St_Johns').monthAround(Date.parse('2009-11-01T02:30:30Z'));
    const after = timeZone('America/St_Johns').monthAround(Date.parse('2009-11-20T00:00:00Z'));
    expect(before.month).to.equal(after.month);
    expect(iso(after.from)).to.equal('2009-11-01T03:30:00.000Z');
    // New York's clocks went back that day too, an hour behind midnight.
    const plain = timeZone('America/New_York').monthAround(Date.parse('2009-11-20T00:00:00Z'));
    expect(iso(plain.from)).to.equal('2009-11-01T04:00:00.000Z');
  });

  it('moves a local time that the clocks skip forward by as much as they skip', () => {
    const skipped = changes.flatMap(([name, near]) => {
      const quarters = Array.from({ length: 30 * 8 }, (_, i) => near + (i - 30 * 4) * (HOUR_MS / 4));
      const local = quarters.find((time) => instantsOf(name, time).length === 0);
      return local === undefined ? [] : [[name, local] as const];
    });
    expect(skipped).to.have.length.above(10);
    for (const [name, localMs] of skipped) {
      const utc = timeZone(name).toUtc(localMs);
      const offsetBefore = localMs - utc;
      const offsetAfter = wallClock(name, utc) - utc;
      expect(offsetAfter, name).to.be.above(offsetBefore);
      expect(wallClock(name, localMs - DAY_MS - offsetBefore), name).to.equal(localMs - DAY_MS);
    }
  }).timeout(60_000);

  it('starts a day at the first instant of that local day', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, time]) => {
        const day = localDay(name, time);
        const start = timeZone(name).startOfDay(day);
        expect(localDay(name, start), `${name} ${day}`).to.equal(day);
        expect(start).to.be.at.most(time);
        expect(localDay(name, start - 1)).not.to.equal(day);
        // Nor does any instant of the day before belong to it, as it would where midnight comes twice.
        for (let earlier = start - 60_000; earlier > start - 3 * HOUR_MS; earlier -= 60_000) {
          expect(localDay(name, earlier)).not.to.equal(day);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('starts a day that has no midnight where the clocks jump over it', () => {
    expect(iso(timeZone('America/Sao_Paulo').startOfDay('2018-11-04'))).to.equal('2018-11-04T03:00:00.000Z');
    expect(iso(timeZone('America/Toronto').startOfDay('1919-03-31'))).to.equal('1919-03-31T04:30:00.000Z');
  });

  it('starts a day that was left out with the next one', () => {
    const zone = timeZone('Pacific/Apia');
    expect(zone.startOfDay('2011-12-30')).to.equal(zone.startOfDay('2011-12-31'));
    expect(iso(zone.startOfDay('2011-12-31'))).to.equal('2011-12-30T10:00:00.000Z');
  });

  it('refuses to start what is not a day', () => {
    const zone = timeZone('UTC');
    expect(() => zone.startOfDay('2020-02-30')).to.throw(AdapterError, '"2020-02-30" is not a day');
  });

  it('puts an instant into its local month, and starts the month where its first instant is', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, time]) => {
        const zone = timeZone(name);
        const local = new Date(wallClock(name, time));
        const key = 12 * local.getUTCFullYear() + local.getUTCMonth();
        expect(zone.monthKey(time)).to.equal(key);
        const start = zone.startOfMonth(key);
        expect(zone.monthKey(start)).to.equal(key);
        expect(zone.monthKey(start - 1)).to.equal(key - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('treats all names of UTC alike', () => {
    for (const name of ['UTC', 'utc', 'Etc/UTC', 'Etc/GMT', 'GMT']) {
      expect(timeZone(name).isUtc, name).to.equal(true);
      expect(timeZone(name).toUtc(5)).to.equal(5);
    }
    expect(timeZone('Europe/London').isUtc).to.equal(false);
  });

  it('is shared by all who ask for it, and forgotten after many others', () => {
    const zone = timeZone('Asia/Kathmandu');
    expect(timeZone('Asia/Kathmandu')).to.equal(zone);
    for (const name of Intl.supportedValuesOf('timeZone').slice(0, 17)) timeZone(name);
    expect(timeZone('Asia/Kathmandu')).not.to.equal(zone);
  });
});
