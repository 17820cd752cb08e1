import { expect } from 'chai';
import type { ActivityDefinition } from '../../../src/model/model.js';
import { expectIssue, issuesOf, type ExpectedIssue, type Situation } from '../support/expect-issue.js';
import { dates, profile } from '../support/models.js';

function issue(
  code: ExpectedIssue['code'],
  text: string,
  path: string,
  rest: Partial<ExpectedIssue> = {},
): ExpectedIssue {
  return { code, level: 'error', text, step: 'fields', activity: 'reviews', path, ...rest };
}

/** A situation in which the second activity is another. */
function withReviews(change: Partial<ActivityDefinition>): Situation {
  return { change: ({ activities }) => (activities[1] = { ...activities[1], ...change }) };
}

/** A situation in which the timestamps have the facts given. */
function written(facts: Parameters<typeof dates>[0], change: Partial<ActivityDefinition> = {}): Situation {
  return {
    ...withReviews(change),
    profiles: { 'web_Reviews.Written': profile({ dates: dates(facts) }) },
  };
}

describe('validation of the activity fields', () => {
  it('asks for a name', () => {
    expectIssue(
      withReviews({ name: '' }),
      issue('name-missing', 'Enter an activity name.', '/activities/1/name'),
    );
  });

  it('refuses a name that breaks the rule of names', () => {
    for (const name of ['2020reviews', 'Web reviews', 'web-reviews', ' ']) {
      expectIssue(
        withReviews({ name }),
        issue('name-invalid', 'Start with a letter. Use letters and numbers only.', '/activities/1/name'),
      );
    }
  });

  it('takes letters and digits of any script', () => {
    for (const name of ['Événements', 'E\u0301ve\u0301nements', 'Продажи2024', '予約', 'घटना', 'مبيعات١']) {
      expect(issuesOf(withReviews({ name })), name).to.deep.equal([]);
    }
  });

  it('refuses a name that another activity has, ignoring upper and lower case', () => {
    for (const name of ['StoreOrders', 'storeORDERS']) {
      expectIssue(
        withReviews({ name }),
        issue('name-taken', 'An activity with this name already exists.', '/activities/1/name'),
      );
    }
  });

  it('asks for a timestamp', () => {
    expectIssue(
      withReviews({ timestamp: '' }),
      issue('timestamp-missing', 'Choose a timestamp.', '/activities/1/timestamp'),
    );
  });

  it('warns of timestamps that are no dates', () => {
    expectIssue(
      written({ readable: 95, unreadable: 5 }),
      issue('timestamp-unreadable', '5 of 100 values in Written are not dates.', '/activities/1/timestamp', {
        level: 'warning',
      }),
    );
  });

  it('refuses a timestamp column without a single date', () => {
    const text = '100 of 100 values in Written are not dates.';
    const expected = issue('timestamp-unreadable', text, '/activities/1/timestamp');
    expectIssue(written({ unreadable: 100 }), expected);
    expectIssue({ profiles: { 'web_Reviews.Written': profile() } }, expected);
  });

  it('does not count empty timestamps as unreadable ones', () => {
    const empty = profile({ empty: 100, distinct: 0 });
    expect(issuesOf({ profiles: { 'web_Reviews.Written': empty } })).to.deep.equal([]);
  });

  it('does not judge Unix times as dates', () => {
    expect(
      issuesOf({
        change: ({ tables }) => (tables[3].columns[1].type = 'unix-milliseconds'),
        profiles: { 'web_Reviews.Written': profile() },
      }),
    ).to.deep.equal([]);
  });

  it('asks for the order of day and month that the values leave open', () => {
    expectIssue(
      written({ readable: 100, slash: 60, order: 'ambiguous' }),
      issue(
        'date-order-ambiguous',
        'Written may be month/day or day/month. Choose the order.',
        '/activities/1/timestamp',
        { level: 'warning' },
      ),
    );
  });

  it('is content with an order that was chosen or settled', () => {
    const slash = { readable: 100, slash: 100 } as const;
    expect(issuesOf(written({ ...slash, order: 'ambiguous' }, { dateOrder: 'dmy' }))).to.deep.equal([]);
    expect(issuesOf(written({ ...slash, order: 'dmy', dayFirst: 9 }))).to.deep.equal([]);
  });

  it('counts as unreadable what the chosen order cannot read', () => {
    const facts = {
      readable: 98,
      unreadable: 2,
      slash: 100,
      monthFirst: 30,
      dayFirst: 2,
      order: 'mdy',
    } as const;
    expectIssue(
      written(facts, { dateOrder: 'dmy' }),
      issue('timestamp-unreadable', '30 of 100 values in Written are not dates.', '/activities/1/timestamp', {
        level: 'warning',
      }),
    );
  });

  it('asks for an event', () => {
    expectIssue(
      withReviews({ event: '' }),
      issue('event-missing', 'Choose an event activity.', '/activities/1/event'),
    );
  });

  for (const key of ['timestamp', 'event', 'url', 'detail'] as const) {
    it(`names a column for the ${key} that the table does not have`, () => {
      expectIssue(
        withReviews({ [key]: 'Gone' }),
        issue('column-missing', 'Reviews has no column Gone. Choose another one.', `/activities/1/${key}`),
      );
    });
  }

  it('refuses a time zone that does not exist', () => {
    expectIssue(
      withReviews({ timeZone: 'Mars/Base' }),
      issue(
        'time-zone-unknown',
        'There is no time zone "Mars/Base". Use a name such as Europe/Berlin or UTC.',
        '/activities/1/timeZone',
      ),
    );
    expect(issuesOf(withReviews({ timeZone: 'Europe/Berlin' }))).to.deep.equal([]);
  });
});

