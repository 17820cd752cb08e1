import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { Activity } from '../../../src/model/activity.js';
import { activity } from '../support/activities.js';
import { allByRole, shadowOf, textOf } from '../support/by-role.js';
import { createScriptedAdapter } from '../support/scripted-adapter.js';
import {
  chipTexts,
  items,
  itemTexts,
  loaded,
  monthTexts,
  mount,
  show,
  unmountAll,
} from '../support/timeline.js';

const MARKUP =
  '<img src=x onerror="window.wasAttacked = true"><b>bold</b><script>window.wasAttacked = true</script>';

describe('hostile data', () => {
  afterEach(unmountAll);

  it('is text in every field', async () => {
    const fields = {
      title: MARKUP,
      detail: MARKUP,
      contactName: MARKUP,
      type: MARKUP,
      sourceTable: `a_${MARKUP}`,
    };
    const timeline = await show([activity({ ...fields, url: `https://example.com/${MARKUP}` })]);
    const [item] = items(timeline);
    expect(textOf(item)).to.contain(MARKUP);
    expect(chipTexts(timeline)[0]).to.equal(`1 ${MARKUP}`);
    expect(shadowOf(timeline).querySelectorAll('img, b, script, [onerror]')).to.have.lengthOf(0);
    expect('wasAttacked' in window).to.equal(false);
  });

  it('in an address makes no link', async () => {
    const urls = [
      'javascript:alert(1)',
      ' jAvA\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
    ];
    const timeline = await show(urls.map((url) => activity({ url })));
    expect(items(timeline)).to.have.lengthOf(urls.length);
    expect(allByRole(timeline, 'link')).to.have.lengthOf(0);
  });

  it('of ten thousand characters stays within its row, whole for find and speech', async () => {
    const long = 'W'.repeat(10_000);
    const timeline = await show([activity({ title: long, detail: long, contactName: long })]);
    const [item] = items(timeline);
    expect(textOf(item)).to.contain(long);
    const text = item.querySelector('[part="item-title"]')?.getBoundingClientRect();
    expect(text?.height).to.be.lessThan(120);
    expect(timeline.scrollWidth).to.be.at.most(timeline.clientWidth);
  });

  it('with bidirectional controls and emoji does not reach beyond its field', async () => {
    const timeline = await show([activity({ title: '\u202Eevil\u2067 🧨👨‍👩‍👧', detail: '\u202Edetail' })]);
    const isolated = [...shadowOf(timeline).querySelectorAll('bdi')];
    expect(isolated).to.have.lengthOf(2);
    for (const part of isolated) expect(getComputedStyle(part).unicodeBidi).to.equal('isolate');
  });

  it('without the fields that it should have is shown as far as it goes', async () => {
    const adapter = createScriptedAdapter([]);
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const shown = loaded(timeline);
    const bare = { activityId: '1', title: null, url: null, contactName: null, timestamp: null, detail: 7 };
    for (const call of adapter.calls) {
      if (call.method === 'getPage')
        call.answerWith({ items: [bare, activity({ timestamp: '0000-00-00' })] });
      else void call.answer();
    }
    await shown;
    expect(items(timeline)).to.have.lengthOf(2);
    expect(monthTexts(timeline)).to.deep.equal(['No date (2)']);
  });

  it('of the first and the last year is dated rightly', async () => {
    const rows = ['0001-01-01', '9999-12-31', '9999-12-31T23:59:59.999Z'].map((timestamp) =>
      activity({ timestamp }),
    );
    const timeline = await show(rows, { timeZone: 'Asia/Tokyo' });
    expect(itemTexts(timeline).map((text) => text.split(' - ')[1])).to.deep.equal([
      '1/1/10000, 8:59 AM',
      '12/31/9999',
      '1/1/1',
    ]);
  });

  it('of a thousand types stays usable', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      activity({ type: `Type ${index}`, sourceTable: `S_${index}` }),
    );
    const adapter = createMemoryAdapter({ activities: rows });
    const timeline = mount({ adapter, pageSize: 5 });
    await loaded(timeline);
    expect(chipTexts(timeline)).to.have.lengthOf(1000);
    const list = shadowOf(timeline).querySelector('[part="chips"]');
    expect(list?.clientHeight).to.be.lessThan(400);
  });

  it('named like parts of every object is data like any other', async () => {
    const rows: Activity[] = ['__proto__', 'constructor', 'toString'].map((type) =>
      activity({ type, sourceTable: `S_${type}` }),
    );
    const timeline = await show(rows);
    expect(chipTexts(timeline)).to.have.members(['1 __proto__', '1 constructor', '1 toString']);
    timeline.filter = { icons: ['__proto__'] };
    await loaded(timeline);
    expect(items(timeline)).to.have.lengthOf(1);
  });
});
