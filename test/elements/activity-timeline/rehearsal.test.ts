import { expect } from 'chai';
import '../../../src/define-timeline.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { noteUse, prepareWhenIdle } from '../../../src/elements/activity-timeline/first-use.js';
import { rehearse } from '../../../src/elements/activity-timeline/rehearsal.js';
import { whenIdle } from '../../../src/elements/shared/idle.js';
import { countLeaks } from '../support/leaks.js';

// Not by itself, while a test looks.
noteUse();

const idle = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));

/** The timelines that are made while something is done. */
async function madeBy(work: () => void | Promise<void>): Promise<ActivityTimeline[]> {
  const made: ActivityTimeline[] = [];
  const original = document.createElement.bind(document);
  document.createElement = (name: string): HTMLElement => {
    const element = original(name);
    if (name === 'activity-timeline') made.push(element as ActivityTimeline);
    return element;
  };
  try {
    await work();
  } finally {
    document.createElement = original;
  }
  return made;
}

const rowsOf = (timeline: ActivityTimeline): number =>
  timeline.renderRoot.querySelectorAll('.item time').length;

describe('what is made ready before the first timeline', () => {
  it('renders rows and the picture of months away from the page, and leaves nothing behind', async () => {
    const leaks = countLeaks();
    const before = document.documentElement.outerHTML;
    try {
      const [timeline] = await madeBy(() => rehearse(() => true));
      await new Promise((resolve) => timeline.addEventListener('activitiesloaded', resolve));
      expect(rowsOf(timeline)).to.equal(3);
      expect(timeline.renderRoot.querySelectorAll('[part="density-end"]')).to.have.lengthOf(2);
      expect(document.documentElement.outerHTML).to.equal(before);
      await idle();
      await new Promise(requestAnimationFrame);
      expect(leaks.alive()).to.deep.equal([]);
    } finally {
      leaks.restore();
    }
  });

  it('ends before there are rows where a timeline came onto the page meanwhile', async () => {
    const [timeline] = await madeBy(() => rehearse(() => false));
    for (let moment = 0; moment < 3; moment++) await idle();
    await timeline.updateComplete;
    expect(rowsOf(timeline)).to.equal(0);
  });

  it('is nothing once a timeline was on the page', async () => {
    const made = await madeBy(async () => {
      prepareWhenIdle();
      for (let moment = 0; moment < 3; moment++) await idle();
    });
    expect(made).to.deep.equal([]);
  });
});
