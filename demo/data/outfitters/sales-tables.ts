import { slashDay, zonedTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import { pounds, type SourceTable } from '../source-table.js';
import { basketTitle, type Visit } from './visits.js';
import { shopAddress, stores } from './world.js';

const plural = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

/** Orders of the web shop: date-times with their zone, and an address for each. */
export function ordersTable(visits: readonly Visit[]): SourceTable {
  const faker = fakerFor(4);
  const rows = visits.flatMap(({ channel, person, id, at, items, amount }) => {
    if (channel !== 'web' || !person.accountId) return [];
    const status = faker.helpers.weightedArrayElement([
      { weight: 88, value: 'Delivered' },
      { weight: 5, value: 'Collected' },
      { weight: 5, value: 'Returned' },
      { weight: 2, value: 'Cancelled' },
    ]);
    const where = status === 'Delivered' ? `delivered to ${person.town}` : status.toLowerCase();
    return [
      [
        id,
        person.accountId,
        zonedTime(at),
        basketTitle(items),
        `${plural(items.length)}, ${pounds(amount)}, ${where}`,
        String(items.length),
        amount.toFixed(2),
        status,
        `${shopAddress}/orders/${id}`,
      ],
    ];
  });
  return {
    name: 'Shop_Orders',
    columns: [
      'OrderId',
      'AccountId',
      'OrderedAt',
      'Summary',
      'Details',
      'ItemCount',
      'Amount',
      'Status',
      'OrderUrl',
    ],
    rows,
  };
}

/** Purchases in the stores: the tills write the day alone, as month/day/year. */
export function purchasesTable(visits: readonly Visit[]): SourceTable {
  const faker = fakerFor(5);
  const rows = visits.flatMap(({ channel, person, id, at, items, amount }) => {
    if (channel !== 'store' || !person.contactId) return [];
    const store = faker.datatype.boolean(0.85) ? person.homeStore : faker.helpers.arrayElement(stores);
    return [
      [
        id,
        person.contactId,
        slashDay(at),
        basketTitle(items),
        `${store}: ${pounds(amount)}`,
        store,
        amount.toFixed(2),
      ],
    ];
  });
  return {
    name: 'Stores_Purchases',
    columns: ['PurchaseId', 'ContactId', 'PurchasedOn', 'Basket', 'Receipt', 'Store', 'Total'],
    rows,
  };
}
