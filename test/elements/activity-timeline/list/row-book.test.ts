import { expect } from 'chai';
import fc from 'fast-check';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import { windowAround } from '../../../../src/elements/activity-timeline/list/list-anchor.js';
import { nextRead } from '../../../../src/elements/activity-timeline/list/next-read.js';
import { ListHeights } from '../../../../src/elements/activity-timeline/list/list-heights.js';
import type { RepeatOptions } from '../../../../src/elements/activity-timeline/list/repeats.js';
import { addRun, EMPTY_BOOK, trimBook } from '../../../../src/elements/activity-timeline/list/row-book.js';
import { planMonths } from '../../../../src/elements/activity-timeline/timeline-months.js';
import {
  askFirst,
  askRead,
  takeRead,
  type Question,
} from '../../../../src/elements/activity-timeline/timeline-question.js';
import {
  finishLoad,
  finishRead,
  type ReadyState,
} from '../../../../src/elements/activity-timeline/timeline-state.js';
import type { Activity, ActivityOrder } from '../../../../src/model/activity.js';
import { timeZone } from '../../../../src/model/time-zone.js';
import { activity, CUSTOMER, daily } from '../../support/activities.js';

const signal = new AbortController().signal;

/** Dates and instants around the edges of a few months, many of them equal. */
const timestamps = fc.oneof(
  fc
    .integer({ min: 0, max: 130 })
    .map((day) => new Date(Date.UTC(2020, 8, 1 + day)).toISOString().slice(0, 10)),
  fc.integer({ min: 0, max: 130 * 24 }).map((hour) => new Date(Date.UTC(2020, 8, 1, hour)).toISOString()),
);

/** Goes to places of the list as a reader would, and has read what is missing there. */
async function visit(
  question: Question,
  state: ReadyState,
  start: number,
  canSkip: boolean,
  collapse: RepeatOptions | null = null,
): Promise<ReadyState> {
  const heights = new ListHeights();
  for (let reads = 0; ; reads++) {
    const plan = planMonths(state, question.order, new Set(), collapse);
    if (plan.entries === 0) return state;
    const anchor = { entry: start % plan.entries, offsetPx: 0 };
    const window = windowAround(plan, heights, anchor, { viewPx: 300, marginPx: 100 });
    // The list reads ahead of what it shows; one entry on each side is the least that tells where a repeat ends.
    const ahead = { first: Math.max(0, window.first - 1), end: Math.min(plan.entries, window.end + 1) };
    const read = nextRead(state.book, plan, ahead, anchor, { pageSize: question.pageSize, canSkip });
    if (read === null) {
      // Numbers of what collapsed are exact where they are shown.
      for (let entry = window.first; entry < window.end; entry++) {
        expect(plan.repeatAt(plan.placeOf(entry))?.isExact).not.to.equal(false);
      }
      return state;
    }
    if (reads > 200) throw new Error('It would be read for ever.');
    state = finishRead(state, read, takeRead(question, state, read, await askRead(question, read, signal)));
  }
}

describe('rows that are read where they are needed', () => {
  it('are those of the whole list at their places, wherever a reader goes', async () => {
    const cases = fc.record({
      times: fc.array(timestamps, { minLength: 1, maxLength: 120 }),
      zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo'),
      order: fc.constantFrom<ActivityOrder[]>('newest', 'oldest'),
      pageSize: fc.integer({ min: 1, max: 30 }),
      places: fc.array(fc.nat(300), { minLength: 1, maxLength: 4 }),
      canSkip: fc.boolean(),
      collapses: fc.boolean(),
    });
    // An evening of the month before in New York comes behind a date of the month itself.
    const alternating = (order: ActivityOrder) => ({
      ...{ times: ['2020-09-01', '2020-09-01T01:00:00.000Z'], zone: 'America/New_York', order },
      ...{ pageSize: 1, places: [0, 3], canSkip: false, collapses: false },
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ times, zone, order, pageSize, places, canSkip, collapses }) => {
        const title = collapses ? 'Page viewed' : undefined;
        const activities = times.map((timestamp) => activity({ timestamp, ...(title && { title }) }));
        const collapse = collapses ? { zone: timeZone(zone), open: new Set<string>() } : null;
        const adapter = createMemoryAdapter({ activities });
        const question: Question = {
          adapter,
          customerId: CUSTOMER,
          filter: {},
          order,
          timeZone: zone,
          pageSize,
          timeLimit: 0,
        };
        const whole = await adapter.getPage({ customerId: CUSTOMER, timeZone: zone, order, limit: 1000 });
        const truth = addRun(EMPTY_BOOK, whole, { before: new Map() }, timeZone(zone)).book;

        let state = finishLoad(await askFirst(question, { signal }));
        for (const place of places) state = await visit(question, state, place, canSkip, collapse);

        expect(state.shortfalls.size).to.equal(0);
        for (const [month, rows] of state.book.months) {
          rows.forEach((row, i) => {
            if (row) expect(row.activityId).to.equal(truth.months.get(month)?.[i]?.activityId);
          });
        }
      }),
      { examples: [[alternating('newest')], [alternating('oldest')]] },
    );
  });

  it('end where the rows end when more were counted than there are', async () => {
    const adapter = createMemoryAdapter({ activities: daily(45) });
    const counts = await adapter.getSummary({
      customerId: CUSTOMER,
      timeZone: 'UTC',
      order: 'newest',
      limit: 1,
    });
    const months = counts.months.map((month) => ({ ...month, count: month.count + 7 }));
    const downwards = Array.from({ length: 12 }, (_, i) => i * 5);
    const boastful = { ...adapter, getSummary: () => Promise.resolve({ ...counts, total: 59, months }) };
    for (const canSkip of [true, false]) {
      const question: Question = {
        adapter: boastful,
        customerId: CUSTOMER,
        filter: {},
        order: 'newest',
        timeZone: 'UTC',
        pageSize: 10,
        timeLimit: 0,
      };
      let state = finishLoad(await askFirst(question, { signal }));
      for (const place of [0, 30, 36, 50, 60, 0, ...downwards])
        state = await visit(question, state, place, canSkip);
      expect(planMonths(state, 'newest', new Set()).rows).to.equal(45);
      expect(state.isOutdated).to.equal(true);
    }
  });

  it('are let go of when there are too many, the farthest months first', () => {
    const rows: Activity[] = daily(300);
    const { book } = addRun(EMPTY_BOOK, { items: rows }, { before: new Map() }, timeZone('UTC'));
    expect(trimBook(book, '2020-12', [], 300)).to.equal(book);
    const trimmed = trimBook(book, '2020-12', [], 200);
    expect([...trimmed.months.keys()]).to.deep.equal(['2020-12', '2020-11', '2020-10']);
    expect(trimmed.loaded).to.equal(92);
    const shown = trimBook(book, '2020-12', ['2020-12', '2020-07'], 200);
    expect([...shown.months.keys()]).to.deep.equal(['2020-12', '2020-11', '2020-10', '2020-07']);
  });
});
