import type { Activity, ActivityQuery } from '../../model/activity.js';
import type { ConformanceSetup } from './law.js';

const TIMES = [
  '2019-12-31T23:30:00.000Z',
  '2020-01-01T00:00:00.000Z',
  '2020-02-29T12:00:00.000Z',
  '2020-03-01T04:59:59.999Z',
  '2020-03-01T08:00:00.000Z',
  '2021-06-15T18:29:59.999Z',
];
const DATES = ['2020-02-29', '2020-03-01'];
const KINDS = [
  ['SalesOrder', 'Shop_Orders', 'Order placed'],
  ['Feedback', 'Web_Reviews', "Anna's review: 100 % naïve"],
  ['Case', 'Desk_Cases', 'Überall "kaputt" & offen'],
  ['Case', 'Desk_Calls', '電話 🙂'],
] as const;
const CONTACT_NAMES = ['Ada Kelvin', 'Bo Ångström'] as const;

/**
 * Rows on which adapters fail if they fail: few times over many rows, ends of days and months, quotes and signs in
 * texts, ids that text order and number order sort differently. The same ones each time: three customers
 * with 60, 20 and 10 rows.
 *
 * @param parts `calendarDates`: some timestamps are dates without a time; `contacts`: some rows have a contact. Both
 * default to true; switch off what the service has no place for.
 */
export function sampleActivities({ calendarDates = true, contacts = true } = {}): Activity[] {
  const times = calendarDates ? [...TIMES, ...DATES] : TIMES;
  return Array.from({ length: 90 }, (_, i): Activity => {
    const [type, sourceTable, title] = KINDS[(i * 7) % KINDS.length];
    const customer = i < 60 ? 1 : i < 80 ? 2 : 3;
    const contact = contacts ? (i * 5) % 3 : 0;
    return {
      activityId: (i * 0x9e3779b1).toString(16).padStart(32, '0'),
      customerId: String(customer).repeat(32),
      sourceTable,
      sourceActivityId: String(i),
      type,
      timestamp: times[(i * i) % times.length],
      title,
      ...(i % 3 === 0 && { detail: `Ring ${i} Mal` }),
      ...(i % 4 === 0 && { url: `https://shop.example/${i}?a=1&b=2` }),
      ...(contact > 0 && { contactId: `k-${customer}${contact}`, contactName: CONTACT_NAMES[contact - 1] }),
      ...(i % 2 === 0 && { attributes: { SalesOrderId: `A-${i}`, Channel: i % 4 ? 'Store' : 'Web "shop"' } }),
    };
  });
}

/** Customers of a set-up, the one with the most rows first. */
export function customersOf({ activities }: ConformanceSetup): string[] {
  const counts = new Map<string, number>();
  for (const { customerId } of activities) counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([customerId]) => customerId);
}

/** A query for everything of a customer. */
export function everything(customerId: string): ActivityQuery {
  return { customerId, timeZone: 'UTC', order: 'newest', limit: 1000 };
}

/** Queries with each filter that the adapter has, alone and together, made of what the rows hold. */
export function filteredQueries(setup: ConformanceSetup): ActivityQuery[] {
  const { filterTypes, filterContacts, filterDates, orders } = setup.adapter.capabilities;
  return customersOf(setup)
    .slice(0, 2)
    .flatMap((customerId) => {
      const rows = setup.activities.filter((row) => row.customerId === customerId);
      const types = distinct(rows.map(({ type }) => type));
      const contacts = distinct(rows.map(({ contactId }) => contactId ?? null));
      const days = distinct(rows.map(({ timestamp }) => timestamp.slice(0, 10))).sort();
      const middle = days[Math.floor(days.length / 2)];
      const byType: Partial<ActivityQuery>[] = filterTypes
        ? [
            { types: types.slice(0, 1) },
            { types },
            { types: ['NoSuchType'] },
            { types: ["' or 1 eq 1 or '"] },
          ]
        : [];
      const byContact: Partial<ActivityQuery>[] = filterContacts
        ? [
            { contacts: [null] },
            { contacts: contacts.slice(-1) },
            { contacts: [null, ...contacts.slice(-1)] },
          ]
        : [];
      const byDate: Partial<ActivityQuery>[] = filterDates
        ? ['UTC', 'America/Los_Angeles', 'Asia/Kolkata'].flatMap((timeZone) => [
            { timeZone, from: middle },
            { timeZone, to: middle },
            { timeZone, from: middle, to: middle },
          ])
        : [];
      const together = { ...byType[0], ...byContact[1], ...byDate[4], order: orders[orders.length - 1] };
      return [...byType, ...byContact, ...byDate, together].map((parts) => ({
        ...everything(customerId),
        limit: 7,
        order: orders[0],
        ...parts,
      }));
    });
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
