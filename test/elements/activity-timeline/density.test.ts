import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  planDensity,
  stepsOf,
  typePaths,
  withSteps,
} from '../../../src/elements/activity-timeline/density/density-plan.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { viewTypes } from '../../../src/elements/shared/type-view.js';
import type { ActivitySummary } from '../../../src/model/activity.js';
import { daily } from '../support/activities.js';
import { shadowOf } from '../support/by-role.js';
import { hasRealKeys } from '../support/real-keys.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  items,
  itemTexts,
  loaded,
  monthTexts,
  mount,
  next,
  show,
  unmountAll,
  until,
} from '../support/timeline.js';

/** Counts of a few types in some of the months around the year 2000. */
const summaries = fc
  .uniqueArray(fc.record({ number: fc.integer({ min: 23_900, max: 24_100 }), a: fc.nat(9), b: fc.nat(9) }), {
    selector: ({ number }) => number,
    minLength: 3,
    maxLength: 30,
  })
  .map((months): ActivitySummary => {
    const rows = months.map(({ number, a, b }) => ({
      month: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`,
      count: a + b + 1,
      types: { A: a + 1, B: b },
    }));
    return {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      exact: true,
      types: ['A', 'B'].map((type) => ({ type, count: 0, sourceTables: [] })),
      months: rows,
    };
  });

const sliders = (timeline: ActivityTimeline): HTMLInputElement[] => [
  ...shadowOf(timeline).querySelectorAll<HTMLInputElement>('input[type="range"]'),
];

describe('plan of the picture of months', () => {
  it('counts each activity once, without a gap between the first month and the last', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const steps = planDensity(summary)?.steps ?? [];
        expect(steps.reduce((sum, { count }) => sum + count, 0)).to.equal(summary.total);
        for (const { types, count } of steps) {
          expect([...types.values()].reduce((sum, rows) => sum + rows, 0)).to.equal(count);
        }
        const names = summary.months.map(({ month }) => month).sort();
        expect([steps[0].first, steps.at(-1)?.last]).to.deep.equal([names[0], names.at(-1)]);
      }),
    );
  });

  it('gives back the range that its filter stands for', () => {
    fc.assert(
      fc.property(summaries, fc.nat(), fc.nat(), (summary, one, other) => {
        const plan = planDensity(summary);
        if (plan === null) throw new Error('There are months enough.');
        const [start, end] = [one % plan.steps.length, other % plan.steps.length].sort((a, b) => a - b);
        const filter = withSteps({ icons: ['A'] }, plan, start, end);
        expect(stepsOf(plan, filter)).to.deep.equal({ start, end });
        expect(filter.icons).to.deep.equal(['A']);
      }),
    );
  });

  it('leaves the day of an end that is not moved', () => {
    fc.assert(
      fc.property(summaries, fc.nat(), fc.nat(27), (summary, one, day) => {
        const plan = planDensity(summary);
        if (plan === null) throw new Error('There are months enough.');
        const step = one % plan.steps.length;
        const within = `${plan.steps[step].first}-${String(day + 1).padStart(2, '0')}`;
        expect(withSteps({ from: within }, plan, null, step).from).to.equal(within);
        expect(withSteps({ to: within }, plan, step, null).to).to.equal(within);
      }),
    );
  });

  it('draws bars that stand on each other and never above the highest', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const plan = planDensity(summary);
        const types = [...viewTypes(summary.types, {}, {}, 'en').values()];
        if (plan === null) throw new Error('There are months enough.');
        const bars = typePaths(plan, types).flatMap((path) =>
          [...path.matchAll(/M([\d.]+) ([\d.]+)h.8v([\d.]+)/g)].map((match) => match.slice(1).map(Number)),
        );
        for (const [, top, height] of bars) {
          expect(top).to.be.at.least(-0.02);
          expect(top + height).to.be.at.most(100.02);
        }
        expect(Math.min(...bars.map(([, top]) => top))).to.be.closeTo(0, 0.02);
      }),
    );
  });

  it('stands for years where months would be too many, and is left out where it tells nothing', () => {
    const month = (name: string) => ({ month: name, count: 1, types: {} });
    const of = (...names: string[]): ActivitySummary => ({
      total: 3,
      exact: true,
      types: [],
      months: names.map(month),
    });
    expect(planDensity(of('0001-01', '2020-05', '9999-12'))).to.deep.include({ isYearly: true });
    expect(planDensity(of('2020-05', '2020-06'))).to.equal(null);
    expect(planDensity({ ...of('2020-05', '2020-06', '2020-07'), exact: false })).to.equal(null);
  });
});

describe('the picture of months', () => {
  afterEach(unmountAll);

  it('chooses a range with the keys of its ends', async function () {
    if (!hasRealKeys) this.skip();
    const timeline = await show(daily(400));
    const [from, to] = sliders(timeline);
    expect([from.ariaLabel, from.getAttribute('aria-valuetext')]).to.deep.equal(['From month', 'Nov 2019']);
    expect(to.getAttribute('aria-valuetext')).to.equal('Dec 2020');
    from.focus();
    const changed = next(timeline, 'filterchange');
    await sendKeys({ press: 'ArrowRight' });
    expect((await changed).detail.filter).to.deep.equal({ from: '2019-12-01' });
    to.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => monthTexts(timeline)[0] === 'Nov 2020 (30)');
    expect(timeline.filter).to.deep.equal({ from: '2019-12-01', to: '2020-11-30' });
    expect(shadowOf(timeline).activeElement).to.equal(to);
  });

  it('moves one end and leaves the day of the other', async () => {
    const timeline = await show(daily(366), { filter: { from: '2020-05-15' } });
    const [, to] = sliders(timeline);
    to.valueAsNumber -= 1;
    const changed = next(timeline, 'filterchange');
    to.dispatchEvent(new Event('change'));
    expect((await changed).detail.filter).to.deep.equal({ from: '2020-05-15', to: '2020-11-30' });
  });

  it('rings the handle that has the focus, not the box that both share', async () => {
    const timeline = await show(daily(400));
    const sheets = shadowOf(timeline).adoptedStyleSheets;
    const handle = CSS.supports('selector(::-moz-range-thumb)')
      ? '::-moz-range-thumb'
      : '::-webkit-slider-thumb';
    const rings = sheets
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSStyleRule)
      .filter(
        ({ selectorText, style }) => selectorText.endsWith(`:focus-visible${handle}`) && style.outline !== '',
      );
    expect(rings).to.have.lengthOf(1);
    for (const slider of sliders(timeline)) {
      slider.focus({ focusVisible: true });
      expect(shadowOf(timeline).activeElement).to.equal(slider);
      expect(getComputedStyle(slider).outlineStyle).to.equal('none');
    }
  });

  it('chooses a range by dragging over it, and goes to a month by a click', async function () {
    if (!hasRealKeys) this.skip();
    const timeline = await show(daily(400));
    const picture = shadowOf(timeline).querySelector('.density-picture');
    const { left, top, width } = picture?.getBoundingClientRect() ?? new DOMRect();
    const at = (month: number): [number, number] => [
      Math.round(left + ((month + 0.5) / 14) * width),
      Math.round(top + 20),
    ];
    await sendMouse({ type: 'click', position: at(7) });
    await until(() => items(timeline).some((item) => item.textContent?.includes('6/30/2020')));
    expect(timeline.filter).to.deep.equal({});

    const changed = next(timeline, 'filterchange');
    await sendMouse({ type: 'move', position: at(8) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(3) });
    await sendMouse({ type: 'up' });
    await changed;
    expect(timeline.filter).to.deep.equal({ from: '2020-02-01', to: '2020-07-31' });
    await until(() => itemTexts(timeline)[0]?.endsWith('7/31/2020') ?? false);
  });

  it('lets the first end be pulled away where both are at the last month', async function () {
    if (!hasRealKeys) this.skip();
    const timeline = await show(daily(400), { filter: { from: '2020-12-01' } });
    const [from] = sliders(timeline);
    const { left, right, top, height } = from.getBoundingClientRect();
    const [y, x] = [Math.round(top + height / 2), Math.round(right - 12)];
    const changed = next(timeline, 'filterchange');
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round((left + right) / 2), y] });
    await sendMouse({ type: 'up' });
    const { from: day = '' } = (await changed).detail.filter;
    expect(Number(day.slice(5, 7))).to.be.within(4, 8);
  });

  it('says where the list is', async () => {
    const timeline = await show(daily(400));
    const here = (): number =>
      parseFloat(shadowOf(timeline).querySelector('.here')?.getAttribute('x') ?? 'NaN');
    expect(here()).to.be.closeTo((13 / 14) * 100, 0.1);
    timeline.showMonth('2020-03');
    await until(() => Math.abs(here() - (4 / 14) * 100) < 0.1);
  });

  it('only shows where the adapter cannot filter by date, and is left out when the host wants that', async () => {
    const adapter = createScriptedAdapter(daily(400), { filterDates: false });
    const timeline = mount({ adapter });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(shadowOf(timeline).querySelector('[part="density"]')).not.to.equal(null);
    expect(sliders(timeline)).to.have.lengthOf(0);
    timeline.hideDensity = true;
    await timeline.updateComplete;
    expect(shadowOf(timeline).querySelector('[part="density"]')).to.equal(null);
  });
});
