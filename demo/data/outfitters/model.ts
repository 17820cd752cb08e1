import type { ActivityDefinition, ActivityModel } from '../../../src/model/model.js';
import { table } from '../table-definition.js';

const tables = [
  table(
    'CRM',
    'Contacts',
    'ContactId',
    'ContactId FullName FirstName LastName Email Phone Street Town PostCode BirthDate:date ClubTier CreatedOn:date',
  ),
  table(
    'Shop',
    'Accounts',
    'AccountId',
    'AccountId Name EMail Town Newsletter:boolean RegisteredAt:datetime',
  ),
  table(
    'Shop',
    'Orders',
    'OrderId',
    'OrderId AccountId OrderedAt:datetime Summary Details ItemCount:number Amount:number Status OrderUrl',
  ),
  table(
    'Stores',
    'Purchases',
    'PurchaseId',
    'PurchaseId ContactId PurchasedOn:date Basket Receipt Store Total:number',
  ),
  table(
    'Shop',
    'Reviews',
    'ReviewId',
    'ReviewId AccountId ReviewedOn:date ProductId Headline ReviewText Stars:number ReviewUrl',
  ),
  table(
    'Service',
    'Cases',
    'CaseId',
    'CaseId ContactId OpenedAt:datetime Subject Channel Status Outcome CaseUrl',
  ),
  table(
    'Billing',
    'Subscriptions',
    'TransactionId',
    'TransactionId SubscriptionId AccountId ChargedAt:datetime Event Description Plan StartDate:date EndDate:date Amount:number Recurring:boolean FrequencyMonths:number',
  ),
  table(
    'Club',
    'Points',
    'EntryId',
    'EntryId ContactId PostedAt:datetime Event Note Earned:number Redeemed:number Balance:number Tier',
  ),
  table('Mail', 'Newsletters', 'MessageId', 'MessageId AccountId OpenedAt:datetime Subject Reaction'),
];

type Customer = 'contact' | 'account';
const target = {
  contact: { table: 'CRM_Contacts', column: 'ContactId' },
  account: { table: 'Shop_Accounts', column: 'AccountId' },
} as const;

/** A definition whose rows name their customer themselves: one relationship, one direct path. */
function activity(
  customer: Customer,
  relationship: string,
  definition: Omit<ActivityDefinition, 'paths' | 'showInTimeline'> & { showInTimeline?: boolean },
): { customer: Customer; definition: ActivityDefinition } {
  return { customer, definition: { showInTimeline: true, ...definition, paths: [[relationship]] } };
}