describe('validation of the mapped attributes', () => {
  const place = { activity: 'orders' };
  const mapping = { SalesOrderId: 'OrderId', OrderDate: 'BoughtOn', SalesAmount: 'Price' };
  const mapped = (attributes: Record<string, string>): Situation => ({
    change: ({ activities }) => (activities[0].attributes = attributes),
  });

  it('asks for each required attribute by its label', () => {
    expect(issuesOf(mapped({ SalesOrderId: 'OrderId', OrderDate: '' }))).to.deep.equal([
      issue('attribute-missing', 'Map a field to Order date.', '/activities/0/attributes/OrderDate', place),
      issue(
        'attribute-missing',
        'Map a field to Sales amount.',
        '/activities/0/attributes/SalesAmount',
        place,
      ),
    ]);
  });

  it('asks for none when nothing is to be mapped', () => {
    expect(issuesOf({ change: ({ activities }) => delete activities[0].attributes })).to.deep.equal([]);
  });

  it('lets a column serve several attributes', () => {
    expect(issuesOf(mapped({ ...mapping, OrderNumber: 'OrderId' }))).to.deep.equal([]);
  });

  it('refuses an attribute that the type does not have', () => {
    const text = 'Order has no attribute Colour. Remove its mapping.';
    expectIssue(
      mapped({ ...mapping, Colour: 'OrderId' }),
      issue('attribute-unknown', text, '/activities/0/attributes/Colour', place),
    );
  });

  it('is not misled by keys that every object has', () => {
    expect(
      issuesOf(mapped(JSON.parse('{"__proto__": "OrderId"}') as Record<string, string>)),
    ).to.deep.include(
      issue(
        'attribute-unknown',
        'Order has no attribute __proto__. Remove its mapping.',
        '/activities/0/attributes/__proto__',
        place,
      ),
    );
  });

  it('refuses attributes of a type that has none', () => {
    const text = 'Review has no attribute Rating. Remove its mapping.';
    expectIssue(
      withReviews({ attributes: { Rating: 'Title' } }),
      issue('attribute-unknown', text, '/activities/1/attributes/Rating'),
    );
  });

  it('names a mapped column that the table does not have', () => {
    const text = 'Orders has no column Gone. Choose another one.';
    expectIssue(
      mapped({ ...mapping, Status: 'Gone' }),
      issue('column-missing', text, '/activities/0/attributes/Status', place),
    );
  });

  it('warns when more than one value in twenty is not a date', () => {
    const path = '/activities/0/attributes/OrderDate';
    const few = profile({ dates: dates({ readable: 95, unreadable: 5 }) });
    const many = profile({ dates: dates({ readable: 94, unreadable: 6 }) });
    const bought = (facts: typeof few): Situation => ({
      change: ({ activities, tables }) => {
        tables[2].columns.push({ name: 'Shipped', type: 'text' });
        activities[0].attributes = { ...mapping, OrderDate: 'Shipped' };
      },
      store: (tables) => {
        const column = { name: 'Shipped', type: 'text', empty: 0 } as const;
        tables[2] = { ...tables[2], columns: [...tables[2].columns, column] };
      },
      profiles: { 'shop_Orders.Shipped': facts },
    });
    expect(issuesOf(bought(few))).to.deep.equal([]);
    expectIssue(
      bought(many),
      issue('attribute-type', '6 of 100 values in Shipped are not dates.', path, {
        ...place,
        level: 'warning',
      }),
    );
  });

  it('warns when more than one value in twenty is not a number', () => {
    const path = '/activities/0/attributes/SalesAmount';
    const price = (numbers: number): Situation => ({
      profiles: { 'shop_Orders.Price': profile({ empty: 20, numbers }) },
    });
    expect(issuesOf(price(76))).to.deep.equal([]);
    expectIssue(
      price(75),
      issue('attribute-type', '5 of 80 values in Price are not numbers.', path, {
        ...place,
        level: 'warning',
      }),
    );
  });

  it('warns when dates stand for numbers, though nobody counted numbers', () => {
    const path = '/activities/0/attributes/SalesAmount';
    expectIssue(
      mapped({ ...mapping, SalesAmount: 'BoughtOn' }),
      issue('attribute-type', '100 of 100 values in BoughtOn are not numbers.', path, {
        ...place,
        level: 'warning',
      }),
    );
  });
});
