import type { Faker } from '@faker-js/faker';
import { atDay, daysLater, seasonalMoment, utcTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import { pounds, type SourceTable } from '../source-table.js';
import { products, type Product } from './catalogue.js';
import type { Firm } from './firms.js';
import { lastDay, portalAddress } from './world.js';

/** One order, from which shipments and returns follow. */
export interface Order {
  orderNo: string;
  firm: Firm;
  at: number;
  items: readonly { product: Product; quantity: number }[];
  /** Pounds. */
  amount: number;
}

const choices = products.map((value) => ({ value, weight: value.weight }));

/** All orders in the order in which they came in: firms order every few weeks, chains more often. */
export function makeOrders(firms: readonly Firm[]): Order[] {
  const faker = fakerFor(106);
  const end = atDay(lastDay);
  const orders = firms.flatMap((firm) => {
    if (!firm.debtorNo) return [];
    const months = (end - firm.since) / (30 * 86_400_000);
    const count = Math.max(
      1,
      Math.round(months * (0.18 + firm.size * 0.09) * faker.number.float({ min: 0.5, max: 1.5 })),
    );
    return Array.from({ length: count }, (): Order => {
      const items = drawItems(faker);
      return {
        orderNo: '',
        firm,
        at: seasonalMoment(faker, firm.since, end, [7, 18]),
        items,
        amount: items.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
      };
    });
  });
  orders.sort((a, b) => a.at - b.at);
  orders.forEach((order, index) => (order.orderNo = `SO-${310_001 + index}`));
  return orders;
}

function drawItems(faker: Faker): Order['items'] {
  const chosen = new Set<Product>();
  const count = faker.number.int({ min: 1, max: 4 });
  for (let item = 0; item < count; item++) chosen.add(faker.helpers.weightedArrayElement(choices));
  return [...chosen].map((product) => ({
    product,
    quantity: product.price > 400 ? 1 : faker.helpers.arrayElement([1, 1, 2, 2, 3, 4]),
  }));
}

function title(items: Order['items']): string {
  const [first, second, ...more] = items.map(({ product, quantity }) =>
    quantity > 1 ? `${quantity} × ${product.name}` : product.name,
  );
  if (!second) return first ?? '';
  return more.length ? `${first} and ${more.length + 1} more` : `${first} and ${second}`;
}

/** Orders name the debtor: they belong to the firm, not to a person. Times in UTC. */
export function ordersTable(orders: readonly Order[]): SourceTable {
  const faker = fakerFor(107);
  const { helpers } = faker;
  return {
    name: 'ERP_Orders',
    columns: [
      'OrderNo',
      'DebtorNo',
      'OrderedAt',
      'Summary',
      'Details',
      'Lines',
      'Amount',
      'Status',
      'OrderUrl',
    ],
    rows: orders.map(({ orderNo, firm, at, items, amount }) => {
      const isNew = daysLater(faker, at, 4, 9) > atDay(lastDay);
      const status = isNew
        ? 'In progress'
        : helpers.arrayElement(['Invoiced', 'Invoiced', 'Paid', 'Paid', 'Paid']);
      const by = helpers.arrayElement(['in the portal', 'in the portal', 'by e-mail', 'by telephone']);
      return [
        orderNo,
        firm.debtorNo ?? '',
        utcTime(at),
        title(items),
        `${pounds(amount)}, ordered ${by}`,
        String(items.length),
        amount.toFixed(2),
        status,
        `${portalAddress}/orders/${orderNo}`,
      ];
    }),
  };
}
