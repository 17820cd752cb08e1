import { expect } from 'chai';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../../src/model/errors.js';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import { activity, daily } from '../../support/activities.js';
import { shadowOf, textOf } from '../../support/by-role.js';
import { createLongAdapter } from '../../support/long-adapter.js';
import { listOf, loaded, mount, show, unmountAll, waitFrames } from '../../support/timeline.js';

/** What would be on paper, line by line. */
function onPaper(timeline: ActivityTimeline): { facts: string[]; months: string[]; rows: string[] } {
  const copy = shadowOf(timeline).querySelector('.print-copy');
  const texts = (selector: string): string[] =>
    [...(copy?.querySelectorAll(selector) ?? [])].map((element) => textOf(element));
  return { facts: texts('.print-fact'), months: texts('h3'), rows: texts('.item-heading') };
}

const begin = (): boolean => dispatchEvent(new Event('beforeprint'));
const end = (): boolean => dispatchEvent(new Event('afterprint'));

describe('a timeline on paper', () => {
  afterEach(() => {
    end();
    unmountAll();
  });

  it('rejects as the adapter does, and on demand', async () => {
    const whole = createMemoryAdapter({ activities: daily(2) });
    const failure = new AdapterError('network', 'The server did not answer.');
    const timeline = mount({ adapter: { ...whole, getPage: () => Promise.reject(failure) } });
    const error = await timeline.preparePrint().catch((reason: unknown) => reason);
    expect(error).to.equal(failure);
    const aborted = AbortSignal.abort();
    const reason = await timeline.preparePrint({ signal: aborted }).catch((given: unknown) => given);
    expect(reason).to.equal(aborted.reason);
  });

  it('is what was read for the screen, at once, and says what is missing', async () => {
    const timeline = await show(daily(260), { pageSize: 100, filter: { icons: ['SalesOrder'] } });
    expect(onPaper(timeline).rows).to.deep.equal([]);
    begin();
    const { facts, months, rows } = onPaper(timeline);
    expect(facts[0]).to.equal('Filters: Order');
    expect(rows.length).to.be.within(100, 259);
    expect(facts[1]).to.equal(`Only ${rows.length} of 260 activities are printed here.`);
    expect(months[0]).to.equal('Dec 2020 (31)');
    end();
    await timeline.updateComplete;
    expect(onPaper(timeline).rows).to.deep.equal([]);
  });

  it('is every row that the filter lets through once it was prepared, folded months too', async () => {
    const timeline = await show(daily(260), { pageSize: 100, filter: { from: '2020-05-01', text: 'order' } });
    shadowOf(timeline).querySelector<HTMLElement>('.month-button')?.click();
    expect(await timeline.preparePrint()).to.deep.equal({ printed: 245, total: 245 });
    begin();
    const { facts, months, rows } = onPaper(timeline);
    expect(facts).to.deep.equal(['Filters: After 5/1/2020, Search: order']);
    expect(rows).to.have.lengthOf(245);
    expect(new Set(rows).size).to.equal(245);
    expect(months).to.have.lengthOf(8);
  });

  it('is of a customer who is set in the same moment', async () => {
    const timeline = await show([...daily(2), ...daily(5, { customerId: 'other' })]);
    timeline.customerId = 'other';
    expect(await timeline.preparePrint()).to.deep.equal({ printed: 5, total: 5 });
    begin();
    expect(onPaper(timeline).rows).to.have.lengthOf(5);
  });

  it('ends at the limit, and says so', async () => {
    const timeline = mount({ adapter: createLongAdapter(50_000, 20) });
    await loaded(timeline);
    expect(await timeline.preparePrint({ limit: 30 })).to.deep.equal({ printed: 30, total: 50_000 });
    begin();
    expect(onPaper(timeline).facts).to.deep.equal(['Only 30 of 50,000 activities are printed here.']);
    expect(onPaper(timeline).rows).to.have.lengthOf(30);
  });

  it('forgets rows that were prepared for another filter', async () => {
    const timeline = await show([...daily(3), activity({ type: 'Case', title: 'Late' })]);
    await timeline.preparePrint();
    timeline.filter = { types: ['Case'] };
    await loaded(timeline);
    begin();
    expect(onPaper(timeline).rows).to.have.lengthOf(1);
  });

  it('is read again for a filter that was set while it was read', async () => {
    const whole = createMemoryAdapter({ activities: [...daily(5), ...daily(3, { type: 'Case' })] });
    let goOn = (): void => undefined;
    const timeline = mount({
      adapter: {
        ...whole,
        async getPage(query) {
          if (query.limit === 1000 && !query.types) await new Promise<void>((resolve) => (goOn = resolve));
          return whole.getPage(query);
        },
      },
    });
    await loaded(timeline);
    const preparing = timeline.preparePrint();
    await waitFrames(2);
    timeline.filter = { icons: ['Case'] };
    await loaded(timeline);
    goOn();
    expect(await preparing).to.deep.equal({ printed: 3, total: 3 });
    begin();
    expect(onPaper(timeline).facts).to.deep.equal(['Filters: Case']);
    expect(onPaper(timeline).rows).to.have.lengthOf(3);
  });

  it('leaves the list on the screen where it was scrolled to', async () => {
    const timeline = await show(daily(400));
    listOf(timeline).scrollTop = 900;
    await new Promise(requestAnimationFrame);
    const before = listOf(timeline).scrollTop;
    await timeline.preparePrint();
    begin();
    end();
    await timeline.updateComplete;
    expect(listOf(timeline).scrollTop).to.equal(before);
  });
});
