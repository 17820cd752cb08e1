import { expect } from 'chai';
import {
  attributesOf,
  CONTACT_ATTRIBUTES,
  defaultIcon,
  displayTypeName,
  ICON_NAMES,
  isSemanticType,
  pluralTypeName,
  SEMANTIC_TYPES,
} from '../../src/model/semantic-types.js';

/** Required attributes before the bar, optional ones behind it. */
const expected = {
  Feedback: 'FeedbackId FeedbackDate FeedbackText | Rating MaxRating ProductId Source',
  Loyalty:
    'LoyaltyTransactionId TransactionDate | LoyaltyId PointsEarned PointsRedeemed PointsBalance Tier MembershipStartDate',
  SalesOrder: 'SalesOrderId OrderDate SalesAmount | OrderNumber ProductCount IsReturn Status Currency',
  SalesOrderLine:
    'OrderLineId OrderDate Amount | OrderId OrderLineNumber ProductId Quantity UnitPrice IsReturn Currency',
  Subscription:
    'TransactionId TransactionDate SubscriptionId SubscriptionStartDate SubscriptionEndDate | SubscriptionType SubscriptionAmount IsRecurring RecurringFrequencyInMonths',
};

function describeAttributes(attributes: ReturnType<typeof attributesOf>): string {
  const keys = (isRequired: boolean): string[] =>
    attributes.filter(({ required }) => required === isRequired).map(({ key }) => key);
  return [...keys(true), '|', ...keys(false)].join(' ');
}

describe('semantic types', () => {
  it('have the required and the optional attributes of their lists', () => {
    expect(Object.keys(SEMANTIC_TYPES)).to.deep.equal(Object.keys(expected));
    for (const [type, keys] of Object.entries(expected)) {
      expect(describeAttributes(attributesOf(type)), type).to.equal(keys);
    }
    expect(describeAttributes(CONTACT_ATTRIBUTES)).to.equal(
      'ContactId | FirstName LastName BirthDate Gender JobTitle PrimaryEmail PrimaryPhone StreetAddress City StateOrProvince PostalCode CountryOrRegion',
    );
  });

  it('have keys that are their labels without blanks and signs, each word with a capital', () => {
    const attributes = [...Object.keys(expected).flatMap(attributesOf), ...CONTACT_ATTRIBUTES];
    for (const { key, label } of attributes.filter(({ key: name }) => name !== 'MaxRating')) {
      const words = label.replace(/\W/g, ' ').trim().split(' ');
      expect(words.map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase()).join('')).to.equal(key);
    }
  });

  it('read dates as dates, and amounts, points and counts as numbers', () => {
    for (const { key, type } of Object.keys(expected).flatMap(attributesOf)) {
      expect(type === 'date', key).to.equal(key.endsWith('Date'));
      const isNumber = /Amount|Rating|Points|Count|Quantity|UnitPrice|Months/.test(key);
      expect(type === 'number', key).to.equal(isNumber);
      expect(type === 'boolean', key).to.equal(key.startsWith('Is'));
    }
  });

  it('are told by their exact names, and other names have no attributes', () => {
    for (const type of ['Other', 'feedback', 'Case', '', '__proto__', 'constructor', 'toString']) {
      expect(isSemanticType(type), type).to.equal(false);
      expect(attributesOf(type), type).to.deep.equal([]);
      expect(defaultIcon(type), type).to.equal('document');
      expect(displayTypeName(type)).to.equal(type);
    }
  });

  it('have an icon of the set', () => {
    const icons = Object.keys(expected).map(defaultIcon);
    expect(icons).to.deep.equal(['star', 'card', 'bag', 'bag', 'calendar']);
    expect(ICON_NAMES).to.include.members(icons).and.have.lengthOf(12);
  });
});

describe('the English name of several items', () => {
  const plurals = {
    Feedback: 'Feedback',
    Loyalty: 'Loyalty',
    Other: 'Other',
    SalesOrder: 'Orders',
    SalesOrderLine: 'Order lines',
    Subscription: 'Subscriptions',
    Case: 'Cases',
    Cases: 'Cases',
    SMS: 'SMS',
    Shipping: 'Shipping',
    Delivery: 'Deliveries',
    Survey: 'Surveys',
    Visit: 'Visits',
  };
  for (const [type, plural] of Object.entries(plurals)) {
    it(`is ${plural} for ${type}`, () => {
      expect(pluralTypeName(type)).to.equal(plural);
    });
  }
});
