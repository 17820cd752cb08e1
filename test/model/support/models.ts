import type { ActivityModel, TableDefinition } from '../../../src/model/model.js';
import type { ColumnProfile, TableInfo } from '../../../src/model/tables.js';

function table(
  source: string,
  name: string,
  columns: Record<string, 'text' | 'number' | 'date'>,
): TableDefinition {
  return {
    name: `${source}_${name}`,
    source,
    table: name,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  };
}

/** A complete model of people: orders that lead to a shop's contacts, reviews that lead there through accounts. */
export function peopleModel(): ActivityModel {
  return {
    format: 'activity-model/1',
    kind: 'individuals',
    tables: [
      table('shop', 'Contacts', { ContactId: 'text', Name: 'text', Email: 'text' }),
      table('club', 'Members', { MemberId: 'text', FullName: 'text', Mail: 'text' }),
      table('shop', 'Orders', { OrderId: 'text', BoughtOn: 'date', Price: 'number', ContactId: 'text' }),
      table('web', 'Reviews', { ReviewId: 'text', Written: 'date', Title: 'text', UserId: 'text' }),
      table('web', 'Users', { UserId: 'text', MemberId: 'text' }),
    ],
    customers: {
      tables: [
        {
          table: 'shop_Contacts',
          primaryKey: 'ContactId',
          includeAll: true,
          semantics: { Name: 'Person.FullName' },
        },
        { table: 'club_Members', primaryKey: 'MemberId', includeAll: true },
      ],
      rules: [
        {
          name: 'SameMail',
          table: 'club_Members',
          with: 'shop_Contacts',
          conditions: [{ column: 'Mail', withColumn: 'Email', normalize: ['lowercase'], precision: 80 }],
        },
      ],
      fields: [
        {
          name: 'Email',
          sources: [
            { table: 'shop_Contacts', column: 'Email' },
            { table: 'club_Members', column: 'Mail' },
          ],
        },
      ],
    },
    contacts: [],
    relationships: [
      link('OrderToContact', 'shop_Orders', 'ContactId', 'shop_Contacts', 'ContactId'),
      link('ReviewToUser', 'web_Reviews', 'UserId', 'web_Users', 'UserId'),
      link('UserToMember', 'web_Users', 'MemberId', 'club_Members', 'MemberId'),
    ],
    activities: [
      {
        id: 'orders',
        name: 'StoreOrders',
        table: 'shop_Orders',
        type: 'SalesOrder',
        primaryKey: 'OrderId',
        timestamp: 'BoughtOn',
        event: 'Price',
        showInTimeline: true,
        attributes: { SalesOrderId: 'OrderId', OrderDate: 'BoughtOn', SalesAmount: 'Price' },
        paths: [['OrderToContact']],
      },
      {
        id: 'reviews',
        name: 'WebReviews',
        table: 'web_Reviews',
        type: 'Review',
        primaryKey: 'ReviewId',
        timestamp: 'Written',
        event: 'Title',
        detail: 'Title',
        showInTimeline: true,
        paths: [['ReviewToUser', 'UserToMember']],
      },
    ],
  };
}

/** A complete model of organisations: cases that lead through contacts to accounts. */
export function accountsModel(): ActivityModel {
  return {
    format: 'activity-model/1',
    kind: 'accounts',
    tables: [
      table('crm', 'Accounts', { AccountId: 'text', Name: 'text' }),
      table('crm', 'Contacts', { ContactId: 'text', AccountId: 'text', FirstName: 'text' }),
      table('desk', 'Cases', { CaseId: 'text', ClosedOn: 'date', Subject: 'text', ContactId: 'text' }),
    ],
    customers: {
      tables: [{ table: 'crm_Accounts', primaryKey: 'AccountId', includeAll: true }],
      rules: [],
      fields: [],
    },
    contacts: [
      {
        table: 'crm_Contacts',
        primaryKey: 'ContactId',
        attributes: { ContactId: 'ContactId', FirstName: 'FirstName' },
        path: ['ContactToAccount'],
      },
    ],
    relationships: [
      link('CaseToContact', 'desk_Cases', 'ContactId', 'crm_Contacts', 'ContactId'),
      link('ContactToAccount', 'crm_Contacts', 'AccountId', 'crm_Accounts', 'AccountId'),
    ],
    activities: [
      {
        id: 'cases',
        name: 'Cases',
        table: 'desk_Cases',
        type: 'Case',
        primaryKey: 'CaseId',
        timestamp: 'ClosedOn',
        event: 'Subject',
        showInTimeline: true,
        paths: [['CaseToContact', 'ContactToAccount']],
      },
    ],
  };
}

function link(
  name: string,
  table: string,
  column: string,
  toTable: string,
  toColumn: string,
): ActivityModel['relationships'][number] {
  return {
    name,
    from: { table, column },
    to: { table: toTable, column: toColumn },
    cardinality: 'many-to-one',
  };
}

/** The tables of a model as they are stored, 100 rows each, with nothing wrong in them. */
export function storedTables(model: ActivityModel): TableInfo[] {
  return model.tables.map(({ name, source, table: short, columns }) => ({
    name,
    source,
    table: short,
    rows: 100,
    setAside: 0,
    importedAt: 0,
    columns: columns.map((column) => ({
      ...column,
      empty: 0,
      ...(column.type === 'date' && { dates: dates({ readable: 100 }) }),
    })),
  }));
}

export function dates(
  facts: Partial<NonNullable<ColumnProfile['dates']>>,
): NonNullable<ColumnProfile['dates']> {
  return {
    readable: 0,
    unreadable: 0,
    withTime: 0,
    withZone: 0,
    slash: 0,
    dayFirst: 0,
    monthFirst: 0,
    order: null,
    ...facts,
  };
}

/** The profile of a column of 100 different values, with the facts given. */
export function profile(facts: Partial<ColumnProfile> = {}): ColumnProfile {
  return { rows: 100, empty: 0, distinct: 100, duplicates: 0, ...facts };
}
