import { expect } from 'chai';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import type { Activity } from '../../../../src/model/activity.js';
import { AdapterError } from '../../../../src/model/errors.js';
import type { ActivityExplanation } from '../../../../src/model/explanation.js';
import type { TimelineAdapter } from '../../../../src/model/timeline-adapter.js';
import { activity } from '../../support/activities.js';
import { allByRole, byRole, shadowOf, textOf } from '../../support/by-role.js';
import { createLongAdapter } from '../../support/long-adapter.js';
import { createScriptedAdapter } from '../../support/scripted-adapter.js';
import {
  inView,
  items,
  listOf,
  loaded,
  mount,
  show,
  unmountAll,
  until,
  waitFrames,
  type TimelineProperties,
} from '../../support/timeline.js';

const order = activity({
  title: 'Store Order',
  type: 'SalesOrder',
  attributes: {
    Status: 'Shipped',
    SalesAmount: '1116.5',
    Currency: 'EUR',
    OrderDate: '2020-12-24',
    IsReturn: 'false',
    ProductCount: '12000',
    OrderNumber: '0012000',
    Wrapping: '<b>gold</b>',
  },
});

const explanation: ActivityExplanation = {
  definition: 'orders',
  name: 'Orders',
  table: 'Shop_Orders',
  line: 1024,
  values: {},
  decidedBy: 0,
  customerId: 'customer-1',
  paths: [
    {
      customerId: 'customer-1',
      hops: [
        {
          relationship: 'r',
          from: { table: 'Shop_Orders', column: 'CustomerNo' },
          value: 'C-7',
          to: { table: 'Crm_Contacts', column: 'Id' },
          found: { line: 3, values: {} },
        },
      ],
      alternateKey: {
        dataSourceName: 'Crm',
        tableName: 'Crm_Contacts',
        alternateValue: 'C-7',
        identifier: 'x',
        customerId: 'customer-1',
      },
    },
  ],
};

/** Expands the row of a title. */
async function expand(timeline: ActivityTimeline, title: string): Promise<HTMLElement> {
  const button = byRole(timeline, 'button', { name: `Details of ${title}` });
  button.click();
  await timeline.updateComplete;
  return button;
}

