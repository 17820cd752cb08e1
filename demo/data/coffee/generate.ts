import { soil } from '../dirt.js';
import { toCsv, type SourceTable } from '../source-table.js';
import { accountsTable, debtorsTable } from './account-tables.js';
import { buyersTable, contactsTable } from './contact-tables.js';
import { makeContacts } from './contacts.js';
import { makeShipments, returnsTable, shipmentsTable } from './deliveries.js';
import { makeFirms } from './firms.js';
import { makeOrders, ordersTable } from './orders.js';
import { reviewsTable } from './reviews.js';
import { casesTable, enquiriesTable, visitsTable } from './service.js';
import { featured } from './world.js';

/** Keys that lead nowhere. */
const nowhere = (prefix: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${from + index * 7}`);

/** The source tables of the coffee supplier, as CSV by table name. The same bytes everywhere and at every time. */
export function generateCoffeeTables(): Map<string, string> {
  const firms = makeFirms();
  const contacts = makeContacts(
    firms,
    firms.find(({ accountId }) => accountId === featured.key),
  );
  const orders = makeOrders(firms);
  const shipments = makeShipments(orders);
  const tables: SourceTable[] = [
    soil(accountsTable(firms), { key: 'AccountId', duplicateKeys: 4, emptyKeys: 2 }, 121),
    soil(debtorsTable(firms), { key: 'DebtorNo', duplicateKeys: 3, tooWide: 2 }, 122),
    soil(
      contactsTable(contacts),
      {
        key: 'ContactId',
        duplicateKeys: 8,
        emptyKeys: 3,
        orphans: { column: 'AccountId', values: nowhere('AC-', 8_002, 14) },
      },
      123,
    ),
    soil(
      buyersTable(contacts),
      { key: 'BuyerId', orphans: { column: 'DebtorNo', values: nowhere('', 98_000, 5) } },
      124,
    ),
    soil(
      ordersTable(orders),
      {
        key: 'OrderNo',
        duplicateKeys: 11,
        emptyKeys: 3,
        tooWide: 6,
        orphans: { column: 'DebtorNo', values: [...nowhere('', 97_003, 15), '', ''] },
        badDates: { column: 'OrderedAt', values: ['', 'n/a', '2025-02-30T09:15:00Z'] },
      },
      125,
    ),
    soil(
      shipmentsTable(shipments),
      {
        key: 'ShipmentNo',
        duplicateKeys: 9,
        orphans: { column: 'OrderNo', values: [...nowhere('SO-', 990_001, 12), '', 'sample'] },
        badDates: { column: 'ShippedOn', values: ['31/04/2025', 'tomorrow'] },
      },
      126,
    ),
    soil(
      returnsTable(shipments),
      { key: 'ReturnNo', duplicateKeys: 1, orphans: { column: 'ShipmentNo', values: ['SH-1', ''] } },
      127,
    ),
    soil(
      casesTable(contacts),
      {
        key: 'CaseNo',
        duplicateKeys: 5,
        emptyKeys: 2,
        orphans: { column: 'ContactId', values: ['unknown', 'unknown', ...nowhere('CN-', 90_010, 8)] },
        badDates: { column: 'OpenedAt', values: ['n/a', ''] },
      },
      128,
    ),
    soil(
      visitsTable(firms, contacts),
      {
        key: 'VisitNo',
        duplicateKeys: 3,
        orphans: { column: 'ContactId', values: nowhere('CN-', 91_000, 9) },
        badDates: { column: 'VisitedAt', values: ['2024-06-31T10:00:00', 'next week'] },
      },
      129,
    ),
    soil(
      enquiriesTable(contacts),
      {
        key: 'EnquiryNo',
        orphans: { column: 'Email', values: ['me@nobody.example', 'info@example.com', ''] },
      },
      130,
    ),
    soil(
      reviewsTable(contacts),
      {
        key: 'ReviewNo',
        duplicateKeys: 4,
        orphans: { column: 'BuyerId', values: ['U-0000000', 'U-0000001'] },
        badDates: { column: 'ReviewedOn', values: ['2024-02-30'] },
      },
      131,
    ),
  ];
  return new Map(tables.map((table) => [table.name, toCsv(table)]));
}
