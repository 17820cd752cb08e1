import {
  emptyModel,
  type ActivityDefinition,
  type ActivityModel,
  type Relationship,
} from '../../src/model/model.js';
import { ADDRESSES, PEOPLE, SHOP_TABLES } from '../data/shop-tables.js';

/** The data source of all tables. */
export const SOURCE = 'Bench';

const name = (table: string): string => `${SOURCE}_${table}`;

/** The model of the data set that these tables belong to. */
export function modelFor(tables: readonly string[]): ActivityModel {
  return tables.includes(PEOPLE) ? shopModel() : wideModel();
}

function shopModel(): ActivityModel {
  const direct = SHOP_TABLES.filter(({ key }) => key === 'ContactId');
  return {
    ...emptyModel(),
    customers: customersOf(PEOPLE),
    relationships: [
      ...direct.map(({ table }) => relationship(table, 'ContactId', PEOPLE, 'ContactId')),
      relationship('Mails', 'AddressId', ADDRESSES, 'AddressId'),
      relationship(ADDRESSES, 'ContactId', PEOPLE, 'ContactId'),
    ],
    activities: SHOP_TABLES.map(({ table, type, title, detail, key }) => ({
      ...definition(table, 'Id', 'At', title),
      type,
      detail,
      url: 'Link',
      paths: [
        key === 'AddressId' ? [`${table}To${ADDRESSES}`, `${ADDRESSES}To${PEOPLE}`] : [`${table}To${PEOPLE}`],
      ],
    })),
  };
}

function wideModel(): ActivityModel {
  return {
    ...emptyModel(),
    customers: customersOf('Contact'),
    relationships: [
      relationship('OnlinePurchases', 'ContactId', 'Contact', 'ContactId'),
      relationship('WebsiteReviews', 'UserId', 'Contact', 'ContactId'),
    ],
    activities: [
      {
        ...definition('OnlinePurchases', 'PurchaseId', 'PurchasedOn', 'Subject'),
        type: 'SalesOrder',
        detail: 'ProductId',
        paths: [['OnlinePurchasesToContact']],
      },
      {
        ...definition('WebsiteReviews', 'ReviewId', 'ReviewDate', 'ReviewText'),
        type: 'Feedback',
        paths: [['WebsiteReviewsToContact']],
      },
    ],
  };
}

function customersOf(table: string): ActivityModel['customers'] {
  return {
    ...emptyModel().customers,
    tables: [{ table: name(table), primaryKey: 'ContactId', includeAll: true }],
  };
}

function relationship(from: string, column: string, to: string, toColumn: string): Relationship {
  return {
    name: `${from}To${to}`,
    from: { table: name(from), column },
    to: { table: name(to), column: toColumn },
    cardinality: 'many-to-one',
  };
}

function definition(
  table: string,
  primaryKey: string,
  timestamp: string,
  event: string,
): Omit<ActivityDefinition, 'type' | 'paths'> {
  return {
    id: table.toLowerCase(),
    name: table,
    table: name(table),
    primaryKey,
    timestamp,
    event,
    showInTimeline: true,
  };
}
