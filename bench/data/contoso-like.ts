import { pick, seeded, type Random } from './random.js';

/**
 * Rows as wide as those of common sample data: customers of 19 columns, slash dates with the month first, and
 * texts that are whole sentences.
 */
export interface WideOptions {
  customers: number;
  purchases: number;
  reviews: number;
}

/** A row by column. */
export type WideRow = Record<string, string>;

const NAMES = 'Abbie Kenneth Anthony Ines Maja Tomás Zoë Liam Noor Priya Otto Mei Sara Juan Björn Ada'.split(
  ' ',
);
const SURNAMES = 'Moss Beraun Koteles Santos Weber Novak Lindqvist Okafor Rossi Tanaka Kelly Dubois'.split(
  ' ',
);
const CITIES = 'Fairfield Amarillo Tacoma Boise Tulsa Mesa Irvine Plano Salem Provo'.split(' ');
const STATES = 'California Texas Washington Idaho Oklahoma Arizona Oregon Utah'.split(' ');
const JOBS = ['Software Engineer', 'Teacher', 'Nurse', 'Plumber', 'Accountant', 'Designer'];
const LEVELS = ['low', 'medium', 'high'];
const OPINIONS = [
  'Affordable prices and good quality products',
  'The delivery came late, but the help was kind',
  'I would buy it again at any time',
  'Not what the picture showed',
];

export function* wideCustomers({ customers }: WideOptions): Generator<WideRow, void> {
  const random = seeded(71);
  for (let i = 0; i < customers; i++) {
    const first = pick(random, NAMES);
    const last = pick(random, SURNAMES);
    yield {
      ContactId: key(i),
      FirstName: first,
      LastName: last,
      FullName: `${first} ${last}`,
      DateOfBirth: slashDate(random, 1940, 65),
      Gender: random() < 0.5 ? 'Female' : 'Male',
      EMail: `${first}_${last}${i}@example.com`.toLowerCase(),
      Telephone: `983.${digits(random, 3)}.${digits(random, 4)}x${digits(random, 4)}`,
      PostCode: digits(random, 5),
      StreetAddress: `${digits(random, 3)} ${pick(random, SURNAMES)} Plaza`,
      City: pick(random, CITIES),
      State: pick(random, STATES),
      Country: 'USA',
      CreatedOn: slashDate(random, 2015, 6),
      'Loyalty Tier': pick(random, LEVELS),
      'Email Subscriber': random() < 0.7 ? 'Yes' : 'No',
      Income: String(random() * 300_000),
      Occupation: pick(random, JOBS),
      CustomerSatisfaction: pick(random, LEVELS),
    };
  }
}

export function* widePurchases({ customers, purchases }: WideOptions): Generator<WideRow, void> {
  const random = seeded(72);
  for (let i = 0; i < purchases; i++) {
    yield {
      ContactId: key(Math.floor(random() * customers)),
      PurchaseId: `OPID_${1000 + i}`,
      ProductId: `ProdID_${1000 + Math.floor(random() * 100)}`,
      PurchasedOn: slashDate(random, 2017, 5),
      TotalPrice: String(20 + Math.floor(random() * 3000)),
      ActivityTypeDisplay: 'OnlinePurchase',
      Subject: 'Purchased a product online',
    };
  }
}

export function* wideReviews({ customers, reviews }: WideOptions): Generator<WideRow, void> {
  const random = seeded(73);
  for (let i = 0; i < reviews; i++) {
    yield {
      ReviewId: `REVWID_${1000 + i}`,
      UserId: key(Math.floor(random() * customers)),
      ReviewText: pick(random, OPINIONS),
      ActivityTypeDisplay: 'WebsiteReview',
      ReviewRating: String(1 + Math.floor(random() * 5)),
      ReviewDate: slashDate(random, 2017, 5),
    };
  }
}

function key(customer: number): string {
  return `CNTID_${1000 + customer}`;
}

function digits(random: Random, count: number): string {
  return String(Math.floor(random() * 10 ** count)).padStart(count, '0');
}

function slashDate(random: Random, firstYear: number, years: number): string {
  const month = 1 + Math.floor(random() * 12);
  return `${month}/${1 + Math.floor(random() * 28)}/${firstYear + Math.floor(random() * years)}`;
}
