import { atDay, daysLater, isoDay, seasonalMoment } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import { products } from './catalogue.js';
import type { Contact } from './contacts.js';
import { lastDay } from './world.js';

const verdicts: readonly (readonly [stars: readonly number[], headline: string, text: string])[] = [
  [[5], 'the office is happy', 'Nobody walks to the café round the corner any more, which was the point.'],
  [[4, 5], 'does what it should', 'Arrives on the day it should, tastes the same each time. Nothing to add.'],
  [[5], 'worth the price', 'Dearer than what we had, and half of it is not poured away now.'],
  [[4], 'good, with one wish', 'Please print the roasting date larger. The older colleagues need a torch.'],
  [[3], 'fine', 'Fine for meetings. For guests we open the other one.'],
  [
    [3, 4],
    'took some getting used to',
    'The first week was not good; after the visit of the technician it was.',
  ],
  [[2], 'not for us', 'Too dark for most of us, and the bag does not close again.'],
  [[1, 2], 'arrived broken', 'The box was open and half of it was missing. Exchanged at once, but still.'],
];

/**
 * Reviews in the portal are signed by a buyer's login or, when they came by e-mail, by a contact of the CRM: two
 * paths, each over another person's table.
 */
export function reviewsTable(contacts: readonly Contact[]): SourceTable {
  const faker = fakerFor(114);
  const { helpers } = faker;
  const end = atDay(lastDay);
  const rows = contacts
    .flatMap(({ buyerId = '', contactId = '', firm }) => {
      if (!faker.datatype.boolean(buyerId ? 0.7 : 0.12)) return [];
      return Array.from({ length: faker.number.int({ min: 1, max: 2 }) }, () => {
        const product = helpers.arrayElement(products);
        const [stars, headline, text] = helpers.arrayElement(verdicts);
        const at = daysLater(faker, seasonalMoment(faker, firm.since, end, [8, 18]), 0, 0);
        const bySide = buyerId && faker.datatype.boolean(0.75) ? [buyerId, ''] : ['', contactId];
        const both = buyerId && contactId && faker.datatype.boolean(0.1) ? [buyerId, contactId] : bySide;
        const rating = String(helpers.arrayElement(stars));
        return [...both, isoDay(at), product.id, `${product.name}: ${headline}`, text, rating];
      });
    })
    .filter(([buyerId, contactId]) => buyerId || contactId)
    .sort((a, b) => ((a[2] ?? '') < (b[2] ?? '') ? -1 : 1));
  return {
    name: 'Portal_Reviews',
    columns: [
      'ReviewNo',
      'BuyerId',
      'ContactId',
      'ReviewedOn',
      'ProductId',
      'Headline',
      'ReviewText',
      'Stars',
    ],
    rows: rows.map((row, index) => [`PR-${9001 + index}`, ...row]),
  };
}
