import type { ActivityModel, Relationship } from '../../../src/model/model.js';
import { table } from '../table-definition.js';
import { activities } from './activities.js';

const tables = [
  table(
    'CRM',
    'Accounts',
    'AccountId',
    'AccountId Name Industry Domain Phone Street Town PostCode Owner CreatedOn:date',
  ),
  table(
    'ERP',
    'Debtors',
    'DebtorNo',
    'DebtorNo:number CompanyName WebDomain City PostCode PaymentTerms CreditLimit:number OpenedAt:datetime',
  ),
  table(
    'CRM',
    'Contacts',
    'ContactId',
    'ContactId AccountId FirstName LastName JobTitle Email Phone Gender BirthDate:date Town',
  ),
  table(
    'Portal',
    'Buyers',
    'BuyerId',
    'BuyerId DebtorNo:number FirstName LastName Email RegisteredAt:datetime',
  ),
  table(
    'ERP',
    'Orders',
    'OrderNo',
    'OrderNo DebtorNo:number OrderedAt:datetime Summary Details Lines:number Amount:number Status OrderUrl',
  ),
  table(
    'Depot',
    'Shipments',
    'ShipmentNo',
    'ShipmentNo OrderNo ShippedOn:date Title Note Carrier Parcels:number TrackingUrl',
  ),
  table('Depot', 'Returns', 'ReturnNo', 'ReturnNo ShipmentNo ReceivedOn:date Reason Note Credit:number'),
  table(
    'Service',
    'Cases',
    'CaseNo',
    'CaseNo ContactId OpenedAt:datetime Subject Channel Status Outcome CaseUrl',
  ),
  table(
    'Service',
    'Visits',
    'VisitNo',
    'VisitNo ContactId AccountId VisitedAt:datetime Work Report Technician',
  ),
  table('Web', 'Enquiries', 'EnquiryNo', 'EnquiryNo Email ReceivedAt:datetime Topic Message'),
  table(
    'Portal',
    'Reviews',
    'ReviewNo',
    'ReviewNo BuyerId ContactId ReviewedOn:date ProductId Headline ReviewText Stars:number',
  ),
];

/** `Table.Column` on both sides. */
function relationship(name: string, from: string, to: string): Relationship {
  const side = (text: string): { table: string; column: string } => {
    const [tableName = '', column = ''] = text.split('.');
    return { table: tableName, column };
  };
  return { name, from: side(from), to: side(to), cardinality: 'many-to-one' };
}

/** How the tables of the coffee supplier become accounts, their contacts and their activities. */
export const coffeeModel: ActivityModel = {
  format: 'activity-model/1',
  kind: 'accounts',
  tables,
  customers: {
    tables: [
      {
        table: 'CRM_Accounts',
        primaryKey: 'AccountId',
        includeAll: true,
        semantics: {
          Name: 'Organization.Name',
          Phone: 'Identity.Service.Phone',
          Town: 'Location.City',
          PostCode: 'Location.PostalCode',
        },
      },
      {
        table: 'ERP_Debtors',
        primaryKey: 'DebtorNo',
        includeAll: true,
        semantics: {
          CompanyName: 'Organization.Name',
          City: 'Location.City',
          PostCode: 'Location.PostalCode',
        },
      },
    ],
    rules: [
      {
        name: 'SameDomain',
        table: 'ERP_Debtors',
        with: 'CRM_Accounts',
        conditions: [{ column: 'WebDomain', withColumn: 'Domain', normalize: ['lowercase', 'whitespace'] }],
      },
      {
        name: 'SameNameAndPostCode',
        table: 'ERP_Debtors',
        with: 'CRM_Accounts',
        conditions: [
          {
            column: 'CompanyName',
            withColumn: 'Name',
            normalize: ['lowercase', 'symbols', 'whitespace'],
          },
          { column: 'PostCode', withColumn: 'PostCode', normalize: ['lowercase', 'whitespace'] },
        ],
      },
    ],
    fields: [],
  },
  contacts: [
    {
      table: 'CRM_Contacts',
      primaryKey: 'ContactId',
      attributes: {
        ContactId: 'ContactId',
        FirstName: 'FirstName',
        LastName: 'LastName',
        JobTitle: 'JobTitle',
        PrimaryEmail: 'Email',
        PrimaryPhone: 'Phone',
        Gender: 'Gender',
        BirthDate: 'BirthDate',
        City: 'Town',
      },
      path: ['ContactToAccount'],
    },
    {
      table: 'Portal_Buyers',
      primaryKey: 'BuyerId',
      attributes: {
        ContactId: 'BuyerId',
        FirstName: 'FirstName',
        LastName: 'LastName',
        PrimaryEmail: 'Email',
      },
      path: ['BuyerToDebtor'],
    },
  ],
  relationships: [
    relationship('ContactToAccount', 'CRM_Contacts.AccountId', 'CRM_Accounts.AccountId'),
    relationship('BuyerToDebtor', 'Portal_Buyers.DebtorNo', 'ERP_Debtors.DebtorNo'),
    relationship('OrderToDebtor', 'ERP_Orders.DebtorNo', 'ERP_Debtors.DebtorNo'),
    relationship('ShipmentToOrder', 'Depot_Shipments.OrderNo', 'ERP_Orders.OrderNo'),
    relationship('ReturnToShipment', 'Depot_Returns.ShipmentNo', 'Depot_Shipments.ShipmentNo'),
    relationship('CaseToContact', 'Service_Cases.ContactId', 'CRM_Contacts.ContactId'),
    relationship('VisitToContact', 'Service_Visits.ContactId', 'CRM_Contacts.ContactId'),
    relationship('VisitToAccount', 'Service_Visits.AccountId', 'CRM_Accounts.AccountId'),
    relationship('EnquiryToContact', 'Web_Enquiries.Email', 'CRM_Contacts.Email'),
    relationship('ReviewToBuyer', 'Portal_Reviews.BuyerId', 'Portal_Buyers.BuyerId'),
    relationship('ReviewToContact', 'Portal_Reviews.ContactId', 'CRM_Contacts.ContactId'),
  ],
  activities,
};