const activities = [
  activity('account', 'OrderToAccount', {
    id: 'orders',
    name: 'WebOrders',
    table: 'Shop_Orders',
    type: 'SalesOrder',
    primaryKey: 'OrderId',
    timestamp: 'OrderedAt',
    event: 'Summary',
    detail: 'Details',
    url: 'OrderUrl',
    icon: 'bag',
    attributes: {
      SalesOrderId: 'OrderId',
      OrderDate: 'OrderedAt',
      SalesAmount: 'Amount',
      ProductCount: 'ItemCount',
      Status: 'Status',
    },
  }),
  activity('contact', 'PurchaseToContact', {
    id: 'purchases',
    name: 'StorePurchases',
    table: 'Stores_Purchases',
    type: 'Purchase',
    primaryKey: 'PurchaseId',
    timestamp: 'PurchasedOn',
    event: 'Basket',
    detail: 'Receipt',
    icon: 'tag',
    dateOrder: 'mdy',
  }),
  activity('account', 'ReviewToAccount', {
    id: 'reviews',
    name: 'ProductReviews',
    table: 'Shop_Reviews',
    type: 'Feedback',
    primaryKey: 'ReviewId',
    timestamp: 'ReviewedOn',
    event: 'Headline',
    detail: 'ReviewText',
    url: 'ReviewUrl',
    icon: 'star',
    attributes: {
      FeedbackId: 'ReviewId',
      FeedbackDate: 'ReviewedOn',
      FeedbackText: 'ReviewText',
      Rating: 'Stars',
      ProductId: 'ProductId',
    },
  }),
  activity('contact', 'CaseToContact', {
    id: 'cases',
    name: 'SupportCases',
    table: 'Service_Cases',
    type: 'Case',
    primaryKey: 'CaseId',
    timestamp: 'OpenedAt',
    event: 'Subject',
    detail: 'Outcome',
    url: 'CaseUrl',
    icon: 'headset',
  }),
  activity('account', 'SubscriptionToAccount', {
    id: 'subscriptions',
    name: 'PlanPayments',
    table: 'Billing_Subscriptions',
    type: 'Subscription',
    primaryKey: 'TransactionId',
    timestamp: 'ChargedAt',
    event: 'Event',
    detail: 'Description',
    icon: 'calendar',
    attributes: {
      TransactionId: 'TransactionId',
      TransactionDate: 'ChargedAt',
      SubscriptionId: 'SubscriptionId',
      SubscriptionStartDate: 'StartDate',
      SubscriptionEndDate: 'EndDate',
      SubscriptionType: 'Plan',
      SubscriptionAmount: 'Amount',
      IsRecurring: 'Recurring',
      RecurringFrequencyInMonths: 'FrequencyMonths',
    },
  }),
  activity('contact', 'PointsToContact', {
    id: 'points',
    name: 'ClubPoints',
    table: 'Club_Points',
    type: 'Loyalty',
    primaryKey: 'EntryId',
    timestamp: 'PostedAt',
    event: 'Event',
    detail: 'Note',
    icon: 'card',
    timeZone: 'Europe/London',
    attributes: {
      LoyaltyTransactionId: 'EntryId',
      TransactionDate: 'PostedAt',
      PointsEarned: 'Earned',
      PointsRedeemed: 'Redeemed',
      PointsBalance: 'Balance',
      Tier: 'Tier',
    },
  }),
  // Kept for exports, but a page full of opened newsletters helps nobody.
  activity('account', 'NewsletterToAccount', {
    id: 'newsletters',
    name: 'NewsletterOpens',
    table: 'Mail_Newsletters',
    type: 'Newsletter',
    primaryKey: 'MessageId',
    timestamp: 'OpenedAt',
    event: 'Subject',
    detail: 'Reaction',
    icon: 'envelope',
    showInTimeline: false,
  }),
];

/** How the tables of the outfitters become customers and activities. */
export const outfittersModel: ActivityModel = {
  format: 'activity-model/1',
  kind: 'individuals',
  tables,
  customers: {
    tables: [
      {
        table: 'CRM_Contacts',
        primaryKey: 'ContactId',
        includeAll: true,
        semantics: {
          FullName: 'Person.FullName',
          FirstName: 'Person.FirstName',
          LastName: 'Person.LastName',
          Email: 'Identity.Service.Email',
          Phone: 'Identity.Service.Phone',
          Town: 'Location.City',
          PostCode: 'Location.PostalCode',
        },
      },
      {
        table: 'Shop_Accounts',
        primaryKey: 'AccountId',
        includeAll: true,
        semantics: { Name: 'Person.FullName', EMail: 'Identity.Service.Email', Town: 'Location.City' },
      },
    ],
    rules: [
      {
        name: 'SameEmail',
        table: 'Shop_Accounts',
        with: 'CRM_Contacts',
        conditions: [{ column: 'EMail', withColumn: 'Email', normalize: ['lowercase', 'whitespace'] }],
      },
    ],
    fields: [],
  },
  contacts: [],
  relationships: activities.map(({ customer, definition }) => ({
    name: definition.paths[0]?.[0] ?? '',
    from: { table: definition.table, column: target[customer].column },
    to: target[customer],
    cardinality: 'many-to-one',
  })),
  activities: activities.map(({ definition }) => definition),
};
