import { pick, seeded, type Random } from './random.js';
import { CUSTOMER_KEY, SHOP_TABLES, type ShopTable } from './shop-tables.js';

/**
 * Seeded lines of CSV of the shape that README.md's figures are about: skewed over the customers, with 0.1 %
 * duplicate keys, 0.1 % bad dates and 0.5 % keys that lead nowhere.
 */
export interface ShopOptions {
  rows: number;
  customers: number;
  seed: number;
}

const WORDS =
  'alpine trail boots rope tent lamp río blau stove map compass jacket gloves pack bottle snow ridge'.split(
    ' ',
  );
const TOPICS = [
  'Delivery late',
  'Wrong size',
  'Refund wanted',
  'Zipper broken',
  'Question on care',
  'Invoice, copy',
];
const PAGES = ['Home', 'Tents', 'Boots', 'Sale', 'Checkout', 'Guides', 'Account'];
const FIRST_SECOND = Date.UTC(2020, 0, 1) / 1000;
const FIVE_YEARS_SECONDS = 157_680_000;

export function* peopleLines({ customers, seed }: ShopOptions): Generator<string, void> {
  const random = seeded(seed + 1);
  const word = (): string => pick(random, WORDS);
  yield 'ContactId,Name,Email,City';
  for (let i = 0; i < customers; i++) {
    yield `${CUSTOMER_KEY(i)},${word()} ${word()},person${i}@example.com,"${word()}, ${word()}"`;
  }
}

export function* addressLines({ customers }: ShopOptions): Generator<string, void> {
  yield 'AddressId,ContactId,Email';
  for (let i = 0; i < customers; i++) yield `A-${1_000_000 + i},${CUSTOMER_KEY(i)},person${i}@example.com`;
}

/** `changedEvery`: each such row has another product and another date than in the table without it. */
export function* activityLines(
  table: ShopTable,
  { rows, customers, seed }: ShopOptions,
  changedEvery = Infinity,
): Generator<string, void> {
  const position = SHOP_TABLES.findIndex((each) => each.table === table);
  const { share, key, title, detail } = SHOP_TABLES[position];
  const random = seeded(seed + 10 + position);
  const prefix = key === 'AddressId' ? 'A-' : 'C-';
  const heads = table === 'Visits' ? PAGES : TOPICS;
  yield `Id,${key},At,${title},${detail},Amount,Link`;
  const count = Math.round(rows * share);
  for (let i = 0; i < count; i++) {
    const id = i > 0 && random() < 0.001 ? `${table}-${i - 1}` : `${table}-${i}`;
    // A power law: a few customers have very many rows.
    const customer = Math.floor(customers * random() ** 2.2);
    const foreignKey = random() < 0.005 ? `X-${i}` : `${prefix}${1_000_000 + customer}`;
    const isChanged = i % changedEvery === changedEvery - 1;
    const second = FIRST_SECOND + Math.floor(random() * FIVE_YEARS_SECONDS) + (isChanged ? 86_400 : 0);
    const at = random() < 0.001 ? 'n/a' : new Date(second * 1000).toISOString();
    const text = sentence(random, isChanged ? 'changed ' : '');
    const head = pick(random, heads);
    yield `${id},${foreignKey},${at},"${head}",${text},${(random() * 500).toFixed(2)},https://example.com/${table}/${i}`;
  }
}

/** 4 to 11 words behind what it begins with; one in five has quotes in it. */
function sentence(random: Random, start: string): string {
  const length = 4 + Math.floor(random() * 8);
  const words = `${start}${Array.from({ length }, () => pick(random, WORDS)).join(' ')}`;
  return random() < 0.2 ? `"${words}, ""${pick(random, WORDS)}"""` : words;
}
