import { expect } from 'chai';
import { AdapterError } from '../../../src/model/errors.js';
import { activity, CUSTOMER, daily } from '../support/activities.js';
import { allByRole, byRole, shadowOf, textOf } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  announced,
  chipTexts,
  itemTexts,
  loaded,
  mount,
  next,
  show,
  unmountAll,
} from '../support/timeline.js';

const failure = new AdapterError('network', 'The server did not answer.', { retryable: true });

describe('loading a timeline', () => {
  afterEach(unmountAll);

  it('asks nothing and shows only its title without a customer or an adapter', async () => {
    const adapter = createScriptedAdapter(daily(1));
    const timeline = mount({ adapter, customerId: undefined });
    await timeline.updateComplete;
    expect(adapter.calls).to.have.lengthOf(0);
    expect(byRole(timeline, 'heading', { name: 'Activity timeline' })).to.exist;
    expect(itemTexts(timeline)).to.deep.equal([]);
    expect(mount({ adapter: undefined }).matches(':state(loading)')).to.equal(false);
  });

  it('says that it is busy until the answer is there', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const list = shadowOf(timeline).querySelector('[part="list"]');
    expect(list?.getAttribute('aria-busy')).to.equal('true');
    expect(timeline.matches(':state(loading)')).to.equal(true);
    expect(allByRole(timeline, 'listitem')).to.have.lengthOf(0);

    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(list?.getAttribute('aria-busy')).to.equal('false');
    expect(timeline.matches(':state(loading)')).to.equal(false);
    expect(itemTexts(timeline)).to.have.lengthOf(2);
  });

  for (const width of ['640px', '400px']) {
    it(`puts everything where its skeleton stood, ${width} wide`, () => expectNoJump(width));
  }

  async function expectNoJump(width: string): Promise<void> {
    const older = ['2020-11-30', '2020-10-31'].map((timestamp) => activity({ timestamp, detail: 'Blue' }));
    const adapter = createScriptedAdapter([...daily(5, { detail: 'Blue' }), ...older]);
    const timeline = mount({ adapter });
    timeline.style.inlineSize = width;
    await timeline.updateComplete;
    const places = (): number[] =>
      [
        ...['.search-box', '.header', '.chip-disc', '.chips-row', '.density-picture', '.density'],
        ...['.month-heading', '.item-disc', '.item:last-child'],
      ].map((selector) =>
        Math.round(shadowOf(timeline).querySelector(selector)?.getBoundingClientRect().bottom ?? NaN),
      );
    const before = places();
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(places()).to.deep.equal(before);
    expect(before).not.to.include(NaN);
  }

  it('tells hosts and assistive technology how many activities there are', async () => {
    const timeline = mount({ adapter: createScriptedAdapter(daily(3)) });
    const event = next(timeline, 'activitiesloaded');
    await (timeline.adapter as ReturnType<typeof createScriptedAdapter>).answerAll();
    expect((await event).detail).to.deep.equal({ customerId: CUSTOMER, loaded: 3, total: 3, exact: true });
    expect(announced(await show([activity()]))).to.equal('1 activity');
    expect(announced(await show(daily(1234), { pageSize: 10 }))).to.equal('1,234 activities');
  });

  it('says that there are no activities yet', async () => {
    const timeline = await show([]);
    expect(textOf(byRole(timeline, 'region'))).to.contain('No activities yet.');
    expect(announced(timeline)).to.equal('No activities yet.');
    expect(timeline.matches(':state(empty)')).to.equal(true);
    expect(allByRole(timeline, 'button')).to.have.lengthOf(0);
  });

  it('says that the filters let nothing through, and clears them on demand', async () => {
    const timeline = await show(daily(2), { filter: { from: '2030-01-01' } });
    expect(announced(timeline)).to.equal('No activities match the filters.');
    const [, inMessage] = allByRole(timeline, 'button', { name: 'Clear filters' });
    const shown = loaded(timeline);
    inMessage.click();
    await shown;
    expect(timeline.filter).to.deep.equal({});
    expect(itemTexts(timeline)).to.have.lengthOf(2);
  });

  it('knows without asking that icons and panel exclude each other', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter, filter: { icons: ['Case'], types: ['SalesOrder'] } });
    const shown = loaded(timeline);
    await adapter.answerAll();
    await shown;
    expect(announced(timeline)).to.equal('No activities match the filters.');
    expect(adapter.calls.map(({ method }) => method)).to.deep.equal(['getSummary']);
    expect(chipTexts(timeline)).to.deep.equal(['2 Orders']);
  });

  it('says why it failed, tells the host, and tries again', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const failed = next(timeline, 'activityerror');
    adapter.calls[0].fail(failure);
    expect((await failed).detail.error).to.equal(failure);
    expect(textOf(byRole(timeline, 'region'))).to.contain(
      'Activities could not be loaded. The server did not answer.',
    );
    expect(announced(timeline)).to.equal('Activities could not be loaded.');
    expect(timeline.matches(':state(error)')).to.equal(true);

    const shown = loaded(timeline);
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await adapter.answerAll(2);
    await shown;
    expect(itemTexts(timeline)).to.have.lengthOf(2);
    expect(timeline.matches(':state(error)')).to.equal(false);
  });

  it('keeps the focus inside when the button that had it is gone', async () => {
    const adapter = createScriptedAdapter(daily(2));
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const failed = next(timeline, 'activityerror');
    adapter.calls[0].fail(failure);
    await failed;
    const button = byRole(timeline, 'button', { name: 'Try again' });
    button.focus();
    button.click();
    await timeline.updateComplete;
    expect(shadowOf(timeline).activeElement).to.equal(
      byRole(timeline, 'heading', { name: 'Activity timeline' }),
    );
  });

  it('explains faults that an adapter does not explain, answers that are none, and calls that throw', async () => {
    const faults: unknown[] = [new TypeError('x is undefined'), 'no', undefined];
    for (const fault of faults) {
      const adapter = createScriptedAdapter([]);
      const timeline = mount({ adapter });
      await timeline.updateComplete;
      const failed = next(timeline, 'activityerror');
      adapter.calls[0].fail(fault);
      expect((await failed).detail.error.code).to.equal('internal');
    }
    const row = activity();
    const answers: unknown[] = [null, {}, { items: 'none' }, { items: [null] }, { items: [row, row] }];
    for (const answer of answers) {
      const adapter = createScriptedAdapter([]);
      const timeline = mount({ adapter });
      await timeline.updateComplete;
      const failed = next(timeline, 'activityerror');
      for (const call of adapter.calls) {
        if (call.method === 'getPage') call.answerWith(answer);
        else void call.answer();
      }
      expect((await failed).detail.error.code).to.equal('response-invalid');
    }
    const throwing = createScriptedAdapter([]);
    throwing.getPage = () => {
      throw new AdapterError('closed', 'The data source was closed.');
    };
    expect((await next(mount({ adapter: throwing }), 'activityerror')).detail.error.code).to.equal('closed');
  });

  it('shows the newest question only, whatever order the answers come in', async () => {
    const customers = ['a', 'b', 'c'];
    const rows = customers.map((customerId) => activity({ customerId, title: `Order of ${customerId}` }));
    const adapter = createScriptedAdapter(rows);
    const timeline = mount({ adapter, customerId: undefined });
    for (const customerId of customers) {
      timeline.customerId = customerId;
      await timeline.updateComplete;
    }
    const isStale = adapter.calls.map(({ signal }) => signal?.aborted);
    expect(isStale).to.deep.equal([true, true, true, true, false, false]);

    const shown = loaded(timeline);
    for (const call of [...adapter.calls].reverse()) await call.answer();
    await shown;
    await timeline.updateComplete;
    expect(itemTexts(timeline)).to.deep.equal(['Order of c - 12/24/2020']);
  });

  it('drops the failure of a question that nobody asks any more', async () => {
    const adapter = createScriptedAdapter([activity({ customerId: 'b' })]);
    const timeline = mount({ adapter, customerId: 'a' });
    await timeline.updateComplete;
    let failures = 0;
    timeline.addEventListener('activityerror', () => failures++);
    timeline.customerId = 'b';
    await timeline.updateComplete;
    const shown = loaded(timeline);
    adapter.calls[0].fail(failure);
    await adapter.answerAll(2);
    await shown;
    expect(failures).to.equal(0);
    expect(itemTexts(timeline)).to.have.lengthOf(1);
  });

  it('never shows rows of one customer under another', async () => {
    const adapter = createScriptedAdapter([activity({ customerId: 'a' })]);
    const timeline = mount({ adapter, customerId: 'a' });
    const shown = loaded(timeline);
    await timeline.updateComplete;
    for (const call of [...adapter.calls]) await call.answer();
    await shown;
    timeline.customerId = 'b';
    await timeline.updateComplete;
    expect(itemTexts(timeline)).to.deep.equal([]);
    expect(chipTexts(timeline)).to.deep.equal([]);
    timeline.customerId = undefined;
    await timeline.updateComplete;
    expect(timeline.matches(':state(loading)')).to.equal(false);
  });

  it('counts what it loaded, with a plus, when the adapter cannot count', async () => {
    const adapter = createScriptedAdapter(daily(30), { counts: 'none' });
    const timeline = mount({ adapter, pageSize: 10 });
    const shown = loaded(timeline);
    await timeline.updateComplete;
    await adapter.calls[0].answer();
    await shown;
    expect(adapter.calls.some(({ method }) => method === 'getSummary')).to.equal(false);
    expect(chipTexts(timeline)).to.deep.equal(['10+ Orders']);
    expect(announced(timeline)).to.equal('10+ activities');
  });
});
