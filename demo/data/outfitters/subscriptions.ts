import { atDay, isoDay, monthsLater, seasonalMoment, zonedTime } from '../calendar.js';
import type { Person } from './people.js';
import { fakerFor } from '../seeded-faker.js';
import { pounds, type SourceTable } from '../source-table.js';
import { featured, lastDay } from './world.js';

interface Plan {
  name: string;
  price: number;
  months: number;
  /** Of the people with an account. */
  share: number;
  promise: string;
}

const plans: readonly Plan[] = [
  { name: 'Trail Maps', price: 3.99, months: 1, share: 0.07, promise: 'maps of all British paths, offline' },
  { name: 'Season Box', price: 45, months: 3, share: 0.1, promise: 'a box with things for the season' },
  { name: 'Gear Care', price: 59, months: 12, share: 0.12, promise: 'washing, proofing and small repairs' },
];

/** Payments for plans: one row each time, from the first to the one after which a person stopped. */
export function subscriptionsTable(people: readonly Person[]): SourceTable {
  const faker = fakerFor(8);
  const end = atDay(lastDay);
  const payments: { at: number; row: string[] }[] = [];
  let nextSubscription = 8001;
  for (const { accountId, contactId, joinedAt, visitCount } of people) {
    for (const { name, price, months, share, promise } of plans) {
      const takesIt = contactId === featured.key ? months > 1 : faker.datatype.boolean(share);
      if (!accountId || !visitCount || !takesIt) continue;
      const start = seasonalMoment(faker, joinedAt, end, [7, 22]);
      const subscription = `SUB-${nextSubscription++}`;
      const stopsAfter = faker.datatype.boolean(0.45) ? faker.number.int({ min: 1, max: 18 }) : Infinity;
      for (let turn = 0; turn < stopsAfter; turn++) {
        const at = monthsLater(start, turn * months);
        if (at > end) break;
        const until = monthsLater(start, (turn + 1) * months);
        payments.push({
          at,
          row: [
            subscription,
            accountId,
            zonedTime(at),
            `${name} ${turn === 0 ? 'started' : 'renewed'}`,
            `${pounds(price)} until ${isoDay(until)}: ${promise}`,
            name,
            isoDay(start),
            isoDay(until),
            price.toFixed(2),
            'true',
            String(months),
          ],
        });
      }
    }
  }
  payments.sort((a, b) => a.at - b.at);
  return {
    name: 'Billing_Subscriptions',
    columns: [
      'TransactionId',
      'SubscriptionId',
      'AccountId',
      'ChargedAt',
      'Event',
      'Description',
      'Plan',
      'StartDate',
      'EndDate',
      'Amount',
      'Recurring',
      'FrequencyMonths',
    ],
    rows: payments.map(({ row }, index) => [`T-${90001 + index}`, ...row]),
  };
}
