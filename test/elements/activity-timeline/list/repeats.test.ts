import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf } from '../../../../src/adapters/shared/activity-time.js';
import { HEADING, ListPlan } from '../../../../src/elements/activity-timeline/list/list-plan.js';
import {
  MOST_REPEATED,
  repeatsIn,
  type Repeat,
} from '../../../../src/elements/activity-timeline/list/repeats.js';
import type { Activity } from '../../../../src/model/activity.js';
import { timeZone } from '../../../../src/model/time-zone.js';
import { activity } from '../../support/activities.js';

const NONE: ReadonlySet<string> = new Set();
const utc = timeZone('UTC');

/** Rows of a month, some not read, that differ in as little as possible. */
const rowsArbitrary = fc.array(
  fc.option(
    fc.record({
      title: fc.constantFrom('Page viewed', 'Mail opened'),
      type: fc.constantFrom('Visit', 'Mail'),
      timestamp: fc.constantFrom(
        '2020-12-24',
        '2020-12-24T00:30:00.000Z',
        '2020-12-24T23:30:00.000Z',
        '2020-12-23',
      ),
    }),
    { nil: undefined, freq: 6 },
  ),
  { maxLength: 30 },
);
const monthsArbitrary = fc.array(
  fc.record({ rows: rowsArbitrary, more: fc.nat(3), isFolded: fc.boolean(), opened: fc.nat(40) }),
  { minLength: 1, maxLength: 5 },
);

function monthOf(rows: readonly (Activity | undefined)[], more: number, open = NONE): readonly Repeat[] {
  return repeatsIn(rows, rows.length + more, { zone: utc, open });
}

const plans = monthsArbitrary.map(
  (months) =>
    new ListPlan(
      months.map(({ rows, more, isFolded, opened }, i) => {
        const activities = rows.map((row) => row && activity(row));
        const open = activities[opened];
        const count = rows.length + more;
        return {
          month: `2020-${String(i + 1).padStart(2, '0')}`,
          rows: count,
          count,
          isExact: true,
          isFolded,
          repeats: monthOf(activities, more, open && new Set([open.activityId])),
        };
      }),
    ),
);

describe('repeats', () => {
  it('are all rows that follow each other with the same type, title and day, and no others', () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.nat(3),
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo'),
        (given, more, zone) => {
          const rows = given.map((row) => row && activity(row));
          const keys = rows.map((row, i) =>
            row ? `${row.type}/${row.title}/${dayOf(row.timestamp, timeZone(zone))}` : `not read ${i}`,
          );
          const repeats = repeatsIn(rows, rows.length + more, { zone: timeZone(zone), open: NONE });
          const together = rows.map((_, i) =>
            repeats.findIndex(({ row, rows: count }) => i >= row && i < row + count),
          );
          for (let i = 1; i < rows.length; i++) {
            expect(together[i] >= 0 && together[i] === together[i - 1]).to.equal(keys[i] === keys[i - 1]);
          }
          for (const { row, rows: count, isExact } of repeats) {
            const isKnown = (at: number): boolean =>
              at < 0 || at >= rows.length + more || rows[at] !== undefined;
            expect(count).to.be.at.least(2);
            expect(isExact).to.equal(isKnown(row - 1) && isKnown(row + count));
          }
        },
      ),
    );
  });

  it('are opened by any of their activities, and by no other', () => {
    const rows = [1, 2, 3].map(() => activity({ title: 'Page viewed' }));
    for (const { activityId } of rows) {
      expect(monthOf(rows, 0, new Set([activityId]))[0].isOpen).to.equal(true);
    }
    expect(monthOf(rows, 0, new Set(['another']))[0].isOpen).to.equal(false);
  });

  it('are cut at fixed places when they are long, so that their parts stay while more is read', () => {
    const rows = Array.from({ length: 2 * MOST_REPEATED + 10 }, () => activity({ title: 'Page viewed' }));
    const whole = monthOf(rows, 0);
    expect(whole.map(({ row, rows: count }) => [row, count])).to.deep.equal([
      [0, MOST_REPEATED],
      [MOST_REPEATED, MOST_REPEATED],
      [2 * MOST_REPEATED, 10],
    ]);
    const later = rows.map((row, i) => (i < 700 ? undefined : row));
    expect(monthOf(later, 0).slice(1)).to.deep.equal(whole.slice(1));
  });

  it('leave rows alone whose date cannot be read', () => {
    const rows = [1, 2].map(() => activity({ title: 'Page viewed', timestamp: 'soon' }));
    expect(monthOf(rows, 0)).to.deep.equal([]);
  });
});

describe('plan of a list with repeats', () => {
  it('has each row once and in order, those included that a collapsed one stands for', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        let entry = 0;
        plan.months.forEach(({ rows, isFolded, repeats = [] }, month) => {
          expect(plan.placeOf(entry)).to.deep.equal({ month, row: HEADING });
          expect(plan.entryOf({ month, row: HEADING })).to.equal(entry);
          entry++;
          for (let row = 0; row < (isFolded ? 0 : rows);) {
            const place = { month, row };
            const repeat = plan.repeatAt(place);
            expect(repeat).to.equal(repeats.find((other) => other.row === row));
            expect(plan.placeOf(entry)).to.deep.equal(place);
            const stands = repeat?.isOpen === false ? repeat.rows : 1;
            for (let same = row; same < row + stands; same++) {
              expect(plan.entryOf({ month, row: same }), `row ${same}`).to.equal(entry);
            }
            entry++;
            row += stands;
          }
        });
        expect(plan.entries).to.equal(entry);
        expect(plan.rows).to.equal(plan.months.reduce((sum, { rows }) => sum + rows, 0));
      }),
    );
  });
});
