import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { TimelineAdapter } from '../../../src/model/timeline-adapter.js';
import { activity, daily } from '../support/activities.js';
import { allByRole, byRole, shadowOf, textOf } from '../support/by-role.js';
import {
  announced,
  items,
  itemTexts,
  listOf,
  loaded,
  mount,
  next,
  show,
  unmountAll,
  until,
} from '../support/timeline.js';

const silent = new Promise<never>(() => undefined);
const rows = daily(60);
const whole = createMemoryAdapter({ activities: rows });

function adapterWith(fields: Partial<TimelineAdapter>): TimelineAdapter {
  return { ...whole, subscribe: undefined, ...fields };
}

const retries = (timeline: ActivityTimeline): HTMLElement[] =>
  allByRole(timeline, 'button', { name: 'Try again' });

/** Scrolls to the end and tries again wherever that is offered, until every row is there. */
async function readAll(timeline: ActivityTimeline): Promise<void> {
  await until(() => {
    for (const button of retries(timeline)) button.click();
    const list = shadowOf(timeline).querySelector('.list');
    if (list) list.scrollTop = list.scrollHeight;
    return itemTexts(timeline).length === rows.length && !shadowOf(timeline).querySelector('.waiting');
  });
}

describe('an adapter that is not to be relied on', () => {
  afterEach(unmountAll);

  it('fails at random: every row is reached by trying again, each once', async () => {
    let seed = 7;
    let failures = 0;
    const mayFail = async <Value>(answer: () => Promise<Value>): Promise<Value> => {
      seed = (seed * 16_807) % 2_147_483_647;
      if (seed % 2 === 0) return answer();
      failures++;
      throw new AdapterError('network', 'The server did not answer.', { retryable: true });
    };
    const timeline = mount({
      pageSize: 10,
      adapter: adapterWith({
        getPage: (query) => mayFail(() => whole.getPage(query)),
        getSummary: (query) => mayFail(() => whole.getSummary(query)),
      }),
    });
    await readAll(timeline);
    const expected = rows.map(({ title }) => title);
    expect(itemTexts(timeline).map((text) => text.split(' - ')[0])).to.deep.equal(expected);
    expect(failures).to.be.greaterThan(2);
  });

  it('never answers: says so after the time limit, offers to try again, and gives the call up', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    let answers = false;
    const timeline = mount({
      adapter: adapterWith({
        getPage: (query, options) => {
          signals.push(options?.signal);
          return answers ? whole.getPage(query) : silent;
        },
      }),
    });
    timeline.timeLimit = 0.02;
    expect((await next(timeline, 'activityerror')).detail.error.code).to.equal('timeout');
    expect(textOf(byRole(timeline, 'region'))).to.contain(
      'Activities could not be loaded. The data source did not answer within 0.02 seconds.',
    );
    expect(announced(timeline)).to.equal('Activities could not be loaded.');
    expect(signals[0]?.aborted).to.equal(true);
    answers = true;
    timeline.timeLimit = 0;
    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await shown;
    expect(items(timeline)).to.have.lengthOf(rows.length);
  });

  it('never answers on a later page: the rows stay, and the page can be tried again', async () => {
    let answers = false;
    const timeline = mount({
      pageSize: 10,
      adapter: adapterWith({
        getPage: (query) => (query.cursor && !answers ? silent : whole.getPage(query)),
      }),
    });
    timeline.timeLimit = 0.05;
    await next(timeline, 'activityerror');
    expect(announced(timeline)).to.equal('More activities could not be loaded.');
    expect(
      itemTexts(timeline)
        .slice(0, 10)
        .every((text) => text.startsWith('Order')),
    ).to.equal(true);
    answers = true;
    await readAll(timeline);
  });

  for (const counts of ['exact', 'none'] as const) {
    it(`sends the same page position twice: the list says so and does not read for ever, counts ${counts}`, async () => {
      let calls = 0;
      const timeline = mount({
        pageSize: 10,
        adapter: adapterWith({
          capabilities: { ...whole.capabilities, counts, offset: false },
          getPage: async (query) => {
            calls++;
            const { items: page } = await whole.getPage({ ...query, cursor: undefined });
            return { items: page, next: 'again' };
          },
        }),
      });
      expect((await next(timeline, 'activityerror')).detail.error.code).to.equal('response-invalid');
      const before = calls;
      listOf(timeline).scrollTop = listOf(timeline).scrollHeight;
      await timeline.updateComplete;
      expect(retries(timeline)).to.have.lengthOf(1);
      expect(calls).to.equal(before);
    });
  }

  it('has an account of two thousand contacts: all are offered and can be searched', async () => {
    const timeline = await show(
      Array.from({ length: 2000 }, (_, i) => activity({ contactId: `C-${i}`, contactName: `Person ${i}` })),
    );
    byRole(timeline, 'button', { name: 'Filter' }).click();
    await timeline.updateComplete;
    const panel = shadowOf(timeline).querySelector('activity-filter-panel');
    await panel?.updateComplete;
    expect(panel).not.to.equal(null);
    if (!panel) return;
    byRole(panel, 'button', { name: 'See all (2,000)' }).click();
    await panel.updateComplete;
    const search = byRole(panel, 'searchbox') as HTMLInputElement;
    search.value = 'person 1999';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await panel.updateComplete;
    byRole(panel, 'checkbox', { name: /^Person 1999/ }).click();
    await panel.updateComplete;
    const shown = loaded(timeline);
    byRole(panel, 'button', { name: 'Apply' }).click();
    await shown;
    expect(items(timeline)).to.have.lengthOf(1);
  });
});
