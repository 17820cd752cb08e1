import { casesTable } from './cases.js';
import { accountsTable, contactsTable } from './customer-tables.js';
import { soil } from '../dirt.js';
import { newslettersTable } from './newsletters.js';
import { makePeople } from './people.js';
import { pointsTable } from './points.js';
import { reviewsTable } from './reviews.js';
import { ordersTable, purchasesTable } from './sales-tables.js';
import { toCsv, type SourceTable } from '../source-table.js';
import { subscriptionsTable } from './subscriptions.js';
import { makeVisits } from './visits.js';

const nowhere = (prefix: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${from + index * 7}`);

/** The source tables of the outfitters, as CSV by table name. The same bytes on every machine and at every time. */
export function generateOutfittersTables(): Map<string, string> {
  const people = makePeople();
  const visits = makeVisits(people);
  const tables: SourceTable[] = [
    soil(contactsTable(people), { key: 'ContactId', duplicateKeys: 9, emptyKeys: 3 }, 21),
    soil(accountsTable(people), { key: 'AccountId', duplicateKeys: 5, tooWide: 4 }, 22),
    soil(
      ordersTable(visits),
      {
        key: 'OrderId',
        duplicateKeys: 22,
        emptyKeys: 4,
        tooWide: 11,
        orphans: { column: 'AccountId', values: [...nowhere('A', 61_007, 14), '', '', 'guest', 'guest'] },
        badDates: { column: 'OrderedAt', values: ['', 'n/a', '2025-02-30T11:20:00+00:00'] },
      },
      23,
    ),
    soil(
      purchasesTable(visits),
      {
        key: 'PurchaseId',
        duplicateKeys: 13,
        emptyKeys: 6,
        tooWide: 5,
        orphans: { column: 'ContactId', values: [...nowhere('C', 19_002, 21), '', ''] },
        badDates: {
          column: 'PurchasedOn',
          values: ['n/a', 'n/a', '2/30/2025', '13/32/2024', '', '6/31/2026'],
        },
      },
      24,
    ),
    soil(
      reviewsTable(visits),
      {
        key: 'ReviewId',
        duplicateKeys: 7,
        orphans: { column: 'AccountId', values: nowhere('A', 62_000, 9) },
        badDates: { column: 'ReviewedOn', values: ['n/a', 'yesterday', '2024-02-30'] },
      },
      25,
    ),
    soil(
      casesTable(visits),
      {
        key: 'CaseId',
        duplicateKeys: 3,
        emptyKeys: 2,
        orphans: { column: 'ContactId', values: ['anonymous', 'anonymous', ...nowhere('C', 18_011, 5)] },
        badDates: { column: 'OpenedAt', values: ['n/a', ''] },
      },
      26,
    ),
    soil(
      subscriptionsTable(people),
      {
        key: 'TransactionId',
        duplicateKeys: 4,
        orphans: { column: 'AccountId', values: nowhere('A', 63_100, 6) },
        badDates: { column: 'ChargedAt', values: ['2023-11-31T08:00:00+00:00', 'n/a'] },
      },
      27,
    ),
    soil(
      pointsTable(visits),
      {
        key: 'EntryId',
        duplicateKeys: 8,
        emptyKeys: 5,
        tooWide: 6,
        orphans: { column: 'ContactId', values: nowhere('C', 17_400, 17) },
        badDates: { column: 'PostedAt', values: ['0000-00-00T00:00:00', 'n/a'] },
      },
      28,
    ),
    soil(
      newslettersTable(people),
      {
        key: 'MessageId',
        duplicateKeys: 2,
        orphans: { column: 'AccountId', values: nowhere('A', 64_000, 8) },
      },
      29,
    ),
  ];
  return new Map(tables.map((table) => [table.name, toCsv(table)]));
}
