import { atDay, daysLater, isoDay } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import { closings, postscripts, settings, verdicts } from './review-phrases.js';
import type { SourceTable } from '../source-table.js';
import type { Visit } from './visits.js';
import { lastDay, shopAddress } from './world.js';

const moods = [
  { weight: 70, value: 'good' as const },
  { weight: 18, value: 'mixed' as const },
  { weight: 12, value: 'bad' as const },
];
const stars = { good: [4, 5, 5], mixed: [3, 3, 4], bad: [1, 2, 2] } as const;

/** Reviews of something bought in the web shop, a few weeks later. Dates without a time of day. */
export function reviewsTable(visits: readonly Visit[]): SourceTable {
  const faker = fakerFor(6);
  const { helpers } = faker;
  const end = atDay(lastDay);
  const rows: { at: number; row: string[] }[] = [];
  for (const { channel, person, at, items } of visits) {
    if (channel !== 'web' || !person.accountId || !faker.datatype.boolean(0.42)) continue;
    const product = helpers.arrayElement(items);
    const reviewedAt = daysLater(faker, at, 6, 70);
    if (reviewedAt > end) continue;
    const mood = helpers.weightedArrayElement(moods);
    const [headline, text] = helpers.arrayElement(verdicts[product.category][mood]);
    const setting = helpers.maybe(() => `${helpers.arrayElement(settings)}. `, { probability: 0.75 }) ?? '';
    const closing =
      helpers.maybe(() => ` ${helpers.arrayElement(closings[mood])}`, { probability: 0.7 }) ?? '';
    const postscript =
      helpers.maybe(() => `\n${helpers.arrayElement(postscripts)}`, { probability: 0.05 }) ?? '';
    rows.push({
      at: reviewedAt,
      row: [
        person.accountId,
        isoDay(reviewedAt),
        product.id,
        `${product.name}: ${headline}`,
        setting + text + closing + postscript,
        String(helpers.arrayElement(stars[mood])),
        `${shopAddress}/products/${product.id}/reviews`,
      ],
    });
  }
  rows.sort((a, b) => a.at - b.at);
  return {
    name: 'Shop_Reviews',
    columns: [
      'ReviewId',
      'AccountId',
      'ReviewedOn',
      'ProductId',
      'Headline',
      'ReviewText',
      'Stars',
      'ReviewUrl',
    ],
    rows: rows.map(({ row }, index) => [`R-${30001 + index}`, ...row]),
  };
}
