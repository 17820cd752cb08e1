import type { Faker } from '@faker-js/faker';
import { atDay, seasonalMoment } from '../calendar.js';
import { products, type Category, type Product } from './catalogue.js';
import type { Person } from './people.js';
import { fakerFor } from '../seeded-faker.js';
import { featured, lastDay } from './world.js';

/** One basket: what happened once, from which orders, purchases, reviews, cases and points follow. */
export interface Visit {
  person: Person;
  /** `OrderId` or `PurchaseId`. */
  id: string;
  channel: 'web' | 'store';
  at: number;
  items: readonly Product[];
  /** Pounds. */
  amount: number;
}

const categories = [...new Set(products.map((product) => product.category))];

/** People have favourite shelves, so that a history looks like one person's. */
function drawTastes(faker: Faker): { weight: number; value: Category }[] {
  return categories.map((value) => ({
    value,
    weight: value === 'extras' ? 10 : faker.helpers.arrayElement([1, 1, 2, 5]),
  }));
}

function drawItems(faker: Faker, tastes: { weight: number; value: Category }[]): Product[] {
  const count = faker.helpers.weightedArrayElement([
    { weight: 5, value: 1 },
    { weight: 3, value: 2 },
    { weight: 2, value: 3 },
    { weight: 1, value: 4 },
  ]);
  const items = new Set<Product>();
  for (let item = 0; item < count; item++) {
    const shelf = faker.helpers.weightedArrayElement(tastes);
    items.add(faker.helpers.arrayElement(products.filter(({ category }) => category === shelf)));
  }
  return [...items];
}

/** Who has both an account and a contact goes both ways, each by habit. */
function drawWebShare(faker: Faker, { contactId, accountId }: Person): number {
  if (contactId === featured.key) return 0.5;
  if (contactId && accountId) return faker.number.float();
  return accountId ? 1 : 0;
}

/** All visits in the order in which they happened. */
export function makeVisits(people: readonly Person[]): Visit[] {
  const faker = fakerFor(3);
  const end = atDay(lastDay);
  const visits = people.flatMap((person) => {
    const tastes = drawTastes(faker);
    const webShare = drawWebShare(faker, person);
    return Array.from({ length: person.visitCount }, (): Visit => {
      const channel = faker.number.float() < webShare ? 'web' : 'store';
      const items = drawItems(faker, tastes);
      return {
        person,
        id: '',
        channel,
        at: seasonalMoment(faker, person.joinedAt, end, channel === 'web' ? [6, 23] : [9, 17]),
        items,
        amount: items.reduce((sum, { price }) => sum + price, 0),
      };
    });
  });
  visits.sort((a, b) => a.at - b.at);
  const next = { web: 204_801, store: 700_101 };
  for (const visit of visits) visit.id = `${visit.channel === 'web' ? 'O' : 'S'}-${next[visit.channel]++}`;
  return visits;
}

/** `Cairn light boots and 2 more`. */
export function basketTitle(items: readonly Product[]): string {
  const [first, second, ...more] = items.map(({ name }) => name);
  if (!second) return first ?? '';
  return more.length ? `${first} and ${more.length + 1} more` : `${first} and ${second}`;
}