/** What is shown, name by name. */
function fieldsOf(timeline: ActivityTimeline): Record<string, string> {
  const names = [...shadowOf(timeline).querySelectorAll('dt')].map(textOf);
  const values = [...shadowOf(timeline).querySelectorAll('dd')].map(textOf);
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

function explaining(
  explain: NonNullable<TimelineAdapter['explainActivity']>,
  activities: readonly Activity[] = [order],
): TimelineAdapter {
  return { ...createMemoryAdapter({ activities }), explainActivity: explain };
}

async function showExplaining(
  explain: NonNullable<TimelineAdapter['explainActivity']>,
): Promise<ActivityTimeline> {
  const timeline = await show([], { adapter: explaining(explain) });
  await expand(timeline, 'Store Order');
  return timeline;
}

describe('detail of an activity', () => {
  afterEach(unmountAll);

  it('is read behind the button that opens it, and stands where the text does', async () => {
    const timeline = await show([order]);
    timeline.style.inlineSize = '600px';
    const button = await expand(timeline, 'Store Order');
    await until(() => shadowOf(timeline).querySelector('dl') !== null);
    const [item] = items(timeline);
    const detail = item.querySelector('.detail');
    const text = item.querySelector('.item-text');
    if (!detail || !text) throw new Error('The row was not expanded.');
    expect(button.compareDocumentPosition(detail)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    const [outer, inner] = [text, detail].map((part) => part.getBoundingClientRect());
    expect(inner.left).to.be.closeTo(outer.left, 1);
    expect(inner.right).to.be.closeTo(outer.right, 1);
    expect(inner.top).to.be.at.least(outer.bottom);

    timeline.style.inlineSize = '320px';
    await waitFrames(1);
    const [row, narrow] = [item, detail].map((part) => part.getBoundingClientRect());
    expect([narrow.left, narrow.right]).to.deep.equal([row.left, row.right]);
  });

  it('shows attributes as the reader writes them, and where the row comes from', async () => {
    const timeline = await show([order]);
    const button = await expand(timeline, 'Store Order');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(fieldsOf(timeline)).to.deep.equal({
      'Order date': '12/24/2020',
      'Sales amount': '€1,116.50',
      'Order number': '0012000',
      'Product count': '12,000',
      'Is return': 'No',
      Status: 'Shipped',
      Currency: 'EUR',
      Wrapping: '<b>gold</b>',
      'Source table': 'Shop_Orders',
      'Source key': order.sourceActivityId,
    });
    button.click();
    await timeline.updateComplete;
    expect(fieldsOf(timeline)).to.deep.equal({});
  });

  it('speaks the language of the element, by the names that its strings give', async () => {
    const timeline = await show([{ ...order, contactName: 'Ann Lee' }], {
      locale: 'de-DE',
      strings: { attributes: { SalesAmount: 'Betrag' }, contact: 'Kontakt', no: 'Nein' },
    });
    await expand(timeline, 'Store Order');
    const fields = fieldsOf(timeline);
    expect(fields['Betrag'].replace(/\s/, ' ')).to.equal('1.116,50 €');
    expect([fields['Product count'], fields['Is return'], fields['Kontakt']]).to.deep.equal([
      '12.000',
      'Nein',
      'Ann Lee',
    ]);
  });

  it('leaves what is no number, date or truth value as it is in the source', async () => {
    const attributes = {
      SalesAmount: '1.116,50',
      OrderDate: 'Christmas',
      IsReturn: 'perhaps',
      ProductCount: '12345678901234567890',
      Currency: 'Euros',
    };
    const timeline = await show([activity({ title: 'Odd', attributes })]);
    await expand(timeline, 'Odd');
    expect(Object.values(fieldsOf(timeline)).slice(0, 5)).to.have.members(Object.values(attributes));
  });

  it('is data of any kind, and text only', async () => {
    const adapter = createScriptedAdapter([]);
    const timeline = mount({ adapter });
    await timeline.updateComplete;
    const shown = loaded(timeline);
    const odd = { n: 7, b: true, nothing: null, list: [1], toString: 'own', empty: '' };
    for (const call of adapter.calls) {
      if (call.method === 'getPage') call.answerWith({ items: [{ ...order, attributes: odd }] });
      else void call.answer();
    }
    await shown;
    await expand(timeline, 'Store Order');
    const { n, b, toString, ...others } = fieldsOf(timeline);
    expect([n, b, String(toString)]).to.deep.equal(['7', 'true', 'own']);
    expect(Object.keys(others)).to.deep.equal(['Source table', 'Source key']);
  });

  it('marks what a search met in it', async () => {
    const timeline = await show([order], { filter: { text: 'ship' } });
    await expand(timeline, 'Store Order');
    expect([...shadowOf(timeline).querySelectorAll('mark')].map(textOf)).to.deep.equal(['Ship']);
  });

  it('opens and closes with Enter on the row', async () => {
    const timeline = await show([order]);
    const [item] = items(timeline);
    item.focus();
    for (const isOpen of ['true', 'false']) {
      item.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await timeline.updateComplete;
      expect(byRole(timeline, 'button', { name: /^Details/ }).getAttribute('aria-expanded')).to.equal(isOpen);
    }
    expect(shadowOf(timeline).activeElement === item).to.equal(true);
  });

  it('is switched off by an attribute', async () => {
    const timeline = await show([order], { hideDetails: true });
    expect(allByRole(timeline, 'button', { name: /^Details/ })).to.have.lengthOf(0);
  });

  it('is not kept for another customer', async () => {
    const timeline = await show([order, { ...order, activityId: 'other', customerId: 'b' }]);
    await expand(timeline, 'Store Order');
    for (const customerId of ['b', order.customerId]) {
      timeline.customerId = customerId;
      await loaded(timeline);
    }
    expect(fieldsOf(timeline)).to.deep.equal({});
  });
});

describe('a long list with an expanded row', () => {
  afterEach(unmountAll);

  const attributes = { Status: 'A text of several lines. '.repeat(40) };
  const long = createLongAdapter(5000, 3);
  const adapter: TimelineAdapter = {
    ...long,
    getPage: async (query) => {
      const page = await long.getPage(query);
      return { ...page, items: page.items.map((row) => ({ ...row, attributes })) };
    },
  };

  async function showLong(properties: TimelineProperties = {}): Promise<ActivityTimeline> {
    const timeline = mount({ adapter, ...properties });
    await loaded(timeline);
    return timeline;
  }

  it('keeps it open by what it is, and puts the rows around it in the right places', async () => {
    const timeline = await showLong();
    await expand(timeline, 'Row 5');
    const list = listOf(timeline);
    const bottomOf = (): number => {
      const item = items(timeline).find((other) => textOf(other).includes('Row 5 '));
      return (item?.getBoundingClientRect().bottom ?? NaN) + list.scrollTop;
    };
    const bottom = bottomOf();
    timeline.showMonth('2019-03');
    await until(() => inView(timeline).some((item) => textOf(item).includes('/2019')));
    expect(items(timeline).every((item) => !textOf(item).includes('Row 5 '))).to.equal(true);
    timeline.showMonth('2020-12');
    await until(() => inView(timeline).some((item) => textOf(item).includes('Row 0 ')));
    expect(byRole(timeline, 'button', { name: 'Details of Row 5', expanded: true })).to.not.equal(null);
    expect(bottomOf()).to.be.closeTo(bottom, 1);
  });

  it('does not move the rows above it, nor the focus', async () => {
    const timeline = await showLong();
    const list = listOf(timeline);
    list.scrollTop = 900;
    await until(() => inView(timeline).length > 0 && !textOf(inView(timeline)[0]).includes('Row 0 '));
    const [above, middle] = inView(timeline);
    const top = above.getBoundingClientRect().top;
    const button = middle.querySelector<HTMLElement>('button');
    button?.focus();
    button?.click();
    await timeline.updateComplete;
    expect(above.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(shadowOf(timeline).activeElement === button).to.equal(true);
    button?.click();
    await timeline.updateComplete;
    expect(above.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });
});

describe('why an activity is here', () => {
  afterEach(unmountAll);

  it('is told key by key when the adapter knows', async () => {
    const asked: unknown[] = [];
    const timeline = await showExplaining((wanted) => {
      asked.push(wanted);
      return Promise.resolve(explanation);
    });
    const button = byRole(timeline, 'button', { name: 'Why is this here?' });
    expect(asked).to.deep.equal([]);
    button.click();
    await until(() => shadowOf(timeline).querySelector('.why') !== null);
    expect(asked).to.deep.equal([{ activityId: order.activityId, customerId: order.customerId }]);
    expect([...shadowOf(timeline).querySelectorAll('.why > li')].map(textOf)).to.deep.equal([
      'It is Orders at line 1,024 of Shop_Orders.',
      'Its CustomerNo is C-7, which is the Id of a row in Crm_Contacts.',
      'The key C-7 of Crm_Contacts belongs to this customer.',
    ]);
    button.click();
    await timeline.updateComplete;
    expect(shadowOf(timeline).querySelector('.why')).to.equal(null);
  });

  it('is not offered when the adapter does not', async () => {
    const timeline = await show([order]);
    await expand(timeline, 'Store Order');
    expect(allByRole(timeline, 'button', { name: /^Why/ })).to.have.lengthOf(0);
  });

  it('says why it cannot be told, and tries again', async () => {
    let calls = 0;
    const timeline = await showExplaining(() =>
      calls++ === 0
        ? Promise.reject(new AdapterError('not-found', 'It is not there any more.'))
        : Promise.resolve(explanation),
    );
    byRole(timeline, 'button', { name: /^Why/ }).click();
    await until(() => allByRole(timeline, 'button', { name: 'Try again' }).length > 0);
    expect(textOf(items(timeline)[0])).to.contain('could not be looked up. It is not there any more.');
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await until(() => shadowOf(timeline).querySelector('.why') !== null);
  });

  it('is given up when the element leaves the page', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const timeline = await showExplaining((_, options) => {
      signals.push(options?.signal);
      return new Promise(() => undefined);
    });
    byRole(timeline, 'button', { name: /^Why/ }).click();
    await timeline.updateComplete;
    timeline.remove();
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
  });
});
