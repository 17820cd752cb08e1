import { expect } from 'chai';
import fc from 'fast-check';
import {
  moveAnchor,
  TOP,
  windowAround,
  type ListAnchor,
} from '../../../../src/elements/activity-timeline/list/list-anchor.js';
import { ListHeights } from '../../../../src/elements/activity-timeline/list/list-heights.js';
import { HEADING, ListPlan } from '../../../../src/elements/activity-timeline/list/list-plan.js';

const monthsArbitrary = fc.array(
  fc.record({ rows: fc.integer({ min: 1, max: 40 }), isFolded: fc.boolean() }),
  { minLength: 1, maxLength: 12 },
);
const plans = monthsArbitrary.map(
  (months) =>
    new ListPlan(
      months.map(({ rows, isFolded }, i) => ({
        month: `2020-${String(i + 1).padStart(2, '0')}`,
        rows,
        count: rows,
        isExact: true,
        isFolded,
      })),
    ),
);

/** Heights of which some were measured. */
function measured(plan: ListPlan, sizes: readonly number[]): ListHeights {
  const heights = new ListHeights();
  sizes.forEach((px, entry) => {
    if (entry < plan.entries && px > 0) heights.learn(plan, entry, px);
  });
  return heights;
}

/** Pixels from the top of the list to an anchor. */
function placeOf(plan: ListPlan, heights: ListHeights, { entry, offsetPx }: ListAnchor): number {
  let above = 0;
  for (let i = 0; i < entry; i++) above += heights.heightOf(plan, i);
  return above + offsetPx;
}

const sizes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 400 })), { maxLength: 100 });

describe('plan of a list', () => {
  it('numbers headings and rows without a gap, and finds each by its number', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        let entry = 0;
        plan.months.forEach(({ rows, isFolded }, month) => {
          for (let row = HEADING; row < (isFolded ? 0 : rows); row++, entry++) {
            expect(plan.placeOf(entry)).to.deep.equal({ month, row });
            expect(plan.entryOf({ month, row })).to.equal(entry);
          }
        });
        expect(plan.entries).to.equal(entry);
      }),
    );
  });
});

describe('anchor of a list', () => {
  it('comes back when it is moved there and back, unless the list ended', () => {
    fc.assert(
      fc.property(plans, sizes, fc.nat(500), fc.nat(3000), (plan, px, start, delta) => {
        const heights = measured(plan, px);
        const from = moveAnchor(plan, heights, { entry: 0, offsetPx: 0 }, start);
        const there = moveAnchor(plan, heights, from, delta);
        fc.pre(there.entry < plan.entries - 1);
        const back = moveAnchor(plan, heights, there, -delta);
        // Where fractions are rounded, the end of an entry and the beginning of the next are one place.
        expect(placeOf(plan, heights, back)).to.be.closeTo(placeOf(plan, heights, from), 0.001);
      }),
    );
  });

  it('moves by as many pixels as it is told, counted over the heights in between', () => {
    fc.assert(
      fc.property(plans, sizes, fc.nat(3000), (plan, px, delta) => {
        const heights = measured(plan, px);
        const anchor = moveAnchor(plan, heights, TOP, delta);
        expect(placeOf(plan, heights, anchor)).to.be.closeTo(delta, 0.001);
      }),
    );
  });

  it('stays in the list however far it is moved', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: -1e9, max: 1e9 }), (plan, delta) => {
        const { entry, offsetPx } = moveAnchor(plan, measured(plan, []), { entry: 1, offsetPx: 5 }, delta);
        expect(entry).to.be.within(0, plan.entries - 1);
        expect(offsetPx).to.be.at.least(0);
      }),
    );
  });

  it('has a window around it that fills the view and its margins, as far as the list goes', () => {
    fc.assert(
      fc.property(plans, sizes, fc.nat(2000), (plan, px, start) => {
        const heights = measured(plan, px);
        const anchor = moveAnchor(plan, heights, { entry: 0, offsetPx: 0 }, start);
        const { first, end } = windowAround(plan, heights, anchor, { viewPx: 300, marginPx: 100 });
        expect(first).to.be.at.most(anchor.entry);
        expect(end).to.be.within(anchor.entry + 1, plan.entries);
        let above = anchor.offsetPx;
        for (let i = first; i < anchor.entry; i++) above += heights.heightOf(plan, i);
        if (first > 0) expect(above).to.be.at.least(100 - 0.001);
        let below = -anchor.offsetPx;
        for (let i = anchor.entry; i < end; i++) below += heights.heightOf(plan, i);
        if (end < plan.entries) expect(below).to.be.at.least(400 - 0.001);
      }),
    );
  });
});

describe('heights of a list', () => {
  it('give back what was measured, and the average where nothing was', () => {
    const plan = new ListPlan([{ month: '2020-12', rows: 3, count: 3, isExact: true, isFolded: false }]);
    const heights = measured(plan, [40, 60, 90]);
    expect([0, 1, 2, 3].map((entry) => heights.heightOf(plan, entry))).to.deep.equal([40, 60, 90, 75]);
    heights.learn(plan, 1, 80);
    expect(heights.rowPx).to.equal(85);
    heights.forgetRows();
    expect(heights.heightOf(plan, 1)).to.equal(85);
  });

  it('estimate a place and find it again', () => {
    fc.assert(
      fc.property(plans, sizes, fc.nat(), (plan, px, seed) => {
        const heights = measured(plan, px);
        const entry = seed % plan.entries;
        expect(heights.entryAtEstimate(plan, heights.estimateAbove(plan, entry) + 0.001)).to.equal(entry);
      }),
    );
  });
});
